"""Matter that one version seems to lack and has in other order.

Boats sank and 30 people were saved; 30 people were saved when boats sank.
Told of where one sentence of the other version has all the telling words, most of them without partners
here: what has its partners here tells of something else.
"""

from __future__ import annotations

import numpy as np

from retold import parameters
from retold.steps.changes.pair import Pair, Side
from retold.steps.changes.values import Figure
from retold.tables import Ints

_P = parameters.of("changes", "told_elsewhere")
_LEAST = _P.integer("least")
_LOOSE = _P.number("loose")


def is_told_elsewhere(
    pair: Pair, words: range, of_old: bool, figures: tuple[list[Figure], list[Figure]]
) -> bool:
    """Whether a sentence of the other version has all that these words of one version tell."""
    here, there, partners = (pair.old, pair.new, pair.to_old) if of_old else (pair.new, pair.old, pair.to_new)
    ours, theirs = figures if of_old else figures[::-1]
    counted = [f for f in ours if words.start <= f.words.start and f.words.stop <= words.stop]
    inside = {k for f in counted for k in f.words}
    told = {here.language.stem(here.folded[k]) for k in words if not here.small[k] and k not in inside}
    negators = here.editing.sense.negators
    if len(told) + len(counted) < _LEAST or any(here.folded[k] in negators for k in words):
        return False
    places = _places(there, told, partners)
    return any(_has_all(there, number, told, counted, theirs, partners) for number in places)


def _places(there: Side, told: set[str], partners: Ints) -> list[int]:
    """The sentences of the other version that have one of these stems in a word without a partner."""
    stem = there.language.stem
    loose = np.flatnonzero((partners < 0) & ~there.small).tolist()
    return sorted({int(there.sentence[k]) for k in loose if stem(there.folded[k]) in told})


def _has_all(  # what is sought, and where
    there: Side, number: int, told: set[str], counted: list[Figure], figures: list[Figure], partners: Ints
) -> bool:
    """Whether a sentence has all these stems and figures, most of the stems in words without partners."""
    low, high = np.searchsorted(there.sentence, [number, number + 1]).tolist()
    stem = there.language.stem
    held = {stem(there.folded[k]) for k in range(low, high)}
    loose = {stem(there.folded[k]) for k in range(low, high) if partners[k] < 0}
    beside = [f for f in figures if low <= f.words.start < high]
    known = all(any(one.equals(f) for f in beside) for one in counted)
    return known and told <= held and len(told & loose) >= _LOOSE * len(told)
