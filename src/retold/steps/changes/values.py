"""Figures and dates, compared by what they mean and not by how they are printed."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from retold import parameters
from retold.gazetteer import figures
from retold.model import ChangeKind, DateMention
from retold.steps.changes import mentions
from retold.steps.changes.kinds import Finding
from retold.steps.changes.pair import Pair, Side, Unit
from retold.tables import Ints

_P = parameters.of("changes", "values")
_CLAUSE = _P.integer("clause")

_FROM_TODAY = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
_LENGTHS = frozenset([
    "minutes", "hours", "days", "weeks", "months", "years", "decades", "centuries",
])  # fmt: skip


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure with its place in word numbers."""

    words: range
    said: figures.Figure

    def equals(self, other: Figure) -> bool:
        """Whether both say the same."""
        return self.said.equals(other.said)


@dataclass(frozen=True, slots=True)
class Dated:
    """A date mention with its place in word numbers."""

    words: range
    value: str


Placed = TypeVar("Placed", Figure, Dated)


@dataclass(frozen=True, slots=True, eq=False)
class Values:
    """All figures, dates and names of both versions, in order."""

    figures: tuple[list[Figure], list[Figure]]  # of the source, of the copy
    dates: tuple[list[Dated], list[Dated]]
    names: tuple[list[range], list[range]]

    @staticmethod
    def none() -> Values:
        """No values at all."""
        return Values(([], []), ([], []), ([], []))


def gather(pair: Pair) -> Values:
    """Read both versions once."""
    both = (pair.old, pair.new)
    always = mentions.capitals(pair)
    counted = [_figures_in(here) for here in both]
    dates = [_dates(here) for here in both]
    named = [mentions.find(here, always) for here in both]
    return Values((counted[0], counted[1]), (dates[0], dates[1]), (named[0], named[1]))


def _figures_in(here: Side) -> list[Figure]:
    """The figures of a version that are no part of a date."""
    found = []
    for figure in figures.find(here.witness.text, _barred(here)):
        low, high = here.witness.words.touching(figure.start, figure.end)
        if low < high:
            found.append(Figure(range(low, high), figure))
    return found


def _points(here: Side) -> list[DateMention]:
    """Mentions of a point in time; durations are figures."""
    return [d for d in here.witness.dates if d.kind in ("DATE", "TIME")]


def _barred(here: Side) -> list[tuple[int, int]]:
    """Places of dates, whose figures are not counted; three years later is told by its figure."""
    return [(d.span.start, d.span.end) for d in _points(here) if not _counts(here, d)]


def _counts(here: Side, mention: DateMention) -> bool:
    low, high = here.witness.words.touching(mention.span.start, mention.span.end)
    return high - low > 1 and any(here.folded[k] in _LENGTHS for k in range(low, high))


def _dates(here: Side) -> list[Dated]:
    found = []
    for mention in _points(here):
        low, high = here.witness.words.touching(mention.span.start, mention.span.end)
        value = _value(here, range(low, high), mention.value)
        if low < high and any(c.isdigit() for c in value) and not _counts(here, mention):
            found.append(Dated(range(low, high), value))
    return found


def _value(here: Side, words: range, value: str) -> str:
    """A day told from an unknown day of publication (today, yesterday) counts from that day."""
    if any(c.isdigit() for c in value):
        return value
    days = (_FROM_TODAY[here.folded[k]] for k in words if here.folded[k] in _FROM_TODAY)
    return next((f"P{day:+d}" for day in days), value)


def find(pair: Pair, values: Values, unit: Unit) -> Iterator[Finding]:
    """Changed figures, then dates that the unit touches; marks their words as spoken of.

    A long unit is a clause written anew: what it counts and names is told by
    its place in `openings.differing` or goes with the clause.
    """
    if is_clause(unit):
        return
    yield from _figures(pair, values, unit)
    yield from _dates_of(pair, values, unit)


