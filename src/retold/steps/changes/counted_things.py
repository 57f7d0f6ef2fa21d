"""Whether two figures of linked sentences count two things, so that neither became the other.

    of_two_classes(pair, ours, theirs)   three killed, seven injured
    of_two_names(pair, ours, theirs)     the Alba with 14 crew, the Moldau with 22
    of_two_things(pair, ours, theirs)    the words of both things, None where nothing tells them apart

Two sums with another purpose behind the same small word are two (2 billion for roads, 1 billion for schools),
and so is what stands right behind two parties of which each has another kind and another name (the
freighter Alba with 14 crew, the tanker Moldau with 22 crew).
"""

from __future__ import annotations

from itertools import zip_longest

from retold import parameters
from retold.steps.changes.clauses import clause_of, is_marked_behind, telling
from retold.steps.changes.pair import Pair, Side, Unit
from retold.steps.changes.values import Figure

_P = parameters.of("changes", "figures")
_PURPOSE = _P.integer("purpose")
_Both = tuple[range, range]


def of_two_classes(pair: Pair, ours: Figure, theirs: Figure) -> bool:
    """Whether one counts the dead, say, and the other the hurt, or something else by other words there."""
    sides = ((pair.old, ours, pair.unit_of_old), (pair.new, theirs, pair.unit_of_new))
    counted = [_counted(here, value) for here, value, _ in sides]
    if counted[0] == counted[1] or all(counted):
        return counted[0] != counted[1]
    here, value, units = sides[0] if counted[0] else sides[1]
    told = (k for k in _around(here, value) if here.language.numbers.counted(([], [here.folded[k]])))
    return bool(units[next(told, value.words.start)] >= 0)


def tell_two_classes(pair: Pair, ours: Figure, theirs: Figure) -> bool:
    """Whether one counts the dead, say, and the other the hurt."""
    counted = {_counted(pair.old, ours), _counted(pair.new, theirs)} - {""}
    return len(counted) > 1


def count_one_class(pair: Pair, ours: Figure, theirs: Figure) -> bool:
    """Whether both count the dead, say."""
    return _counted(pair.old, ours) == _counted(pair.new, theirs) != ""


def is_told_besides(here: Side, one: Figure, there: Side, other: Figure, others: list[Figure]) -> bool:
    """Whether the other version has this figure too, of people told by the same noun, beside another one.

    Then it tells of two events: six people were hurt; nine were hurt in a second crash, six in the first.
    """
    what, noun = _counted(here, one), here.folded[one.words.stop : one.words.stop + 1]
    return bool(what) and any(
        known.equals(one)
        and known.words != other.words
        and there.folded[known.words.stop : known.words.stop + 1] == noun
        and _counted(there, known) == what
        for known in others
    )


def _around(here: Side, value: Figure) -> list[int]:
    """The words of the clause of a figure, the nearest first."""
    before, behind = clause_of(here, value.words)
    both = zip_longest(behind, before)
    return [k for near in both for k in near if k is not None]


def _counted(here: Side, value: Figure) -> str:
    before, behind = clause_of(here, value.words)
    return here.language.numbers.counted(([here.folded[k] for k in before], [here.folded[k] for k in behind]))


def of_two_things(pair: Pair, ours: Figure, theirs: Figure) -> _Both | None:
    """The words of two figures with those that say they count two things; None where none do."""
    return _for_two_purposes(pair, ours, theirs) or _of_two_parties(pair, ours, theirs)


# ---- what a sum is meant for ----


def _for_two_purposes(pair: Pair, ours: Figure, theirs: Figure) -> _Both | None:
    """Two sums or shares before one preposition, to the ends of what they are meant for, all unlike."""
    if not ours.said.unit or ours.said.unit != theirs.said.unit:
        return None
    old, new = _purpose(pair.old, ours), _purpose(pair.new, theirs)
    told = telling(pair.old, old, named=True), telling(pair.new, new, named=True)
    if not all(told) or told[0] & told[1] or not pair.alike(old[:1], new[:1]):
        return None
    return _to_purpose(pair, pair.old, ours, old), _to_purpose(pair, pair.new, theirs, new)


def _purpose(here: Side, value: Figure) -> range:
    """The words of the phrase behind a figure that says what it is meant for, with its preposition."""
    low = value.words.stop
    if not here.folded[low : low + 1] or here.folded[low] not in here.editing.purposes:
        return range(0)
    inside = range(low, min(len(here.words), low + 1 + _PURPOSE))
    ends = (k for k in inside if here.sentence[k] != here.sentence[low] or is_marked_behind(here, k - 1))
    return range(low, next(ends, inside.stop))


def _to_purpose(pair: Pair, here: Side, value: Figure, phrase: range) -> range:
    """From a figure to the end of the unit with the first telling word of its purpose."""
    of_old = here is pair.old
    first = next(k for k in phrase if telling(here, [k], named=True))
    unit = next(iter(pair.units_at(range(first, first + 1), of_old)), None)
    ends = first + 1 if unit is None else (unit.old_high if of_old else unit.new_high)
    return range(value.words.start, ends)


# ---- whose they are ----


def _of_two_parties(pair: Pair, ours: Figure, theirs: Figure) -> _Both | None:
    """The parties right before two figures with them, each another noun and another name."""
    last = _nearest_before(pair.old, ours.words), _nearest_before(pair.new, theirs.words)
    if min(last) < 0:
        return None
    units = [pair.units_at(range(k, k + 1), of_old) for k, of_old in zip(last, (True, False), strict=True)]
    if not units[0] or units[0] != units[1] or not _is_party(pair, units[0][0]):
        return None
    unit = units[0][0]
    return range(unit.old_low, ours.words.stop), range(unit.new_low, theirs.words.stop)


def of_two_names(pair: Pair, ours: Figure, theirs: Figure) -> bool:
    """Whether the nearest telling word before either figure is a name that the other version lacks."""
    last = _nearest_before(pair.old, ours.words), _nearest_before(pair.new, theirs.words)
    return all(
        k >= 0 and here.words[k][:1].isupper() and not here.opens[k] and not there.counts[here.folded[k]]
        for k, here, there in zip(last, (pair.old, pair.new), (pair.new, pair.old), strict=True)
    )


def _nearest_before(here: Side, words: range) -> int:
    """The nearest word before these in their sentence that is not small, -1 for none."""
    own = here.sentence[words.start]
    before = range(words.start - 1, -1, -1)
    nearest = next((k for k in before if here.sentence[k] != own or not here.small[k]), -1)
    return nearest if nearest >= 0 and here.sentence[nearest] == own else -1


def _is_party(pair: Pair, unit: Unit) -> bool:
    """Whether both sides are nothing but nouns and a name, and neither version has the other's name."""
    for here, words, there in ((pair.old, unit.old, pair.new), (pair.new, unit.new, pair.old)):
        told = [k for k in words if not here.small[k]]
        named = [k for k in told if here.words[k][:1].isupper() and not here.opens[k]]
        titled = any(here.names.is_title(here.folded[k]) for k in told)
        strange = not any(there.counts[here.folded[k]] for k in named)
        if not named or len(named) == len(told) or titled or not strange:
            return False
    return True
