"""Scores for a lineage against the true one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

from retold.model import Lineage

Pairs = set[tuple[str, str]]
Distances = Mapping[str, Mapping[str, int]]


@dataclass(slots=True)
class Tally:
    """Counts over many families, for one F1."""

    right: int = 0
    given: int = 0
    wanted: int = 0

    def add(self, given: Iterable[object], wanted: Iterable[object]) -> None:
        """Count what is given against what is wanted."""
        mine, true = set(given), set(wanted)
        self.right += len(mine & true)
        self.given += len(mine)
        self.wanted += len(true)

    @property
    def precision(self) -> float:
        return self.right / self.given if self.given else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.wanted if self.wanted else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall.

        >>> tally = Tally(); tally.add({1, 2}, {2, 3}); tally.f1
        0.5
        """
        both = self.given + self.wanted
        return 2 * self.right / both if both else 1.0


def directed(found: Lineage) -> Pairs:
    """Edges that the lineage gives a direction."""
    return {(e.source, e.copy) for e in found.derivations if e.directed}


def undirected(edges: Iterable[tuple[str, str]]) -> set[frozenset[str]]:
    """Edges without their direction.

    >>> undirected([("a", "b"), ("b", "a")]) == {frozenset("ab")}
    True
    """
    return {frozenset(e) for e in edges}


def all_edges(found: Lineage) -> Pairs:
    """All edges of a lineage as pairs of ids."""
    return {(e.source, e.copy) for e in found.derivations}


def siblings(edges: Iterable[tuple[str, str]], unseen: set[str]) -> set[frozenset[str]]:
    """Pairs of seen versions that are copies, through unseen ones only, of one unseen source.

    >>> siblings([("h", "a"), ("h", "g"), ("g", "b"), ("c", "d")], {"h", "g"}) == {frozenset("ab")}
    True
    """
    edges = list(edges)
    pairs = set()
    for node in unseen:
        below, waiting = set(), [v for u, v in edges if u == node]
        while waiting:
            one = waiting.pop()
            if one in unseen:
                waiting += [v for u, v in edges if u == one]
            else:
                below.add(one)
        pairs |= {frozenset(p) for p in combinations(sorted(below), 2)}
    return pairs


def ancestors(edges: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    """For each copy all that it goes back to, near and far.

    >>> ancestors([("a", "b"), ("b", "c")])["c"] == {"a", "b"}
    True
    """
    sources: dict[str, set[str]] = {}
    for u, v in edges:
        sources.setdefault(v, set()).add(u)
    found = {}
    for copy in sources:
        above: set[str] = set()
        waiting = [copy]
        while waiting:
            fresh = sources.get(waiting.pop(), set()) - above
            above |= fresh
            waiting += fresh
        found[copy] = above
    return found


def nearest_extant(edges: Iterable[tuple[str, str]], seen: set[str]) -> Pairs:
    """Each seen copy with its nearest seen ancestors: through unseen sources, never past a seen one.

    >>> nearest_extant([("a", "h"), ("h", "b"), ("b", "c")], set("abc")) == {("a", "b"), ("b", "c")}
    True
    """
    sources: dict[str, set[str]] = {}
    for u, v in edges:
        sources.setdefault(v, set()).add(u)
    pairs = set()
    for copy in seen:
        waiting, known = list(sources.get(copy, ())), {copy}
        while waiting:
            one = waiting.pop()
            if one in seen:
                pairs.add((one, copy))
            elif one not in known:
                known.add(one)
                waiting += sources.get(one, ())
    return pairs


def seconds(edges: Iterable[tuple[str, str]], main: Iterable[tuple[str, str]]) -> Pairs:
    """The edges of copies with two or more sources, but those known to be from the main one.

    >>> seconds([("a", "c"), ("b", "c"), ("a", "d")], [("a", "c"), ("a", "d")])
    {('b', 'c')}
    """
    edges = set(edges)
    sources = [v for _, v in edges]
    return {(u, v) for u, v in edges if sources.count(v) > 1} - set(main)


def path_lengths(edges: Iterable[tuple[str, str]], among: Iterable[str]) -> Distances:
    """Number of edges between nodes, direction aside.

    >>> path_lengths([("a", "b"), ("b", "c")], ["a", "c"])["a"]["c"]
    2
    """
    beside: dict[str, set[str]] = {}
    for u, v in edges:
        beside.setdefault(u, set()).add(v)
        beside.setdefault(v, set()).add(u)
    found = {}
    for start in among:
        length, waiting = {start: 0}, [start]
        for node in waiting:
            fresh = [x for x in sorted(beside.get(node, ())) if x not in length]
            length.update((x, length[node] + 1) for x in fresh)
            waiting += fresh
        found[start] = length
    return found


def sign_similarity(found: Distances, true: Distances, sigils: Iterable[str]) -> float:
    """Average sign similarity (Roos and Heikkilä 2009), 0 to 1.

    For each three witnesses a, b, c: is b or c nearer to a? 1 for the same answer,
    1/2 if only one of the two says "equally near", 0 for the opposite.

    >>> line = path_lengths([("a", "b"), ("b", "c")], "abc")
    >>> star = path_lengths([("x", "a"), ("x", "b"), ("x", "c")], "abc")
    >>> sign_similarity(line, line, "abc"), round(sign_similarity(star, line, "abc"), 3)
    (1.0, 0.667)
    """
    total, count = 0.0, 0
    names = sorted(sigils)
    for a in names:
        for b, c in combinations([n for n in names if n != a], 2):
            total += 1 - abs(_sign(found[a], b, c) - _sign(true[a], b, c)) / 2
            count += 1
    return total / count if count else 1.0


def _sign(lengths: Mapping[str, int], b: str, c: str) -> int:
    far = 1_000_000
    first, second = lengths.get(b, far), lengths.get(c, far)
    return (first > second) - (first < second)


def calibration_error(supports: Iterable[tuple[float, bool]], bins: int = 10) -> float:
    """Expected calibration error: mean gap between support and share of right ones, by bins.

    >>> calibration_error([(1.0, True), (1.0, False)])
    0.5
    """
    boxes: dict[int, list[tuple[float, bool]]] = {}
    for support, right in supports:
        boxes.setdefault(min(bins - 1, int(support * bins)), []).append((support, right))
    count = sum(map(len, boxes.values()))
    gaps = [abs(sum(s for s, _ in box) - sum(r for _, r in box)) for box in boxes.values()]
    return sum(gaps) / count if count else 0.0
