"""Average linkage in rounds of reciprocal nearest neighbours."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.cluster import hierarchy
from scipy.spatial.distance import squareform

from retold.algorithms import components, reciprocal
from retold.algorithms.reciprocal import Linked

Edge = tuple[int, int, float]

SEEDS = st.integers(0, 10_000)
PLACES = np.arange(8, dtype=np.int32)


class Whole:
    """Likeness counts whole, whichever groups."""

    def nearness(self, *_: int) -> float:
        return 1.0

    def merge(self, keep: int, gone: int) -> None:
        pass


class ByDays:
    """Likeness counts less with the days between two groups."""

    def __init__(self, days: list[float]) -> None:
        self._sums, self._sizes = list(days), [1] * len(days)

    def nearness(self, i: int, j: int) -> float:
        return 1 / (1 + abs(self._sums[i] / self._sizes[i] - self._sums[j] / self._sizes[j]))

    def merge(self, keep: int, gone: int) -> None:
        self._sums[keep] += self._sums[gone]
        self._sizes[keep] += self._sizes[gone]


def vectors(seed: int, size: int) -> np.ndarray:
    """Unit vectors that are not negative."""
    found = np.random.default_rng(seed).random((size, 8)) ** 4
    return found / np.linalg.norm(found, axis=1)[:, None]


def every_edge(rows: np.ndarray) -> list[Edge]:
    cosine = rows @ rows.T
    return [(i, j, float(cosine[i, j])) for i in range(len(rows)) for j in range(i + 1, len(rows))]


def linked(
    rows: np.ndarray, edges: list[Edge], least: float, days: list[float] | None = None
) -> list[Linked]:
    discount = Whole() if days is None else ByDays(days)
    count = [round(cosine * discount.nearness(i, j), reciprocal.DIGITS) for i, j, cosine in edges]
    some = [(i, j, one) for (i, j, _), one in zip(edges, count, strict=True) if one >= least]
    one, other, likeness = np.array(some, np.float64).reshape(-1, 3).T
    sides = one.astype(np.int64), other.astype(np.int64)
    return reciprocal.linked(
        lambda i: (PLACES[: rows.shape[1]], rows[i]), (*sides, likeness), least, discount
    )


@given(SEEDS, st.integers(2, 12))
@settings(max_examples=60)
def test_the_groups_of_a_whole_graph_are_those_of_average_linkage(seed: int, size: int) -> None:
    rows = vectors(seed, size)
    found = linked(rows, every_edge(rows), 0.6)
    distance = squareform((1 - rows @ rows.T).clip(min=0) * (1 - np.eye(size)), checks=False)
    labels = hierarchy.fcluster(hierarchy.linkage(distance, "average"), 0.4, "distance").tolist()
    expected = [[i for i in range(size) if labels[i] == one] for one in set(labels)]
    assert [list(one.members) for one in found] == sorted(one for one in expected if len(one) > 1)


@given(SEEDS, st.integers(2, 20), st.randoms())
@settings(max_examples=60)
def test_the_order_of_the_edges_changes_nothing(seed: int, size: int, chance) -> None:
    rows, days = vectors(seed, size), np.random.default_rng(seed).integers(0, 4, size).tolist()
    edges = every_edge(rows)
    mixed = [(j, i, cosine) if chance.random() < 0.5 else (i, j, cosine) for i, j, cosine in edges]
    chance.shuffle(mixed)
    assert linked(rows, mixed, 0.4, days) == linked(rows, edges, 0.4, days)


@given(SEEDS, st.integers(2, 30))
@settings(max_examples=60)
def test_linking_each_connected_part_alone_is_linking_all(seed: int, size: int) -> None:
    rng = np.random.default_rng(seed)
    rows, days = vectors(seed, size), rng.integers(0, 4, size).tolist()
    edges = [edge for edge in every_edge(rows) if rng.random() < 2 / size]
    parts = components.members(range(size), [edge[:2] for edge in edges])
    alone = [one for part in parts for one in linked(rows, [e for e in edges if e[0] in part], 0.3, days)]
    assert sorted(alone) == linked(rows, edges, 0.3, days)


@given(SEEDS, st.integers(2, 14))
@settings(max_examples=40)
def test_items_that_keep_their_order_under_other_numbers_are_linked_alike(seed: int, size: int) -> None:
    rows = vectors(seed, size)
    far = np.vstack([np.zeros((5, 8)), rows])
    moved = [(i + 5, j + 5, cosine) for i, j, cosine in every_edge(rows)]
    expected = [
        Linked(tuple(i + 5 for i in one.members), one.cohesion) for one in linked(rows, every_edge(rows), 0.5)
    ]
    assert linked(far, moved, 0.5) == expected


def test_a_chain_of_neighbours_does_not_tie_strangers() -> None:
    """Neighbours are alike by .7, those two apart not at all: the average of three falls below .5."""
    angle = np.arccos(0.7)
    rows = np.array([[np.cos(k * angle), np.sin(k * angle)] for k in range(3)])
    assert linked(rows, [(0, 1, 0.7), (1, 2, 0.7)], 0.5) == [((0, 1), 0.7)]


def test_a_pair_that_days_keep_below_the_bar_is_no_edge() -> None:
    rows = np.ones((2, 1))
    assert linked(rows, [(0, 1, 1.0)], 0.5, [0.0, 1.0]) == [((0, 1), 0.5)]
    assert linked(rows, [(0, 1, 1.0)], 0.5, [0.0, 2.0]) == []


def test_the_cohesion_of_a_group_is_its_weakest_merge() -> None:
    rows = np.array([[1.0, 0.0], [1.0, 0.0], [0.8, 0.6]])
    (group,) = linked(rows, every_edge(rows), 0.5)
    assert group.members == (0, 1, 2)
    assert group.cohesion == pytest.approx(0.8)


def test_equally_near_groups_merge_with_the_smaller_one_first() -> None:
    """Three alike, the bar above what a group of two and the third have in common on average."""
    rows = np.array([[1.0, 0.0], [0.8, 0.6], [0.8, -0.6]])
    assert linked(rows, [(0, 1, 0.8), (0, 2, 0.8)], 0.6) == [((0, 1), 0.8)]
