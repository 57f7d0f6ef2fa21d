"""How far a passage reaches on either side of the words it began with.

A word speaks for a passage by its weight: in full where its partner stands in
the passage's other side, by half where a word of its stem stands near there,
by a quarter where another word stands in its place; a fixed price is taken off
for every word. A side reaches as far as its sum rises, over dips no deeper than
`settings.drop` (the X-drop extension of Altschul et al. 1990); a side that comes
to less than such a dip is no passage.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from retold import parameters
from retold.settings import Align
from retold.steps.align.workspace import Workspace

Range = tuple[int, int]  # words, half-open

_P = parameters.of("align", "extension")
_NEAR = _P.integer("near")
_REPLACED = _P.number("replaced")
_STEM = _P.number("stem")


@dataclass(frozen=True, slots=True)
class Side:
    """One text's words as plain lists: their partners, weights and stems."""

    partner: list[int]
    weight: list[float]
    stem: list[int]


def sides(workspace: Workspace) -> tuple[Side, Side]:
    """Both texts; a word inside furniture costs so much that no passage goes over it."""
    encoded = workspace.encoded
    stems_a, stems_b, _ = encoded.stems
    weight_a = np.where(encoded.hidden_a, np.inf, encoded.weight[encoded.ids_a])
    weight_b = np.where(encoded.hidden_b, np.inf, encoded.weight[encoded.ids_b])
    stems_a, stems_b = np.where(encoded.hidden_a, -1, stems_a), np.where(encoded.hidden_b, -2, stems_b)
    return (
        Side(workspace.to_b.tolist(), weight_a.tolist(), stems_a.tolist()),
        Side(workspace.to_a.tolist(), weight_b.tolist(), stems_b.tolist()),
    )


def extended(here: Side, there: Side, core: Range, other: Range, settings: Align) -> Range | None:
    """The best part of the core, extended to both sides; None if it comes to too little.

    `other` is the core in the other text, around which words of `here` are looked for.
    """
    value = _contribution(here, there, other, settings.price)
    low, high, total = _best(value, core)
    below, more = _extent(value, range(low - 1, -1, -1), settings.drop)
    above, rest = _extent(value, range(high, len(here.partner)), settings.drop)
    return (low - below, high + above) if total + more + rest >= settings.drop else None


def _contribution(here: Side, there: Side, other: Range, price: float) -> Callable[[int], float]:
    """What a word adds to a passage whose other side is known."""
    low, high = max(0, other[0] - _NEAR), other[1] + _NEAR
    stems = set(there.stem[low:high])

    def value(place: int) -> float:
        partner, share = here.partner[place], 0.0
        if low <= partner < high:
            share = 1.0 if there.stem[partner] == here.stem[place] else _REPLACED
        elif here.stem[place] in stems:
            share = _STEM
        return here.weight[place] * (share - price)

    return value


def _best(value: Callable[[int], float], core: Range) -> tuple[int, int, float]:
    """The part of the core with the greatest sum (Kadane): where it begins, ends, and its sum."""
    best, found = 0.0, (core[0], core[0])
    total, start = 0.0, core[0]
    for place in range(*core):
        total += value(place)
        if total > best:
            best, found = total, (start, place + 1)
        elif total < 0:
            total, start = 0.0, place + 1
    return *found, best


def _extent(value: Callable[[int], float], places: range, drop: float) -> tuple[int, float]:
    """How many of the places a passage takes in, and what they add."""
    best, taken, total = 0.0, 0, 0.0
    for count, place in enumerate(places, 1):
        total += value(place)
        if total > best:
            best, taken = total, count
        elif total < best - drop:
            break
    return taken, best
