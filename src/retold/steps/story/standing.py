"""Paragraphs that stand in many reports as they are: a note below them, and the frame of a column."""

from __future__ import annotations

import math

import numpy as np

from retold import moments, parameters
from retold.steps.story import features
from retold.steps.story.features import Mask
from retold.tables import Alignment

_P = parameters.of("story", "standing")
_SHARED = _P.number("shared")
_FRAME, _BETWEEN = _P.integer("frame"), _P.number("between")
_LABEL = _P.integer("label")
_CLOSING = (":", ".", "–", "—")
_RUN, _SURE = _P.integer("run"), _P.number("sure")


def is_column(alignment: Alignment) -> bool:
    """Whether two reports are a column of one house on two days: one frame, and other matter in it.

    Horoscopes, logs and listings open and close alike each time. Between the ends only long runs count, for
    items of one kind share short ones. Versions of one report share more than their ends.
    """
    a, b = alignment.a, alignment.b
    days = [moments.day_number(one.article.published) for one in (a, b)]
    told = [math.floor(day) for day in days if day is not None]
    if not features.are_of_one_house(a, b) or (len(told) > 1 and told[0] == told[1]):
        return False
    return all(map(_holds_other_matter, (alignment, alignment.turned())))


def _holds_other_matter(alignment: Alignment) -> bool:
    """Whether `a` has an opening in common with `b`, and little that is surely shared behind it."""
    opening = _edge(alignment, forwards=True)
    frame = opening | closing(alignment)
    between = ~frame & ~alignment.a.tokens.furniture
    surely = features.run_sizes(alignment) >= _RUN
    return (
        int(opening.sum()) >= _FRAME
        and int(between.sum()) >= _BETWEEN * features.size(alignment.a)
        and features.share(surely, between) <= _SURE
    )


def closing(alignment: Alignment) -> Mask:
    """Which words of `a` stand in the last paragraphs, as far back as the other text has them too."""
    return _edge(alignment, forwards=False)


def labels(alignment: Alignment) -> Mask:
    """Which words of `a` open a paragraph up to its first colon or stop, few of them, all shared with `b`."""
    one, shared = alignment.a, features.run_sizes(alignment) > 0
    starts, ends = one.words.starts, one.words.ends
    found: Mask = np.zeros(len(starts), np.bool_)
    for low, high in one.paragraphs.tolist():
        first, last = one.words.within(low, high)
        for at in range(first, min(first + _LABEL, last - 1)):
            if one.text[int(ends[at]) : int(starts[at + 1])].lstrip("*_")[:1] in _CLOSING:
                found[first : at + 1] = shared[first : at + 1].all()
                break
    return found


def _edge(alignment: Alignment, *, forwards: bool) -> Mask:
    """Which words stand in the paragraphs at one end, as far as the other text has them too."""
    one, shared = alignment.a, features.in_shared_runs(alignment)
    shown, starts = ~one.tokens.furniture, one.words.starts
    found: Mask = np.zeros(len(shown), np.bool_)
    for low, high in one.paragraphs.tolist()[:: 1 if forwards else -1]:
        inside = (starts >= low) & (starts < high) & shown
        if inside.any() and features.share(shared, inside) < _SHARED:
            break
        found |= inside
    return found
