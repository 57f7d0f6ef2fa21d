"""Trees as arrays of parents, against networkx."""

from __future__ import annotations

import networkx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.algorithms import trees


@st.composite
def forests(draw: st.DrawFn) -> list[int]:
    """Each node below one of a smaller number, or a root."""
    return [draw(st.integers(-1, node - 1)) for node in range(draw(st.integers(1, 10)))]


def graph(parents: list[int]) -> networkx.DiGraph:
    found = networkx.DiGraph((p, v) for v, p in enumerate(parents) if p >= 0)
    found.add_nodes_from(range(len(parents)))
    return found


@given(forests())
def test_parents_come_before_children(parents: list[int]) -> None:
    order = trees.preorder(parents)
    assert sorted(order) == list(range(len(parents)))
    assert all(order.index(p) < order.index(v) for v, p in enumerate(parents) if p >= 0)


def test_a_number_without_a_node_stands_in_no_order() -> None:
    assert trees.preorder([-1, trees.UNUSED, 0]) == [0, 2]


@given(forests())
def test_descendants_and_subtrees_are_those_of_networkx(parents: list[int]) -> None:
    whole, found = graph(parents), trees.descendants(parents)
    for node in range(len(parents)):
        expected = networkx.descendants(whole, node) | {node}
        assert set(np.flatnonzero(found[node]).tolist()) == expected == set(trees.subtree(parents, node))


@given(forests())
def test_path_lengths_are_those_of_networkx(parents: list[int]) -> None:
    lengths = dict(networkx.all_pairs_shortest_path_length(graph(parents).to_undirected()))
    found = trees.path_lengths(parents)
    for u in range(len(parents)):
        assert [lengths[u].get(v, np.inf) for v in range(len(parents))] == found[u].tolist()


@given(forests(), st.integers(0, 9))
def test_a_rerooted_tree_has_the_same_edges_and_the_new_root(parents: list[int], root: int) -> None:
    root %= len(parents)
    found = trees.rerooted(parents, root)
    assert found[root] == trees.NO_PARENT
    assert trees.root_of(found, trees.root_of(parents, root)) == root
    assert {frozenset(e) for e in graph(found).edges} == {frozenset(e) for e in graph(parents).edges}


@given(st.integers(0, 10_000), st.integers(1, 9))
def test_the_spanning_tree_costs_what_that_of_networkx_costs(seed: int, size: int) -> None:
    cost = np.random.default_rng(seed).random((size, size))
    cost = cost + cost.T
    parents = trees.spanning_tree(cost)
    expected = networkx.minimum_spanning_tree(networkx.from_numpy_array(cost - np.diag(np.diag(cost))))
    assert len(trees.preorder(parents)) == size
    total = sum(cost[p, v] for v, p in enumerate(parents) if p >= 0)
    assert total == pytest.approx(expected.size(weight="weight"))
