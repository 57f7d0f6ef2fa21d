"""New openings: the first sentence written anew, and what it counts and dates otherwise."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import takewhile
from typing import NamedTuple

import numpy as np

from retold import parameters
from retold.settings import Changes
from retold.steps.changes.candidates import NO_WORDS, Candidate, Words, candidate_of
from retold.steps.changes.clauses import clause_of, is_general, of_one_act, telling
from retold.steps.changes.counted_things import is_told_besides, of_two_names
from retold.steps.changes.dated_facts import of_two_facts
from retold.steps.changes.finders.figures import bound_start, bounded_otherwise, rounded
from retold.steps.changes.material import Material
from retold.steps.changes.pair import Pair, Side, Unit
from retold.steps.changes.rest import Rest
from retold.steps.changes.values import (
    Figure,
    Placed,
    agree,
    comparable,
    compared,
    may_be_one_time,
    of_one_time,
)

_P = parameters.of("changes", "openings")
_STANDS = _P.number("stands")
_REWRITTEN = _P.number("rewritten")
_ALSO_OLD = _P.number("also_old")
_HEAD = _P.integer("head")
_SENTENCE = _P.integer("sentence")
_NEXT = _P.integer("next")
_NEAR = _P.integer("near")
_MATTER = _P.number("matter")
_MATTER_WORDS = _P.integer("matter_words")
_VERSIONS = _P.number("versions")
_CLOSE = _P.number("close")
_SHARED = _P.integer("shared")
_STEM = _P.integer("stem")


class Openings(NamedTuple):
    """The opening sentences of both versions, if one of them is new; else empty."""

    old: range
    new: range


def new_openings(material: Material, rest: Rest, _: Unit) -> Iterator[Candidate]:
    """One change for a new opening; it claims no words, but mere wordings inside go with it."""
    found = openings_of(rest, material.settings)
    if len(found.old) or len(found.new):
        made = candidate_of(material.pair, "lede", *found)
        yield replace(made, words=NO_WORDS, swallows=Words.of(*found))


def openings_of(rest: Rest, settings: Changes) -> Openings:
    """The first sentences, where the copy's (or, undirected, either's) was written anew."""
    pair = rest.pair
    old, new = _first(rest, pair.old), _first(rest, pair.new)
    loose_old, loose_new = _loose(rest, old, of_old=True), _loose(rest, new, of_old=False)
    fresh_new = _fresh(loose_new, new, settings)
    fresh_old = not pair.directed and _fresh(loose_old, old, settings)
    if not (fresh_new or fresh_old) or _nothing_shared(pair):
        return Openings(range(0), range(0))
    keep_old = fresh_old or loose_old >= _ALSO_OLD * len(old)
    keep_new = fresh_new or loose_new >= _ALSO_OLD * len(new)
    stands = loose_new <= _STANDS * len(new) if keep_old else loose_old <= _STANDS * len(old)
    if keep_old != keep_new and not _before_the_old_one(pair, old, new, keep_new, stands):
        return Openings(range(0), range(0))
    return Openings(old if keep_old else range(0), new if keep_new else range(0))


def _before_the_old_one(pair: Pair, old: range, new: range, in_new: bool, stands: bool) -> bool:
    """Whether a new opening stands just before what the other version opens with.

    Else much was put in, before it or into it: one that stands whole in both is not new for a clause more.
    """
    here, opened, groups = (pair.new, new, pair.group_new) if in_new else (pair.old, old, pair.group_old)
    sought = int(pair.group_old[old.start] if in_new else pair.group_new[new.start])
    there = np.flatnonzero(groups == sought)
    if sought < 0 or not len(there):
        return False
    return bool(int(stands) <= here.sentence[there[0]] - here.sentence[opened.start] <= _NEXT)


def _first(rest: Rest, here: Side) -> range:
    """The words of the first sentence of prose that has some; no headline, caption or note."""
    told = np.flatnonzero(here.prose[:_HEAD]).tolist()
    any_word = np.flatnonzero(~here.furniture[:_HEAD]).tolist()
    for number in dict.fromkeys(here.sentence[told or any_word].tolist()):
        low, high = np.searchsorted(here.sentence, [number, number + 1]).tolist()
        if high - low >= _SENTENCE and not rest.taken(here)[low:high].all():
            return range(low, high)
    return range(0)


def _loose(rest: Rest, words: range, of_old: bool) -> int:
    """How many words of the opening are neither spoken of nor equal to words that kept their place."""
    pair = rest.pair
    taken, partners = (rest.taken_old, pair.to_new) if of_old else (rest.taken_new, pair.to_old)
    loose = (partners < 0) & ~taken
    for unit in (*(run for run in pair.runs if run.moved), *pair.units):
        part = unit.old if of_old else unit.new
        if part.start < words.stop:
            loose[part.start : part.stop] = ~taken[part.start : part.stop]
    return int(loose[words.start : words.stop].sum())


def _fresh(loose: int, words: range, settings: Changes) -> bool:
    return loose >= settings.lede_words and loose >= _REWRITTEN * len(words)


def _nothing_shared(pair: Pair) -> bool:
    return not any(len(run.old) >= _SHARED for run in pair.runs)


# ---- what an opening tells otherwise ----


def figures_of_opening(material: Material, rest: Rest, _: Unit) -> Iterator[Candidate]:
    """Figures that a new opening tells otherwise than the one it stands for."""
    return _counted_otherwise(material, rest, _span(rest.opening.old), _span(rest.opening.new))


def dates_of_opening(material: Material, rest: Rest, _: Unit) -> Iterator[Candidate]:
    """The date that a new opening tells otherwise."""
    return _dated_otherwise(material, rest, _span(rest.opening.old), _span(rest.opening.new))


def figures_of_sentences(material: Material, rest: Rest, unit: Unit) -> Iterator[Candidate]:
    """Figures that sentences put in other words tell otherwise."""
    return _counted_otherwise(material, rest, unit.old, unit.new)


def dates_of_sentences(material: Material, rest: Rest, unit: Unit) -> Iterator[Candidate]:
    """The date that sentences put in other words tell otherwise."""
    return _dated_otherwise(material, rest, unit.old, unit.new)


def _span(ranges: Sequence[range]) -> range:
    return ranges[0] if ranges else range(0)


def _counted_otherwise(material: Material, rest: Rest, old: range, new: range) -> Iterator[Candidate]:
    """Only between versions that share much else: openings of two reports tell of themselves.

    So do sentences, unless they have most of their telling words in common.
    """
    pair, values = material.pair, material.values
    if not len(old) or not len(new) or (_common(pair) < _VERSIONS and not of_one_matter(pair, old, new)):
        return
    counted = [_inside(values.figures[k], words, here, rest) for k, words, here in _sides(pair, old, new)]
    yield from _bounded_otherwise(pair, *counted)
    ours, theirs = _unequal(counted[0], counted[1], lambda a, b: a.equals(b) and _same_thing(pair, a, b))
    ours, theirs = _unequal(ours, theirs, lambda a, b: a.equals(b))
    for one in ours:
        fits = (
            f
            for f in theirs
            if _same_thing(pair, one, f) or _one_price(material, one, f) or _otherwise_paid(material, one, f)
        )
        fits = (f for f in fits if not of_two_names(pair, one, f) and not _of_two_events(material, one, f))
        other = next((f for f in fits if of_one_time(pair, values, one.words, f.words)), None)
        if other is not None:
            theirs.remove(other)
            detail = rounded(pair, one, other)
            yield from compared(pair, "figure", one.words, other.words, same=False, detail=detail)


def _of_two_events(material: Material, one: Figure, other: Figure) -> bool:
    """Whether either version has both figures of people, each with what is told of them."""
    pair, (old, new) = material.pair, material.values.figures
    sides = ((pair.old, one, pair.new, other, new), (pair.new, other, pair.old, one, old))
    return any(is_told_besides(*side) for side in sides)


def _bounded_otherwise(pair: Pair, old: Sequence[Figure], new: Sequence[Figure]) -> Iterator[Candidate]:
    """Figures that both tell of one thing, each told but once on its side, as a bound on one side only."""
    for one in old:
        equal = [f for f in new if one.equals(f)]
        alone = len(equal) == 1 and sum(one.equals(f) for f in old) == 1
        if alone and _same_thing(pair, one, equal[0]):
            yield from bounded_otherwise(pair, one, equal[0])


def _one_price(material: Material, one: Figure, other: Figure) -> bool:
    """Whether two sums, each the only one of its sentence, are what one thing was sold for or valued at.

    The same preposition stands before both, and nothing behind says what the sum is: 5 million in losses.
    """
    pair, (old, new) = material.pair, material.values.figures
    sides = ((pair.old, one, old), (pair.new, other, new))
    if one.said.unit != other.said.unit or not all(_is_lone_sum(*side) for side in sides):
        return False
    before = [_preposition(here, value) for here, value, _ in sides]
    behind = [here.folded[v.words.stop : v.words.stop + 1] for here, v, _ in sides]
    named = any(
        word in here.editing.partitives
        for (here, _, _), words in zip(sides, behind, strict=True)
        for word in words
    )
    sentences = pair.old.sentences(one.words[:1]), pair.new.sentences(other.words[:1])
    return before[0] == before[1] != "" and not named and of_one_matter(pair, *sentences)


def _otherwise_paid(material: Material, one: Figure, other: Figure) -> bool:
    """Whether linked sentences have one sum in two currencies, and neither version has the other's sum."""
    pair, (old, new) = material.pair, material.values.figures
    group = int(pair.group_old[one.words.start])
    units = {one.said.unit, other.said.unit}
    money = len(units) == 2 and units <= set(pair.language.numbers.currencies.values())
    linked = group >= 0 and group == int(pair.group_new[other.words.start])
    known = any(one.equals(f) for f in new) or any(other.equals(f) for f in old)
    return linked and money and one.said.value == other.said.value and not known


