"""Each article by itself, and by its outlet: furniture, n-grams, words."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import numpy as np

from retold.corpus import index
from retold.corpus.articles import Corpus, packed, unpacked
from retold.flow import columns
from retold.flow.context import Context, ranges_of, spans_of
from retold.model import Article, Span
from retold.moments import day_number
from retold.steps import clean, fingerprint, story
from retold.tables import Ints

if TYPE_CHECKING:
    import pyarrow as pa

ARTICLES = "n bigint, name bigint, id string, press string, day double, text string, rest binary"
FURNITURE = "name bigint, id string, spans binary, reasons string"
HEADS = (
    "name bigint, words_key bigint, size bigint, grams binary,"
    " forms binary, times binary, shapes binary, languages bigint"
)
_FILE = 1_000  # articles of one file


def rows(corpus: Corpus) -> Iterator[pa.RecordBatch]:
    """The articles of a corpus, in their order; `press` is the outlet as furniture is looked for by it."""
    each = (_row(number, one) for number, one in enumerate(corpus))
    return columns.batches(ARTICLES, each, _FILE)


def _row(number: int, one: Article) -> tuple[object, ...]:
    press = clean.fold(one.outlet) if one.outlet else ""
    name = fingerprint.id_hash(one.id)
    return number, name, one.id, press, day_number(one.published), one.text, packed(one)


def furniture(context: Context, outlets: Iterable[pa.Table]) -> Iterator[pa.RecordBatch]:
    """What of each article is furniture, from all articles of an outlet at a time."""
    for table in outlets:
        yield from furniture_rows(clean.furniture(articles_of(table), context.settings.clean))


def furniture_rows(marks: Iterable[tuple[Span, str]]) -> Iterator[pa.RecordBatch]:
    """Furniture, with the reasons, as rows of `FURNITURE`."""
    found: dict[str, list[tuple[Span, str]]] = {}
    for span, why in marks:
        found.setdefault(str(span.article), []).append((span, why))
    return columns.batches(FURNITURE, (_row_of(name, held) for name, held in found.items()))


def _row_of(article: str, marks: list[tuple[Span, str]]) -> tuple[object, ...]:
    spans = ranges_of(span for span, _ in marks)
    return fingerprint.id_hash(article), article, spans, json.dumps([why for _, why in marks])


def marks_of(article: str, spans: bytes, reasons: str) -> list[tuple[Span, str]]:
    """The spans of a row of `FURNITURE`, each with its reason."""
    return list(zip(spans_of(article, spans), json.loads(reasons), strict=True))


def articles_of(table: columns.Rows) -> list[Article]:
    """The articles whose id, text and rest stand in a table."""
    each = (columns.values(table, name) for name in ("id", "text", "rest"))
    return [unpacked(*one) for one in zip(*each, strict=True)]


def heads(context: Context, given: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """The different n-grams and words of each article, and the languages that claim it."""
    for rows in given:
        if rows.num_rows:
            yield _heads(context, rows)


def _heads(context: Context, rows: pa.RecordBatch) -> pa.RecordBatch:
    ids, texts = columns.values(rows, "id"), columns.values(rows, "text")
    spans = zip(ids, columns.values(rows, "spans"), strict=True)
    hidden = {name: spans_of(name, held) for name, held in spans if held}
    kernels = context.kernels()
    grams, telling = index.read(texts, ids, hidden, context.settings.fingerprint, kernels)
    bags = kernels.bags(telling)
    article, hashes = _different(grams.article, grams.hash)
    bounds = np.searchsorted(article, np.arange(len(ids) + 1))
    words = bags.forms[bags.words], bags.times, bags.shapes[bags.words]
    held = [columns.cut(one, bags.bounds) for one in words]
    each = [grams.names, grams.keys, np.diff(bounds), columns.cut(hashes, bounds), *held]
    return columns.batch(HEADS, [*each, story.likeness.claims(bags)])


def _different(article: Ints, hashes: columns.Numbers) -> tuple[Ints, columns.Numbers]:
    """Each n-gram of an article once, rising."""
    order = np.lexsort((hashes, article))
    article, hashes = article[order], hashes[order]
    new = np.ones(len(hashes), np.bool_)
    new[1:] = (article[1:] != article[:-1]) | (hashes[1:] != hashes[:-1])
    return article[new], hashes[new]
