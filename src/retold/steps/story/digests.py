"""Digests: articles that print pieces of reports of several stories.

News in brief, a live page and a weekly review tell of several events. Each piece comes from a report of its own,
and what stands beside a piece is about something else: there a digest differs from a report with a paragraph of
background, and from an agency's take that puts two earlier ones together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import combinations
from typing import NamedTuple

import numpy as np

from retold import parameters
from retold.algorithms import components
from retold.steps.story import excerpts, features
from retold.steps.story.features import Mask
from retold.tables import Alignment

_P = parameters.of("story", "digests")
_LEAST = _P.integer("least")
KIN = _P.number("kin")
FURTHER_KIN = _P.number("further_kin")
_COVER = _P.number("cover")
_MOST = _P.number("most")
_SAME_ITEM = _P.number("same_item")
_AS_MUCH = _P.number("as_much")

Related = Callable[[int, int], bool]  # whether two articles, by number, may tell one event


class Excerpt(NamedTuple):
    """What an article has from one report: the report's number, the article being `a` of the alignment."""

    source: int
    alignment: Alignment
    words: Mask  # of the article


class Item(NamedTuple):
    """A piece of a digest with the reports that have as much of it as any, the most first."""

    words: Mask
    excerpts: tuple[Excerpt, ...]


def excerpt(
    source: int, alignment: Alignment, likeness: Callable[[Mask], float], kin: float = KIN
) -> Excerpt | None:
    """What `a` has from `b`, whose number is `source`, if that is all that the two have in common.

    `likeness` tells how alike some words of `a` are to the whole of `b`: what stands outside the piece must be
    about something else, which it is below `kin`.
    """
    words = excerpts.held(alignment)
    if excerpts.telling(alignment, words) < _LEAST or features.is_template(alignment):
        return None
    rest = ~words & ~alignment.a.tokens.furniture
    return Excerpt(source, alignment, words) if likeness(rest) < kin else None


def items(found: Iterable[Excerpt], related: Related) -> list[Item]:
    """The pieces of a digest in the order of its text; none if it is no digest.

    Two reports of one piece compete for it. One that has the pieces of two strangers is a digest itself, and
    nobody's source.
    """
    pure = _single(list(found), related)
    close = [
        (i, j) for (i, one), (j, other) in combinations(enumerate(pure), 2) if _overlap(one.words, other.words)
    ]
    made = [_item([pure[i] for i in group]) for group in components.members(range(len(pure)), close)]
    made.sort(key=lambda one: int(np.flatnonzero(one.words)[0]))
    return made if _is_digest(made, related) else []


def _single(found: Sequence[Excerpt], related: Related) -> list[Excerpt]:
    """The excerpts from reports of one event."""
    strange = [
        (one, other)
        for one, other in combinations(found, 2)
        if not _overlap(one.words, other.words) and not related(one.source, other.source)
    ]

    def is_mixed(one: Excerpt) -> bool:
        return any(
            one is not a and one is not b and _overlap(one.words, a.words) and _overlap(one.words, b.words)
            for a, b in strange
        )

    return [one for one in found if not is_mixed(one)]


def _overlap(one: Mask, other: Mask) -> bool:
    """Whether two pieces are one: most of the smaller stands in the other."""
    return int((one & other).sum()) > _SAME_ITEM * min(int(one.sum()), int(other.sum()))


def _item(group: Sequence[Excerpt]) -> Item:
    """The piece that some reports compete for, with those that have about as much of it as the best."""
    most = max(int(one.words.sum()) for one in group)
    rich = [one for one in group if int(one.words.sum()) >= _AS_MUCH * most]
    rich.sort(key=lambda one: (-int(one.words.sum()), one.alignment.b.id))
    return Item(rich[0].words, tuple(rich))


def _is_digest(made: Sequence[Item], related: Related) -> bool:
    """Whether the pieces are of several events, make up a good part of the text, and none is nearly all of it."""
    if len(made) < 2:
        return False
    close = [
        (i, j)
        for i, j in combinations(range(len(made)), 2)
        if related(made[i].excerpts[0].source, made[j].excerpts[0].source)
    ]
    events = components.members(range(len(made)), close)
    shown = features.size(made[0].excerpts[0].alignment.a)
    sizes = [int(np.logical_or.reduce([made[i].words for i in event]).sum()) for event in events]
    return len(events) > 1 and sum(sizes) >= _COVER * shown and max(sizes) <= _MOST * shown
