"""The main job: from articles to a trace. The only place that knows the order.

Three widths of view: each article alone, the corpus and its pairs (`corpus`), each story alone (`story`).
Stories are followed one by one, here or by a pool of processes, so that no more than a few have to be in
memory.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from retold import ids, parameters, readers, story
from retold.archive import store
from retold.corpus import stories as corpus_stories
from retold.corpus.articles import Corpus
from retold.corpus.reading import corpus_of
from retold.corpus.stories import Grouped, Progress
from retold.corpus.witnesses import witness
from retold.decisions import UNDECIDED, Rulings, corpora, kinds, rulings
from retold.engines import local
from retold.model import Article, SetAside, Story, StoryRecord
from retold.settings import Settings
from retold.story import StoryTask
from retold.version import __version__

__all__ = ["Job", "gathered", "records", "tasks", "trace", "witness"]

_REPAYS = 150  # articles in parsed stories from which a pool of processes gains more than it costs


def trace(
    articles: readers.Given,
    settings: Settings | None = None,
    into: str | Path | None = None,
    *,
    progress: Progress | None = None,
    known: Sequence[Story] = (),
    decisions: rulings.Given = (),
) -> store.Trace:
    """Trace a corpus: who retold whom, what each retelling changed, what each claim rests on.

    `articles` may be paths, and may hold the `SetAside` notes of `readers.read`; those are kept in
    the trace. With `into` the trace goes there story by story and is opened. `progress` is told of each
    step's advance. Stories that go on with one of the `known` ones keep its id. `decisions` by hand, or the
    file of them, are replayed; one that changed nothing is noted. Raises `InputError` for what is no article
    and no path, and for paths without any article; never for a bad article: it is set aside.
    """
    settings = settings or Settings()
    ruled, notes = rulings.given(decisions)
    read = readers.articles_from(articles, settings.clean)
    with gathered(read, settings, progress, known, ruled) as job:
        head = store.Trace(
            articles=job.corpus.by_id(),  # the same trace from the same articles in any order
            furniture=tuple(job.corpus.furniture),
            set_aside=(*job.set_aside, *notes),
            manifest=_manifest(settings, ruled),
        )
        unread: Counter[str] = Counter()
        effective = set(job.decided)
        found = _noted(records(job, progress), unread, effective)

        def closing() -> list[SetAside]:
            return [*_language_notes(unread), *ruled.idle(effective)]

        if into is None:
            whole = store.gathered(head, found)
            return replace(whole, set_aside=(*whole.set_aside, *closing()))
        store.write(head, found, into, closing=closing)
    return store.load(into)


def _noted(found: Iterable[StoryRecord], unread: Counter[str], effective: set[str]) -> Iterator[StoryRecord]:
    """The records as they come; how many articles are in each language without a pack is put by.

    So is which decisions changed something.
    """
    for one in found:
        unread.update(one.unread)
        effective.update(one.decided)
        yield one


def _language_notes(unread: Mapping[str, int]) -> list[SetAside]:
    """One line for each language without a pack."""
    why = "there is no pack for this language, so no statements, changes of speaker or dates are read in it"
    cure = "all else is: what they share, who had it from whom, and what was cut, added or reworded"
    names = {code: "an unknown language" if code == "und" else f"the language {code}" for code in unread}
    return [
        SetAside(f"{count} {'article' if count == 1 else 'articles'} in {names[code]}", why, cure)
        for code, count in sorted(unread.items())
    ]


# ---- the corpus ----


@dataclass(frozen=True, slots=True, eq=False)
class Job:
    """A corpus and its stories, with what is needed to follow each.

    `decided` has the ids of the decisions that changed the corpus: stories made one or parted, furniture.
    """

    corpus: Corpus
    set_aside: Sequence[SetAside]
    stories: Sequence[Story]
    grouped: Grouped
    settings: Settings
    rulings: Rulings = UNDECIDED
    decided: frozenset[str] = frozenset()


@contextmanager
def gathered(
    articles: Iterable[Article | SetAside],
    settings: Settings,
    progress: Progress | None = None,
    known: Sequence[Story] = (),
    ruled: Rulings = UNDECIDED,
) -> Iterator[Job]:
    """Match, align and group the articles; nothing is parsed. What lies on disk meanwhile goes at the end."""
    set_aside: list[SetAside] = []
    with corpus_of(articles, settings.clean, set_aside) as read:
        spans, marking = corpora.furniture(read, ruled)
        corpus = read.marked([*read.furniture, *spans]) if spans else read
        found = corpus_stories.grouped(corpus, settings, progress or _silent, ruled)
        stories = ids.kept(known, found.stories, corpus.days()) if known else found.stories
        yield Job(corpus, set_aside, stories, found, settings, ruled, found.decided | marking)


# ---- the stories ----


def tasks(job: Job) -> Iterator[StoryTask]:
    """Each story as a unit of work, in their order."""
    number = {name: k for k, name in enumerate(job.corpus.ids)}
    pairs = _pairs_inside(job, number)
    hidden = job.corpus.hidden
    for place, one in enumerate(job.stories):
        here = pairs.get(place, ())
        known = (job.grouped.cache.known(pair) for pair in here)
        yield StoryTask(
            story=one,
            articles=tuple(job.corpus[number[i]] for i in one.articles),
            furniture=tuple(span for i in one.articles for span in hidden.get(i, ())),
            pairs=tuple(_ids(job.corpus.ids, pair) for pair in here),
            settings=job.settings,
            alignments=tuple(alignment for alignment in known if alignment is not None),
            rulings=job.rulings.on(one),
        )


def _pairs_inside(job: Job, number: Mapping[str, int]) -> dict[int, list[tuple[int, int]]]:
    """The aligned pairs of each story, by its place."""
    home = {number[i]: place for place, one in enumerate(job.stories) for i in one.articles}
    found: dict[int, list[tuple[int, int]]] = {}
    for a, b in zip(job.grouped.pairs.a.tolist(), job.grouped.pairs.b.tolist(), strict=True):
        if home[a] == home[b]:
            found.setdefault(home[a], []).append((a, b))
    return found


def _ids(names: Sequence[str], pair: tuple[int, int]) -> tuple[str, str]:
    a, b = sorted(names[one] for one in pair)
    return a, b


def records(job: Job, progress: Progress | None = None) -> Iterator[StoryRecord]:
    """What is found in each story, in their order; a pool of processes follows them where that pays."""
    advance = progress or _silent
    words = job.corpus.words
    parsed = sum(len(one.articles) for one in job.stories if story.is_parsed(one, job.settings))
    if parsed < _REPAYS or local.count() < 2:
        yield from _counted(map(story.worker(words), tasks(job)), len(job.stories), advance)
        return
    begin: Callable[..., Callable[[StoryTask], StoryRecord]] = story.worker
    with local.Pool(begin, words) as pool:
        yield from _counted(pool.map(tasks(job)), len(job.stories), advance)


def _counted(found: Iterable[StoryRecord], total: int, progress: Progress) -> Iterator[StoryRecord]:
    for done, one in enumerate(found, 1):
        yield one
        progress("tracing", done, total)


# ---- odds and ends ----


def _manifest(settings: Settings, ruled: Rulings) -> dict[str, object]:
    decided = {"decisions": [kinds.row_of(one) for one in ruled.decisions]} if ruled else {}
    return {
        "retold": __version__,
        "settings": asdict(settings),
        "parameters": parameters.digest(),
        "seed": settings.lineage.seed,
        **decided,
    }


def _silent(step: str, done: int, total: int) -> None:
    """Take no notice: the `Progress` of a caller who wants none."""
