"""Figures and dates, compared by what they mean and not by how they are printed."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from retold import parameters
from retold.language.numbers import Figure as Said
from retold.messages import N_
from retold.model import ChangeKind, DateMention
from retold.steps.changes import mentions
from retold.steps.changes.candidates import Candidate, candidate_of
from retold.steps.changes.pair import Pair, Side, Unit
from retold.steps.changes.rest import Rest
from retold.tables import Ints

_P = parameters.of("changes", "values")
_CLAUSE = _P.integer("clause")
_REACH = _P.integer("reach")
_DAY = _P.integer("day")
_STEM = _P.integer("stem")
_SEASONS, _STRETCHES = tuple("SFAW"), tuple("WQH")
_YEAR = re.compile(r"\d{4}")
_MONTH = re.compile(r"\d{4}-(\d\d)")


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure with its place in word numbers."""

    words: range
    said: Said

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
    named = [mentions.names_in(here, always) for here in both]
    return Values((counted[0], counted[1]), (dates[0], dates[1]), (named[0], named[1]))


def _figures_in(here: Side) -> list[Figure]:
    """The figures of a version that are no part of a date; those of a length of time are counted."""
    found = []
    for figure in _figures_read(here):
        low, high = here.witness.words.touching(figure.start, figure.end)
        if low < high:
            found.append(Figure(range(low, high), figure))
    return found


def _points(here: Side) -> list[DateMention]:
    """Mentions of a point in time; durations are figures."""
    return [d for d in here.witness.dates if d.kind in ("DATE", "TIME")]


def _figures_read(here: Side) -> Sequence[Said]:
    """What the witness has of figures, read anew where some date counts: three years later."""
    dates = _points(here)
    counted = [d for d in dates if _counts(here, d)]
    if not counted and here.language is here.witness.language:
        return here.witness.figures
    barred = [(d.span.start, d.span.end) for d in dates if d not in counted]
    return here.language.numbers.find(here.witness.text, barred)


def _counts(here: Side, mention: DateMention) -> bool:
    words = here.at(mention.span)
    return len(words) > 1 and any(here.folded[k] in here.editing.lengths for k in words)


def _dates(here: Side) -> list[Dated]:
    found = []
    for mention in _points(here):
        words = here.at(mention.span)
        value = _value(here, words, mention.value)
        if words and any(c.isdigit() for c in value) and not _counts(here, mention):
            found.append(Dated(words, value))
    return found


def _value(here: Side, words: range, value: str) -> str:
    """A day told from an unknown day of publication (today, yesterday) counts from that day."""
    if any(c.isdigit() for c in value):
        return value
    from_today = here.editing.from_today
    days = (from_today[here.folded[k]] for k in words if here.folded[k] in from_today)
    return next((f"P{day:+d}" for day in days), value)


def known_in(values: Values, rest: Rest, unit: Unit) -> Values:
    """The values to compare in a unit: none in a new opening, whose values are compared as a whole."""
    return Values.none() if rest.in_opening(unit) else values


def is_clause(unit: Unit) -> bool:
    """Whether so many words differ on both sides that a clause was written anew."""
    return len(unit.old) > _CLAUSE and len(unit.new) > _CLAUSE


def counted(values: Values, unit: Unit) -> bool:
    """Whether both sides of the unit hold a figure or a date: then no slip, but another value."""
    sides = ((0, unit.old), (1, unit.new))
    return all(touching(values.figures[k], words) or touching(values.dates[k], words) for k, words in sides)


# ---- comparing ----


def agree(a: str, b: str) -> bool:
    """Whether two TIMEX3 values can mean the same time: one says no more than the other.

    >>> agree("2021-05-22", "2021-05-22TNI"), agree("2021-05-22", "2021-05-21")
    (True, False)
    >>> agree("XXXX-05-10", "2021-05-10"), agree("2021-05-10TEV", "2021-05-10TNI")
    (True, True)
    """
    a, b = (value.replace("TNI", "TEV") for value in (a, b))  # an evening is told as last night
    if len(a) > len(b):
        a, b = b, a
    return all(x in (y, "X") or y == "X" for x, y in zip(a, b, strict=False))


