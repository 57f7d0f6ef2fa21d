"""One event told in several languages: what needs no translation says so.

A name in Latin letters, a figure as the pack of its language reads it and a day of the calendar are the same
in every language. Two reports are of one event where they have in common several names that are rare, and
besides a figure or a day that is rare: a town and its mayor are in the paper every week, and the same three
hundred of something somewhere else. Each is joined only with the report of another language that is nearest
to it, and only where it is nearest to that one too.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from math import sqrt

from retold import moments, parameters
from retold.algorithms import components
from retold.steps.story.grouping import Group
from retold.tables import Witness

_P = parameters.of("story", "across")
_FEW = _P.integer("few")
_NAMES, _FACTS, _SHARE = _P.number("names"), _P.number("facts"), _P.number("share")
_LETTERS, _DIGITS = _P.integer("letters"), _P.integer("digits")
_NEWS = _P.number("news")
_LATIN = re.compile(r"[a-z]+(?:['’-][a-z]+)*")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_PLAIN = str.maketrans({"ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "þ": "th"})


@dataclass(frozen=True, slots=True)
class Marks:
    """What of an article is the same in every language; each with how much it can tell, 1 at most."""

    language: str
    day: float | None
    names: Mapping[str, float]
    facts: Mapping[str, float]  # figures and days

    @property
    def every(self) -> Mapping[str, float]:
        """All marks."""
        return {**self.names, **self.facts}


def marks(witness: Witness) -> Marks:
    """The marks of an article, its dates and figures found."""
    day = moments.day_number(witness.article.published)
    return Marks(witness.language.code, day, dict.fromkeys(_names(witness), 1.0), dict(_facts(witness, day)))


def folded(name: str) -> str:
    """A name without case and accents: Rodríguez and RODRIGUEZ are one.

    >>> folded("Müller"), folded("Łódź")
    ('muller', 'lodz')
    """
    plain = unicodedata.normalize("NFKD", name.casefold().translate(_PLAIN))
    return "".join(sign for sign in plain if not unicodedata.combining(sign))


def joined(groups: Sequence[Group], every: Sequence[Marks], days: float) -> list[Group]:
    """The groups of two or more articles, those of several languages on one event made one.

    `every` has the marks of all articles of the corpus by number; one in no group stands for itself.
    Reports more than `days` apart are of two events. The order of articles changes nothing but numbers.
    """
    units = _units(groups, len(every))
    rare, codes = _rare(units, every), _codes(units, every)
    edges = _mutual(_alike(units, every, rare, days), codes)
    return _merged(units, edges, codes) if edges else list(groups)


def parted(groups: Sequence[Group], every: Sequence[Marks], pairs: Iterable[tuple[int, int]]) -> list[Group]:
    """The groups parted by language, for the words that two languages share are too few to join reports.

    Articles that have text in common stay together, whatever language each was taken for: `pairs` has them.
    """
    home = {number: k for k, (members, _) in enumerate(groups) for number in members}
    shared: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    for a, b in pairs:
        if a in home and home[a] == home.get(b):
            shared[home[a]].append((a, b))
    found: list[Group] = []
    for k, (members, cohesion) in enumerate(groups):
        first: dict[str, int] = {}
        same = [(first.setdefault(every[number].language, number), number) for number in members]
        parts = components.members(members, [*same, *shared[k]])
        found += [(part, cohesion) for part in parts if len(part) > 1]
    return found


# ---- the marks of one article ----


def _names(witness: Witness) -> Iterator[str]:
    """The last words of runs of capitalised ones, in Latin letters: surnames, towns, bodies."""
    tokens, text = witness.tokens, witness.text
    shown = tokens.name & (tokens.date == 0) & (tokens.figure == 0) & ~tokens.furniture
    for at in shown.nonzero()[0].tolist():
        end = int(tokens.ends[at])
        behind = at + 1 < len(tokens) and bool(shown[at + 1])
        if behind and text[end : int(tokens.starts[at + 1])].isspace():
            continue
        word = folded(text[int(tokens.starts[at]) : end])
        if len(word) >= _LETTERS and _LATIN.fullmatch(word):
            yield word


def _facts(witness: Witness, day: float | None) -> Iterator[tuple[str, float]]:
    """Figures by their value, and days of the calendar but those of the news: every report has these."""
    for figure in witness.figures:
        digits = len(f"{figure.value:.6g}".rstrip("0").replace(".", "").lstrip("0"))
        if not (figure.vague or figure.weak or figure.unit == "ordinal"):
            yield f"{figure.value:.12g}", min(1.0, digits / _DIGITS)
    for mention in witness.dates:
        told = _DAY.match(mention.value)
        if told is not None and (day is None or abs(_number(told.group()) - day) > _NEWS):
            yield told.group(), 1.0


def _number(told: str) -> float:
    found = moments.day_number(date.fromisoformat(told))
    return 0.0 if found is None else found


# ---- reports of several articles ----


def _units(groups: Sequence[Group], size: int) -> list[Group]:
    """Groups and the articles that stand in none, in the order of their first."""
    taken = {number for members, _ in groups for number in members}
    alone: list[Group] = [([number], 1.0) for number in range(size) if number not in taken]
    return sorted((*groups, *alone), key=lambda unit: min(unit[0]))


def _codes(units: Sequence[Group], every: Sequence[Marks]) -> list[str]:
    """The language of most articles of each unit, the first by code of several."""
    counted = [Counter(every[number].language for number in members) for members, _ in units]
    return [min(count, key=lambda code: (-count[code], code)) for count in counted]


def _rare(units: Sequence[Group], every: Sequence[Marks]) -> Mapping[tuple[str, str], int]:
    """In how many units of its language each mark stands, those in more than a few left out."""
    found: Counter[tuple[str, str]] = Counter()
    for members, _ in units:
        found.update({(every[number].language, mark) for number in members for mark in every[number].every})
    return {key: count for key, count in found.items() if count <= _FEW}


def _alike(
    units: Sequence[Group], every: Sequence[Marks], rare: Mapping[tuple[str, str], int], days: float
) -> dict[tuple[int, int], float]:
    """How near two units of different languages are, where most reports of both may be of one event."""
    unit_of = {number: k for k, (members, _) in enumerate(units) for number in members}
    met: defaultdict[tuple[int, int], list[float]] = defaultdict(list)
    for a, b in _met(every, rare):
        one, other = sorted((unit_of[a], unit_of[b]))
        near = 0.0 if one == other else _nearness(every[a], every[b], rare, days)
        if near > 0.0:
            met[one, other].append(near)
    size = [len(members) for members, _ in units]
    return {(a, b): max(near) for (a, b), near in met.items() if 2 * len(near) > size[a] * size[b]}


def _met(every: Sequence[Marks], rare: Mapping[tuple[str, str], int]) -> Iterator[tuple[int, int]]:
    """Pairs of articles of different languages that have two rare names in common."""
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(every):
        for name in one.names:
            if (one.language, name) in rare:
                holders[name].append(number)
    met = Counter(
        pair
        for held in holders.values()
        for pair in combinations(held, 2)
        if every[pair[0]].language != every[pair[1]].language
    )
    yield from sorted(pair for pair, count in met.items() if count > 1)


def _nearness(a: Marks, b: Marks, rare: Mapping[tuple[str, str], int], days: float) -> float:
    """The share of the smaller one's rare marks that both have; 0 where they cannot be of one event."""
    if a.day is not None and b.day is not None and abs(a.day - b.day) > days:
        return 0.0

    def told(one: Marks, name: str, much: float) -> float:
        count = rare.get((one.language, name), 0)
        return much / count if count else 0.0

    def shared(one: Mapping[str, float], other: Mapping[str, float]) -> float:
        both = one.keys() & other.keys()
        return sum(sqrt(told(a, mark, one[mark]) * told(b, mark, other[mark])) for mark in sorted(both))

    both = sum((a.language, name) in rare and (b.language, name) in rare for name in a.names.keys() & b.names)
    names, facts = shared(a.names, b.names), shared(a.facts, b.facts)
    if both < _NAMES or facts < _FACTS:
        return 0.0
    whole = min(sum(told(one, mark, much) for mark, much in sorted(one.every.items())) for one in (a, b))
    share = (names + facts) / whole
    return min(1.0, share) if share >= _SHARE else 0.0


