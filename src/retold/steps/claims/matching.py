"""Which statements, and which figures, of different articles are one claim.

Where two articles are aligned the words themselves tell; where they are not,
the rare words that two contents share (containment weighted by rarity).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from math import log

import numpy as np

from retold.settings import Claims
from retold.steps.claims.occurrences import Occurrence
from retold.tables import Alignment, Ints

Alignments = Mapping[tuple[str, str], Alignment]
_LEAST = 4  # words or stems that two statements must share
_COMMON = 12  # occurrences that share a stem; a stem in more names no candidates


def groups(found: Sequence[Occurrence], alignments: Alignments, settings: Claims) -> list[list[Occurrence]]:
    """Occurrences, parted into claims; in the order of their first occurrence."""
    part = list(range(len(found)))

    def top(k: int) -> int:
        while part[k] != k:
            part[k] = part[part[k]]
            k = part[k]
        return k

    for i, j in _ties(found, alignments, settings):
        a, b = sorted((top(i), top(j)))
        part[b] = a
    together: dict[int, list[Occurrence]] = {}
    for k, one in enumerate(found):
        together.setdefault(top(k), []).append(one)
    return list(together.values())


def _ties(found: Sequence[Occurrence], alignments: Alignments, settings: Claims) -> Iterator[tuple[int, int]]:
    by_article: dict[str, list[int]] = defaultdict(list)
    for k, one in enumerate(found):
        by_article[one.article].append(k)
    values = {name: frozenset(found[k].reading for k in held) for name, held in by_article.items()}
    for (a, b), alignment in sorted(alignments.items(), key=lambda item: item[0]):
        if a in by_article and b in by_article:
            forward = alignment if alignment.a.id == a else alignment.turned()
            for i, j in _aligned(found, by_article[a], by_article[b], forward.to_b, settings):
                if _may_differ(found[i], found[j], values):
                    yield i, j
    yield from (tie for tie in _alike(found, settings) if _may_differ(found[tie[0]], found[tie[1]], values))


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
    rated = {
        (i, j): _carried(found[i], found[j], to_b) for i in ours for j in theirs if _near(found[i], found[j])
    }
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


def _carried(one: Occurrence, other: Occurrence, to_b: Ints) -> float:
    """The share of the shorter one's words that have their partners in the other."""
    there = to_b[one.words]
    shared = int(np.isin(there[there >= 0], other.words).sum())
    shorter = min(len(one.words), len(other.words))
    if one.figure is not None:
        alike = one.reading == other.reading or one.head == other.head or len(one.terms & other.terms) >= 2
        return float(shared > 0 and alike and _one_unit(one, other))
    return shared / shorter if shared >= min(_LEAST, shorter) and shared >= 2 else 0.0


def _one_unit(one: Occurrence, other: Occurrence) -> bool:
    assert one.figure is not None and other.figure is not None
    return one.figure.unit == other.figure.unit or not one.figure.unit or not other.figure.unit


# ---- other articles ----


def _alike(found: Sequence[Occurrence], settings: Claims) -> Iterator[tuple[int, int]]:
    """Pairs of different articles whose rare stems agree, aligned or not."""
    where: dict[str, list[int]] = defaultdict(list)
    for k, one in enumerate(found):
        for term in one.terms:
            where[term].append(k)
    articles = {term: len({found[k].article for k in held}) for term, held in where.items()}
    total = len({one.article for one in found})
    rarity = {term: log((1 + total) / count) + 0.2 for term, count in articles.items()}
    for (i, j), shared in sorted(_candidates(found, where, total).items()):
        one, other = found[i], found[j]
        if one.figure is not None:
            if _same_event(one, other):
                yield i, j
        elif _enough(shared, one, other) and likeness(one, other, rarity) >= settings.likeness:
            yield i, j


def _enough(shared: int, one: Occurrence, other: Occurrence) -> bool:
    """Whether so many shared stems can tell one statement; of short ones all but one must be shared."""
    longer = max(len(one.terms), len(other.terms))
    return shared >= _LEAST or (shared >= 2 and shared >= longer - 1)


def _candidates(
    found: Sequence[Occurrence], where: Mapping[str, list[int]], total: int
) -> Counter[tuple[int, int]]:
    """Pairs of different articles with the number of stems they share."""
    pairs: Counter[tuple[int, int]] = Counter()
    for held in where.values():
        if len(held) > max(_COMMON, 2 * total):
            continue
        for place, i in enumerate(held):
            for j in held[place + 1 :]:
                if found[i].article != found[j].article and _near(found[i], found[j]):
                    pairs[i, j] += 1
    return pairs


def likeness(one: Occurrence, other: Occurrence, rarity: Mapping[str, float]) -> float:
    """How much of both contents is shared, stems weighted by rarity: mean of both containments."""
    weights = [sum(rarity[t] for t in terms) for terms in (one.terms, other.terms)]
    shared = sum(rarity[t] for t in one.terms & other.terms)
    if min(weights) <= 0:
        return 0.0
    return 0.5 * (shared / weights[0] + shared / weights[1])


def _same_event(one: Occurrence, other: Occurrence) -> bool:
    """Whether two figures count the same, by the words around them; a telling value needs fewer of these."""
    if not _one_unit(one, other):
        return False
    shared = len(one.terms & other.terms)
    if one.reading == other.reading:
        telling = bool(one.figure and one.figure.unit) or len(one.reading.strip("0")) >= 3
        return shared >= 2 or (shared >= 1 and (telling or one.head == other.head))
    return one.head == other.head and shared >= 3
