"""Where in a text a rule may match: around the marks that each of its matches holds.

Rules are many and times few, so that looking for each rule at every place would take nearly all the time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

Marks = frozenset[str]
Places = Mapping[str, Sequence[int]]  # of each mark in a text, rising
Piece = Marks | str  # one mark out of a set, or one of the signs ( ) | ?


@dataclass(frozen=True, slots=True)
class Reach:
    """What is sure of every match of a rule: it holds a mark of each `needed` set, and few pieces."""

    needed: tuple[Marks, ...]
    longest: int  # pieces

    def stretches(self, places: Places, present: Marks) -> Iterator[tuple[int, int]]:
        """Parts of a text, from and before a piece, outside which no match lies; they do not touch.

        `present` are the marks of `places`.
        """
        low = high = -1
        for place in self._fewest(places, present):
            if place - self.longest >= high:
                if high >= 0:
                    yield low, high
                low = max(0, place - self.longest + 1)
            high = place + self.longest
        if high >= 0:
            yield low, high

    def _fewest(self, places: Places, present: Marks) -> list[int]:
        """The places of the needed set that has fewest; every place where nothing is needed."""
        held = [[places[mark] for mark in one & present] for one in self.needed]
        each = min(held, key=lambda some: sum(map(len, some)), default=list(places.values()))
        return sorted(place for some in each for place in some)


def places_of(marks: str) -> dict[str, list[int]]:
    """Where each mark stands.

    >>> places_of("aba")
    {'a': [0, 2], 'b': [1]}
    """
    found: dict[str, list[int]] = {}
    for place, mark in enumerate(marks):
        found.setdefault(mark, []).append(place)
    return found


def reach_of(pieces: Iterable[Piece]) -> Reach:
    """The reach of a rule, by the pieces of its pattern.

    >>> day, month, year = frozenset("d"), frozenset("m"), frozenset("y")
    >>> found = reach_of([day, "?", "(", month, "|", year, ")"])
    >>> [sorted(one) for one in found.needed], found.longest
    ([['m', 'y']], 2)
    """
    return _choice(iter(pieces))


def _choice(pieces: Iterator[Piece]) -> Reach:
    """Of what stands up to the end or the closing bracket: one of several rows of pieces."""
    rows: list[list[Reach]] = [[]]
    for piece in pieces:
        if piece == ")":
            break
        if piece == "|":
            rows.append([])
        elif piece == "?":
            rows[-1][-1] = Reach((), rows[-1][-1].longest)
        else:
            rows[-1].append(_choice(pieces) if isinstance(piece, str) else Reach((piece,), 1))
    return _one_of([_row(row) for row in rows])


def _row(row: Sequence[Reach]) -> Reach:
    return Reach(tuple(one for part in row for one in part.needed), sum(part.longest for part in row))


def _one_of(rows: Sequence[Reach]) -> Reach:
    longest = max(row.longest for row in rows)
    if len(rows) == 1:
        return rows[0]
    fewest = [min(row.needed, key=len) for row in rows if row.needed]
    return Reach((frozenset[str]().union(*fewest),) if len(fewest) == len(rows) else (), longest)
