"""Which statements, and which figures, of different articles are one claim.

Where two articles are aligned the words themselves tell; where they are not,
the rare words that two contents share (containment weighted by rarity).
A thousand prints of one sentence are one kind: kinds are compared, not prints.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import islice
from math import log

from retold import parameters
from retold.algorithms import components
from retold.settings import Claims
from retold.steps.claims import agreement
from retold.steps.claims.occurrences import Occurrence
from retold.tables import Alignment, Ints

Alignments = Mapping[tuple[str, str], Alignment]
_P = parameters.of("claims", "matching")
_LEAST = _P.integer("least")
_COMMON = _P.integer("common")
_KINDS = _P.integer("kinds")
_FEWEST = _P.integer("fewest")
_ONE_EVENT = _P.integer("one_event")
_OTHER_VALUE = _P.integer("other_value")
_OTHER_SHARE = _P.number("other_share")
_SAME_UNIT = _P.integer("same_unit")
_SAME_VALUE = _P.integer("same_value")
_LONG_VALUE = _P.integer("long_value")
_FLOOR = _P.number("floor")


def groups(found: Sequence[Occurrence], alignments: Alignments, settings: Claims) -> list[list[Occurrence]]:
    """Occurrences, parted into claims; in the order of their first occurrence.

    Where a chain of ties brings two values of one article together, they count
    two things: that group is parted by its values. Of statements each must be tied
    to the one in the middle: a chain of quotations that overlap is not one claim.
    """
    ties = list(_ties(found, alignments, settings))
    together = components.members(range(len(found)), ties)
    if any(one.statement is not None for one in found):
        home = {k: number for number, group in enumerate(together) for k in group}
        inside: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for tie in ties:
            inside[home[tie[0]]].append(tie)
        parts = [p for n, group in enumerate(together) for p in _around_middles(found, group, inside[n])]
        return [[found[k] for k in part] for part in sorted(parts)]
    return [claim for group in together for claim in _by_value([found[k] for k in group])]


def _around_middles(
    found: Sequence[Occurrence], group: Sequence[int], ties: Sequence[tuple[int, int]]
) -> list[list[int]]:
    """The group with its ties, parted into those tied to a middle: the kind that most others are tied to."""
    if len(group) < 3:
        return [list(group)]
    kinds = {k: first for first, held in _prints([found[k] for k in group]).items() for k in held}
    kind_of = {k: kinds[place] for place, k in enumerate(group)}
    near: dict[int, set[int]] = {kind: {kind} for kind in kinds.values()}
    for i, j in ties:
        near[kind_of[i]].add(kind_of[j])
        near[kind_of[j]].add(kind_of[i])
    held: dict[int, list[int]] = defaultdict(list)
    for k in group:
        held[kind_of[k]].append(k)
    return [
        [k for kind in sorted(part) for k in held[kind]]
        for part in _stars(near, {kind: len({found[k].article for k in held[kind]}) for kind in near})
    ]


def _stars(near: dict[int, set[int]], weights: Mapping[int, int]) -> Iterator[set[int]]:
    """Parts of a graph, each a node with those beside it that no heavier one has; the heaviest star first."""
    left = set(near)
    while left:
        middle = max(sorted(left), key=lambda kind: sum(weights[other] for other in near[kind] & left))
        part = near[middle] & left
        left -= part
        yield part


def _by_value(group: list[Occurrence]) -> list[list[Occurrence]]:
    """The group itself, or one for each value if some article has two of its values."""
    values = {(one.article, one.reading) for one in group if one.figure is not None}
    if len({article for article, _ in values}) == len(values):
        return [group]
    found: dict[str, list[Occurrence]] = defaultdict(list)
    for one in group:
        found[one.reading].append(one)
    return list(found.values())


def _ties(found: Sequence[Occurrence], alignments: Alignments, settings: Claims) -> Iterator[tuple[int, int]]:
    by_article: dict[str, list[int]] = defaultdict(list)
    for k, one in enumerate(found):
        by_article[one.article].append(k)
    values = {name: frozenset(found[k].reading for k in held) for name, held in by_article.items()}
    for (a, b), alignment in sorted(alignments.items(), key=lambda item: item[0]):
        if a in by_article and b in by_article:
            forward = alignment if alignment.a.id == a else alignment.turned()
            for i, j in _aligned(found, by_article[a], by_article[b], forward.to_b, settings):
                if _may_differ(found[i], found[j], values) and agreement.is_possible(found[i], found[j]):
                    yield i, j
    yield from _alike(found, values, settings)


def _may_differ(one: Occurrence, other: Occurrence, values: Mapping[str, frozenset[str]]) -> bool:
    """Two values are readings of one claim only if neither article has the other's value as well."""
    if one.figure is None or one.reading == other.reading:
        return True
    return one.reading not in values[other.article] and other.reading not in values[one.article]


