"""Paragraphs that stand in many reports as they are: a note below them, and the frame of a column."""

from __future__ import annotations

import math
from functools import lru_cache

import numpy as np

from retold import moments, parameters
from retold.steps.story import features
from retold.steps.story.features import Mask
from retold.tables import Alignment, Witness

_P = parameters.of("story", "standing")
_SHARED = _P.number("shared")
_FRAME, _BETWEEN = _P.integer("frame"), _P.number("between")
_LABEL = _P.integer("label")
_COLON, _CLOSING = ":", (".", "–", "—")
_RUN, _SURE, _FORM = _P.integer("run"), _P.number("sure"), _P.number("form")
_NAMES, _KEPT = _P.integer("names"), _P.number("kept")
_FIGURES = _P.number("figures")


def is_column(alignment: Alignment) -> bool:
    """Whether two reports are a column of one house on two days: one frame, and other matter in it.

    Horoscopes, logs and listings open and close alike each time. Between the ends only long runs count, for
    items of one kind share short ones. Versions of one report share more than their ends.
    """
    days = _days(alignment)
    if not features.are_of_one_house(alignment.a, alignment.b) or (len(days) > 1 and days[0] == days[1]):
        return False
    return all(map(_holds_other_matter, (alignment, features.turned(alignment))))


def note_of_house(alignment: Alignment) -> Mask | None:
    """Which words of `a` close two reports of one house on two days alike: whom to call, what else is known.

    None where the reports are not of one house, or not known to be of two days. A note stands below
    something: of a report that the house printed once more, put right or with a word on top, nothing is one.
    """
    days = _days(alignment)
    if not features.are_of_one_house(alignment.a, alignment.b) or len(days) < 2 or days[0] == days[1]:
        return None
    found = closing(alignment)
    whole = any(map(_stands_whole, (alignment, features.turned(alignment))))
    return np.zeros_like(found) if whole else found


def _stands_whole(alignment: Alignment) -> bool:
    """Whether all paragraphs of `a` close `b` too, with most figures: a form has others each time."""
    one = alignment.a
    counted = features.figures(one) & ~features.of_calendar(one) & ~one.tokens.furniture
    kept = features.share(features.run_sizes(alignment) > 0, counted) if counted.any() else 1.0
    return bool((closing(alignment) | one.tokens.furniture).all()) and kept >= _FIGURES


def _days(alignment: Alignment) -> list[int]:
    """The days on which two reports were published, as far as they are known."""
    days = [moments.day_number(one.article.published) for one in (alignment.a, alignment.b)]
    return [math.floor(day) for day in days if day is not None]


def _holds_other_matter(alignment: Alignment) -> bool:
    """Whether `a` has an opening in common with `b`, and little that is surely shared behind it.

    Where more is shared its items are told by a form, if hardly a name of theirs is in the other text.
    """
    opening = _edge(alignment, forwards=True)
    frame = opening | closing(alignment)
    between = ~frame & ~alignment.a.tokens.furniture
    shared = features.share(features.run_sizes(alignment) >= _RUN, between)
    return (
        int(opening.sum()) >= _FRAME
        and int(between.sum()) >= _BETWEEN * features.size(alignment.a)
        and (shared <= _SURE or (shared <= _FORM and _names_others(alignment, between)))
    )


def _names_others(alignment: Alignment, between: Mask) -> bool:
    """Whether several names stand in a part of `a`, and few of them anywhere in `b`."""
    one, there = alignment.a, alignment.b.words.forms
    named = features.facts(one) & between & ~features.figures(one) & ~features.of_calendar(one)
    different = np.unique(one.words.forms[named])
    return len(different) >= _NAMES and float(np.isin(different, there).mean()) <= _KEPT


@lru_cache(maxsize=2)
def closing(alignment: Alignment) -> Mask:
    """Which words of `a` stand in the last paragraphs, as far back as the other text has them too."""
    return _edge(alignment, forwards=False)


def labels(alignment: Alignment) -> Mask:
    """Which words of `a` open a paragraph up to a colon, or else a stop, few of them, all shared with `b`."""
    shared = features.run_sizes(alignment) > 0
    found: Mask = np.zeros(len(shared), np.bool_)
    for first, behind in _openings(alignment.a):
        found[first:behind] = shared[first:behind].all()
    return found


@lru_cache(maxsize=features.LATELY)
def _openings(one: Witness) -> list[tuple[int, int]]:
    """The labels that open paragraphs of a text, as ranges of words."""
    ranges = (one.words.within(low, high) for low, high in one.paragraphs.tolist())
    found = ((first, _label_end(one, first, last)) for first, last in ranges)
    return [(first, behind) for first, behind in found if behind > first]


def _label_end(one: Witness, first: int, last: int) -> int:
    """The word behind the label that opens these words; `first` where there is none.

    A colon ends a label before any stop or dash does: Monday, 8 – 10 a.m.: …
    """
    starts, ends = one.words.starts, one.words.ends
    places = range(first, min(first + _LABEL, last - 1))
    between = [one.text[int(ends[at]) : int(starts[at + 1])] for at in places]
    colon = next((at for at, signs in zip(places, between, strict=True) if _COLON in signs), None)
    stops = (at for at, signs in zip(places, between, strict=True) if signs.lstrip("*_")[:1] in _CLOSING)
    at = next(stops, None) if colon is None else colon
    return first if at is None else at + 1


def _edge(alignment: Alignment, *, forwards: bool) -> Mask:
    """Which words stand in the paragraphs at one end, as far as the other text has them too.

    The day and the number of an issue, which a frame names, are not looked at.
    """
    one, shared = alignment.a, features.in_shared_runs(alignment)
    shown, starts = ~one.tokens.furniture, one.words.starts
    asked = ~features.of_calendar(one) & ~features.figures(one)
    found: Mask = np.zeros(len(shown), np.bool_)
    for low, high in one.paragraphs.tolist()[:: 1 if forwards else -1]:
        inside = (starts >= low) & (starts < high) & shown
        if (inside & asked).any() and features.share(shared, inside & asked) < _SHARED:
            break
        found |= inside
    return found
