"""Candidate pairs: n-grams by partition, their partial meetings, and those that many hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import numpy as np

from retold.flow import columns
from retold.flow.context import PARTS, Context
from retold.steps import match

if TYPE_CHECKING:
    import pyarrow as pa

POSTINGS = "part bigint, hash bigint, name bigint"
MET = (
    "common bigint, a bigint, b bigint, times bigint, weight bigint"  # of common ones a is the n-gram, b who
)
PAIRS = "a bigint, b bigint"


def postings(given: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """A row for each different n-gram of each article."""
    for rows in given:
        hashes, bounds = columns.arrays(rows, "grams", np.int64)
        names = np.repeat(columns.numbers(rows, "name"), np.diff(bounds))
        yield columns.batch(POSTINGS, [hashes & (PARTS - 1), hashes, names])


def meetings(context: Context, parts: Iterable[pa.Table]) -> Iterator[pa.RecordBatch]:
    """Who meets whom in the n-grams of a part, how often and in what weight; and who holds common ones."""
    for table in parts:
        yield from _meetings(context, table)


def _meetings(context: Context, table: pa.Table) -> Iterator[pa.RecordBatch]:
    kernels, common = context.kernels(), context.settings.match.common
    names, places = np.unique(columns.numbers(table, "name"), return_inverse=True)
    order = np.argsort(places, kind="stable")
    hashes, owners = columns.numbers(table, "hash")[order], places[order].astype(np.int32)
    found, held, articles, _ = kernels.holders(hashes, owners, np.ones(len(names), np.bool_))
    (few, holders), (wide, who) = match.by_holders(found, held, articles, common)
    a, b, times, weight = kernels.sums(np.r_[0, np.cumsum(few)], holders, len(names), common)
    yield columns.batch(MET, [np.zeros(len(a), np.int64), names[a], names[b], times, weight])
    ones = np.ones(len(wide), np.int64)
    yield columns.batch(MET, [ones, wide, names[who], ones, ones])


def common(every: int, tables: Iterable[pa.Table]) -> Iterator[pa.RecordBatch]:
    """The pairs by common n-grams, of which one of `every` is kept; all rows stand in one table."""
    for table in tables:
        names, first, holders = np.unique(
            columns.numbers(table, "name"), return_index=True, return_inverse=True
        )
        held = match.Common(columns.numbers(table, "hash"), holders.astype(np.int32), every)
        sizes = columns.numbers(table, "size")[first].astype(np.int32)
        a, b = match.by_common(held, sizes, names)
        yield columns.batch(PAIRS, [names[np.minimum(a, b)], names[np.maximum(a, b)]])
