"""Average linkage of a table and of a sparse graph, against scipy."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.cluster import hierarchy
from scipy.spatial.distance import squareform

from retold.algorithms import linkage

SEEDS = st.integers(0, 10_000)


class Even:
    """Likeness counts whole, whichever groups."""

    def nearness(self, *_: int) -> float:
        return 1.0

    def merge(self, keep: int, gone: int) -> None:
        pass


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


def vectors(seed: int, size: int) -> np.ndarray:
    """Unit vectors that are not negative."""
    found = np.random.default_rng(seed).random((size, 8)) ** 4
    return found / np.linalg.norm(found, axis=1)[:, None]


@given(SEEDS, st.integers(2, 10))
@settings(max_examples=40)
def test_sparse_groups_of_a_whole_graph_are_scipys_clusters(seed: int, size: int) -> None:
    rows = vectors(seed, size)
    cosine = rows @ rows.T
    edges = [(i, j, float(cosine[i, j])) for i in range(size) for j in range(i + 1, size)]
    places = np.arange(8, dtype=np.int32)
    sparse = linkage.SparseGroups(lambda i: (places, rows[i]), edges, 0.6, Even(), tolerance=0.0)
    found = sorted(sorted(group) for group in sparse.merged().values())
    distance = squareform((1 - cosine).clip(min=0) * (1 - np.eye(size)), checks=False)
    labels = hierarchy.fcluster(hierarchy.linkage(distance, "average"), 0.4, "distance").tolist()
    assert found == sorted([i for i in range(size) if labels[i] == one] for one in set(labels))


def test_a_chain_of_neighbours_does_not_tie_strangers() -> None:
    """Neighbours are alike by .7, those two apart not at all: the average of three falls below .5."""
    angle = np.arccos(0.7)
    rows = np.array([[np.cos(k * angle), np.sin(k * angle)] for k in range(3)])
    places = np.arange(2, dtype=np.int32)
    edges = [(0, 1, 0.7), (1, 2, 0.7)]
    groups = linkage.SparseGroups(lambda i: (places, rows[i]), edges, 0.5, Even(), tolerance=0.0)
    assert sorted(map(len, groups.merged().values())) == [1, 2]


def test_the_cohesion_of_a_group_is_its_weakest_merge() -> None:
    places, rows = np.arange(1, dtype=np.int32), np.ones(1)
    groups = linkage.SparseGroups(lambda _: (places, rows), [(0, 1, 1.0)], 0.5, Even(), tolerance=0.0)
    assert groups.merged() == {0: [0, 1]}
    assert groups.cohesion == {0: 1.0}
