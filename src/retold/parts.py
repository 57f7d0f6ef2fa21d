"""The connected parts of a graph, by union and find (Tarjan 1975) with halved ways."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar

Node = TypeVar("Node", bound=Any)  # anything that can be hashed and sorted


def leaders(nodes: Iterable[Node], pairs: Iterable[tuple[Node, Node]]) -> dict[Node, Node]:
    """For each node the smallest one that a chain of pairs ties it to, itself where none is smaller.

    Raises `KeyError` for a pair with a strange node.

    >>> leaders("abcd", [("c", "b"), ("d", "c")])
    {'a': 'a', 'b': 'b', 'c': 'b', 'd': 'b'}
    """
    above = {node: node for node in nodes}

    def top(node: Node) -> Node:
        while above[node] != node:
            above[node] = above[above[node]]
            node = above[node]
        return node

    for a, b in pairs:
        low, high = sorted((top(a), top(b)))
        above[high] = low
    return {node: top(node) for node in above}
