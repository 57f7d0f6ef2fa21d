"""Days and times that are told otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator

from retold import moments
from retold.steps.changes.candidates import Candidate
from retold.steps.changes.clauses import of_one_act
from retold.steps.changes.dated_facts import of_two_facts
from retold.steps.changes.material import Material
from retold.steps.changes.pair import Pair, Side, Unit
from retold.steps.changes.rest import Rest
from retold.steps.changes.values import (
    Dated,
    across,
    agree,
    comparable,
    compared,
    is_clause,
    known_in,
    may_be_one_time,
    of_one_use,
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
        yield from _compared_dates(material, ours, theirs)


def dates_of_sentences_alike(material: Material, rest: Rest, unit: Unit) -> Iterator[Candidate]:
    """The one date of linked sentences, put elsewhere in them and told otherwise.

    He called 200 guards on Friday to the coast, he calls 400 guards to the coast on Saturday.
    """
    pair, group = material.pair, material.pair.group(unit)
    if group < 0 or len(unit.new) or unit.rewritten:
        return
    old, new = (_of_group(material, k, group) for k in (0, 1))
    if len(old) != 1 or len(new) != 1 or not _is_all(pair.old, unit.old, old[0]):
        return
    ours, theirs = old[0], new[0]
    units = pair.units_at(theirs.words, of_old=False)
    apart = len(units) == 1 and not len(units[0].old) and _is_all(pair.new, units[0].new, theirs)
    free = not rest.touched(pair.old, unit.old) and not rest.touched(pair.new, theirs.words)
    if apart and free and _are_two_days(pair, ours, theirs) and of_one_act(material, ours, theirs):
        yield from compared(pair, "date", ours.words, theirs.words, same=False)


def _of_group(material: Material, side: int, group: int) -> list[Dated]:
    """The dates of a group of linked sentences in the source, 0, or the copy, 1."""
    groups = (material.pair.group_old, material.pair.group_new)[side]
    return [date for date in material.values.dates[side] if groups[date.words.start] == group]


def _is_all(here: Side, words: range, date: Dated) -> bool:
    """Whether a unit tells a date and nothing else."""
    inside = all(k in date.words or here.small[k] for k in words)
    return inside and any(k in date.words for k in words)


def _are_two_days(pair: Pair, ours: Dated, theirs: Dated) -> bool:
    """Whether two mentions are surely of two times."""
    unlike = comparable(ours.value, theirs.value) and not agree(ours.value, theirs.value)
    doubtful = _are_weeks(pair, ours, theirs) or _from_publication(ours, theirs)
    one_time = _says_more(pair, ours, theirs) or may_be_one_time(pair, ours, theirs)
    return unlike and not doubtful and not one_time


def _compared_dates(material: Material, ours: Dated, theirs: Dated) -> Iterator[Candidate]:
    pair = material.pair
    # The same words resolve to two days where two papers came out on two days: no change of the copy's.
    if ours.value == theirs.value or pair.alike(ours.words, theirs.words):
        yield from compared(
            pair, "date", ours.words, theirs.words, same=not _are_two_parts(pair, ours, theirs)
        )
    elif agree(ours.value, theirs.value) or not comparable(ours.value, theirs.value):
        return  # one says more than the other, or nobody can tell: the words differ, not the date
    elif _says_more(pair, ours, theirs) or may_be_one_time(pair, ours, theirs):
        return  # five, and five by the clock of the capital
    elif not (pair.old.is_told(ours.words.start) and pair.new.is_told(theirs.words.start)) or _are_weeks(
        pair, ours, theirs
    ):
        return  # lines of the page have dates of their own; this week may be the coming one
    elif of_two_facts(material, ours, theirs):
        return
    elif of_one_use(pair, ours.words, theirs.words) and not _from_publication(ours, theirs):
        yield from compared(pair, "date", ours.words, theirs.words, same=False)


def _are_two_parts(pair: Pair, ours: Dated, theirs: Dated) -> bool:
    """Whether two mentions of one stretch of time mean other parts of it: the middle and the end of May."""
    nears = pair.editing.nears
    old, new = (
        {nears[here.folded[k]] for k in date.words if here.folded[k] in nears}
        for here, date in ((pair.old, ours), (pair.new, theirs))
    )
    return bool(old and new) and old.isdisjoint(new)


def _says_more(pair: Pair, ours: Dated, theirs: Dated) -> bool:
    """Whether one of two mentions has all words of the other, and none that turns it (before last)."""
    old, new = ({here.folded[k] for k in date.words} for here, date in ((pair.old, ours), (pair.new, theirs)))
    return (old <= new or new <= old) and pair.editing.sense.turning.isdisjoint(old ^ new)


def _are_weeks(pair: Pair, ours: Dated, theirs: Dated) -> bool:
    """Whether both are whole weeks, which papers count from the day of publication.

    Two that both look back, or both ahead, are two: last week, the week before last. So are any two
    in papers of one week: last week, this week.
    """
    if _of_one_week(pair):
        return False
    weeks = all(_WEEK.fullmatch(value) for value in (ours.value, theirs.value))
    told = [
        here.editing.steps.intersection(here.folded[k] for k in date.words)
        for here, date in ((pair.old, ours), (pair.new, theirs))
    ]
    return weeks and not (told[0] and told[0] == told[1])


def _of_one_week(pair: Pair) -> bool:
    """Whether both versions were published in one week, from Monday to Sunday."""
    days = [moments.day_number(here.witness.article.published) for here in (pair.old, pair.new)]
    weeks = {(int(day) - 1) // 7 for day in days if day is not None}
    return None not in days and len(weeks) == 1


def _from_publication(ours: Dated, theirs: Dated) -> bool:
    """Whether one counts from a day of publication that nobody knows: both may be one day."""
    return "P" in (ours.value[:1], theirs.value[:1])
