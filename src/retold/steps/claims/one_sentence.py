"""One sentence is one claim: figures that a statement holds go with it, those of one sentence go together.

A figure whose carriers all stand in the words of one statement is no claim of its own. Where its
amounts differ, they are the readings of that statement, if nobody disputes who said it. Nor is one of which
some carriers stand there and the others tell the same in their own name: these carry the statement too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from retold.steps.claims.occurrences import Occurrence, articles_of

Group = list[Occurrence]
Holders = Mapping[str, list[tuple[int, Occurrence]]]  # by article the statements with the numbers of claims


@dataclass(frozen=True, slots=True)
class Gathered:
    """The occurrences of one claim, and of a figure in it on which its carriers may differ.

    `plain` are sentences that tell what the claim has somebody say, as figures in them, and name nobody.
    """

    group: Group
    figures: Group
    plain: Group = field(default_factory=list)

    @property
    def every(self) -> Group:
        """All that carries the claim."""
        return [*self.group, *self.plain]


def gathered(said: Sequence[Group], counted: Sequence[Group]) -> list[Gathered]:
    """Claims of statements, then of figures, each sentence in one of them."""
    holders = _holders(said)
    inside: dict[int, list[Group]] = defaultdict(list)
    plain: dict[int, Group] = {}
    outside: list[Group] = []
    for group in counted:
        around = [_around(one, holders) for one in group]
        number, told = _holder(group, around, said), _told_too(group, around, said)
        if number is not None:
            inside[number].append(group)
        elif told is not None:
            plain.setdefault(told[0], told[1])
        else:
            outside.append(group)
    claims = [
        Gathered(group, _disputed(inside[number]), plain.get(number, [])) for number, group in enumerate(said)
    ]
    return claims + [Gathered(group, group) for group in _by_sentence(outside)]


def _holders(said: Sequence[Group]) -> Holders:
    """The statements of each article with the number of their claim."""
    found: dict[str, list[tuple[int, Occurrence]]] = defaultdict(list)
    for number, group in enumerate(said):
        for one in group:
            found[one.article].append((number, one))
    return found


def _holder(group: Group, around: Sequence[Sequence[int]], said: Sequence[Group]) -> int | None:
    """The number of the claim in whose statements some of these stand, if it has all their articles."""
    numbers = [number for found in around for number in found]
    articles = set(articles_of(group))
    fit = [n for n in dict.fromkeys(numbers) if articles <= set(articles_of(said[n]))]
    return max(fit, key=numbers.count, default=None)


def _around(one: Occurrence, holders: Holders) -> list[int]:
    """The numbers of the claims in whose statements a figure stands."""
    return [
        number
        for number, statement in holders.get(one.article, ())
        if any(place.holds(span) for place in statement.spans for span in one.spans)
    ]


def _told_too(
    group: Group, around: Sequence[Sequence[int]], said: Sequence[Group]
) -> tuple[int, Group] | None:
    """The one claim in whose statements some of these stand, with the others, each article having its words.

    Only where nobody disputes the figure; None for none.
    """
    numbers = {number for found in around for number in found}
    others = [one for one, found in zip(group, around, strict=True) if not found]
    if len(numbers) != 1 or len({one.reading for one in group}) > 1:
        return None
    (number,) = numbers
    told = {one.article for one in others if any(each.terms <= set(one.stems) for each in said[number])}
    return (number, others) if told == {one.article for one in others} else None


def _disputed(groups: Sequence[Group]) -> Group:
    """Of the figures in a statement those on which its carriers differ, none where they agree."""
    return next((group for group in groups if len({one.reading for one in group}) > 1), [])


def _by_sentence(groups: Sequence[Group]) -> list[Group]:
    """Undisputed figures of the same sentences made one claim, which reads as all of them in order."""
    kept: dict[object, list[Group]] = defaultdict(list)
    for number, group in enumerate(groups):
        place = frozenset((one.article, one.sentence) for one in group)
        plain = len({one.reading for one in group}) == 1 and len(place) == len(group)
        kept[place if plain else number].append(group)
    return [held[0] if len(held) == 1 else _joined(held) for held in kept.values()]


def _joined(groups: Sequence[Group]) -> Group:
    """For each sentence one occurrence, with the places of all its figures."""
    reading = ", ".join(group[0].reading for group in groups)
    found: dict[tuple[str, int], list[Occurrence]] = defaultdict(list)
    for one in (one for group in groups for one in group):
        found[one.article, one.sentence].append(one)
    return [
        replace(
            held[0],
            spans=tuple(sorted(span for one in held for span in one.spans)),
            words=np.unique(np.concatenate([one.words for one in held])),
            reading=reading,
        )
        for held in found.values()
    ]
