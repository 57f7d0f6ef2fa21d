"""Average linkage (UPGMA; Sokal & Michener, "A statistical method for evaluating systematic
relationships", 1958), of a whole table of likenesses and of a sparse graph.

`merges` works on a table; ties go to the smaller numbers, so that the order of merging depends on nothing
but the table. Cubic, with each step a pass over the table: for the tens of items of one family that is
quicker than loading `scipy.cluster.hierarchy`, against which a test holds it.

`SparseGroups` is near linear. The average product of two groups of vectors is the product of their sums
divided by the sizes: no table of pairs is needed. Only groups that some candidate pair joins are ever
compared, so unrelated items cost nothing, and no chain of neighbours can tie strangers: the average would
fall. Averages are computed late: a pair keeps its last known value, which can only be too high for the
better of its parts, until it comes to the top.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

Vector = tuple[NDArray[np.int32], NDArray[np.float64]]  # the places that are not 0, rising, and their values
Edge = tuple[int, int, float]


def merges(likeness: NDArray[Any]) -> Iterator[tuple[int, int, float]]:
    """All merges of a symmetric table of likenesses, none of them negative: the most alike first.

    Each is (number, number, mean likeness), numbers as in scipy: items come first, the k-th merge makes
    cluster n + k; the cluster with the smaller first item stands first. The diagonal does not count.

    >>> list(merges(np.array([[0.0, 0.25, 0.75], [0.25, 0.0, 0.5], [0.75, 0.5, 0.0]])))
    [(0, 2, 0.75), (3, 1, 0.375)]
    """
    table = likeness.copy()
    np.fill_diagonal(table, -1)
    number, size = list(range(len(table))), np.ones(len(table))
    for new in range(len(table), 2 * len(table) - 1):
        i, j = divmod(int(np.argmax(table)), len(table))
        i, j = min(i, j), max(i, j)
        yield number[i], number[j], float(table[i, j])
        average = (size[i] * table[i] + size[j] * table[j]) / (size[i] + size[j])
        gone = (table[i] < 0) | (table[j] < 0)
        table[i] = table[:, i] = np.where(gone, -1, average)
        table[j] = table[:, j] = -1
        size[i] += size[j]
        number[i] = new


def groups(likeness: NDArray[Any], least: float) -> list[list[int]]:
    """The items merged until no two groups are alike by `least` on average; each sorted, by first items.

    >>> groups(np.array([[0.0, 0.25, 0.75], [0.25, 0.0, 0.5], [0.75, 0.5, 0.0]]), 0.5)
    [[0, 2], [1]]
    """
    found = {item: [item] for item in range(len(likeness))}
    for new, (i, j, mean) in enumerate(merges(likeness), start=len(likeness)):
        if mean < least:
            break
        found[new] = sorted(found.pop(i) + found.pop(j))
    return sorted(found.values())


class Discount(Protocol):
    """What the likeness of two groups counts for, such as by the days between them."""

    def nearness(self, i: int, j: int) -> float:
        """Between 0 and 1."""

    def merge(self, keep: int, gone: int) -> None:
        """Let the group `keep` take in the group `gone`."""


class SparseGroups:
    """Groups of items with the sums of their vectors, merged pair by pair.

    `members` and `cohesion` (the weakest tie that holds a group together) are by group; `tolerance` is by
    how much the likeness of a merged pair may miss the best one that is known.
    """

    def __init__(
        self,
        vector: Callable[[int], Vector],
        edges: Iterable[Edge],
        least: float,
        discount: Discount,
        tolerance: float,
    ) -> None:
        self._vector, self._least, self._discount, self._tolerance = vector, least, discount, tolerance
        self._sums: dict[int, Vector] = {}  # of groups of two or more; a lone item's is its own vector
        self._near: dict[int, set[int]] = {}
        self._heap: list[tuple[float, int, int, int]] = []
        for i, j, likeness in edges:
            self._near.setdefault(i, set()).add(j)
            self._near.setdefault(j, set()).add(i)
            self._heap.append((-likeness * discount.nearness(i, j), i, j, 2))
        self.members = {one: [one] for one in self._near}
        self.cohesion = dict.fromkeys(self._near, 1.0)
        heapq.heapify(self._heap)

    def merged(self) -> dict[int, list[int]]:
        """Merge until no two groups are alike enough; the members of each group."""
        while self._heap:
            bound, i, j, size = heapq.heappop(self._heap)
            if -bound < self._least:
                break
            if i not in self.members or j not in self.members:
                continue
            known = size == len(self.members[i]) + len(self.members[j])
            likeness = -bound if known else self._average(i, j)
            if known or likeness >= max(self._least, self._best() - self._tolerance):
                self._merge(i, j, likeness)
            elif likeness >= self._least:
                self._push(i, j, likeness)
        return self.members

    def _best(self) -> float:
        return -self._heap[0][0] if self._heap else 0.0

    def _push(self, i: int, j: int, likeness: float) -> None:
        size = len(self.members[i]) + len(self.members[j])
        heapq.heappush(self._heap, (-likeness, min(i, j), max(i, j), size))

    def _merge(self, i: int, j: int, likeness: float) -> None:
        """The group with more neighbours takes in the other, so that few are touched."""
        keep, gone = (i, j) if (len(self._near[i]), -i) >= (len(self._near[j]), -j) else (j, i)
        self._sums[keep] = _added(self._sum(keep), self._sum(gone))
        self.members[keep] = self.members[keep] + self.members.pop(gone)
        self.cohesion[keep] = min(likeness, self.cohesion[keep], self.cohesion.pop(gone))
        self._sums.pop(gone, None)
        self._discount.merge(keep, gone)
        for other in sorted(self._near.pop(gone) - {keep}):
            self._near[other].discard(gone)
            self._near[other].add(keep)
            self._near[keep].add(other)
            average = self._average(keep, other)
            if average >= self._least:
                self._push(keep, other, average)
        self._near[keep].discard(gone)

    def _sum(self, group: int) -> Vector:
        found = self._sums.get(group)
        return self._vector(group) if found is None else found

    def _average(self, i: int, j: int) -> float:
        cosine = _product(self._sum(i), self._sum(j)) / (len(self.members[i]) * len(self.members[j]))
        return cosine * self._discount.nearness(i, j)


def _product(one: Vector, other: Vector) -> float:
    (words, weights), (among, values) = (one, other) if len(one[0]) <= len(other[0]) else (other, one)
    if not len(words):
        return 0.0
    places = np.minimum(np.searchsorted(among, words), len(among) - 1)
    both = among[places] == words
    return float((weights[both] * values[places[both]]).sum())


def _added(one: Vector, other: Vector) -> Vector:
    words, places = np.unique(np.concatenate([one[0], other[0]]), return_inverse=True)
    weights = np.bincount(places, np.concatenate([one[1], other[1]]), len(words))
    return words, weights.astype(np.float64)