def comparable(a: str, b: str) -> bool:
    """Whether two TIMEX3 values are of one make, so that unlike ones differ: day and day, week and week.

    >>> comparable("2021-05-22", "2021-05-23"), comparable("2021-05-22", "XXXX-WXX-6")
    (True, False)
    """
    return _make(a) == _make(b) and _stretch(a) == _stretch(b)


def _stretch(value: str) -> str:
    """What a value is besides days and months: a week, a quarter, a half or a season of a year.

    >>> _stretch("2021-Q1"), _stretch("2021-SU") == _stretch("2021-WI"), _stretch("XXXX-05-10")
    ('Q', True, '')
    """
    told = value[5:7]
    if told[:1] in _SEASONS and told[1:].isalpha() and told[1:] != "X":
        return "season"
    return told[:1] if told[:1] in _STRETCHES else ""


def _make(value: str) -> str:
    """Whether a value has its year, lacks it or counts from the day of publication."""
    return "year" if value[:1].isdigit() else value[:1]


def steps(here: Side, date: Dated) -> bool:
    """Whether a mention counts on from a day of publication by the name of a day or a month: next May."""
    told = _bare(here, date)
    return bool(told & here.editing.steps) and bool(told & here.editing.no_names)


def _bare(here: Side, date: Dated) -> set[str]:
    """The folded words of a mention, without what makes them somebody's: next May's."""
    return {here.editing.possessive.sub("", here.folded[k]) for k in date.words}


def _weekdays(here: Side, date: Dated) -> set[str]:
    """The days of the week that a mention names."""
    return _bare(here, date) & here.names.weekdays


def are_one_weekday(pair: Pair, ours: Dated, theirs: Dated) -> bool:
    """Whether both name one day of the week and no number: which week's, papers of two days tell unlike."""
    named = _weekdays(pair.old, ours), _weekdays(pair.new, theirs)
    numbers = any(
        here.folded[k].isdigit() for here, date in ((pair.old, ours), (pair.new, theirs)) for k in date.words
    )
    return bool(named[0] & named[1]) and not numbers


def are_stepped(pair: Pair, ours: Dated, theirs: Dated) -> bool:
    """Whether either counts on from a day of publication, so that both may be one: next May.

    Two months are two whatever the year, and so are two days of the week: last May, last July.
    """
    if not steps(pair.old, ours) and not steps(pair.new, theirs):
        return False
    months = [_MONTH.fullmatch(date.value) for date in (ours, theirs)]
    named = [_weekdays(here, date) for here, date in ((pair.old, ours), (pair.new, theirs))]
    two_months = months[0] and months[1] and months[0][1] != months[1][1]
    return not (two_months or (all(named) and named[0].isdisjoint(named[1])))


def may_be_one_time(pair: Pair, ours: Dated, theirs: Dated) -> bool:
    """Whether two mentions of unlike values may mean one time all the same: a Friday, next May, noon."""
    ways = (are_stepped, are_one_weekday, of_one_hour)
    return pair.alike(ours.words, theirs.words) or any(way(pair, ours, theirs) for way in ways)


def of_one_hour(pair: Pair, ours: Dated, theirs: Dated) -> bool:
    """Whether both tell one time of day and one of them no day: at noon, at 12 p.m. on Friday."""
    hours = [date.value.partition("T")[2] for date in (ours, theirs)]
    named = pair.editing.no_names | pair.editing.from_today.keys()
    days = [
        named & {here.folded[k] for k in date.words} for here, date in ((pair.old, ours), (pair.new, theirs))
    ]
    return hours[0] == hours[1] and hours[0][:1].isdigit() and not all(days)


def touching(found: Sequence[Placed], words: range) -> list[Placed]:
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


def across(
    pair: Pair, rest: Rest, every: tuple[list[Placed], list[Placed]], unit: Unit
) -> tuple[list[Placed], list[Placed]]:
    """The free values of a unit, with those beyond it that hold their partners (Aug. 17, 17 August)."""
    old = [v for v in touching(every[0], unit.old) if not rest.touched(pair.old, v.words)]
    new = [v for v in touching(every[1], unit.new) if not rest.touched(pair.new, v.words)]
    if old and not new:
        new = [v for v in _carried(old, pair.to_new, every[1]) if not rest.touched(pair.new, v.words)]
    elif new and not old:
        old = [v for v in _carried(new, pair.to_old, every[0]) if not rest.touched(pair.old, v.words)]
    return old, new


