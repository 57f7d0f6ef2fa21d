"""How sure it is that a passage which cites an outlet was told after the report of that outlet at hand.

An outlet that is cited has often printed several reports of one event, and told one thing on the air: the
report at hand may be another than the cited one. Two marks tell: how many words in a row the passage shares
with it, and how many of the telling words of the sentence that cites stand in it, names left out, since both
have those. The weights of the logistic model were fitted on arrows that people read
(`python -m evaluation.fit citations`).
"""

from __future__ import annotations

import math

import numpy as np

from retold import parameters
from retold.algorithms import logistic
from retold.model import Credit, Span
from retold.steps.lineage import texts
from retold.steps.lineage.readings import Bools
from retold.tables import Hashes, Witness

_P = parameters.of("lineage", "citation")
_INTERCEPT = _P.number("intercept")
_WEIGHTS = (_P.number("run"), _P.number("sentence"))
_LONGEST = _P.integer("longest")
LEAST = _P.number("least")


def support(marks: tuple[float, float]) -> float:
    """The probability, 0 to 1, that the cited report is the one at hand; `marks` are those of `marks`."""
    return logistic.probability(_INTERCEPT, _WEIGHTS, marks)


def marks(
    copy: Witness, source: Witness, passage: Span, credit: Credit, telling: Bools
) -> tuple[float, float]:
    """The logarithm of the longest run of words that a passage shares with its source, and a share of words.

    `telling` marks the words of the copy that tell. The share is that of those in the sentence of the credit,
    names left out, which the source has, with one of two added so that few words say little.
    """
    forms, names = copy.words.forms, copy.tokens.name
    inside = (copy.words.starts >= passage.start) & (copy.words.ends <= passage.end)
    at = texts.number_at(copy.sentences.tolist(), credit.span.start)
    own = telling & ~names & (copy.tokens.sentence == (len(copy.sentences) if at is None else at))
    shared = np.isin(forms[own], source.words.forms)
    run = longest_run(forms[inside], source.words.forms, _LONGEST)
    return math.log1p(run), (int(shared.sum()) + 1) / (len(shared) + 2)


def longest_run(one: Hashes, other: Hashes, most: int) -> int:
    """How many words in a row two texts share, `most` at most; by bisection over sets of windows.

    >>> longest_run(np.array([1, 2, 3, 9], "u8"), np.array([8, 2, 3, 9, 4], "u8"), 50)
    3
    """
    low, high = 0, min(len(one), len(other), most)
    while low < high:
        middle = (low + high + 1) // 2
        if _windows(one, middle) & _windows(other, middle):
            low = middle
        else:
            high = middle - 1
    return low


def _windows(forms: Hashes, width: int) -> set[bytes]:
    return {window.tobytes() for window in np.lib.stride_tricks.sliding_window_view(forms, width)}
