"""The maximum branching, against all branchings and against networkx."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import networkx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retold.algorithms.arborescence import maximum_branching


def every_branching(count: int) -> Iterator[list[int]]:
    for parents in itertools.product(range(-1, count), repeat=count):
        if all(climbs_out(list(parents), node) for node in range(count)):
            yield list(parents)


def climbs_out(parents: list[int], node: int) -> bool:
    for _ in range(len(parents) + 1):
        if node < 0:
            return True
        node = parents[node]
    return False


@given(st.lists(st.integers(-9, 9), min_size=20, max_size=20))
@settings(max_examples=40, deadline=None)
def test_the_best_branching_is_the_best_of_all(values: list[int]) -> None:
    score, root = np.array(values[:16], dtype=float).reshape(4, 4), np.array(values[16:], dtype=float)

    def worth(parents: list[int]) -> float:
        return sum(float(root[v] if p < 0 else score[p, v]) for v, p in enumerate(parents))

    found = maximum_branching(score, root)
    assert found in list(every_branching(4))
    assert worth(found) == max(worth(p) for p in every_branching(4))


@given(st.integers(0, 10_000), st.integers(1, 12))
@settings(max_examples=40, deadline=None)
def test_the_best_branching_is_worth_what_that_of_networkx_is(seed: int, size: int) -> None:
    random = np.random.default_rng(seed)
    score, root = random.normal(0, 5, (size, size)), random.normal(0, 5, size)
    graph = networkx.DiGraph()
    graph.add_weighted_edges_from(("root", v, root[v]) for v in range(size))
    graph.add_weighted_edges_from((u, v, score[u, v]) for u in range(size) for v in range(size) if u != v)
    expected = networkx.maximum_spanning_arborescence(graph).size(weight="weight")
    found = maximum_branching(score, root)
    worth = sum(root[v] if p < 0 else score[p, v] for v, p in enumerate(found))
    assert worth == pytest.approx(expected)
