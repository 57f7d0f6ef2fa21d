"""Partial meetings of n-grams add up to what is found of all at once."""

from __future__ import annotations

import numpy as np
import pyarrow as pa

from retold import kernels
from retold.flow import columns, matching
from retold.flow.context import Context
from retold.steps import match
from tests.flow.conftest import QUIET

CONTEXT = Context(QUIET, 100)
HASHES = np.random.default_rng(5).integers(1, 1 << 40, 400)


def heads() -> pa.RecordBatch:
    """Eighty articles: each has some rare n-grams with its neighbours, and two that all have."""
    each = [np.unique(np.r_[HASHES[k : k + 30], HASHES[-2:]]) for k in range(80)]
    bounds = np.cumsum([0, *map(len, each)])
    return columns.batch(
        "name bigint, grams binary", [1000 + np.arange(80), columns.cut(np.concatenate(each), bounds)]
    )


def met(parts: int) -> dict[tuple[int, ...], tuple[int, int]]:
    """The sums of all meetings when n-grams lie in so many parts."""
    table = pa.Table.from_batches(matching.postings([heads()]))
    place = columns.numbers(table, "part") % parts
    tables = (table.filter(pa.array(place == part)) for part in range(parts))
    found: dict[tuple[int, ...], tuple[int, int]] = {}
    for row in pa.Table.from_batches(matching.meetings(CONTEXT, tables)).to_pylist():
        key = row["common"], row["a"], row["b"]
        times, weight = found.get(key, (0, 0))
        found[key] = times + row["times"], weight + row["weight"]
    return found


def test_parts_add_up_to_the_whole() -> None:
    whole = met(1)
    assert whole == met(3) == met(256)
    assert {key[0] for key in whole} == {0, 1}


def test_sums_are_what_meetings_are_told_by() -> None:
    bounds, articles = np.array([0, 2, 5, 7]), np.array([0, 1, 0, 1, 2, 0, 1], np.int32)
    for one in (kernels.choose("reference"), kernels.choose("compiled")):
        a, b, times, weight = one.sums(bounds, articles, 3, 10)
        assert list(zip(a.tolist(), b.tolist(), times.tolist(), strict=True)) == [
            (0, 1, 3),
            (0, 2, 1),
            (1, 2, 1),
        ]
        *_, told = one.meetings(bounds, articles, np.ones(3, np.int32), (10, 1, 0.0))
        assert weight.tolist() == told.tolist()


def test_what_all_hold_ties_each_to_the_one_that_stands_for_them() -> None:
    names, hashes = np.repeat([70, 50, 60], 4), np.tile([1, 2, 3, 4], 3)
    table = pa.table({"hash": hashes, "name": names, "size": np.full(12, 4)})
    (found,) = matching.common(1, [table])
    assert {(row["a"], row["b"]) for row in found.to_pylist()} == {(50, 60), (50, 70)}
    sizes, places = np.full(3, 4, np.int32), np.repeat(np.array([2, 0, 1], np.int32), 4)
    a, _ = match.by_common(match.Common(hashes, places, 1), sizes, np.array([50, 60, 70]))
    assert len(a) == found.num_rows
