"""Rooted trees and forests as an array of parents, and the minimum spanning tree of a table of costs.

`parents[v]` is the parent of node v, NO_PARENT for a root, UNUSED for a number that stands for no node.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
Parents = list[int]

NO_PARENT = -1
UNUSED = -2


def preorder(parents: Sequence[int]) -> list[int]:
    """The nodes in use, parents before children, by levels and children by number. Linear.

    >>> preorder([-1, 2, 0, -2, 0])
    [0, 2, 4, 1]
    """
    children: dict[int, list[int]] = {}
    for node, parent in enumerate(parents):
        if parent != UNUSED:
            children.setdefault(parent, []).append(node)
    order = list(children.get(NO_PARENT, []))
    for node in order:
        order += children.get(node, [])
    return order


def subtree(parents: Sequence[int], top: int) -> list[int]:
    """`top` and all nodes below it, parents first. Linear in the whole tree.

    >>> subtree([-1, 2, 0, 1], 2)
    [2, 1, 3]
    """
    children: dict[int, list[int]] = {}
    for node, parent in enumerate(parents):
        children.setdefault(parent, []).append(node)
    order = [top]
    for node in order:
        order += children.get(node, [])
    return order


def descendants(parents: Sequence[int]) -> Bools:
    """`found[u, v]`: whether v is u or stands below it. Costs nodes times depth.

    >>> descendants([-1, 0, 1]).astype(int).tolist()
    [[1, 1, 1], [0, 1, 1], [0, 0, 1]]
    """
    count = len(parents)
    found = np.eye(count, dtype=bool)
    for node in range(count):
        above = parents[node]
        while above >= 0:
            found[above, node] = True
            above = parents[above]
    return found


def root_of(parents: Sequence[int], node: int) -> int:
    """The root above a node, itself where it is one."""
    while parents[node] >= 0:
        node = parents[node]
    return node


def rerooted(parents: Sequence[int], root: int) -> Parents:
    """The same tree with `root` for its root: the edges on the way up to the old one are turned.

    >>> rerooted([-1, 0, 1], 2)
    [1, 2, -1]
    """
    tree = list(parents)
    node, above = root, NO_PARENT
    while node >= 0:
        tree[node], node, above = above, tree[node], node
    return tree


def path_lengths(parents: Sequence[int]) -> Floats:
    """The number of edges between each two nodes of a forest, infinite between two trees; [nodes, nodes].

    Quadratic, as its result is.
    """
    lengths = np.full((len(parents),) * 2, np.inf)
    np.fill_diagonal(lengths, 0.0)
    placed: list[int] = []
    for node in preorder(parents):
        if parents[node] >= 0:
            lengths[node, placed] = lengths[placed, node] = lengths[parents[node], placed] + 1
        placed.append(node)
    return lengths


def spanning_tree(cost: Floats) -> Parents:
    """The minimum spanning tree from node 0, by a full table of costs; ties go to the smaller number.

    Prim, "Shortest connection networks and some generalizations", 1957; quadratic on a dense table.

    >>> spanning_tree(np.array([[0.0, 9.0, 1.0], [9.0, 0.0, 2.0], [1.0, 2.0, 0.0]]))
    [-1, 2, 0]
    """
    count = len(cost)
    parents = [NO_PARENT] + [0] * (count - 1)
    reach = cost[0].copy()
    reach[0] = math.inf
    left = set(range(1, count))
    while left:
        node = int(np.argmin(reach))
        left.discard(node)
        for other in left:
            if cost[node, other] < reach[other]:
                reach[other], parents[other] = cost[node, other], node
        reach[node] = math.inf
    return parents