# ---- aligned articles ----


def _aligned(
    found: Sequence[Occurrence], ours: list[int], theirs: list[int], to_b: Ints, settings: Claims
) -> Iterator[tuple[int, int]]:
    """Pairs whose words are partners: most of the shorter one's, and each the other's best."""
    having: dict[int, list[int]] = defaultdict(list)
    for j in theirs:
        for word in found[j].words.tolist():
            having[word].append(j)
    rated: dict[tuple[int, int], float] = {}
    for i in ours:
        shared = Counter(j for word in to_b[found[i].words].tolist() for j in having.get(word, ()))
        for j in sorted(shared):
            if _near(found[i], found[j]):
                rated[i, j] = _carried(found[i], found[j], shared[j])
    best_of_i: dict[int, float] = defaultdict(float)
    best_of_j: dict[int, float] = defaultdict(float)
    for (i, j), share in rated.items():
        best_of_i[i] = max(best_of_i[i], share)
        best_of_j[j] = max(best_of_j[j], share)
    for (i, j), share in rated.items():
        if share >= settings.likeness and share == best_of_i[i] and share == best_of_j[j]:
            yield i, j


def _near(one: Occurrence, other: Occurrence) -> bool:
    return (one.figure is None) == (other.figure is None)


def _carried(one: Occurrence, other: Occurrence, shared: int) -> float:
    """The share of the shorter one's words that have their partners in the other: `shared` of them, some."""
    if one.figure is not None:
        return float(_of_one_event(one, other))
    shorter = min(len(one.words), len(other.words))
    return shared / shorter if shared >= min(_LEAST, shorter) and shared >= _FEWEST else 0.0


def _of_one_event(one: Occurrence, other: Occurrence) -> bool:
    """Whether two figures in the same place of aligned texts may count one thing."""
    alike = (
        one.reading == other.reading or one.head == other.head or len(one.terms & other.terms) >= _ONE_EVENT
    )
    return alike and _one_unit(one, other) and not _count_two_things(one, other)


def _count_two_things(one: Occurrence, other: Occurrence) -> bool:
    """Whether two unlike values are two tolls, sums for two purposes, of two names or of two years."""
    two_tolls = bool(one.toll and other.toll) and one.toll != other.toll
    two_purposes = bool(one.purpose and other.purpose) and not one.purpose & other.purpose
    two_names = bool(one.beside - other.beside and other.beside - one.beside)
    two_years = bool(one.days and other.days) and not one.days & other.days
    return one.reading != other.reading and (two_tolls or two_purposes or two_names or two_years)


def _one_unit(one: Occurrence, other: Occurrence) -> bool:
    assert one.figure is not None and other.figure is not None
    return one.figure.may_have_unit_of(other.figure)


# ---- other articles ----


def _alike(
    found: Sequence[Occurrence], values: Mapping[str, frozenset[str]], settings: Claims
) -> Iterator[tuple[int, int]]:
    """Pairs of different articles whose rare stems agree, aligned or not, as far as groups need them."""
    where: dict[str, list[int]] = defaultdict(list)
    for k, one in enumerate(found):
        for term in one.terms:
            where[term].append(k)
    articles = {term: len({found[k].article for k in held}) for term, held in where.items()}
    total = len({one.article for one in found})
    rarity = {term: log((1 + total) / count) + _FLOOR for term, count in articles.items()}
    telling = {term for term, held in where.items() if len(held) <= max(_COMMON, 2 * total)}
    prints = _prints(found)
    for i, j in _candidates(found, prints, telling):
        one, other = found[i], found[j]
        if one.figure is not None:
            alike = _same_event(one, other)
        else:
            shared = len(one.terms & other.terms & telling)
            alike = _enough(shared, one, other) and likeness(one, other, rarity) >= settings.likeness
            alike = alike and agreement.is_possible(one, other)
        if alike:
            yield from _across(found, prints[i], prints[j], values)


