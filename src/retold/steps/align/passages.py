"""Passages two texts share: runs and sentences alike, each grown as far as the words still speak for it.

A word speaks for a passage by its weight: in full where its partner stands in
the passage's other side, by half where a word of its stem stands near there,
and a fixed price is taken off for every word. A side reaches as far as its sum
rises, over dips no deeper than `settings.drop` (the X-drop extension of Altschul et
al. 1990); a side that comes to less is no passage.

Neighbours are merged before anything is reported: a passage in pieces counts
as several finds where a reader sees one (plagdet's granularity, PAN 2010).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from itertools import islice

import numpy as np

from retold.model import Passage
from retold.steps.align.ground import Draft, Run
from retold.steps.align.rewording import Likeness

_LEAST_WORDS = 3  # equal words of the shortest run that begins a passage
_VERBATIM = 0.8  # share of equal words from which a passage is verbatim
_NEAR = 60  # words around a passage's other side in which a word's stem speaks for it
_STEM = 0.5  # what a stem near there tells, of what a partner tells
_LATEST = 8  # passages back to which a run is joined


@dataclass(frozen=True, slots=True)
class _Piece:
    a_low: int
    a_high: int
    b_low: int
    b_high: int
    equal: int  # words that are the same
    likeness: float = 0.0  # of reworded sentences


@dataclass(frozen=True, slots=True)
class _Side:
    """One text's words as plain lists: which have partners where, what they weigh, their stems."""

    partner: list[int]
    weight: list[float]
    stem: list[int]


def find(draft: Draft, likenesses: list[Likeness]) -> tuple[Passage, ...]:
    """All passages, in a's order."""
    settings = draft.ground.settings
    runs = sorted(draft.main + draft.moved)
    joined = _merged((_piece(run) for run in runs), lambda one, other: _follows(one, other, settings.join))
    seeds = [piece for piece in joined if piece.equal >= _LEAST_WORDS]
    seeds += _reworded(draft, seeds, likenesses)
    sides = _sides(draft)
    grown = (piece for seed in seeds for piece in _grown(sides, seed, settings.price, settings.drop))
    ordered = sorted(grown, key=lambda p: (p.a_low, p.b_low, p.a_high, p.b_high))
    whole = _merged(ordered, lambda one, other: _touch(one, other, settings.join))
    return tuple(_passage(draft, piece) for piece in sorted(whole, key=lambda p: (p.a_low, p.b_low)))


def _piece(run: Run) -> _Piece:
    return _Piece(run.a_low, run.a_high, run.b_low, run.b_high, run.a_high - run.a_low if run.equal else 0)


# ---- merging ----


def _merged(pieces: Iterable[_Piece], belong: Callable[[_Piece, _Piece], bool]) -> list[_Piece]:
    """Pieces in a's order, each taken into the last that it belongs to."""
    done: list[_Piece] = []
    for piece in pieces:
        latest = islice(reversed(range(len(done))), _LATEST)
        home = next((k for k in latest if belong(done[k], piece)), None)
        if home is None:
            done.append(piece)
        else:
            done[home] = _both(done[home], piece)
    return done


def _both(one: _Piece, other: _Piece) -> _Piece:
    return _Piece(
        min(one.a_low, other.a_low), max(one.a_high, other.a_high),
        min(one.b_low, other.b_low), max(one.b_high, other.b_high),
        one.equal + other.equal, max(one.likeness, other.likeness),
    )  # fmt: skip


def _follows(one: _Piece, other: _Piece, reach: int) -> bool:
    ahead_a, ahead_b = other.a_low - one.a_high, other.b_low - one.b_high
    return ahead_a <= reach and 0 <= ahead_b <= reach


def _touch(one: _Piece, other: _Piece, reach: int) -> bool:
    """Whether two grown pieces stand together in both texts, in whatever order."""
    apart_a = max(other.a_low - one.a_high, one.a_low - other.a_high)
    apart_b = max(other.b_low - one.b_high, one.b_low - other.b_high)
    return apart_a <= reach and apart_b <= reach


# ---- sentences alike ----


