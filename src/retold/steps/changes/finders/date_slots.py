"""Dates in clauses that tell one thing and changed places: won the prize in 1987, in 1978 she won it.

The clauses share most of their telling words, and neither version tells the other's date at all. Of sentences
that nobody linked they claim no words: what else became of these is told besides.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from retold import parameters
from retold.steps.changes.candidates import NO_WORDS, Candidate, candidate_of
from retold.steps.changes.clauses import ends_behind, of_one_act, telling
from retold.steps.changes.finders.slots import told_by
from retold.steps.changes.material import Material
from retold.steps.changes.pair import Pair, Side, Unit
from retold.steps.changes.rest import Rest
from retold.steps.changes.values import Dated, agree, are_stepped, comparable

_P = parameters.of("changes", "date_slots")
_SHARED = _P.integer("shared")
_SHARE = _P.number("share")


def dates_of_one_clause(material: Material, rest: Rest, _: Unit) -> Iterator[Candidate]:
    """The dates of one clause that are two, where each has but one such clause in the other version."""
    pair, (old, new) = material.pair, material.values.dates
    lone = [d for d in old if not _is_known(d, new)], [d for d in new if not _is_known(d, old)]
    for ours in lone[0]:
        fits = [theirs for theirs in lone[1] if _are_of_one(material, rest, ours, theirs)]
        if len(fits) == 1 and sum(_are_of_one(material, rest, each, fits[0]) for each in lone[0]) == 1:
            made = candidate_of(pair, "date", ours.words, fits[0].words, overlaps=True)
            yield made if _are_linked(pair, ours, fits[0]) else replace(made, words=NO_WORDS)


def _is_known(date: Dated, there: list[Dated]) -> bool:
    return any(agree(date.value, other.value) for other in there)


def _are_linked(pair: Pair, ours: Dated, theirs: Dated) -> bool:
    """Whether two dates stand in linked sentences."""
    return bool(pair.group_old[ours.words.start] == pair.group_new[theirs.words.start] >= 0)


def _are_of_one(material: Material, rest: Rest, ours: Dated, theirs: Dated) -> bool:
    """Whether two dates that are not set against each other anyway tell when one and the same was."""
    pair = material.pair
    if _are_linked(pair, ours, theirs) and told_by(pair, rest, ours.words, theirs.words) != "clause":
        return False
    alike = comparable(ours.value, theirs.value) and len(ours.value) == len(theirs.value)
    if not alike or are_stepped(pair, ours, theirs):
        return False
    return _tell_one(pair, ours, theirs) and of_one_act(material, ours, theirs)


def _tell_one(pair: Pair, ours: Dated, theirs: Dated) -> bool:
    """Whether the clauses of two dates share most of their telling words."""
    one, other = _told(pair.old, ours), _told(pair.new, theirs)
    shared = len(one & other)
    return shared >= max(_SHARED, _SHARE * max(len(one), len(other)))


def _told(here: Side, date: Dated) -> set[str]:
    """What the words of the sentence between the marks around a date tell."""
    low, high = date.words.start, date.words.stop
    while low > 0 and not ends_behind(here, low - 1):
        low -= 1
    while high < len(here.words) and not ends_behind(here, high - 1):
        high += 1
    return telling(here, [*range(low, date.words.start), *range(date.words.stop, high)], named=True)