def is_clause(unit: Unit) -> bool:
    """Whether so many words differ on both sides that a clause was written anew."""
    return len(unit.old) > _CLAUSE and len(unit.new) > _CLAUSE


def counted(values: Values, unit: Unit) -> bool:
    """Whether both sides of the unit hold a figure or a date: then no slip, but another value."""
    sides = ((0, unit.old), (1, unit.new))
    return all(_touching(values.figures[k], words) or _touching(values.dates[k], words) for k, words in sides)


# ---- figures ----


def _figures(pair: Pair, values: Values, unit: Unit) -> Iterator[Finding]:
    old = [f for f in _touching(values.figures[0], unit.old) if not spoken(pair.old, f.words)]
    new = [f for f in _touching(values.figures[1], unit.new) if not spoken(pair.new, f.words)]
    old, new = _across(pair, values.figures, old, new)
    old, new = _without_weak(old, new), _without_weak(new, old)
    pairs = _paired(old, new)
    for ours, theirs in pairs:
        if ours is not None and theirs is not None:
            yield from compared(pair, "figure", ours.words, theirs.words, ours.equals(theirs))


_BOUND = _P.integer("bound")


def bounded(pair: Pair, values: Values) -> Iterator[Finding]:
    """Figures that both versions have, but as a bound in one only: three, at least three."""
    for ours in values.figures[0]:
        last = ours.words.stop - 1
        j = int(pair.to_new[last])
        theirs = next(iter(_touching(values.figures[1], range(j, j + 1))), None) if j >= 0 else None
        if theirs is None or ours.said.weak or not ours.equals(theirs):
            continue
        low_old, low_new = _before(pair.old, ours.words), _before(pair.new, theirs.words)
        way_old = figures.bound(pair.old.folded[low_old : ours.words.start])
        way_new = figures.bound(pair.new.folded[low_new : theirs.words.start])
        if way_old != way_new and {way_old, way_new} != {"about", ""}:
            yield from compared(
                pair, "figure", range(low_old, last + 1), range(low_new, theirs.words.stop), False
            )


def _before(here: Side, words: range) -> int:
    """Where the words begin that make the figure a bound (at least), else where it begins itself."""
    room = range(words.start - 1, max(0, words.start - _BOUND) - 1, -1)
    return next((k for k in room if figures.bound(here.folded[k : words.start])), words.start)


def _without_weak(here: list[Figure], there: list[Figure]) -> list[Figure]:
    return here if there else [f for f in here if not f.said.weak]


def _paired(old: Sequence[Figure], new: Sequence[Figure]) -> list[tuple[Figure | None, Figure | None]]:
    """Equal values first, then those of one unit in order, then what is left in order."""
    left_old, left_new = list(old), list(new)
    found: list[tuple[Figure | None, Figure | None]] = []
    for fits in (Figure.equals, _same_unit, _any_unit):
        for ours in list(left_old):
            theirs = next((f for f in left_new if fits(ours, f)), None)
            if theirs is not None:
                found.append((ours, theirs))
                left_old.remove(ours)
                left_new.remove(theirs)
    return [*found, *((f, None) for f in left_old), *((None, f) for f in left_new)]


def _same_unit(a: Figure, b: Figure) -> bool:
    return a.said.unit == b.said.unit and bool(a.said.vague) == bool(b.said.vague)


def _any_unit(a: Figure, b: Figure) -> bool:
    return (a.said.unit == "ordinal") == (b.said.unit == "ordinal")


# ---- dates ----


def _dates_of(pair: Pair, values: Values, unit: Unit) -> Iterator[Finding]:
    old = [d for d in _touching(values.dates[0], unit.old) if not spoken(pair.old, d.words)]
    new = [d for d in _touching(values.dates[1], unit.new) if not spoken(pair.new, d.words)]
    old, new = _across(pair, values.dates, old, new)
    for ours in list(old):
        theirs = next((d for d in new if agree(ours.value, d.value)), None) or (new[0] if new else None)
        if theirs is None:
            continue
        old.remove(ours)
        new.remove(theirs)
        yield from _compared_dates(pair, ours, theirs)