def _carried(values: Sequence[Placed], partners: Ints, there: Sequence[Placed]) -> list[Placed]:
    """Values of the other side that hold partners of these values' words."""
    places = sorted({int(partners[k]) for value in values for k in value.words} - {-1})
    held = [value for place in places for value in touching(there, range(place, place + 1))]
    return list(dict.fromkeys(held))


def of_one_use(pair: Pair, ours: range, theirs: range) -> bool:
    """Whether the nearest telling word before or behind two values is one word: they tell of one thing."""
    return any(one and one == other for one, other in _beside(pair, ours, theirs))


def of_two_uses(pair: Pair, ours: range, theirs: range) -> bool:
    """Whether unlike telling words stand on both sides of two values: 5 million lost, fined 9 million."""
    return all(one and other and one != other for one, other in _beside(pair, ours, theirs))


def _beside(pair: Pair, ours: range, theirs: range) -> Iterator[tuple[str, str]]:
    """The nearest telling words before two values, and those behind them."""
    for behind in (False, True):
        yield _nearest(pair.old, ours, behind), _nearest(pair.new, theirs, behind)


def of_one_time(pair: Pair, values: Values, ours: range, theirs: range) -> bool:
    """Whether no two unlike dates stand beside two figures: 52 in May and 47 in June are no change.

    A date in the same words is the same: a copy keeps "Tuesday" on whatever day it is printed. A year counts
    wherever it stands in the sentence: 52 people have drowned in our lakes this year.
    """
    sides = ((pair.old, ours, values.dates[0]), (pair.new, theirs, values.dates[1]))
    near = [[d for d in dates if _is_beside(here, words, d.words)] for here, words, dates in sides]
    years = [
        [d for d in dates if _is_year(here, d) and here.sentence[d.words.start] == own]
        for here, words, dates in sides
        for own in [here.sentence[words.start]]
    ]
    return all(_may_be_one(pair, old, new) for old, new in (near, years))


def _is_year(here: Side, date: Dated) -> bool:
    """Whether a date is a whole year, and no hour of a zone: 1550 GMT."""
    behind = here.words[date.words.stop : date.words.stop + 1]
    return _YEAR.fullmatch(date.value) is not None and not (behind and behind[0].isupper())


def _may_be_one(pair: Pair, old: Sequence[Dated], new: Sequence[Dated]) -> bool:
    """Whether either side has no dates, or some date of one may be one of the other."""
    return not (old and new) or any(
        agree(one.value, other.value)
        or not comparable(one.value, other.value)
        or pair.alike(one.words, other.words)
        for one in old
        for other in new
    )


def _is_beside(here: Side, words: range, date: range) -> bool:
    """Whether a date stands within a few words of a figure in its sentence."""
    near = date.start < words.stop + _DAY and words.start - _DAY < date.stop
    return bool(near and here.sentence[date.start] == here.sentence[words.start])


def _nearest(here: Side, words: range, behind: bool) -> str:
    """The stem of the nearest telling word of the sentence before or behind these words, "" for none near."""
    reach = (
        range(words.stop, words.stop + _REACH)
        if behind
        else range(words.start - 1, words.start - 1 - _REACH, -1)
    )
    inside = (k for k in reach if 0 <= k < len(here.words) and here.sentence[k] == here.sentence[words.start])
    idle = here.editing.lengths  # an hour and a year say nothing of what they are the time of
    telling = (k for k in inside if not here.small[k] and here.folded[k] not in idle)
    return next((here.folded[k][:_STEM] for k in telling if not here.folded[k].isdigit()), "")


def compared(  # noqa: PLR0913, PLR0917  # a pair of readings and what is said of them
    pair: Pair,
    kind: ChangeKind,
    ours: range,
    theirs: range,
    same: bool,
    overlaps: bool = False,
    detail: str | None = None,
) -> Iterator[Candidate]:
    """Two readings of one value: a change of its kind, or style if both mean the same.

    Where both are printed alike there is no change, and nothing is claimed. A `detail` makes it one of
    little consequence.
    """
    if not same:
        light = detail is not None
        yield candidate_of(pair, kind, ours, theirs, detail=detail, light=light, overlaps=overlaps)
    else:
        habit = N_("another way to write a {our_kind}").format(our_kind=kind)
        yield candidate_of(pair, "style", ours, theirs, detail=habit, overlaps=overlaps)