def _prints(found: Sequence[Occurrence]) -> dict[int, list[int]]:
    """The occurrences by kind: those that nothing here could tell apart, under the first of them."""
    kinds: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for k, one in enumerate(found):
        unit = None if one.figure is None else one.figure.unit
        reading = "" if one.figure is None else one.reading
        counted = None if one.figure is None else (one.head, one.beside, one.toll, one.purpose)
        kinds[one.terms, one.forms, one.statement and one.reading, unit, reading, counted, one.denied].append(
            k
        )
    return {held[0]: held for held in kinds.values()}


def _across(
    found: Sequence[Occurrence],
    ours: Sequence[int],
    theirs: Sequence[int],
    values: Mapping[str, frozenset[str]],
) -> Iterator[tuple[int, int]]:
    """Ties between the prints of two kinds that join what all pairs of different articles would join.

    Three articles of each kind are enough: any two prints have one of them in common
    that stands in neither's own article.
    """
    one, other = found[ours[0]], found[theirs[0]]
    if one.figure is not None and one.reading != other.reading:
        ours = [k for k in ours if other.reading not in values[found[k].article]]
        theirs = [k for k in theirs if one.reading not in values[found[k].article]]
    for some, rest in ((ours, theirs), (theirs, ours)):
        first = {found[k].article: k for k in reversed(some)}
        for k in islice(sorted(first.values()), 3):
            yield from ((k, j) for j in rest if found[j].article != found[k].article)


def _enough(shared: int, one: Occurrence, other: Occurrence) -> bool:
    """Whether so many shared stems can tell one statement; of short ones all but one must be shared."""
    longer = max(len(one.terms), len(other.terms))
    return shared >= _LEAST or (shared >= _FEWEST and shared >= longer - 1)


def _candidates(
    found: Sequence[Occurrence], prints: Mapping[int, Sequence[int]], telling: Set[str]
) -> list[tuple[int, int]]:
    """Pairs of kinds, by their first prints, that share a telling stem; each kind also with itself."""
    where: dict[str, list[int]] = defaultdict(list)
    for kind in sorted(prints, key=lambda k: (-len(prints[k]), k)):
        for term in found[kind].terms & telling:
            where[term].append(kind)
    pairs: set[tuple[int, int]] = set()
    for held in where.values():
        for place, i in enumerate(held[:_KINDS]):
            pairs.update((min(i, j), max(i, j)) for j in held[place:] if _near(found[i], found[j]))
    return sorted(pairs)


def likeness(one: Occurrence, other: Occurrence, rarity: Mapping[str, float]) -> float:
    """How much of both contents is shared, stems weighted by rarity: mean of both containments."""
    weights = [sum(rarity[t] for t in terms) for terms in (one.terms, other.terms)]
    shared = sum(rarity[t] for t in one.terms & other.terms)
    if min(weights) <= 0:
        return 0.0
    return 0.5 * (shared / weights[0] + shared / weights[1])


def _same_event(one: Occurrence, other: Occurrence) -> bool:
    """Whether two figures count the same, by the words around them; a telling value needs fewer of these."""
    if not _one_unit(one, other) or _count_two_things(one, other):
        return False
    shared = len(one.terms & other.terms)
    if one.reading == other.reading:
        telling = len(one.reading.split()[0].strip("0")) >= _LONG_VALUE
        if telling or one.head == other.head:
            return shared >= (1 if telling else _ONE_EVENT)
        return shared >= (_SAME_UNIT if one.figure and one.figure.unit else _SAME_VALUE)
    shorter = min(len(one.terms), len(other.terms))
    # other values are readings of one claim only where nearly all that stands around them agrees
    return one.head == other.head and shared >= max(_OTHER_VALUE, _OTHER_SHARE * shorter)