def _reworded(draft: Draft, seeds: list[_Piece], likenesses: list[Likeness]) -> list[_Piece]:
    """Sentences alike that the seeds do not cover yet, each sentence once."""
    covered_a = np.zeros(len(draft.ground.ids_a), np.bool_)
    covered_b = np.zeros(len(draft.ground.ids_b), np.bool_)
    for piece in seeds:
        covered_a[piece.a_low : piece.a_high] = True
        covered_b[piece.b_low : piece.b_high] = True
    found = []
    for i, j, score in likenesses:
        (low_a, high_a), (low_b, high_b) = (
            draft.ground.sentences_a[i].tolist(), draft.ground.sentences_b[j].tolist()
        )  # fmt: skip
        if covered_a[low_a:high_a].mean() < 0.5 and covered_b[low_b:high_b].mean() < 0.5:
            found.append(_Piece(low_a, high_a, low_b, high_b, 0, score))
            covered_a[low_a:high_a] = covered_b[low_b:high_b] = True
    return found


# ---- growing ----


def _sides(draft: Draft) -> tuple[_Side, _Side]:
    """Both texts; a word inside furniture costs so much that no passage goes over it."""
    ground = draft.ground
    stems_a, stems_b, _ = ground.stems
    weight_a = np.where(ground.hidden_a, np.inf, ground.weight[ground.ids_a])
    weight_b = np.where(ground.hidden_b, np.inf, ground.weight[ground.ids_b])
    stems_a, stems_b = np.where(ground.hidden_a, -1, stems_a), np.where(ground.hidden_b, -2, stems_b)
    return (
        _Side(draft.to_b.tolist(), weight_a.tolist(), stems_a.tolist()),
        _Side(draft.to_a.tolist(), weight_b.tolist(), stems_b.tolist()),
    )


def _grown(sides: tuple[_Side, _Side], seed: _Piece, price: float, drop: float) -> list[_Piece]:
    """The seed with both its sides as far as they reach; nothing if one of them comes to too little."""
    a, b = (seed.a_low, seed.a_high), (seed.b_low, seed.b_high)
    left = _reach(_speaking(sides[0], sides[1], b, price), a, len(sides[0].partner), drop)
    right = _reach(_speaking(sides[1], sides[0], a, price), b, len(sides[1].partner), drop)
    if left is None or right is None:
        return []
    return [replace(seed, a_low=left[0], a_high=left[1], b_low=right[0], b_high=right[1])]


def _speaking(here: _Side, there: _Side, other: tuple[int, int], price: float) -> Callable[[int], float]:
    """What a word adds to a passage whose other side is known."""
    low, high = max(0, other[0] - _NEAR), other[1] + _NEAR
    stems = set(there.stem[low:high])

    def value(place: int) -> float:
        if low <= here.partner[place] < high:
            return here.weight[place] * (1 - price)
        return here.weight[place] * ((_STEM if here.stem[place] in stems else 0.0) - price)

    return value


def _reach(
    value: Callable[[int], float], core: tuple[int, int], size: int, drop: float
) -> tuple[int, int] | None:
    """The best part of the core, carried on to both sides; None if it comes to less than a dip."""
    low, high, total = _best(value, core)
    below, more = _carried(value, range(low - 1, -1, -1), drop)
    above, rest = _carried(value, range(high, size), drop)
    return (low - below, high + above) if total + more + rest >= drop else None


def _best(value: Callable[[int], float], core: tuple[int, int]) -> tuple[int, int, float]:
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


def _carried(value: Callable[[int], float], places: range, drop: float) -> tuple[int, float]:
    """How many of the places a passage takes in, and what they add."""
    best, taken, total = 0.0, 0, 0.0
    for count, place in enumerate(places, 1):
        total += value(place)
        if total > best:
            best, taken = total, count
        elif total < best - drop:
            break
    return taken, best


def _passage(draft: Draft, piece: _Piece) -> Passage:
    size = max(piece.a_high - piece.a_low, piece.b_high - piece.b_low)
    equal = min(1.0, piece.equal / size)
    verbatim = equal >= _VERBATIM and piece.likeness == 0.0
    return Passage(
        a=draft.ground.a.span(piece.a_low, piece.a_high),
        b=draft.ground.b.span(piece.b_low, piece.b_high),
        kind="verbatim" if verbatim else "reworded",
        score=round(max(equal, piece.likeness), 4),
    )
