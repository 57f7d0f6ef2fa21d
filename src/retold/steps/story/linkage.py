"""Average linkage over a sparse graph of candidates, near linear.

The average cosine between two groups of unit vectors is the product of their
sums, divided by the sizes: no table of pairs is needed. Only groups that some
candidate pair joins are ever compared, so unrelated articles cost nothing, and
no chain of neighbours can tie strangers: the average would fall.

Averages are computed late: a pair keeps its last known value, which can only
be too high for the better of its parts, until it comes to the top.

What likeness counts for depends on the days between two groups (see `nearness`).
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable

import numpy as np
from numpy.typing import NDArray

from retold import parameters
from retold.steps.story.nearness import Calendar

Vector = tuple[NDArray[np.int32], NDArray[np.float64]]  # words, rising, and their weights
Edge = tuple[int, int, float]

_P = parameters.of("story", "linkage")
_TOLERANCE = _P.number("tolerance")


class Groups:
    """Groups of articles with the sums of their vectors, merged pair by pair.

    `members` and `tie` (the weakest tie that holds a group together) are by group.
    """

    def __init__(
        self, vector: Callable[[int], Vector], edges: Iterable[Edge], least: float, calendar: Calendar
    ) -> None:
        self._vector, self._least, self._calendar = vector, least, calendar
        self._sums: dict[int, Vector] = {}  # of groups of two or more; a lone article's is its own vector
        self._near: dict[int, set[int]] = {}
        self._heap: list[tuple[float, int, int, int]] = []
        for i, j, likeness in edges:
            self._near.setdefault(i, set()).add(j)
            self._near.setdefault(j, set()).add(i)
            self._heap.append((-likeness * calendar.nearness(i, j), i, j, 2))
        self.members = {one: [one] for one in self._near}
        self.tie = dict.fromkeys(self._near, 1.0)
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
            if known or likeness >= max(self._least, self._best() - _TOLERANCE):
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
        self.tie[keep] = min(likeness, self.tie[keep], self.tie.pop(gone))
        self._sums.pop(gone, None)
        self._calendar.merge(keep, gone)
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
        return cosine * self._calendar.nearness(i, j)


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
