"""The search for the cheapest tree, against all trees."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import replace

import pytest

from retold.algorithms.trees import preorder
from retold.settings import LineageSearch
from retold.steps.lineage import parsimony, skeleton
from tests.steps.lineage.helpers import table_of, versions


def trees(count: int) -> Iterator[list[int]]:
    """All trees over `count` nodes hung up at node 0."""
    for parents in itertools.product(range(count), repeat=count - 1):
        tree = [-1, *parents]
        if all(reaches_root(tree, node) for node in range(count)):
            yield tree


def reaches_root(tree: list[int], node: int) -> bool:
    for _ in tree:
        if node == 0:
            return True
        node = tree[node]
    return node == 0


@pytest.mark.parametrize("seed", range(4))
def test_the_search_finds_the_cheapest_tree_of_seen_versions(seed: int) -> None:
    """With unseen nodes priced out, all 125 labelled trees over five versions are tried."""
    table = table_of(versions(seed, 5))
    dear = LineageSearch(unseen_price=1e6, unseen_share=0.0)
    least = min(parsimony.total(table, tree, 1e6) for tree in trees(5))
    assert skeleton.search(table, dear.unseen_price, dear)[0].cost == pytest.approx(least)


@pytest.mark.parametrize("seed", range(4))
def test_the_search_finds_the_cheapest_tree_where_forks_have_a_price(seed: int) -> None:
    table = replace(table_of(versions(seed, 5)), fork=0.7)
    dear = LineageSearch(unseen_price=1e6, unseen_share=0.0)
    least = min(parsimony.total(table, tree, 1e6) for tree in trees(5))
    assert skeleton.search(table, dear.unseen_price, dear)[0].cost == pytest.approx(least)


@pytest.mark.parametrize("seed", range(4))
def test_an_unseen_node_is_taken_where_it_saves_more_than_its_price(seed: int) -> None:
    """All trees over four versions and one unseen node are tried beside those without it."""
    table = table_of(versions(seed, 4))
    price = 0.4
    seen = min(parsimony.total(table, tree, price) for tree in trees(4))
    with_one = min(
        parsimony.total(table, tree, price) for tree in trees(5) if tree.count(4) + (tree[4] >= 0) > 2
    )
    found = skeleton.search(table, price, LineageSearch())[0]
    assert found.cost <= min(seen, with_one) + 1e-9


def test_every_graft_costs_what_the_tree_it_makes_costs() -> None:
    table = table_of(versions(3, 6))
    whole = [-1, 0, 0, 1, 1, 2]
    rest = skeleton._pruned(table, whole, 4)
    found, branch = skeleton._views(table, whole, rest, 4)
    nodes = preorder(rest)
    at_node, on_edge = parsimony.grafts(found, nodes, branch)
    for number, node in enumerate(nodes):
        tree = skeleton._regrafted(table, whole, rest, 4, ("node", node))
        assert at_node[number] == pytest.approx(parsimony.total(table, tree, 0.0))
        if rest[node] >= 0:
            tree = skeleton._regrafted(table, whole, rest, 4, ("edge above", node))
            assert on_edge[number] == pytest.approx(parsimony.total(table, tree, 0.0))
