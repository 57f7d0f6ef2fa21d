"""Average linkage of a sparse graph in rounds of reciprocal nearest neighbours (Sumengen et al., "Scaling
hierarchical agglomerative clustering to billion-sized datasets", arXiv 2105.11653, 2021).

Two groups that are each other's nearest merge, all such pairs of a round at once. For likenesses that no
merge can raise this gives the tree of average linkage; what is merged in one place never waits for, or
depends on, what is more alike elsewhere: each connected part of the graph may be linked by itself, in any
order, on any machine.

The average product of two groups of vectors is the product of their sums divided by the sizes, so no table
of pairs is needed. Only groups that an edge joins are compared, and an edge ends when the likeness of its
groups falls below the bar: no chain of neighbours can tie strangers. Near linear in edges; a dozen rounds
or two.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

Vector = tuple[NDArray[np.int32], NDArray[np.float64]]  # the places that are not 0, rising, and their values
Edges = tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float64]]  # two items each, and their likeness
Pair = tuple[int, int]

DIGITS = 9  # of a likeness: sums that differ by the order of their parts only are equal


class Discount(Protocol):
    """What the likeness of two groups counts for, such as by the days between them."""

    def nearness(self, i: int, j: int) -> float:
        """Between 0 and 1."""

    def merge(self, keep: int, gone: int) -> None:
        """Let the group `keep` take in the group `gone`."""


class Linked(NamedTuple):
    """A group of two items or more, rising, and the weakest of the merges that made it."""

    members: tuple[int, ...]
    cohesion: float


def linked(vector: Callable[[int], Vector], edges: Edges, least: float, discount: Discount) -> list[Linked]:
    """The groups in which items are alike by `least` on average, by their first items.

    `vector` gives the unit vector of an item, `edges` the pairs that are so alike, with what their likeness
    counts for. A group is known by its smallest item; among equals the smaller one is nearer.

    >>> class Whole:
    ...     def nearness(self, i, j): return 1.0
    ...     def merge(self, keep, gone): pass
    >>> one = np.zeros(1, np.int32), np.ones(1)
    >>> linked(lambda item: one, (np.array([0]), np.array([2]), np.ones(1)), 0.5, Whole())
    [Linked(members=(0, 2), cohesion=1.0)]
    """
    groups = _Groups(vector, edges, least, discount)
    changed = set(groups.near)
    while pairs := groups.reciprocal(changed):
        changed = groups.merge(pairs)
    found = ((tuple(sorted(members)), groups.cohesion[k]) for k, members in groups.members.items())
    return sorted(Linked(*one) for one in found)


class _Groups:
    """Groups of items with the sums of their vectors, and which of them are alike enough."""

    def __init__(
        self, vector: Callable[[int], Vector], edges: Edges, least: float, discount: Discount
    ) -> None:
        self._vector, self._least, self._discount = vector, least, discount
        self._sums: dict[int, Vector] = {}  # of groups of two or more; a lone item's is its own vector
        self._nearest: dict[int, int] = {}
        self.members: dict[int, list[int]] = {}  # of groups of two or more
        self.cohesion: dict[int, float] = {}
        self.near: dict[int, dict[int, float]] = {}
        for i, j, likeness in zip(*(column.tolist() for column in edges), strict=True):
            self.near.setdefault(i, {})[j] = self.near.setdefault(j, {})[i] = likeness

    def reciprocal(self, changed: Iterable[int]) -> list[Pair]:
        """The pairs that are each other's nearest, one of each being among those that changed."""
        some = list(changed)
        for one in some:
            near = self.near.get(one)
            if near:
                self._nearest[one] = min(near, key=lambda other: (-near[other], other))
            else:
                self._nearest.pop(one, None)
        mutual = ((one, self._nearest[one]) for one in some if one in self._nearest)
        return sorted({(min(p), max(p)) for p in mutual if self._nearest.get(p[1]) == p[0]})

    def merge(self, pairs: list[Pair]) -> set[int]:
        """Merge each pair; the groups whose neighbours are no longer what they were."""
        heirs = dict(pairs)
        gone = {second: first for first, second in pairs}
        around = {first: self._around(first, second, gone) for first, second in pairs}
        for first, second in pairs:
            self._take_in(first, second)
        touched = set(heirs)
        for first in heirs:
            touched |= around[first]
            for other in around[first]:
                if first < other or other not in heirs:
                    self._compare(first, other)
        return touched

    def _around(self, first: int, second: int, gone: Mapping[int, int]) -> set[int]:
        """The groups that either of two has near, by what they are called after this round."""
        found = {gone.get(other, other) for other in (*self.near[first], *self.near[second])}
        return found - {first}

    def _take_in(self, first: int, second: int) -> None:
        """Let the first group have what the second has; whoever had the second near has it no longer."""
        likeness = self.near[first][second]
        self._sums[first] = _added(self._sum(first), self._sum(second))
        self.members[first] = self.members.get(first, [first]) + self.members.pop(second, [second])
        self.cohesion[first] = min(likeness, self.cohesion.get(first, 1.0), self.cohesion.pop(second, 1.0))
        self._sums.pop(second, None)
        self._nearest.pop(second, None)
        self._discount.merge(first, second)
        for other in self.near.pop(second):
            self.near.get(other, {}).pop(second, None)

    def _compare(self, i: int, j: int) -> None:
        """Note how alike two groups are now, or that they are not."""
        sizes = len(self.members.get(i, (i,))) * len(self.members.get(j, (j,)))
        cosine = product(self._sum(i), self._sum(j)) / sizes
        likeness = round(cosine * self._discount.nearness(i, j), DIGITS)
        if likeness >= self._least:
            self.near[i][j] = self.near[j][i] = likeness
        else:
            self.near[i].pop(j, None)
            self.near[j].pop(i, None)

    def _sum(self, group: int) -> Vector:
        found = self._sums.get(group)
        return self._vector(group) if found is None else found


def product(one: Vector, other: Vector) -> float:
    """The sum of the products of the values at the places that both have."""
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
