"""Digests: articles that print pieces of reports of several stories.

News in brief, a live page and a weekly review tell of several events. Each piece comes from a report of its
own, and what stands beside a piece is about something else: there a digest differs from a report with a
paragraph of background, and from an agency's take that puts two earlier ones together.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import combinations
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from retold import parameters
from retold.algorithms import components
from retold.steps.story import excerpts, features, template
from retold.steps.story.features import Mask
from retold.tables import Alignment, Witness

_P = parameters.of("story", "digests")
_LEAST = _P.integer("least")
KIN = _P.number("kin")
FURTHER_KIN = _P.number("further_kin")
_SAME_EVENT = _P.number("same_event")
_OF_ONE_EVENT = _P.number("of_one_event")
_ONE_PLACE = _P.number("one_place")
_GAP = _P.integer("gap")
_HEADING = _P.integer("heading")
_STOP = re.compile(r"[.!?…。！？؟।]")
_COVER = _P.number("cover")
_MOST = _P.number("most")
_SAME_ITEM = _P.number("same_item")
_AS_MUCH = _P.number("as_much")

Related = Callable[[int, int], bool]  # whether two articles, by number, may tell one event


class Excerpt(NamedTuple):
    """What an article has from one report: the report's number, the article being `a` of the alignment.

    `kin` is how alike the report is to what stands beside the piece.
    """

    source: int
    alignment: Alignment
    words: Mask  # of the article
    kin: float


class Item(NamedTuple):
    """A piece of a digest with the reports that have as much of it as any, the most first."""

    words: Mask
    excerpts: tuple[Excerpt, ...]


def excerpt(source: int, alignment: Alignment, likeness: Callable[[Mask], float]) -> Excerpt | None:
    """What `a` has from `b`, whose number is `source`; None where that tells of no copying.

    `likeness` tells how alike some words of `a` are to the whole of `b`.
    """
    words, piece = excerpts.held(alignment), piece_of(alignment)
    if int(piece.sum()) < _ONE_PLACE * int(words.sum()) or excerpts.telling(alignment, piece) < _LEAST:
        return None
    if template.is_template(alignment):
        return None
    beside = ~piece & ~alignment.a.tokens.furniture & ~_heading_of(alignment.a, piece)
    return Excerpt(source, alignment, piece, likeness(beside))


def piece_of(alignment: Alignment) -> Mask:
    """The words of the largest piece that `a` has of `b`: those with no wide gap between them."""
    words = excerpts.held(alignment)
    at = np.flatnonzero(words)
    parts = np.split(at, np.flatnonzero(np.diff(at) > _GAP) + 1)
    found: Mask = np.zeros(len(words), np.bool_)
    found[max(parts, key=len)] = True
    return found


def _heading_of(one: Witness, piece: Mask) -> Mask:
    """The few words that open the paragraph of a piece or stand above it: place and heading of an item.

    Above it no sentence ends before them.

    They tell of what the piece tells, and nothing of what else the article is about.
    """
    found: Mask = np.zeros(len(piece), np.bool_)
    first = int(np.flatnonzero(piece)[0])
    head = np.flatnonzero(one.tokens.paragraph == one.tokens.paragraph[first])
    if 0 < first - head[0] <= _HEADING:  # a heading in the line of its item
        found[head[0] : first] = True
        first = int(head[0])
    for at in range(first - 1, max(-1, first - 1 - _HEADING), -1):
        between = one.text[int(one.tokens.ends[at]) : int(one.tokens.starts[at + 1])]
        if _STOP.search(between) is not None:
            break
        found[at] = True
    return found


def items(found: Iterable[Excerpt], related: Related, kin: float = KIN) -> list[Item]:
    """The pieces of a digest in the order of its text; none if it is no digest.

    A report has a piece of it where what stands beside the piece is about something else: less alike than
    `kin`. An article that is alike to a report beside its piece tells of its event, and is no digest. Two
    reports of one piece compete for it; one that has the pieces of two strangers is a digest itself, and
    nobody's source.
    """
    every = list(found)
    near = _overlaps(every)
    strange = [k for k, one in enumerate(every) if one.kin < kin]
    mixed = _mixed(every, near, strange, related)
    if any(one.kin >= _SAME_EVENT and k not in mixed for k, one in enumerate(every)):
        return []
    pure = [k for k in strange if k not in mixed]
    close = [(i, j) for i, j in combinations(pure, 2) if near[i, j]]
    groups = ([every[k] for k in group] for group in components.members(pure, close))
    made = [_item(group) for group in groups if _is_of_one_event(group, related)]
    made.sort(key=lambda one: (int(np.flatnonzero(one.words)[0]), one.excerpts[0].alignment.b.id))
    return made if _is_digest(made, related) else []


def _overlaps(every: Sequence[Excerpt]) -> NDArray[np.bool_]:
    """For each two excerpts whether their pieces are one: most of the smaller stands in the other."""
    if not every:
        return np.zeros((0, 0), np.bool_)
    words = np.array([one.words for one in every], np.float32)
    sizes = words.sum(axis=1)
    found: NDArray[np.bool_] = words @ words.T > _SAME_ITEM * np.minimum.outer(sizes, sizes)
    np.fill_diagonal(found, val=False)
    return found


def _mixed(
    every: Sequence[Excerpt], near: NDArray[np.bool_], strange: Sequence[int], related: Related
) -> set[int]:
    """The excerpts, by place, from articles that have the pieces of two strangers."""
    apart = np.zeros(near.shape, np.float32)
    for i, j in combinations(strange, 2):
        if not near[i, j] and not related(every[i].source, every[j].source):
            apart[i, j] = apart[j, i] = 1
    both = ((near.astype(np.float32) @ apart) * near).sum(axis=1)
    return set(np.flatnonzero(both > 0).tolist())


def _is_of_one_event(group: Sequence[Excerpt], related: Related) -> bool:
    """Whether most of those that print a piece tell of one event: what strangers print is no report."""
    best = max(group, key=lambda one: (int(one.words.sum()), one.alignment.b.id))
    near = sum(one is best or related(one.source, best.source) for one in group)
    return near > _OF_ONE_EVENT * len(group)


def _item(group: Sequence[Excerpt]) -> Item:
    """The piece that some reports compete for, with those that have about as much of it as the best."""
    most = max(int(one.words.sum()) for one in group)
    rich = [one for one in group if int(one.words.sum()) >= _AS_MUCH * most]
    rich.sort(key=lambda one: (-int(one.words.sum()), one.alignment.b.id))
    return Item(rich[0].words, tuple(rich))


def _is_digest(made: Sequence[Item], related: Related) -> bool:
    """Whether the pieces are of several events and a good part of the text, and none is nearly all of it."""
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
