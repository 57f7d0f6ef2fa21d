"""Figures that say another amount, and bounds put before them or taken away."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from retold import parameters
from retold.language.numbers import APART
from retold.steps.changes.candidates import Candidate, candidate_of
from retold.steps.changes.counted_things import of_two_classes, of_two_things
from retold.steps.changes.finders import sense
from retold.steps.changes.material import Material
from retold.steps.changes.pair import Pair, Side, Unit
from retold.steps.changes.rest import Rest
from retold.steps.changes.values import (
    Figure,
    across,
    compared,
    is_clause,
    known_in,
    of_one_time,
    of_one_use,
    of_two_uses,
    touching,
)

_P = parameters.of("changes", "figures")
_BOUND = _P.integer("bound")
_NEXT = _P.integer("next")
ROUNDED = "rounded"
RANGE = "range"  # the bound of a figure that ends one: between 20 and 30
_DASHES = ("-", "–", "‑")


def changed_figures(material: Material, rest: Rest, unit: Unit) -> Iterator[Candidate]:
    """Figures that a unit exchanges, and those that mean the same in another print.

    A long unit is a clause written anew: what it counts is compared by its place
    in `openings` or goes with the clause.
    """
    if is_clause(unit):
        return
    old, new = across(material.pair, rest, known_in(material.values, rest, unit).figures, unit)
    old, new = _without_weak(old, new), _without_weak(new, old)
    for ours, theirs in _paired(old, new):
        same = ours.equals(theirs) or _number_the_page(material.pair, ours.words, theirs.words)
        if same and in_points(material.pair.old, ours) != in_points(material.pair.new, theirs):
            yield candidate_of(material.pair, "sense", ours.words, theirs.words, detail="unit")
            continue
        if not same and sense.is_converted(material.pair, ours, theirs):
            continue
        two = None if same else of_two_things(material.pair, ours, theirs)
        if two is not None:
            yield candidate_of(material.pair, "wording", *two)
            continue
        if same or (
            of_one_thing(material.pair, unit, ours, theirs)
            and of_one_time(material.pair, material.values, ours.words, theirs.words)
            and not _another_fits(material, ours, theirs)
            and not _both_known(material, ours, theirs)
        ):
            detail = None if same else rounded(material.pair, ours, theirs)
            words = (ours.words, theirs.words) if same else _with_bounds(material.pair, ours, theirs)
            yield from compared(material.pair, "figure", *words, same, detail=detail)


def rounded(pair: Pair, ours: Figure, theirs: Figure) -> str | None:
    """The detail of a figure that is the other one in fewer digits, or says so by its bound; None of others.

    2,300 and more than 2,000 are one number; $1.4 million and €1.4 million are two sums.
    """
    if not same_unit(ours, theirs):
        return None
    (_, way_old), (_, way_new) = _bound(pair.old, ours), _bound(pair.new, theirs)
    roughly = (not way_old and theirs.said.tells_roughly(ours.said, way_new)) or (
        not way_new and ours.said.tells_roughly(theirs.said, way_old)
    )
    return ROUNDED if roughly or ours.said.rounds(theirs.said) else None


def in_points(here: Side, value: Figure) -> bool:
    """Whether a share is told in points: a rise by two of them is another than one by two percent."""
    return value.said.unit == "%" and any(here.folded[k] in here.language.numbers.points for k in value.words)


def _number_the_page(pair: Pair, ours: range, theirs: range) -> bool:
    """Whether both stand behind what a page counts of itself: page 2, page 3."""
    sides = ((pair.old, ours), (pair.new, theirs))
    return all(
        words.start > 0 and here.folded[words.start - 1] in here.editing.numbered for here, words in sides
    )


def _with_bounds(pair: Pair, ours: Figure, theirs: Figure) -> tuple[range, range]:
    """The words of two figures, with what bounds them where they are bounded otherwise: 96, nearly 100."""
    (low_old, way_old), (low_new, way_new) = (
        _bound(here, value) for here, value in ((pair.old, ours), (pair.new, theirs))
    )
    told = _multiple(pair.old, ours.words), _multiple(pair.new, theirs.words)
    if way_old == way_new:
        return _whole_scores(pair, *told)
    return range(low_old, told[0].stop), range(low_new, told[1].stop)


def _multiple(here: Side, words: range) -> range:
    """The words of a figure with the one that makes a multiple of it: three times."""
    behind = here.folded[words.stop : words.stop + 1]
    return range(words.start, words.stop + (behind[0] in here.language.numbers.times if behind else 0))


def _whole_scores(pair: Pair, ours: range, theirs: range) -> tuple[range, range]:
    """The words of two figures, with those that a dash joins to both, as in the result of a match: 3-1."""
    low = min(_joined(pair.old, ours.start - 1), _joined(pair.new, theirs.start - 1))
    high = min(_joined(pair.old, ours.stop - 1), _joined(pair.new, theirs.stop - 1))
    return range(ours.start - low, ours.stop + high), range(theirs.start - low, theirs.stop + high)


def _joined(here: Side, k: int) -> int:
    """1 where only a dash stands between a number and the number behind it, else 0."""
    inside = 0 <= k < len(here.words) - 1
    joined = inside and here.between(k) in _DASHES and here.words[k].isdigit() and here.words[k + 1].isdigit()
    return int(joined)


def of_one_thing(pair: Pair, unit: Unit, ours: Figure, theirs: Figure) -> bool:
    """Whether two unlike figures count one thing: each fills its side, or one word stands beside both.

    A time of day (0935 GMT) counts nothing.
    """
    sides = ((pair.old, ours.words, unit.old), (pair.new, theirs.words, unit.new))
    if any(_is_clock_time(here, words) for here, words, _ in sides):
        return False
    if lacks_scale(pair, ours, theirs):
        return False
    if of_two_uses(pair, ours.words, theirs.words) or of_two_subjects(pair, ours, theirs):
        return False
    if of_two_classes(pair, ours, theirs):
        return False
    rest = [(here, set(room) - set(_multiple(here, words))) for here, words, room in sides]
    fills = [not here.tells(sorted(words)) for here, words in rest]
    return all(fills) or of_one_use(pair, ours.words, theirs.words)


def of_two_subjects(pair: Pair, ours: Figure, theirs: Figure) -> bool:
    """Whether one verb tells two sums or shares of two plain nouns: the gates cost 40 million, the pumps 95.

    Where things are counted (carries 40 boxes) the noun before the verb may be another word for one thing.
    """
    subjects = []
    for here, value in ((pair.old, ours), (pair.new, theirs)):
        low = bound_start(here, value)
        if low < 2 or here.sentence[low - 2] != here.sentence[low] or not _measures(here, value):
            return False
        noun, verb = low - 2, low - 1
        if any(here.small[k] or not here.words[k].islower() for k in (noun, verb)):
            return False
        subjects.append((here.language.stem(here.folded[noun]), here.folded[verb]))
    (one, told), (other, said) = subjects
    return told == said and one != other


def _measures(here: Side, value: Figure) -> bool:
    """Whether a figure is a sum, a share or in millions, and no count of things."""
    return bool(value.said.unit) or any(here.folded[k] in here.language.numbers.scales for k in value.words)


def _another_fits(material: Material, ours: Figure, theirs: Figure) -> bool:
    """Whether a figure beside one of these may as well be the other: injuring 4, 1 died and 5 were injured.

    It stands in the same sentence, is new in its version, and goes with a word that the one lacks.
    """
    pair, (old, new) = material.pair, material.values.figures
    sides = ((pair.old, ours, old, pair.new, theirs, new), (pair.new, theirs, new, pair.old, ours, old))
    return any(_rival(*side) for side in sides)


def _rival(  # a figure and its list, on either side
    here: Side, one: Figure, mine: Sequence[Figure], there: Side, other: Figure, others: Sequence[Figure]
) -> bool:
    wanted = _beside(here, one) - _beside(there, other)
    return any(
        rival.words != other.words
        and there.sentence[rival.words.start] == there.sentence[other.words.start]
        and not any(rival.equals(known) for known in mine)
        and wanted & _beside(there, rival)
        for rival in others
    )


def _both_known(material: Material, ours: Figure, theirs: Figure) -> bool:
    """Whether the other version has one of two figures as well, with a word beside it that parts the two.

    The gates cost 40 million and the pumps 95 million, where one version leaves one of them out.
    """
    pair, (old, new) = material.pair, material.values.figures
    sides = ((pair.old, ours, pair.new, theirs, new), (pair.new, theirs, pair.old, ours, old))
    return any(
        known.equals(one) and _beside(there, known) & (_beside(here, one) - _beside(there, other))
        for here, one, there, other, others in sides
        for known in others
        if known.words != other.words
    )


def _beside(here: Side, value: Figure) -> set[str]:
    """The stems of the telling words next to a figure in its sentence."""
    low, high = value.words.start, value.words.stop
    room = (*range(max(0, low - _NEXT), low), *range(high, min(len(here.words), high + _NEXT)))
    own = here.sentence[low]
    return {here.language.stem(here.folded[k]) for k in room if not here.small[k] and here.sentence[k] == own}


def lacks_scale(pair: Pair, ours: Figure, theirs: Figure) -> bool:
    """Whether one has no scale and else the digits of the other: 11 (to 16 billion), 11 billion."""
    scales = pair.language.numbers.scales
    scaled = [
        any(here.folded[k] in scales for k in value.words)
        for here, value in ((pair.old, ours), (pair.new, theirs))
    ]
    return scaled[0] != scaled[1] and ours.said.has_digits_of(theirs.said)


def _is_clock_time(here: Side, words: range) -> bool:
    """Whether four digits stand before a word in capitals only: the zone of a time."""
    said = here.words[words.start]
    behind = here.words[words.stop : words.stop + 1]
    return len(words) == 1 and len(said) == 4 and said.isdigit() and bool(behind) and behind[0].isupper()


def _without_weak(here: list[Figure], there: list[Figure]) -> list[Figure]:
    return here if there else [f for f in here if not f.said.weak]


def _paired(old: Sequence[Figure], new: Sequence[Figure]) -> list[tuple[Figure, Figure]]:
    """Equal values first, then those of one unit in order, then what is left in order."""
    left_old, left_new = list(old), list(new)
    found: list[tuple[Figure, Figure]] = []
    for fits in (Figure.equals, same_unit, _any_unit):
        for ours in list(left_old):
            theirs = next((f for f in left_new if fits(ours, f)), None)
            if theirs is not None:
                found.append((ours, theirs))
                left_old.remove(ours)
                left_new.remove(theirs)
    return found


def same_unit(a: Figure, b: Figure) -> bool:
    """Whether two figures have one unit, or none."""
    return a.said.unit == b.said.unit and bool(a.said.vague) == bool(b.said.vague)


def _any_unit(a: Figure, b: Figure) -> bool:
    """Whether the units may be one: a share and a rank are other things.

    So is another sum in another currency, which may be the same sum; the same sum in another one is not.
    """
    one_sum = a.said.value == b.said.value and APART.isdisjoint((a.said.unit, b.said.unit))
    return one_sum or a.said.may_have_unit_of(b.said)


# ---- bounds ----


def changed_bounds(material: Material, _: Rest, __: Unit) -> Iterator[Candidate]:
    """Figures that both versions have, but as a bound in one only: three, at least three."""
    for ours in material.values.figures[0]:
        theirs = _partner(material, ours)
        if theirs is None or ours.said.weak or not ours.equals(theirs):
            continue
        yield from bounded_otherwise(material.pair, ours, theirs)
        yield from _led_otherwise(material.pair, ours, theirs)


def _led_otherwise(pair: Pair, ours: Figure, theirs: Figure) -> Iterator[Candidate]:
    """The same figure by which something changes in one version, and to which it does in the other."""
    k, j, leads = ours.words.start - 1, theirs.words.start - 1, pair.language.numbers.leads
    if min(k, j) < 1 or int(pair.to_new[k - 1]) != j - 1:
        return
    ways = {leads.get(here.folded[at], "") for here, at in ((pair.old, k), (pair.new, j))}
    if len(ways) > 1 and "" not in ways:
        words = range(k, ours.words.stop), range(j, theirs.words.stop)
        yield from compared(pair, "figure", *words, same=False, overlaps=True)


def bounded_otherwise(pair: Pair, ours: Figure, theirs: Figure) -> Iterator[Candidate]:
    """The same figure of one thing, if it is a bound in one version only; about 50 is no bound beside 50."""
    (low_old, way_old), (low_new, way_new) = _bound(pair.old, ours), _bound(pair.new, theirs)
    guessed = "about" in (way_old, way_new) and "least" not in (way_old, way_new)
    if way_old != way_new and not guessed and not _are_one_range(pair, ours, theirs):
        words = range(low_old, ours.words.stop), range(low_new, theirs.words.stop)
        yield from compared(pair, "figure", *words, same=False, overlaps=True)


def _partner(material: Material, ours: Figure) -> Figure | None:
    """The figure of the copy that holds the partner of the last word of one of the source."""
    j = int(material.pair.to_new[ours.words.stop - 1])
    return next(iter(touching(material.values.figures[1], range(j, j + 1))), None) if j >= 0 else None


def _bound(here: Side, value: Figure) -> tuple[int, str]:
    """Where the figure begins with the words that make it a bound (at least), and which way it is open."""
    low = bound_start(here, value)
    return low, here.language.numbers.bound(here.folded[low : value.words.start])


def _are_one_range(pair: Pair, ours: Figure, theirs: Figure) -> bool:
    """Whether both end a range, told in words here and with a dash there: between 20 and 30, 20-30."""
    sides = ((pair.old, ours), (pair.new, theirs))
    dashed = [_joined(here, value.words.start - 1) for here, value in sides]
    ranged = [_bound(here, value)[1] == RANGE for here, value in sides]
    return any(dashed) and any(ranged)


def bound_start(here: Side, value: Figure) -> int:
    """The first of the words that make a figure a bound (at least 5), its own first word where none do."""
    numbers, low = here.language.numbers, value.words.start
    room = range(max(0, low - _BOUND), low)
    start = next((k for k in room if numbers.is_bound(here.folded[k:low])), low)
    return low if 0 < start < low and numbers.arrives(here.folded[start - 1], here.folded[start]) else start
