"""Words by which a house signs: a dateline with its credit, a credit behind the last sentence.

Each house sets these by its own rules, whatever its source has: that two papers leave out the dateline of a
dispatch does not make one a copy of the other. What they say of the source is said by `credited`.
"""

from __future__ import annotations

import re

import numpy as np
from numpy.typing import NDArray

from retold import parameters
from retold.tables import Witness

_P = parameters.of("lineage", "signatures")
_OPENING = _P.integer("opening")
_DATELINE = re.compile(r"[^\n]*?\([^()\n]{2,60}\)\s*[-–—:]\s")


def signed(witness: Witness) -> NDArray[np.bool_]:
    """For each word of a version, whether it stands in a dateline or in a credit at the end."""
    starts = witness.words.starts
    found: NDArray[np.bool_] = starts < _dateline_end(witness)
    for credit in witness.credits:
        inside = (starts >= credit.span.start) & (starts < credit.span.end)
        if inside.any() and _is_last(witness, credit.span.end):
            found |= inside
    return found


def _dateline_end(witness: Witness) -> int:
    """Where the text begins behind its dateline, 0 where it has none."""
    opening = _DATELINE.match(witness.text[: 4 * _OPENING])
    ends = [credit.span.end for credit in witness.credits if _is_opening(witness, credit.span.start)]
    if opening is None or opening.end() > _OPENING:
        return max(ends, default=0)
    return max([opening.end(), *ends])


def _is_opening(witness: Witness, place: int) -> bool:
    """Whether a place is in the opening, and what stands before it is no sentence but a place and a day."""
    return place <= _OPENING and "." not in witness.text[:place]


def _is_last(witness: Witness, end: int) -> bool:
    """Whether no word stands behind."""
    return not any(letter.isalnum() for letter in witness.text[end:])
