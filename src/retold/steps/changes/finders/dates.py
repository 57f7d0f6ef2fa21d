"""Days and times that are told otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator

from retold.steps.changes.candidates import Candidate
from retold.steps.changes.material import Material
from retold.steps.changes.pair import Pair, Unit
from retold.steps.changes.rest import Rest
from retold.steps.changes.values import (
    Dated,
    across,
    agree,
    comparable,
    compared,
    is_clause,
    known_in,
    of_one_use,
    steps,
)

_WEEK = re.compile(r"[\dX]{4}-W[\dX]{2}")


def changed_dates(material: Material, rest: Rest, unit: Unit) -> Iterator[Candidate]:
    """Dates that a unit exchanges, and those that mean the same in another print."""
    if is_clause(unit):
        return
    old, new = across(material.pair, rest, known_in(material.values, rest, unit).dates, unit)
    for ours in list(old):
        theirs = next((d for d in new if agree(ours.value, d.value)), None) or (new[0] if new else None)
        if theirs is None:
            continue
        old.remove(ours)
        new.remove(theirs)
        yield from _compared_dates(material.pair, ours, theirs)


def _compared_dates(pair: Pair, ours: Dated, theirs: Dated) -> Iterator[Candidate]:
    # The same words resolve to two days where two papers came out on two days: no change of the copy's.
    if ours.value == theirs.value or pair.alike(ours.words, theirs.words):
        yield from compared(pair, "date", ours.words, theirs.words, same=True)
    elif agree(ours.value, theirs.value) or not comparable(ours.value, theirs.value):
        return  # one says more than the other, or nobody can tell: the words differ, not the date
    elif steps(pair.old, ours) or steps(pair.new, theirs):
        return  # next May may be this year's or the year's after it
    elif _says_more(pair, ours, theirs):
        return  # five, and five by the clock of the capital
    elif not (pair.old.is_told(ours.words.start) and pair.new.is_told(theirs.words.start)) or _are_weeks(
        ours, theirs
    ):
        return  # lines of the page have dates of their own; this week may be the coming one
    elif of_one_use(pair, ours.words, theirs.words) and not _from_publication(ours, theirs):
        yield from compared(pair, "date", ours.words, theirs.words, same=False)


def _says_more(pair: Pair, ours: Dated, theirs: Dated) -> bool:
    """Whether one of two mentions has all words of the other."""
    old, new = ({here.folded[k] for k in date.words} for here, date in ((pair.old, ours), (pair.new, theirs)))
    return old <= new or new <= old


def _are_weeks(ours: Dated, theirs: Dated) -> bool:
    """Whether both are whole weeks, which papers count from the day of publication."""
    return all(_WEEK.fullmatch(value) for value in (ours.value, theirs.value))


def _from_publication(ours: Dated, theirs: Dated) -> bool:
    """Whether one counts from a day of publication that nobody knows: both may be one day."""
    return "P" in (ours.value[:1], theirs.value[:1])
