"""The one figure of a sentence that differs where all its others are the same: 34, 27 and 11; 27, 11 and 43.

Of sentences that have most of their telling words in common. That the others agree says what the last one
stands for, wherever it went; of sums in one currency one other is enough.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from retold import parameters
from retold.steps.changes.candidates import Candidate
from retold.steps.changes.counted_things import count_one_class, of_two_names, of_two_things, tell_two_classes
from retold.steps.changes.finders.figures import in_points, lacks_scale, of_two_subjects, rounded
from retold.steps.changes.finders.openings import of_one_matter
from retold.steps.changes.material import Material
from retold.steps.changes.pair import Pair, Side, Unit
from retold.steps.changes.rest import Rest
from retold.steps.changes.values import Figure, agree, compared, of_one_use

_Both = tuple[Figure, Figure]
_LEAST = parameters.of("changes", "last_figures").integer("least")


def last_figures(material: Material, rest: Rest, _: Unit) -> Iterator[Candidate]:
    """The figures that are left over when those that both sentences have are put aside."""
    pair, values = material.pair, material.values
    for old, new in _sentences(pair):
        equal, *left = _paired(_inside(old, values.figures[0]), _inside(new, values.figures[1]))
        if len(left[0]) != 1 or len(left[1]) != 1 or not of_one_matter(pair, old, new):
            continue
        one, other = left[0][0], left[1][0]
        if _of_one_thing(material, rest, one, other) and _agree_enough(pair, (one, other), equal):
            detail = rounded(pair, one, other)
            yield from compared(pair, "figure", one.words, other.words, False, overlaps=True, detail=detail)


def _sentences(pair: Pair) -> Iterator[tuple[range, range]]:
    """The linked sentences of both versions, one of each."""
    groups = sorted({int(n) for n in np.unique(pair.group_old) if n >= 0})
    for group in groups:
        sides = zip((pair.old, pair.new), pair.linked(group), strict=True)
        held = [_whole(here, words) for here, words in sides]
        if all(len(words) for words in held):
            yield held[0], held[1]


def _whole(here: Side, words: Sequence[int]) -> range:
    """The words of a group, if they are one sentence."""
    if not words or here.sentence[words[0]] != here.sentence[words[-1]]:
        return range(0)
    return here.sentences(range(words[0], words[0] + 1))


def _inside(words: range, figures: Sequence[Figure]) -> list[Figure]:
    return [f for f in figures if f.words.start in words and not f.said.weak]


def _paired(
    ours: Sequence[Figure], theirs: Sequence[Figure]
) -> tuple[list[_Both], list[Figure], list[Figure]]:
    """The figures that two sentences both have, and those that either has alone."""
    both: list[_Both] = []
    old, new = list(ours), list(theirs)
    for one in ours:
        equal = next((other for other in new if _may_be_one(one, other) and _is_one_value(one, other)), None)
        if equal is not None:
            both.append((one, equal))
            old.remove(one)
            new.remove(equal)
    return both, old, new


def _may_be_one(one: Figure, other: Figure) -> bool:
    """Whether two figures have one unit, or one of a list of shares leaves it out: 34 percent, 27 and 11."""
    units = {one.said.unit, other.said.unit}
    return len(units) == 1 or ("" in units and "ordinal" not in units)


def _is_one_value(one: Figure, other: Figure) -> bool:
    return one.said.value == other.said.value


def _of_one_thing(material: Material, rest: Rest, one: Figure, other: Figure) -> bool:
    """Whether two figures may be of one thing, and nothing says that they count two."""
    pair = material.pair
    known = rest.touched(pair.old, one.words) or rest.touched(pair.new, other.words)
    if known or not _may_be_one(one, other) or lacks_scale(pair, one, other):
        return False
    if _are_measured(pair, one, other) or in_points(pair.old, one) != in_points(pair.new, other):
        return False
    doubts = (of_two_things, tell_two_classes, of_two_names, of_two_subjects)
    return not any(doubt(pair, one, other) for doubt in doubts) and _of_one_time(material, one, other)


def _agree_enough(pair: Pair, left: _Both, equal: Sequence[_Both]) -> bool:
    """Whether several others are used alike; of sums in one currency one in it is enough: from £2.40."""
    units = {one.said.unit for one in (*left, *(each for both in equal for each in both))}
    sums = len(units) == 1 and units <= set(pair.language.numbers.currencies.values())
    alike = [both for both in equal if _are_used_alike(pair, *both)]
    return len(alike) >= (1 if sums else _LEAST)


def _are_used_alike(pair: Pair, one: Figure, other: Figure) -> bool:
    """Whether one telling word stands beside two equal figures, one leads to both, or both count the hurt."""
    lead = pair.old.folded[one.words.start - 1 : one.words.start]
    led = bool(one.said.unit) and lead == pair.new.folded[other.words.start - 1 : other.words.start] != ()
    return led or of_one_use(pair, one.words, other.words) or count_one_class(pair, one, other)


def _are_measured(pair: Pair, one: Figure, other: Figure) -> bool:
    """Whether two units of measure stand beside two figures, so that one may be the other converted."""
    known = pair.editing.sense.measures
    units = [
        {word for word in here.folded[figure.words.start : figure.words.stop + 2] if word in known}
        for here, figure in ((pair.old, one), (pair.new, other))
    ]
    return units[0] != units[1]


def _of_one_time(material: Material, one: Figure, other: Figure) -> bool:
    """Whether not both sentences tell a date that the other lacks."""
    sides = zip((material.pair.old, material.pair.new), (one, other), material.values.dates, strict=True)
    told = [
        [d for d in dates if here.sentence[d.words.start] == here.sentence[figure.words.start]]
        for here, figure, dates in sides
    ]
    lone = [
        [d for d in mine if not any(agree(d.value, e.value) for e in others)]
        for mine, others in (told, told[::-1])
    ]
    return not all(lone)
