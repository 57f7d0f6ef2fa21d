"""The connected components of a graph, by union-find (Tarjan, "Efficiency of a good but not linear set
union algorithm", 1975) with path halving (Tarjan & van Leeuwen 1984).

Near linear in nodes and pairs: the smaller node stays the representative, so that results do not depend
on the order of the pairs.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar

Node = TypeVar("Node", bound=Any)  # anything that can be hashed and sorted


def representatives(nodes: Iterable[Node], pairs: Iterable[tuple[Node, Node]]) -> dict[Node, Node]:
    """For each node the smallest one of its component, in the order of the nodes.

    Raises `KeyError` for a pair with a node that is not among `nodes`.

    >>> representatives("abcd", [("c", "b"), ("d", "c")])
    {'a': 'a', 'b': 'b', 'c': 'b', 'd': 'b'}
    """
    parent = {node: node for node in nodes}

    def root(node: Node) -> Node:
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    for a, b in pairs:
        low, high = sorted((root(a), root(b)))
        parent[high] = low
    return {node: root(node) for node in parent}


def members(nodes: Iterable[Node], pairs: Iterable[tuple[Node, Node]]) -> list[list[Node]]:
    """The components, each with its nodes in their order, in the order of their first nodes.

    >>> members([3, 1, 2], [(2, 3)])
    [[3, 2], [1]]
    """
    found: dict[Node, list[Node]] = {}
    for node, representative in representatives(nodes, pairs).items():
        found.setdefault(representative, []).append(node)
    return list(found.values())
