"""Excerpts: what one article prints of another, sentence by sentence.

A sentence that stands mostly in shared runs was taken over, with small changes or none. What is said of
copying rests on the words of such sentences outside quotation marks alone: a quotation anyone may have heard.
"""

from __future__ import annotations

import numpy as np

from retold import parameters
from retold.model import Passage
from retold.steps.story import features
from retold.steps.story.features import Mask
from retold.tables import Alignment, Ints, Witness

_P = parameters.of("story", "excerpts")
_RUN = _P.integer("run")
_SENTENCE = _P.number("sentence")
_LONG_RUN = _P.integer("long_run")
_JUMP = _P.integer("jump")


def held(alignment: Alignment) -> Mask:
    """Which words of `a` stand in sentences that are mostly in runs shared with `b`."""
    inside = features.run_sizes(alignment) >= _RUN
    return in_sentences(alignment.a, inside, _SENTENCE)


def in_sentences(one: Witness, found: Mask, least: float) -> Mask:
    """Which words stand in sentences of which at least this share is `found`; furniture counts as nothing."""
    shown = np.where(one.tokens.furniture, -1, one.tokens.sentence)
    return features.in_sentences(shown, found, least)


def telling(alignment: Alignment, words: Mask) -> int:
    """How many of these words of `a` tell copying: outside quotation marks, in runs that few choose alike."""
    return int((features.unquoted_in_runs(alignment, _LONG_RUN) & words).sum())


def passages(alignment: Alignment, words: Mask) -> tuple[Passage, ...]:
    """These words of `a` with what they are in `b`: one passage a stretch; its `a` is in the source, `b`."""
    partners = features.equal_partners(alignment)
    inside = words & (features.run_sizes(alignment) >= _RUN)
    stretches = _stretches(np.where(inside, partners, -1), words)
    return tuple(_passage(alignment, partners[low:high], low, high) for low, high in stretches)


def _stretches(partners: Ints, words: Mask) -> list[tuple[int, int]]:
    """Ranges of words of `a`, each beginning and ending in a shared run, that stand in one place of `b`."""
    found: list[tuple[int, int]] = []
    for first, length in features.runs_of(partners):
        low, high = found[-1] if found else (0, 0)
        if found and words[low:first].all() and _goes_on(partners, high, first):
            found[-1] = (low, first + length)
        else:
            found.append((first, first + length))
    return found


def _goes_on(partners: Ints, high: int, first: int) -> bool:
    """Whether the run that begins at `first` follows in the source what ended before `high`."""
    gap = int(partners[first]) - int(partners[high - 1])
    return 0 < gap <= first - high + _JUMP


def _passage(alignment: Alignment, partners: Ints, low: int, high: int) -> Passage:
    paired = partners[partners >= 0]
    theirs = int(paired[0]), int(paired[-1]) + 1
    same = len(paired) == high - low == theirs[1] - theirs[0]
    score = len(paired) / max(high - low, theirs[1] - theirs[0])
    source, copy = alignment.b.span(*theirs), alignment.a.span(low, high)
    return Passage(source, copy, "verbatim" if same else "reworded", round(min(1.0, score), 4))
