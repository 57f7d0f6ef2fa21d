"""What many sing, recite or quote: a hymn, a prayer, an oath, a poem, an old speech.

Two articles that both print it share a long piece word for word, and its rare words make them look alike.
They tell one event only if they have something in common besides: whoever reports one press conference
names the same people and things around what was said there.
"""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from retold import parameters
from retold.steps.story import features
from retold.steps.story.features import Mask
from retold.tables import Alignment, Hashes, Witness
from retold.tables.words import code_points

_P = parameters.of("story", "recital")
_LEAST = _P.integer("least")
_TELLING = _P.number("telling")
_FACTS = _P.integer("facts")
_LINES = _P.integer("lines")
_LINE = _P.integer("line")


def is_recital(alignment: Alignment) -> bool:
    """Whether all that two texts have in common is a long piece that both recite.

    That is a quotation, or lines set off as those of a poem are. Outside it neither may have much of the
    telling words that the other has outside it, and hardly a name or a figure.
    """
    a, b = alignment.a, alignment.b
    inside = recited(a)
    if int((inside & features.in_shared_runs(alignment)).sum()) < _LEAST:
        return False
    ours, theirs = features.unquoted(a) & ~inside, features.unquoted(b) & ~recited(b)
    return _strange(a, ours, b.words.forms[theirs]) and _strange(b, theirs, a.words.forms[ours])


def _strange(one: Witness, outside: Mask, there: Hashes) -> bool:
    """Whether what one text has outside the piece tells of something, and of something else."""
    telling, facts = (
        np.unique(one.words.forms[which(one) & outside]) for which in (features.telling, features.facts)
    )
    return (
        len(telling) > 0
        and float(np.isin(telling, there).mean()) <= _TELLING
        and int(np.isin(facts, there).sum()) <= _FACTS
    )


def recited(one: Witness) -> Mask:
    """Which words stand in a quotation, or in lines that are set off."""
    found: Mask = one.tokens.quoted.copy()
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
