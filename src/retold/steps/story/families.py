"""Families: the articles of a story that copying ties together.

Average linkage over the probabilities of copying. Single ties would do for a
copy and its source, but a quotation that everyone prints would then chain all
own reporting into the family. Where two versions were never aligned (they were
ranked apart in a dispatch that very many print) the known ties speak for them.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping, Sequence

Tie = tuple[str, str]


def tied(articles: Sequence[str], copying: Mapping[Tie, float], least: float) -> list[tuple[str, ...]]:
    """Split a story's articles into families; one that copying ties to none stands alone.

    `copying` has the probability for each aligned pair, the smaller id first.

    >>> tied(["a", "b", "c"], {("a", "b"): 0.9, ("b", "c"): 0.2}, 0.5)
    [('a', 'b'), ('c',)]
    """
    linkage = _Linkage(copying.items(), least)
    linkage.merge()
    grouped = {member for family in linkage.members.values() for member in family}
    alone: list[tuple[str, ...]] = [(one,) for one in articles if one not in grouped]
    return sorted([tuple(sorted(family)) for family in linkage.members.values()] + alone)


class _Linkage:
    """Groups with the sum and the number of the known ties between each two."""

    def __init__(self, ties: Iterable[tuple[Tie, float]], least: float) -> None:
        self._least = least
        self._between: dict[str, dict[str, tuple[float, int]]] = {}
        self._heap: list[tuple[float, str, str]] = []
        for (a, b), value in ties:
            self._between.setdefault(a, {})[b] = (value, 1)
            self._between.setdefault(b, {})[a] = (value, 1)
            self._heap.append((-value, min(a, b), max(a, b)))
        self.members = {one: [one] for one in self._between}
        heapq.heapify(self._heap)

    def merge(self) -> None:
        while self._heap:
            value, a, b = heapq.heappop(self._heap)
            if -value < self._least:
                return
            total, count = self._between.get(a, {}).get(b, (0.0, 0))
            if count and -value == total / count:
                self._join(a, b)

    def _join(self, a: str, b: str) -> None:
        """Put the group with fewer ties into the other; an older entry of the heap is known by its value."""
        keep, gone = (a, b) if len(self._between[a]) >= len(self._between[b]) else (b, a)
        self.members[keep] += self.members.pop(gone)
        for other, (total, count) in sorted(self._between.pop(gone).items()):
            del self._between[other][gone]
            if other != keep:
                before, times = self._between[keep].get(other, (0.0, 0))
                both = (before + total, times + count)
                self._between[keep][other] = self._between[other][keep] = both
                heapq.heappush(self._heap, (-both[0] / both[1], min(keep, other), max(keep, other)))