def _compared_dates(pair: Pair, ours: Dated, theirs: Dated) -> Iterator[Finding]:
    if ours.value == theirs.value or said_alike(pair, ours.words, theirs.words):
        yield from compared(pair, "date", ours.words, theirs.words, same=True)
    elif agree(ours.value, theirs.value) or not comparable(ours.value, theirs.value):
        return  # one says more than the other, or nobody can tell: the words differ, not the date
    else:
        yield from compared(pair, "date", ours.words, theirs.words, same=False)


def said_alike(pair: Pair, ours: range, theirs: range) -> bool:
    """The same words resolve to two days where two papers came out on two days: no change of the copy's."""
    return pair.old.folded[ours.start : ours.stop] == pair.new.folded[theirs.start : theirs.stop]


def agree(a: str, b: str) -> bool:
    """Whether two TIMEX3 values can mean the same time: one says no more than the other.

    >>> agree("2021-05-22", "2021-05-22TNI"), agree("2021-05-22", "2021-05-21")
    (True, False)
    >>> agree("XXXX-05-10", "2021-05-10")
    True
    """
    if len(a) > len(b):
        a, b = b, a
    return all(x in (y, "X") or y == "X" for x, y in zip(a, b, strict=False))


def comparable(a: str, b: str) -> bool:
    """Whether two TIMEX3 values are of one make, so that unlike ones differ: day and day, week and week.

    >>> comparable("2021-05-22", "2021-05-23"), comparable("2021-05-22", "XXXX-WXX-6")
    (True, False)
    """
    return ("W" in a) == ("W" in b) and _make(a) == _make(b)


def _make(value: str) -> str:
    """Whether a value has its year, lacks it or counts from the day of publication."""
    return "year" if value[:1].isdigit() else value[:1]


# ---- findings ----


def _across(
    pair: Pair, every: tuple[list[Placed], list[Placed]], old: list[Placed], new: list[Placed]
) -> tuple[list[Placed], list[Placed]]:
    """The values of a unit, with those beyond it that hold partners of their words (Aug. 17, 17 August)."""
    if old and not new:
        new = [v for v in _carried(old, pair.to_new, every[1]) if not spoken(pair.new, v.words)]
    elif new and not old:
        old = [v for v in _carried(new, pair.to_old, every[0]) if not spoken(pair.old, v.words)]
    return old, new


def _touching(found: Sequence[Placed], words: range) -> list[Placed]:
    """Those of the values, in order and apart from each other, that share a word with the range."""
    if not len(words):
        return []
    first = bisect_right(found, words.start, key=lambda v: v.words.stop)
    held = []
    for value in found[first:]:
        if value.words.start >= words.stop:
            break
        held.append(value)
    return held


def _carried(values: Sequence[Placed], partners: Ints, there: Sequence[Placed]) -> list[Placed]:
    """Values of the other side that hold partners of these values' words."""
    places = sorted({int(partners[k]) for value in values for k in value.words} - {-1})
    held = [value for place in places for value in _touching(there, range(place, place + 1))]
    return list(dict.fromkeys(held))


def spoken(here: Side, words: range) -> bool:
    """Whether some change speaks of one of these words already."""
    return bool(here.taken[words.start : words.stop].any())


def compared(pair: Pair, kind: ChangeKind, ours: range, theirs: range, same: bool) -> Iterator[Finding]:
    """Two readings of one value: a change of its kind, or style if both mean the same."""
    before, after = pair.old.text(ours), pair.new.text(theirs)
    pair.old.take(ours)
    pair.new.take(theirs)
    spans = (pair.old.span(ours), pair.new.span(theirs))
    if not same:
        yield Finding(kind, *spans, before, after, 0.93)
    elif before != after:
        yield Finding("style", *spans, before, after, 0.9, f"another way to write a {kind}")
