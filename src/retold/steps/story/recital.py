"""What many sing, recite or quote: a hymn, a prayer, an oath, an old speech; a note that stands under many.

Two articles that both print it share a long piece word for word, and its rare words make them look alike.
They tell one event only if they have something in common besides: whoever reports one press conference
names the same people and things around what was said there.
"""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import pairwise

import numpy as np

from retold import parameters
from retold.algorithms.rising import are_among
from retold.language import Language
from retold.steps.story import datelines, features, standing
from retold.steps.story.features import Mask
from retold.tables import Alignment, Hashes, Witness
from retold.tables.words import code_points

_P = parameters.of("story", "recital")
_LEAST = _P.integer("least")
_TELLING = _P.number("telling")
_FACTS = _P.integer("facts")
_OUTSIDE = _P.number("outside")
_STANDING = _P.row("standing")
_ABOVE = _P.integer("above")
_HEAD = _P.integer("head")
_LINES = _P.integer("lines")
_LINE = _P.integer("line")
_LABELS = _P.integer("labels")


def is_recital(alignment: Alignment) -> bool:
    """Whether all that two texts have in common is a long piece that both recite.

    That is a quotation, or lines set off as those of a poem are. Outside it neither may have much of the
    telling words that the other has outside it, and hardly a name or a figure. So it is with two texts above
    one note.
    """
    a, b = alignment.a, alignment.b
    inside = recited(a)
    if int((inside & features.in_shared_runs(alignment)).sum()) < _LEAST:
        return stand_above_one_note(alignment)
    ours, theirs = features.unquoted(a) & ~inside, features.unquoted(b) & ~recited(b)
    told_apart = _strange(a, ours, b, theirs) and _strange(b, theirs, a, ours)
    return (told_apart and not _is_shared(alignment, ours)) or stand_above_one_note(alignment)


def share_labels_alone(alignment: Alignment) -> bool:
    """Whether what two texts have in common is the labels of their paragraphs: Aries, March 21 to April 20.

    The signs of the zodiac, the days of a week and the heads of a form are everybody's.
    """
    ways = (alignment, features.turned(alignment))
    labels = [standing.labels(way) for way in ways]
    least = min(len(np.unique(way.a.tokens.paragraph[own])) for way, own in zip(ways, labels, strict=True))
    if least < _LABELS:
        return False
    outside = [
        features.unquoted(way.a) & ~own & ~standing.closing(way)
        for way, own in zip(ways, labels, strict=True)
    ]
    return all(
        int(own.sum()) >= _ABOVE and _strange(way.a, own, way.b, other)
        for way, own, other in zip(ways, outside, reversed(outside), strict=True)
    )


def stand_above_one_note(alignment: Alignment) -> bool:
    """Whether two texts share the paragraphs that close both, and tell of two things above them.

    Notes on a project, a fund or a hotline stand under many reports, whatever they name. Who is named at the
    head of the note may be told of above it.
    """
    ways = (alignment, features.turned(alignment))
    notes = [standing.closing(way) for way in ways]
    least = _STANDING[0 if features.are_of_one_house(alignment.a, alignment.b) else 1]
    if min(int(note.sum()) for note in notes) < least:
        return False
    above = [features.unquoted(way.a) & ~note & ~_filed(way.a) for way, note in zip(ways, notes, strict=True)]
    beside = [
        ~way.b.tokens.furniture & ~_owning(way.b, note)
        for way, note in zip(ways, reversed(notes), strict=True)
    ]
    return all(
        int(outside.sum()) >= _ABOVE and _strange(way.a, outside, way.b, there)
        for way, outside, there in zip(ways, above, beside, strict=True)
    )


def _is_shared(alignment: Alignment, outside: Mask) -> bool:
    """Whether much of what `a` has outside the piece stands in shared runs: then the piece is not all.

    Of scripts without spaces that alone tells it, for a sign says too little by itself.
    """
    shared = features.in_shared_runs(alignment) & outside
    return int(shared.sum()) >= max(1.0, _OUTSIDE * int(outside.sum()))


def _strange(one: Witness, outside: Mask, other: Witness, beside: Mask) -> bool:
    """Whether what one text has outside the piece tells of something, and of something else."""
    telling = np.unique(one.words.forms[features.telling(one) & outside])
    there = np.sort(other.words.forms[beside])
    if not len(telling) or float(are_among(telling, there).mean()) > _TELLING:
        return False
    facts = np.unique(one.words.forms[features.facts(one) & outside])
    facts = facts[~are_among(facts, _function_forms(one.language))]  # behind a colon: Aries: The …
    named = np.sort(other.words.forms[beside & features.may_name(other)])
    return int(are_among(facts, named).sum()) <= _FACTS


@cache
def _function_forms(language: Language) -> Hashes:
    return np.array(sorted(language.function_forms), np.int64)


def _owning(one: Witness, note: Mask) -> Mask:
    """Which words of a note name whose it is: those at its head, wherever they stand in it."""
    head = one.words.forms[np.flatnonzero(note)[:_HEAD]]
    found: Mask = note & np.isin(one.words.forms, head)
    return found


def _filed(one: Witness) -> Mask:
    """Which words of a dateline say when and by whom a report was filed, which tells of no event."""
    found: Mask = np.zeros(len(one.words), np.bool_)
    place = datelines.filed(one.text)
    if place is not None:
        found[slice(*one.words.within(*place))] = True
    return found


@lru_cache(maxsize=features.LATELY)
def recited(one: Witness) -> Mask:
    """Which words stand in a quotation or a post, or in lines that are set off."""
    found: Mask = features.heard(one).copy()
    run: list[tuple[int, int]] = []
    for low, high in [*_lines(one), (0, 0)]:
        if 0 < high - low <= _LINE:
            run.append((low, high))
            continue
        if len(run) >= _LINES:
            found[run[0][0] : run[-1][1]] = True
        run = []
    return found


def _lines(one: Witness) -> list[tuple[int, int]]:
    """The lines of a text as ranges of words; an empty line has none."""
    ends = np.flatnonzero(code_points(one.text) == ord("\n"))
    bounds = np.r_[0, np.searchsorted(one.words.starts, ends), len(one.words)].tolist()
    return [(low, high) for low, high in pairwise(bounds) if high > low]
