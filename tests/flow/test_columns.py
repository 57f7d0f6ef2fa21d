"""Columns of record batches as arrays, and back."""

from __future__ import annotations

import numpy as np
import pyarrow as pa

from retold.flow import columns


def test_arrays_come_back_as_they_were_sent() -> None:
    flat, bounds = np.array([4, 5, 6, 7], np.uint16), np.array([0, 3, 3, 4])
    batch = columns.batch("who bigint, held binary", [[1, 2, 3], columns.cut(flat, bounds)])
    for rows in (batch, pa.Table.from_batches([batch, batch.slice(0, 0)])):
        found, places = columns.arrays(rows, "held", np.uint16)
        assert (found.tolist(), places.tolist()) == ([4, 5, 6, 7], [0, 3, 3, 4])


def test_a_piece_of_a_column_is_cut_from_its_own_place() -> None:
    pieces = columns.cut(np.arange(6, dtype=np.int64), np.array([2, 3, 6]))
    assert [np.frombuffer(one, np.int64).tolist() for one in pieces.to_pylist()] == [[2], [3, 4, 5]]


def test_nothing_is_an_empty_array_a_zero_and_no_number() -> None:
    batch = columns.batch("n bigint, day double, held binary", [[None], [None], [None]])
    assert columns.numbers(batch, "n").tolist() == [0]
    assert np.isnan(columns.reals(batch, "day")).all()
    assert columns.arrays(batch, "held", np.int64)[1].tolist() == [0, 0]


def test_rows_are_given_some_at_a_time() -> None:
    found = list(columns.batches("a bigint, b string", [(k, str(k)) for k in range(5)], 2))
    assert [one.num_rows for one in found] == [2, 2, 1]
    assert columns.values(found[2], "b") == ["4"]


def test_the_rows_of_one_kind_are_picked() -> None:
    table = pa.table({"kind": [0, 1, 0], "n": [7, 8, 9]})
    assert columns.values(columns.where(table, "kind", 0), "n") == [7, 9]
