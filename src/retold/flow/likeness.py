"""How alike articles are: counts and weights of words, vectors, the cosine of likely pairs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from retold.engines.connect import opened
from retold.flow import columns
from retold.flow.context import Context
from retold.steps import story
from retold.tables import Bags, Weights

if TYPE_CHECKING:
    import pyarrow as pa

COUNTS = "form bigint, holders bigint, shape bigint, languages bigint"
REPRINTED = "form bigint, report bigint"
WORDS = "form bigint, holders bigint, again bigint, shape bigint, languages bigint"
WEIGHTS = "form bigint, holders bigint, weight double, telling bigint"
VECTORS = "name bigint, forms binary, weights binary, telling binary"
TELLING = "form bigint, name bigint, weight bigint"
NEAR = "a bigint, b bigint, cosine double"
UNIT = 1 << 28  # parts of a weight of a telling word: whole numbers add up to the same in any order
_TWICE = (1 << 32) + 1  # times an article's number: the pair of it and itself
SLACK = 1e-6  # of a sum of products of such weights: what rounding may take from it


def counts(given: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """For each word of a batch how many articles hold it, its highest shape and its holders' languages."""
    for rows in given:
        flat, bounds = columns.arrays(rows, "forms", np.int64)
        forms, places, held = np.unique(flat, return_inverse=True, return_counts=True)
        shapes, languages = np.zeros(len(forms), np.int64), np.zeros(len(forms), np.int64)
        np.maximum.at(shapes, places, columns.arrays(rows, "shapes", np.uint8)[0])
        claimed = np.repeat(columns.numbers(rows, "languages"), np.diff(bounds))
        np.bitwise_or.at(languages, places, claimed)
        yield columns.batch(COUNTS, [forms, held, shapes, languages])


def reprinted(given: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """A row for each word of an article whose report others print too."""
    for rows in given:
        forms, bounds = columns.arrays(rows, "forms", np.int64)
        yield columns.batch(REPRINTED, [forms, np.repeat(columns.numbers(rows, "part"), np.diff(bounds))])


def weights(articles: int, reports: int, given: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """What each word weighs in a corpus of so many articles and different reports."""
    for rows in given:
        forms, holders, again, shapes, languages = (
            columns.numbers(rows, name) for name in columns.schema(WORDS).names
        )
        prior = story.likeness.prior(forms, shapes.astype(np.uint8), languages)
        found = story.likeness.of_counts(
            story.likeness.Counts(forms, holders, again, prior), articles, reports
        )
        weight, telling = found.weights.astype(np.float64), found.telling.astype(np.int64)
        yield columns.batch(WEIGHTS, [forms, holders, weight, telling])


def vectors(path: str, reports: int, given: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """The vector of each article; what words weigh is read from the table at `path`, once by each worker."""
    for rows in given:
        if rows.num_rows:
            yield _vectors(known(path, reports), rows)


def _vectors(held: tuple[Weights, columns.Numbers], rows: pa.RecordBatch) -> pa.RecordBatch:
    weights, holders = held
    flat, bounds = columns.arrays(rows, "forms", np.int64)
    times, shapes = columns.arrays(rows, "times", np.uint16)[0], columns.arrays(rows, "shapes", np.uint8)[0]
    forms, first, places = np.unique(flat, return_index=True, return_inverse=True)
    bags = Bags(places.astype(np.int32), times, bounds, forms, shapes[first])
    found = story.likeness.vectors(bags, weights)
    several = holders[np.searchsorted(weights.forms, forms)] > 1
    proposes = (found.telling & several)[found.words]
    each = [columns.cut(one, bounds) for one in (flat, found.weights, proposes.astype(np.uint8))]
    return columns.batch(VECTORS, [rows.column("name"), *each])


@lru_cache(maxsize=1)
def known(path: str, reports: int) -> tuple[Weights, columns.Numbers]:
    """What words weigh, from the table at `path`, and how many articles hold each."""
    from pyarrow import parquet

    files, root = opened(path)
    table = parquet.read_table(root, filesystem=files).sort_by("form")
    weight = columns.reals(table, "weight").astype(np.float32)
    telling = columns.numbers(table, "telling").astype(np.bool_)
    return (
        Weights(columns.numbers(table, "form"), weight, telling, reports),
        columns.numbers(table, "holders"),
    )


def telling(given: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """A row for each word of each article that may propose a pair, with its weight in parts of `UNIT`."""
    for rows in given:
        flags, bounds = columns.arrays(rows, "telling", np.uint8)
        keep = flags > 0
        names = np.repeat(columns.numbers(rows, "name"), np.diff(bounds))[keep]
        weight = columns.arrays(rows, "weights", np.float32)[0][keep].astype(np.float64)
        forms = columns.arrays(rows, "forms", np.int64)[0][keep]
        yield columns.batch(TELLING, [forms, names, np.rint(weight * UNIT).astype(np.int64)])


def near(context: Context, tables: Iterable[pa.Table]) -> Iterator[pa.RecordBatch]:
    """The cosine of each likely pair that is alike enough, from one article and all that it is paired with.

    Rows have `kind` 0 for the article itself and 1 for the others, which are looked at whatever their
    telling words bring if they are `known`; what both print (`prints`) decides as `story.near` has it.
    """
    for table in tables:
        yield _near(context, table)


def _near(context: Context, table: pa.Table) -> pa.RecordBatch:
    flat, bounds = columns.arrays(table, "forms", np.int64)
    weights, telling = (
        columns.arrays(table, name, kind)[0]
        for name, kind in (("weights", np.float32), ("telling", np.uint8))
    )
    places = np.unique(flat, return_inverse=True)[1].astype(np.int32)
    others = np.arange(1, table.num_rows)  # the article itself is the first row
    kernels, least = context.kernels(), context.settings.story.together
    cosine, lengths = (
        kernels.dots(bounds, places, weights, keys) for keys in (others, np.arange(table.num_rows) * _TWICE)
    )
    prints = columns.numbers(table, "prints")[1:]
    norms = np.sqrt(lengths)
    whole = story.likeness.whole_cosines(cosine, norms[0], norms[1:])
    cosine = np.where(prints > 0, whole, np.where(prints < 0, -1.0, cosine))
    some = telling > 0
    inside = np.r_[0, np.cumsum(some)][bounds]
    gain = kernels.dots(inside, places[some], weights[some], others)
    likely = (columns.numbers(table, "known")[1:] > 0) | (gain >= story.likeness.partial(least))
    keep = (cosine >= least) & likely
    a, b = columns.numbers(table, "a")[1:][keep], columns.numbers(table, "b")[1:][keep]
    return columns.batch(NEAR, [a, b, cosine[keep]])
