"""Which readings of a claim contradict each other, told only where both are certain and of one thing.

A false contradiction is worse than none. Speakers: both named right beside the same quoted words,
neither anywhere near them in the other text. Figures: of one thing in nearly the same words,
neither of them rounded, a bound or a guess. An outlet that has both readings put the one in the place of the
other, and a toll that is larger hours later has risen.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, islice, product

from retold import parameters
from retold.language.names import Names
from retold.model import Variant
from retold.steps.claims.agreement import shared_words
from retold.steps.claims.occurrences import Occurrence

_P = parameters.of("claims", "contradictions")
_SURE = _P.number("sure")
_WORDS = _P.integer("words")
_QUOTED = _P.number("quoted")
_TERMS = _P.integer("terms")
_AROUND = _P.number("around")
_LOOKED_AT = _P.integer("looked_at")
_TOLL = _P.number("toll")
_NOBODY: Mapping[str, str] = {}


def contradicting(
    group: Sequence[Occurrence],
    variants: Sequence[Variant],
    names: Names,
    outlets: Mapping[str, str] = _NOBODY,
) -> tuple[Occurrence, Occurrence] | None:
    """Two occurrences of two variants that cannot both be right, None where no two surely contradict.

    `outlets` has the outlet of each article, where it is known.
    """
    held = [[o for o in group if set(o.spans) & set(v.carriers)] for v in variants if v.reading]
    for ours, theirs in combinations(held, 2):
        if _are_one_revised(ours, theirs, outlets):
            continue
        for one, other in _candidates(ours, theirs):
            if one.article != other.article and _contradict(one, other, names):
                return one, other
    return None


def _are_one_revised(
    ours: Sequence[Occurrence], theirs: Sequence[Occurrence], outlets: Mapping[str, str]
) -> bool:
    """Whether an outlet has either reading: it brought its report up to date, or put it right."""
    houses = [
        {outlets[o.article].casefold() for o in side if o.article in outlets} for side in (ours, theirs)
    ]
    return not houses[0].isdisjoint(houses[1])


def _candidates(
    ours: Sequence[Occurrence], theirs: Sequence[Occurrence]
) -> Iterator[tuple[Occurrence, Occurrence]]:
    """Pairs of the surest of either side: prints of one sentence are many."""
    first, second = (
        sorted(side, key=lambda o: (-o.support, o.article))[:_LOOKED_AT] for side in (ours, theirs)
    )
    return islice(product(first, second), _LOOKED_AT**2)


def _contradict(one: Occurrence, other: Occurrence, names: Names) -> bool:
    if one.figure is not None or other.figure is not None:
        return _two_amounts(one, other)
    return _two_mouths(one, other, names)


# ---- speakers ----


def _two_mouths(one: Occurrence, other: Occurrence, names: Names) -> bool:
    """Whether the same quoted words are surely two people's."""
    if not (_is_sure(one) and _is_sure(other)) or not names.apart(one.reading, other.reading):
        return False
    if min(len(one.forms), len(other.forms)) < _WORDS or shared_words(one.forms, other.forms) < _QUOTED:
        return False
    return not _is_beside(one, other.reading, names) and not _is_beside(other, one.reading, names)


def _is_sure(one: Occurrence) -> bool:
    return one.quoted and one.by_name and one.support >= _SURE


def _is_beside(one: Occurrence, name: str, names: Names) -> bool:
    """Whether the bearer of a name is named near these words, so that they may as well be his."""
    return any(names.near(part, word) for part in names.tokens(name.split()) for word in one.beside)


# ---- figures ----


def _two_amounts(one: Occurrence, other: Occurrence) -> bool:
    """Whether two figures surely count one thing and cannot both be right."""
    if one.figure is None or other.figure is None or one.head != other.head:
        return False
    if one.figure.unit != other.figure.unit or one.bound or other.bound or _has_risen(one, other):
        return False
    shared, shorter = len(one.terms & other.terms), min(len(one.terms), len(other.terms))
    alike = shared >= _TERMS and shared >= _AROUND * shorter
    two = _name_two(one, other) or _tell_two(one, other)
    return alike and not one.figure.rounds(other.figure) and not two


def _has_risen(one: Occurrence, other: Occurrence) -> bool:
    """Whether both are a toll (dead, hurt, held), and the larger one was told hours later."""
    if one.figure is None or other.figure is None or one.day is None or other.day is None:
        return False
    first, then = sorted((one, other), key=lambda o: o.day or 0.0)
    rose = first.figure is not None and then.figure is not None and first.figure.value < then.figure.value
    return bool(one.toll) and one.toll == other.toll and rose and abs(one.day - other.day) * 24 >= _TOLL


def _tell_two(one: Occurrence, other: Occurrence) -> bool:
    """Whether the words around two figures tell two things: a gain and an outlay, all sheds and one.

    Either has words there that the other's sentence lacks, or one has a name or a time of day that may
    make a part of the whole, or another hour.
    """
    own = [a.terms.difference(b.stems) for a, b in ((one, other), (other, one))]
    return all(own) or any(told & a.limiting for told, a in zip(own, (one, other), strict=True))


def _name_two(one: Occurrence, other: Occurrence) -> bool:
    """Whether either sentence names what the other does not, so that two things may be counted."""
    return bool(one.beside - other.beside and other.beside - one.beside)