def _is_lone_sum(here: Side, value: Figure, every: Sequence[Figure]) -> bool:
    """Whether this is money, and no other sum of that currency stands in its sentence."""
    own = here.sentence[value.words.start]
    unit = value.said.unit
    sums = [f for f in every if f.said.unit == unit and here.sentence[f.words.start] == own]
    return unit in here.language.numbers.currencies.values() and len(sums) == 1


def _preposition(here: Side, value: Figure) -> str:
    """The small word before a figure and what makes it a bound, "" where none stands there."""
    low = bound_start(here, value)
    return here.folded[low - 1] if low and here.small[low - 1] else ""


def of_one_matter(pair: Pair, old: range, new: range) -> bool:
    """Whether two sentences have most of their telling words in common, names and long figures among them."""
    ours, theirs = (
        telling(here, words, named=True)
        | {w for k in words if len(w := here.folded[k]) > 1 and w[0].isdigit()}
        for here, words in ((pair.old, old), (pair.new, new))
    )
    return len(ours & theirs) >= max(_MATTER_WORDS, _MATTER * min(len(ours), len(theirs)))


def _dated_otherwise(material: Material, rest: Rest, old: range, new: range) -> Iterator[Candidate]:
    """Only between close versions: a day has no noun that tells of what it is the day."""
    pair, values = material.pair, material.values
    if not len(old) or not len(new) or _common(pair) < _CLOSE:
        return
    dated = [_inside(values.dates[k], words, here, rest) for k, words, here in _sides(pair, old, new)]
    before, after = _unequal(dated[0], dated[1], lambda a, b: agree(a.value, b.value))
    if len(before) != 1 or len(after) != 1 or not comparable(before[0].value, after[0].value):
        return
    one_time = may_be_one_time(pair, before[0], after[0]) or of_two_facts(material, before[0], after[0])
    if not one_time and of_one_act(material, before[0], after[0]):
        yield from compared(pair, "date", before[0].words, after[0].words, same=False)


