"""Figures that stand in one slot of sentences that nobody linked.

Between the same words (bought 26 new rafts, 62 new rafts), or before one noun in clauses that share
telling words besides (12 buckets in the hall, 120 buckets in their hall). Neither version has the other's
figure, nor the slot a second time. They claim no words: what else became of the sentences is told besides.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from retold import parameters
from retold.steps.changes.candidates import NO_WORDS, Candidate, candidate_of
from retold.steps.changes.clauses import clause_of, telling
from retold.steps.changes.finders.figures import same_unit
from retold.steps.changes.material import Material
from retold.steps.changes.pair import Side, Unit
from retold.steps.changes.rest import Rest
from retold.steps.changes.values import Figure, of_one_time

_P = parameters.of("changes", "figures")
_SLOT = _P.integer("slot")
_BESIDES = _P.integer("besides")
_Slot = tuple[str, ...]


def figures_of_one_slot(material: Material, rest: Rest, __: Unit) -> Iterator[Candidate]:
    """The figures of one slot that say another amount."""
    told: set[tuple[int, int]] = set()
    for ours, theirs in (*_between_words(material), *_before_nouns(material, rest)):
        place = ours.words.start, theirs.words.start
        if place not in told and _differ(material, ours, theirs):
            told.add(place)
            made = candidate_of(material.pair, "figure", ours.words, theirs.words, overlaps=True)
            yield replace(made, words=NO_WORDS)


def _differ(material: Material, ours: Figure, theirs: Figure) -> bool:
    """Whether two figures of unlinked sentences are unlike, and neither stands in the other version."""
    pair, (old, new) = material.pair, material.values.figures
    known = any(ours.equals(f) for f in new) or any(theirs.equals(f) for f in old)
    linked = int(pair.group_old[ours.words.start]), int(pair.group_new[theirs.words.start])
    if known or linked[0] == linked[1] >= 0 or not same_unit(ours, theirs):
        return False
    return of_one_time(pair, material.values, ours.words, theirs.words)


def _between_words(material: Material) -> Iterator[tuple[Figure, Figure]]:
    """Figures between the same words."""
    yield from _in_both([_alone(_between(here, found)) for here, found in _sides(material)])


def _before_nouns(material: Material, rest: Rest) -> Iterator[tuple[Figure, Figure]]:
    """Figures before one noun in clauses that share telling words besides, but for those of two openings."""
    pair = material.pair
    for ours, theirs in _in_both([_alone(_before_noun(here, found)) for here, found in _sides(material)]):
        opened = _holds(rest.opening.old, ours) and _holds(rest.opening.new, theirs)
        shared = _told_around(pair.old, ours) & _told_around(pair.new, theirs)
        if not opened and len(shared) > _BESIDES:  # the noun is one of them
            yield ours, theirs


def _sides(material: Material) -> Iterator[tuple[Side, Sequence[Figure]]]:
    yield from zip((material.pair.old, material.pair.new), material.values.figures, strict=True)


def _in_both(slots: Sequence[Mapping[_Slot, Figure]]) -> Iterator[tuple[Figure, Figure]]:
    for slot in sorted(slots[0].keys() & slots[1].keys()):
        yield slots[0][slot], slots[1][slot]


def _alone(found: Iterator[tuple[_Slot, Figure]]) -> Mapping[_Slot, Figure]:
    """The figures by their slots, where these come up but once."""
    slots: dict[_Slot, list[Figure]] = {}
    for slot, one in found:
        slots.setdefault(slot, []).append(one)
    return {slot: held[0] for slot, held in slots.items() if len(held) == 1}


def _between(here: Side, found: Sequence[Figure]) -> Iterator[tuple[_Slot, Figure]]:
    """The figures by the word before them and those behind, all telling."""
    for one in found:
        low, high = one.words.start - 1, one.words.stop + _SLOT
        inside = low >= 0 and high <= len(here.words) and here.sentence[low] == here.sentence[high - 1]
        room = [low, *range(one.words.stop, high)]
        if inside and not one.said.weak and not any(here.small[k] for k in room):
            yield tuple(here.folded[k] for k in room), one


def _before_noun(here: Side, found: Sequence[Figure]) -> Iterator[tuple[_Slot, Figure]]:
    """The figures by the noun right behind them, if it tells of one thing, as people and metres do not."""
    idle = here.editing.lengths | here.editing.measures | here.language.numbers.currencies.keys()
    for one in found:
        behind = one.words.stop
        inside = behind < len(here.words) and here.sentence[behind] == here.sentence[behind - 1]
        if (
            inside
            and not (one.said.weak or one.said.vague or one.said.unit)
            and here.between(behind - 1) == " "
        ):
            noun = telling(here, [behind])
            if noun and here.folded[behind] not in idle:
                yield tuple(noun), one


def _told_around(here: Side, one: Figure) -> set[str]:
    before, behind = clause_of(here, one.words)
    return telling(here, (*before, *behind))


def _holds(ranges: Sequence[range], one: Figure) -> bool:
    return any(one.words.start in words for words in ranges)
