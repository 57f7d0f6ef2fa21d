"""Where a time falls on a drawing: a scale that folds the long gaps.

A dispatch is printed forty times in two hours and once more in the Sunday
paper. On an even scale the forty would be one blot, so a gap that is far longer
than the rest is drawn short, and a mark says that it was folded.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

from retold.views import index

_FOLDED = 0.16  # share of the drawing that a folded gap keeps
_LONG = 0.4  # share of the whole above which a gap is folded
_MOST_FOLDS = 3
_STEPS = (
    timedelta(minutes=1), timedelta(minutes=5), timedelta(minutes=15), timedelta(minutes=30),
    timedelta(hours=1), timedelta(hours=3), timedelta(hours=6), timedelta(hours=12),
    timedelta(days=1), timedelta(days=2), timedelta(days=7), timedelta(days=30), timedelta(days=365),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on the axis; `at` is 0 to 1."""

    at: float
    words: str


@dataclass(frozen=True, slots=True)
class Scale:
    """A piecewise even map from time to 0…1: `times[k]` falls on `places[k]`."""

    times: tuple[datetime, ...]
    places: tuple[float, ...]
    folds: tuple[float, ...]  # the middle of each gap that is drawn short

    def at(self, when: datetime) -> float:
        """Where a time falls; times outside are drawn at the nearer end."""
        if len(self.times) < 2 or when <= self.times[0]:
            return 0.0
        if when >= self.times[-1]:
            return 1.0
        k = bisect_right(self.times, when) - 1
        part = (when - self.times[k]) / (self.times[k + 1] - self.times[k])
        return self.places[k] + part * (self.places[k + 1] - self.places[k])

    def ticks(self, most: int = 6) -> list[Tick]:
        """Round times to write on the axis, about `most` of them, none too close to another."""
        if len(self.times) < 2:
            return [Tick(0.0, _words(t, timedelta(days=1))) for t in self.times]
        step = self._step(most)
        marks = [Tick(self.at(when), _words(when, step)) for when in self._rounds(step)]
        kept: list[Tick] = []
        for mark in marks:
            if not kept or mark.at - kept[-1].at >= 0.75 / most:
                kept.append(mark)
        return kept

    def _step(self, most: int) -> timedelta:
        """The finest step that does not crowd the part of the axis that is not folded."""
        rest = 1 - _FOLDED * len(self.folds)
        pairs = pairwise(self.times)
        shown = sum(
            (b - a for (a, b), fold in zip(pairs, self._folded(), strict=True) if not fold), timedelta()
        )
        return next((s for s in _STEPS if shown / max(rest, 0.2) <= s * most), _STEPS[-1])

    def _folded(self) -> list[bool]:
        middles = [(a + b) / 2 for a, b in pairwise(self.places)]
        return [any(abs(middle - fold) < 1e-9 for fold in self.folds) for middle in middles]

    def _rounds(self, step: timedelta) -> Iterable[datetime]:
        """Round times within each part that is not folded, and the first after each fold."""
        for (a, b), fold in zip(pairwise(self.times), self._folded(), strict=True):
            if fold:
                yield b
                continue
            origin = a.replace(hour=0, minute=0, second=0, microsecond=0)
            first, last = -(-(a - origin) // step), (b - origin) // step
            for number in range(first, last + 1):  # none of them is beyond b, where the calendar may end
                yield origin + number * step


def of(times: Iterable[datetime]) -> Scale:
    """The scale of these times."""
    known = tuple(sorted(set(times)))
    if len(known) < 2:
        return Scale(known, (0.0,) * len(known), ())
    gaps = [(b - a).total_seconds() for a, b in pairwise(known)]
    long = _long(gaps)
    even = sum(gap for k, gap in enumerate(gaps) if k not in long)
    room = 1 - _FOLDED * len(long) if even else 1.0
    places, folds = [0.0], []
    for k, gap in enumerate(gaps):
        width = (_FOLDED if even else 1 / len(long)) if k in long else room * gap / even
        if k in long and even:
            folds.append(places[-1] + width / 2)
        places.append(places[-1] + width)
    return Scale(known, tuple(places), tuple(folds))


def _long(gaps: list[float]) -> set[int]:
    """The gaps to fold: each is a large part of all that is not folded yet."""
    found: set[int] = set()
    for k in sorted(range(len(gaps)), key=lambda n: -gaps[n])[:_MOST_FOLDS]:
        rest = sum(gap for n, gap in enumerate(gaps) if n not in found)
        if len(gaps) - len(found) > 2 and gaps[k] > _LONG * rest:
            found.add(k)
    return found


def _words(when: datetime, step: timedelta) -> str:
    date = index.short_day(when)
    return date if step >= timedelta(days=1) else f"{date} {when:%H:%M}"
