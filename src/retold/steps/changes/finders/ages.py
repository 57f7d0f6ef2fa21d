"""Ages in clauses put in other words: a man of 74 where the other version has a 47-year-old man.

Two ages are one person's where one noun or one name goes with them, in linked sentences or in two openings
that each have it once. What else became of the clause is told besides.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from retold import parameters
from retold.steps.changes.candidates import NO_WORDS, Candidate, candidate_of
from retold.steps.changes.finders.figures import of_one_thing
from retold.steps.changes.finders.slots import only, told_by
from retold.steps.changes.material import Material
from retold.steps.changes.pair import Pair, Side, Unit
from retold.steps.changes.rest import Rest
from retold.steps.changes.values import Figure

_OLDEST = parameters.of("changes", "ages").integer("oldest")


def changed_ages(material: Material, rest: Rest, _: Unit) -> Iterator[Candidate]:
    """The ages of one person that say another number of years."""
    pair, (old, new) = material.pair, material.values.figures
    ours, theirs = _by_person(pair.old, old), _by_person(pair.new, new)
    for person in sorted(ours.keys() & theirs.keys()):
        for one, other in _of_one(pair, rest, ours[person], theirs[person]):
            if one.equals(other):
                continue
            how = told_by(pair, rest, one.words, other.words)
            if not _is_told(pair, rest, one, other, short=how == "unit"):
                made = candidate_of(pair, "figure", one.words, other.words, overlaps=True)
                yield made if how == "sentence" else replace(made, words=NO_WORDS)


def _of_one(
    pair: Pair, rest: Rest, ours: Sequence[Figure], theirs: Sequence[Figure]
) -> Iterator[tuple[Figure, Figure]]:
    """Ages of one place; else the only ones that stand beside one and the same full name."""
    placed = list(only(pair, rest, ours, theirs))
    yield from placed
    if not placed and len(ours) == len(theirs) == 1:
        given = _given_name(pair.old, ours[0]), _given_name(pair.new, theirs[0])
        if given[0] == given[1] != "":
            yield ours[0], theirs[0]


def _is_told(pair: Pair, rest: Rest, one: Figure, other: Figure, short: bool) -> bool:
    """Whether two ages may be two counts (a crew of 47), are told already, or are compared word by word.

    Word by word is compared what stands in a `short` unit.
    """
    if _counts(pair.old, one) and _counts(pair.new, other):
        return True
    if rest.touched(pair.old, one.words) or rest.touched(pair.new, other.words):
        return True
    return short and of_one_thing(pair, pair.units_at(one.words, True)[0], one, other)


def _by_person(here: Side, found: list[Figure]) -> Mapping[str, list[Figure]]:
    """The figures that are ages, by the noun or the name of whose they are."""
    held: dict[str, list[Figure]] = {}
    for one in found:
        person = _whose(here, one) if 0 < one.said.value <= _OLDEST and not one.said.unit else ""
        if person:
            held.setdefault(person, []).append(one)
    return held


def _whose(here: Side, one: Figure) -> str:
    """The noun or the last word of the name whose age a figure is, "" where it is no age."""
    k = _bearer(here, one)
    return here.folded[k] if k >= 0 else ""


def _given_name(here: Side, one: Figure) -> str:
    """The word of a name before its last one, "" where the age is that of a noun or of a surname alone."""
    k = _bearer(here, one)
    full = k > 0 and here.words[k][:1].isupper() and here.words[k - 1][:1].isupper()
    return here.folded[k - 1] if full and here.between(k - 1) == " " and not here.opens[k] else ""


def _bearer(here: Side, one: Figure) -> int:
    """The noun or the last word of the name whose age a figure is, -1 where it is no age."""
    editing, low, high = here.editing, one.words.start, one.words.stop
    if here.folded[high : high + 2] in editing.years_old:
        return _noun(here, _last_of_name(here, high + 2))
    before = here.folded[low - 1] if low else ""
    if before in editing.aged | editing.of_age:
        return _noun(here, low - 2)
    set_off = low > 0 and here.between(low - 1).strip() in (",", "(") and here.words[low].isdigit()
    named = set_off and here.words[low - 1][:1].isupper() and not here.opens[low - 1]
    return low - 1 if named and _ends(here, high - 1) else -1


def _last_of_name(here: Side, k: int) -> int:
    """The last word of the name that begins with word k: the 47-year-old, Ana Kael; k where none does."""
    while k + 1 < len(here.words) and here.words[k][:1].isupper() and here.words[k + 1][:1].isupper():
        if here.between(k) != " ":
            break
        k += 1
    return k


def _counts(here: Side, one: Figure) -> bool:
    """Whether a figure may as well count: a man of 47, a crew of 47."""
    return one.words.start > 0 and here.folded[one.words.start - 1] in here.editing.of_age


def _noun(here: Side, k: int) -> int:
    """The place itself, if a plain noun or a name stands there, -1 otherwise."""
    inside = 0 <= k < len(here.words) and not here.small[k] and not here.folded[k].isdigit()
    return k if inside else -1


def _ends(here: Side, k: int) -> bool:
    """Whether what is set off ends behind word k: Ana Kael, 47, of Quarn."""
    return k + 1 >= len(here.words) or here.between(k).strip()[:1] in (",", ")", ".", ";")
