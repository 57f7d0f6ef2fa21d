"""Two unlike dates of two facts, which are no change of one: 300 flights on Friday, 500 on Saturday.

Told by what stands beside the dates: a figure of its own beside each, the other's day beside either, where it
belongs to something else, and what was said on the day that either version came out.
"""

from __future__ import annotations

from collections.abc import Sequence

from retold import moments
from retold.model import Statement
from retold.steps.changes.clauses import clause_of
from retold.steps.changes.material import Material
from retold.steps.changes.pair import Side
from retold.steps.changes.values import Dated, agree, touching
from retold.tables import Ints


def of_two_facts(material: Material, ours: Dated, theirs: Dated) -> bool:
    """Whether two unlike dates, of the source and of the copy, surely tell of two facts."""
    return (
        _have_figures_apart(material, ours, theirs)
        or _is_told_of_another(material, ours, theirs)
        or _said_when_published(material, ours, theirs)
    )


def _have_figures_apart(material: Material, ours: Dated, theirs: Dated) -> bool:
    """Whether both clauses count something, and never the same: 4 percent in May, 2 percent in June.

    Only where either sentence tells of another time as well: a date and a figure may both be put right.
    """
    pair, figures, dates = material.pair, material.values.figures, material.values.dates
    sides = ((pair.old, ours, figures[0]), (pair.new, theirs, figures[1]))
    if not all(
        _tells_another_time(here, date, held) for (here, date, _), held in zip(sides, dates, strict=True)
    ):
        return False
    old, new = (
        [one for one in touching(held, _clause(here, date)) if one.words != date.words]
        for here, date, held in sides
    )
    return bool(old and new) and not any(one.equals(other) for one in old for other in new)


def _tells_another_time(here: Side, date: Dated, dates: list[Dated]) -> bool:
    sentence = here.sentence[date.words.start]
    return any(one.words != date.words and here.sentence[one.words.start] == sentence for one in dates)


def _clause(here: Side, date: Dated) -> range:
    """The words around a date up to the next marks."""
    before, behind = clause_of(here, date.words)
    return range(min([date.words.start, *before]), max([date.words.stop - 1, *behind]) + 1)


def _is_told_of_another(material: Material, ours: Dated, theirs: Dated) -> bool:
    """Whether either date stands beside the other one too, of something that is told otherwise there."""
    pair, dates = material.pair, material.values.dates
    return _stands_apart(pair.old, ours, theirs, dates, pair.to_new) or _stands_apart(
        pair.new, theirs, ours, dates[::-1], pair.to_old
    )


def _stands_apart(
    here: Side, date: Dated, other: Dated, dates: tuple[list[Dated], list[Dated]], partners: Ints
) -> bool:
    """Whether the other version's date stands near this one here, and keeps no date of that time there."""
    near = range(here.sentence[date.words.start] - 1, here.sentence[date.words.start] + 2)
    own, theirs = dates
    told = [
        one
        for one in own
        if one.words != date.words
        and here.sentence[one.words.start] in near
        and agree(one.value, other.value)
    ]
    return any(not _kept(one, theirs, partners) for one in told)


def _kept(date: Dated, theirs: list[Dated], partners: Ints) -> bool:
    """Whether a date stands at the same place in the other version."""
    places = {int(partners[k]) for k in date.words} - {-1}
    return any(agree(one.value, date.value) and places.intersection(one.words) for one in theirs)


def _said_when_published(material: Material, ours: Dated, theirs: Dated) -> bool:
    """Whether somebody speaks on either day, each the day of its version: they said on Monday, on Tuesday."""
    pair, said = material.pair, material.said
    sides = ((pair.old, ours, said[0]), (pair.new, theirs, said[1]))
    return all(_is_day_of_saying(here, date, statements) for here, date, statements in sides)


def _is_day_of_saying(here: Side, date: Dated, said: Sequence[Statement]) -> bool:
    """Whether a date is that of publication and stands in a clause that says that somebody spoke."""
    published = moments.moment(here.witness.article.published)
    if published is None or date.value[:10] != published.day.isoformat():
        return False
    clause = _clause(here, date)
    cues = (here.at(one.cue) for one in said if one.cue is not None)
    return any(k in clause for cue in cues for k in cue)
