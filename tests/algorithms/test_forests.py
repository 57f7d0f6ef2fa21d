"""Sums over all forests, held against an enumeration of every forest of few nodes."""

from __future__ import annotations

from itertools import combinations, product

import numpy as np
import pytest

from retold.algorithms.forests import Floats, sum_over_forests, sum_over_trees


def is_forest(parents: tuple[int, ...]) -> bool:
    """Whether every node leads up to a root."""
    above = list(range(len(parents)))
    for _ in parents:
        above = [node if node < 0 else parents[node] for node in above]
    return all(node < 0 for node in above)


def enumerated(score: Floats, root: Floats) -> tuple[Floats, Floats]:
    """The same probabilities by the plain sum over all choices of parents that make a forest."""
    count = len(root)
    edges, roots, total = np.zeros((count, count)), np.zeros(count), 0.0
    for parents in product(range(-1, count), repeat=count):
        if not is_forest(parents):
            continue
        weight = float(np.exp(sum(root[v] if u < 0 else score[u, v] for v, u in enumerate(parents))))
        total += weight
        for v, u in enumerate(parents):
            if u < 0:
                roots[v] += weight
            else:
                edges[u, v] += weight
    return edges / total, roots / total


@pytest.mark.parametrize("count", [1, 2, 3, 4])
def test_the_determinant_gives_what_the_enumeration_of_all_forests_gives(count: int) -> None:
    rng = np.random.default_rng(count)
    score, root = rng.normal(scale=2.0, size=(count, count)), rng.normal(size=count)
    edges, roots = enumerated(score, root)
    found = sum_over_forests(score, root)
    assert np.allclose(found.edges, edges)
    assert np.allclose(found.roots, roots)


def test_each_node_has_one_source_or_is_a_root() -> None:
    rng = np.random.default_rng(5)
    found = sum_over_forests(rng.normal(scale=4.0, size=(60, 60)), np.full(60, -15.0))
    assert np.allclose(found.edges.sum(axis=0) + found.roots, 1.0)


def test_two_nodes_that_may_each_be_the_source_of_the_other_share_the_probability() -> None:
    found = sum_over_forests(np.zeros((2, 2)), np.full(2, -20.0))
    assert found.edges[0, 1] == pytest.approx(0.5, abs=1e-6)
    assert found.roots.tolist() == pytest.approx([0.5, 0.5], abs=1e-6)


def test_an_edge_that_hardly_counts_does_not_spoil_the_inversion() -> None:
    score = np.array([[0.0, 0.0, -400.0], [-700.0, 0.0, 0.0], [-700.0, -700.0, 0.0]])
    found = sum_over_forests(score, np.full(3, -15.0))
    assert found.edges[0, 1] == pytest.approx(1.0, abs=1e-5)
    assert found.edges[1, 2] == pytest.approx(1.0, abs=1e-5)
    assert found.roots[0] == pytest.approx(1.0, abs=1e-5)


def is_tree(edges: tuple[tuple[int, int], ...], count: int) -> bool:
    """Whether these edges, one less than the nodes, make no circle."""
    home = list(range(count))
    for a, b in edges:
        if home[a] == home[b]:
            return False
        home = [home[a] if one == home[b] else one for one in home]
    return True


@pytest.mark.parametrize("count", [2, 3, 4, 5])
def test_the_resistance_gives_what_the_enumeration_of_all_trees_gives(count: int) -> None:
    rng = np.random.default_rng(count)
    score = rng.normal(0.0, 2.0, (count, count))
    score = score + score.T
    wanted, total = np.zeros((count, count)), 0.0
    for edges in combinations(list(combinations(range(count), 2)), count - 1):
        if is_tree(edges, count):
            weight = float(np.exp(sum(score[edge] for edge in edges)))
            total += weight
            for a, b in edges:
                wanted[a, b] += weight
                wanted[b, a] += weight
    assert np.allclose(sum_over_trees(score), wanted / total, atol=1e-6)


def test_edges_of_very_unlike_weight_keep_the_sum_of_a_tree() -> None:
    score = np.array([[0.0, 400.0, 0.0], [400.0, 0.0, -300.0], [0.0, -300.0, 0.0]])
    found = sum_over_trees(score)
    assert np.isclose(found.sum() / 2, 2.0)
    assert found[0, 1] > 0.99
