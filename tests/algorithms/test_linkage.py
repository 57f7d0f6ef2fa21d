"""Average linkage of a table, against scipy."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.cluster import hierarchy
from scipy.spatial.distance import squareform

from retold.algorithms import linkage

SEEDS = st.integers(0, 10_000)


def table(seed: int, size: int) -> np.ndarray:
    """Likenesses without ties."""
    upper = np.triu(np.random.default_rng(seed).random((size, size)), 1)
    return upper + upper.T


@given(SEEDS, st.integers(2, 12))
@settings(max_examples=40)
def test_merges_are_those_of_scipy(seed: int, size: int) -> None:
    likeness = table(seed, size)
    expected = hierarchy.linkage(squareform(1 - likeness - np.eye(size)), "average")
    found = list(linkage.merges(likeness))
    assert [sorted(merge[:2]) for merge in found] == [sorted(row[:2]) for row in expected.tolist()]
    assert [mean for _, _, mean in found] == pytest.approx((1 - expected[:, 2]).tolist())


@given(SEEDS, st.integers(2, 12))
@settings(max_examples=40)
def test_groups_are_scipys_clusters_cut_at_the_least(seed: int, size: int) -> None:
    likeness = table(seed, size)
    distance = squareform(1 - likeness - np.eye(size))
    labels = hierarchy.fcluster(hierarchy.linkage(distance, "average"), 0.5, "distance").tolist()
    expected = sorted([i for i in range(size) if labels[i] == one] for one in set(labels))
    assert linkage.groups(likeness, 0.5) == expected


def test_ties_go_to_the_smaller_numbers() -> None:
    assert [merge[:2] for merge in linkage.merges(np.full((4, 4), 0.5))] == [(0, 1), (4, 2), (5, 3)]


def test_one_item_is_never_merged() -> None:
    assert list(linkage.merges(np.ones((1, 1)))) == []
    assert linkage.groups(np.ones((1, 1)), 0.1) == [[0]]
