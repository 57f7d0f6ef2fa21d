"""The last width: each group of articles to its story, and the story to all that is found in it."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING

import numpy as np

from retold import story as stories
from retold.corpus import digests
from retold.corpus.articles import Corpus, unpacked
from retold.corpus.cache import Cache
from retold.corpus.ties import in_context, reports_of
from retold.decisions import Rulings
from retold.flow import columns
from retold.flow.articles import articles_of
from retold.flow.context import Context, spans_of
from retold.flow.digests import Sources
from retold.flow.ties import ties_of
from retold.model import Span, Story, StoryRecord
from retold.steps import story
from retold.story import StoryTask
from retold.tables import Ties

if TYPE_CHECKING:
    import pyarrow as pa

PAPERS = "likely double"
RECORDS = "first string, articles bigint, record binary"
_ONE_BY_ONE = Lock()  # the parser is not made for threads, and an engine may run several of one process
_FEW = 20  # records that are given at a time


OfGroups = Callable[[Iterable["pa.Table"]], Iterator["pa.RecordBatch"]]
OfLone = Callable[[Iterable["pa.RecordBatch"]], Iterator["pa.RecordBatch"]]


@dataclass(frozen=True, slots=True)
class Given:
    """What every story is followed by besides its articles; `sources` are those of digests.

    `printing` is the share of papers' reports beside an agency's that have text from it.
    """

    context: Context
    rulings: Rulings
    sources: Sources
    printing: float


def papers(tables: Iterable[pa.Table]) -> Iterator[pa.RecordBatch]:
    """How likely each report of a paper beside an agency's has text from it; rows as of `of_groups`."""
    return columns.batches(PAPERS, ((one,) for table in tables for one in _papers(table)))


def _members(table: pa.Table) -> tuple[pa.Table, dict[int, int]]:
    """The articles of a group in their order, and the place of each by its name."""
    members = columns.where(table, "kind", 0).sort_by("n")
    return members, {name: place for place, name in enumerate(columns.values(members, "name"))}


def _papers(table: pa.Table) -> list[float]:
    members, number = _members(table)
    ids, rests = (columns.values(members, name) for name in ("id", "rest"))
    outlets = [unpacked(name, "", rest).outlet for name, rest in zip(ids, rests, strict=True)]
    reports = story.takes.Reports(ids, outlets, [0] * len(ids), [None] * len(ids))
    return story.peers.papers(ties_of(columns.where(table, "kind", 1), number), reports)


def of_groups(given: Given, tables: Iterable[pa.Table]) -> Iterator[pa.RecordBatch]:
    """The record of each story of two or more articles.

    Rows have `kind` 0 for an article of the group and 1 for a tie between two of them.
    """
    return columns.batches(RECORDS, (_of_group(given, table) for table in tables), _FEW)


def of_lone(given: Given, batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """The record of each article that nobody else tells."""
    every = (rows.slice(place, 1) for rows in batches for place in range(rows.num_rows))
    return columns.batches(RECORDS, (_of_lone(given, row) for row in every), _FEW)


def read(record: bytes) -> StoryRecord:
    """The record of a row of `RECORDS`, which this program has written."""
    found: StoryRecord = pickle.loads(record)
    return found


def _of_group(given: Given, table: pa.Table) -> tuple[str, int, bytes]:
    context = given.context
    members, number = _members(table)
    ties = _sorted(ties_of(columns.where(table, "kind", 1), number))
    corpus, settings = _corpus(context, members), context.settings
    group = list(range(len(corpus))), float(columns.reals(members, "cohesion")[0])
    reports = reports_of(corpus, [group])
    settled, wired = in_context(ties, reports, given.printing, corpus, Cache(corpus, settings), settings)
    (one,) = story.stories(corpus.days(), [group], settled, settings.story, wired)
    pairs = [(corpus.ids[a], corpus.ids[b]) for a, b in zip(ties.a.tolist(), ties.b.tolist(), strict=True)]
    return _recorded(given, (one, corpus, pairs))


def _of_lone(given: Given, row: pa.RecordBatch) -> tuple[str, int, bytes]:
    corpus = _corpus(given.context, row)
    (one,) = story.stories(corpus.days(), [], story.ties([]), given.context.settings.story)
    return _recorded(given, (one, corpus, []))


def _recorded(given: Given, found: tuple[Story, Corpus, Sequence[tuple[str, str]]]) -> tuple[str, int, bytes]:
    one, corpus, pairs = found
    taken = {place: given.sources.get(name, ()) for place, name in enumerate(corpus.ids)}
    (one,) = digests.stories([one], corpus.ids, taken)
    by_id = dict(zip(corpus.ids, corpus, strict=True))
    task = StoryTask(
        story=one,
        articles=tuple(by_id[name] for name in one.articles),
        furniture=tuple(span for name in one.articles for span in corpus.hidden.get(name, ())),
        pairs=tuple((min(pair), max(pair)) for pair in pairs),
        settings=given.context.settings,
        rulings=given.rulings.on(one),
        outside=tuple(source for name in one.articles for source in given.sources.get(name, ())),
    )
    with _ONE_BY_ONE:
        return one.articles[0], len(one.articles), pickle.dumps(stories.record(task, given.context.kernels()))


def _corpus(context: Context, rows: columns.Rows) -> Corpus:
    """The articles of one story as a corpus of their own, with the kernels of the whole."""
    articles = articles_of(rows)
    each = zip(articles, columns.values(rows, "spans"), strict=True)
    furniture: list[tuple[Span, str]] = [(s, "") for one, held in each for s in spans_of(one.id, held)]
    corpus = Corpus([one.id for one in articles], articles, None, furniture)
    corpus.kernels = context.kernels()
    return corpus


def _sorted(ties: Ties) -> Ties:
    """In the order of the articles' numbers, the smaller first, as pairs of a corpus are."""
    return ties.some(np.lexsort((np.maximum(ties.a, ties.b), np.minimum(ties.a, ties.b))))
