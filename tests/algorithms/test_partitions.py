"""Rows by their key: equal keys lie together, in memory and in files."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from retold.algorithms.partitions import HashPartitions


@pytest.mark.parametrize("on_disk", [False, True])
def test_equal_keys_lie_in_one_partition_in_their_order(tmp_path: Path, on_disk: bool) -> None:
    parts = HashPartitions(4, tmp_path if on_disk else None)
    parts.put(np.array([5, 2, 9, 1], np.int64), np.array([0, 0, 1, 1], np.int32))
    parts.put(np.array([5, 6], np.int64), np.array([2, 3], np.int32))
    found = [(keys.tolist(), articles.tolist()) for keys, articles in parts]
    assert found == [([], []), ([5, 9, 1, 5], [0, 1, 1, 2]), ([2, 6], [0, 3]), ([], [])]
    assert not list(tmp_path.iterdir())


def test_a_partition_is_empty_once_it_was_read() -> None:
    parts = HashPartitions(1)
    parts.put(np.array([7], np.int64), np.array([0], np.int32))
    assert [len(keys) for keys, _ in parts] == [1]
    assert [len(keys) for keys, _ in parts] == [0]