def _common(pair: Pair) -> float:
    """The share of the shorter version's words that both have."""
    shorter = min(len(pair.old.words), len(pair.new.words))
    return sum(len(run.old) for run in pair.runs) / shorter if shorter else 0.0


def _sides(pair: Pair, old: range, new: range) -> tuple[tuple[int, range, Side], tuple[int, range, Side]]:
    return (0, old, pair.old), (1, new, pair.new)


def _inside(found: Sequence[Placed], words: range, here: Side, rest: Rest) -> list[Placed]:
    return [v for v in found if v.words.start in words and not rest.touched(here, v.words)]


def _unequal(
    old: Sequence[Placed], new: Sequence[Placed], equal: Callable[[Placed, Placed], bool]
) -> tuple[list[Placed], list[Placed]]:
    """Values that have no partner on the other side, each partner counted once."""
    ours, theirs = [], list(new)
    for value in old:
        partner = next((w for w in theirs if equal(value, w)), None)
        if partner is None:
            ours.append(value)
        else:
            theirs.remove(partner)
    return ours, theirs


def _same_thing(pair: Pair, one: Figure, other: Figure) -> bool:
    """Whether two figures count the same of one event: one unit, and one class of words or one noun.

    Soldiers killed and villagers killed are two counts. That both count the
    dead says nothing of which dead: the sentences must share more than that.
    """
    if one.said.unit != other.said.unit or one.said.weak or other.said.weak:
        return False
    both = ((pair.old, clause_of(pair.old, one.words)), (pair.new, clause_of(pair.new, other.words)))
    classes = {
        pair.language.numbers.counted(([here.folded[k] for k in before], [here.folded[k] for k in behind]))
        for here, (before, behind) in both
    }
    if "" not in classes:
        nouns = [telling(here, _noun(here, behind)) for here, (_, behind) in both]
        if len(classes) > 1 or (all(nouns) and not nouns[0] & nouns[1]):
            return False
        return _one_event(pair, one.words, other.words, set())
    near = [telling(here, behind[:_NEAR]) for here, (_, behind) in both]
    shared = near[0] & near[1]
    measures = pair.editing.lengths | pair.editing.measures
    if shared <= {measure.rstrip("s")[:_STEM] for measure in measures}:
        around = [telling(here, (*before[:_NEAR], *behind)) for here, (before, behind) in both]
        shared &= {stem for stem in shared if (around[0] & around[1]) - shared}
    return bool(shared) and _one_event(pair, one.words, other.words, shared)


def _noun(here: Side, behind: Sequence[int]) -> list[int]:
    """The words right behind a figure up to a general one or one of a class: soldiers | were killed."""
    return list(takewhile(lambda k: not is_general(here.language, here.folded[k]), behind))


def _one_event(pair: Pair, one: range, other: range, besides: set[str]) -> bool:
    """Whether the sentences of two figures are linked or share a telling word besides these."""
    group = int(pair.group_old[one.start])
    if group >= 0 and group == int(pair.group_new[other.start]):
        return True
    ours = telling(pair.old, pair.old.sentences(one[:1]), named=True)
    return bool((ours & telling(pair.new, pair.new.sentences(other[:1]), named=True)) - besides)
