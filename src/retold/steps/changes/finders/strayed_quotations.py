"""A word altered in a quotation whose sentence was put in other words from end to end.

Quotations are set against each other word by word, whatever stands around them. One that differs at one place
inside, by few words that tell or deny something, is the other with its words altered.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

import numpy as np

from retold import parameters
from retold.algorithms.stretches import stretches
from retold.steps.changes.candidates import Candidate, candidate_of
from retold.steps.changes.finders.slots import told_by
from retold.steps.changes.insignificant import is_of_small_words
from retold.steps.changes.material import Material
from retold.steps.changes.pair import Side, Unit
from retold.steps.changes.rest import Rest
from retold.steps.changes.spelling import spelling_of
from retold.steps.changes.values import touching
from retold.tables import Ints

_P = parameters.of("changes", "strayed_quotations")
_LEAST = _P.integer("least")
_KEPT = _P.number("kept")
_MOST = _P.integer("most")


def strayed_quotations(material: Material, rest: Rest, _: Unit) -> Iterator[Candidate]:
    """The altered words of quotations that are one but for them."""
    pair = material.pair
    new: dict[tuple[str, str], list[range]] = {}
    for theirs in _strayed(pair.new, pair.group_new, rest, of_old=False):
        new.setdefault(_ends(pair.new, theirs), []).append(theirs)
    for ours in _strayed(pair.old, pair.group_old, rest, of_old=True):
        near = new.get(_ends(pair.old, ours), ())  # what differs stands inside
        alike = [place for one in near if (place := _altered(pair.old, ours, pair.new, one)) is not None]
        if len(alike) == 1 and _tells(material, alike[0]):
            place = alike[0]
            if told_by(pair, rest, place.old, place.new) != "unit":
                yield candidate_of(pair, "quotation", place.old, place.new, overlaps=True)


def _strayed(here: Side, groups: Ints, rest: Rest, of_old: bool) -> list[range]:
    """The quotations in sentences that have no partner in the other version, or in a new opening."""
    return [
        words
        for words in _quotations(here)
        if groups[words.start] < 0 or rest.in_opening(_unit_of(words, of_old))
    ]


def _unit_of(words: range, of_old: bool) -> Unit:
    return Unit(words.start, words.stop, 0, 0) if of_old else Unit(0, 0, words.start, words.stop)


def _quotations(here: Side) -> list[range]:
    """The words of each quotation that has enough of them."""
    found = [
        run for n in np.unique(here.quote[here.quote > 0]).tolist() for run in stretches(here.quote == n)
    ]
    return [run for run in found if len(run) >= _LEAST]


def _ends(here: Side, words: range) -> tuple[str, str]:
    """The first and the last word of a quotation."""
    return here.folded[words[0]], here.folded[words[-1]]


def _altered(old: Side, ours: range, new: Side, theirs: range) -> Unit | None:
    """The one place inside where two quotations differ, None where they are two or one and the same."""
    a, b = old.folded[ours.start : ours.stop], new.folded[theirs.start : theirs.stop]
    if len(set(a) & set(b)) < _KEPT * max(len(set(a)), len(set(b))):
        return None
    steps = [step for step in SequenceMatcher(None, a, b, autojunk=False).get_opcodes() if step[0] != "equal"]
    if len(steps) != 1:
        return None
    _, low, high, first, last = steps[0]
    inside = low > 0 and high < len(a) and max(high - low, last - first) <= _MOST
    at = Unit(ours.start + low, ours.start + high, theirs.start + first, theirs.start + last)
    return at if inside else None


def _tells(material: Material, place: Unit) -> bool:
    """Whether words say another thing, and are no figure, name or spelling of the same."""
    pair = material.pair
    key = spelling_of(pair.language).key
    ours, theirs = (
        here.folded[words.start : words.stop]
        for here, words in ((pair.old, place.old), (pair.new, place.new))
    )
    counted = touching(material.values.figures[0], place.old), touching(material.values.figures[1], place.new)
    return key(ours) != key(theirs) and not any(counted) and not is_of_small_words(material, place)