# ---- joining ----


def _mutual(near: Mapping[tuple[int, int], float], codes: Sequence[str]) -> list[tuple[float, int, int]]:
    """Pairs each of which is the other's nearest in its language, alone; the nearest pair first."""
    best: dict[tuple[int, str], list[tuple[float, int]]] = defaultdict(list)
    for (a, b), share in near.items():
        best[a, codes[b]].append((share, b))
        best[b, codes[a]].append((share, a))
    first = {key: _first(found) for key, found in best.items()}
    pairs = [(share, a, b) for (a, b), share in near.items() if first[a, codes[b]] == b]
    kept = [(share, a, b) for share, a, b in pairs if first[b, codes[a]] == a and codes[a] != codes[b]]
    return sorted(kept, key=lambda edge: (-edge[0], edge[1], edge[2]))


def _first(found: Iterable[tuple[float, int]]) -> int | None:
    """The nearest one, None where two are as near."""
    ordered = sorted(found, reverse=True)
    tied = len(ordered) > 1 and ordered[0][0] == ordered[1][0]
    return None if tied else ordered[0][1]


def _merged(
    units: Sequence[Group], edges: Sequence[tuple[float, int, int]], codes: Sequence[str]
) -> list[Group]:
    """The units joined along the edges, never two of one language; those of one article left out."""
    home = list(range(len(units)))
    held = {k: ([k], {codes[k]}, 1.0) for k in home}
    for share, a, b in edges:
        one, other = sorted((home[a], home[b]))
        if one == other or held[one][1] & held[other][1]:
            continue
        members = held[one][0] + held[other][0]
        held[one] = members, held[one][1] | held[other][1], min(share, held[one][2], held[other][2])
        del held[other]
        for k in members:
            home[k] = one
    found = [_union([units[k] for k in members], tie) for members, _, tie in held.values()]
    return sorted((group for group in found if len(group[0]) > 1), key=lambda group: group[0][0])


def _union(units: Sequence[Group], tie: float) -> Group:
    numbers = sorted(number for members, _ in units for number in members)
    return numbers, min(tie, *(cohesion for _, cohesion in units))
