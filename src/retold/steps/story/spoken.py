"""Speech that is printed without quotation marks: paragraphs told in the first person within a report.

A speech, a testimony, a post or the answers of an interview are printed by whoever heard them. A reporter
tells of himself in none of them; where most of an article is told so, it is its author's own text.
"""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

from retold import parameters
from retold.language import Language
from retold.language.folding import form
from retold.tables import Hashes, Witness

Mask = NDArray[np.bool_]

_P = parameters.of("story", "spoken")
_FEWEST, _DENSE = _P.integer("fewest"), _P.number("dense")
_OWN = _P.number("own")


def in_first_person(witness: Witness) -> Mask:
    """Which words stand in paragraphs that somebody tells of himself outside quotation marks.

    None in an article that is mostly told so, and none in a language without a list of such words.
    """
    tokens = witness.tokens
    places = tokens.paragraph  # -1 for none
    outside = ~(tokens.quoted | tokens.furniture) & (places >= 0)
    selves = np.isin(witness.words.forms, _forms(witness.language)) & outside
    if int(selves.sum()) < _FEWEST:
        return np.zeros(len(outside), np.bool_)
    every = int(places.max()) + 1
    counts, sizes = (np.bincount(places[mask], minlength=every) for mask in (selves, outside))
    told = (counts >= _FEWEST) & (counts >= _DENSE * sizes)
    found: Mask = told[places] & (places >= 0)
    mostly = int((found & outside).sum()) > _OWN * int(outside.sum())
    return np.zeros(len(outside), np.bool_) if mostly else found


@cache
def _forms(language: Language) -> Hashes:
    words = () if language.speech is None else language.speech.first_person
    return np.array(sorted(map(form, words)), np.int64)
