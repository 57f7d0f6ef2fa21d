"""Supports from labels: the share that is right, by kind or by score, with the number of cases beside it.

    rates([("cue", True), ("cue", False), ("colon", True)])    # one support for each kind
    isotonic([0.2, 0.4, 0.9], [False, True, True])             # a support that rises with a score

A support is a probability, so it is read off what people called right and wrong and never typed by hand. Few
cases say little: a rate is drawn towards the rate of all kinds by as many cases as `PRIOR`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

PRIOR = 4.0  # cases that the rate over all kinds counts for


class Rate(NamedTuple):
    """A support and the number of labelled cases that it rests on."""

    value: float
    n: int


class Step(NamedTuple):
    """From this score on, to the next step, the support is `value`; `n` cases fell there."""

    score: float
    value: float
    n: int


def rates(rows: Iterable[tuple[str, bool]], prior: float = PRIOR) -> dict[str, Rate]:
    """The share of right ones of each kind: `rows` has (kind, was it right), kinds come back sorted.

    The mean of a beta posterior whose prior is the rate of all kinds together, worth `prior` cases
    (empirical Bayes, Efron and Morris 1975); all kinds together start from one half.

    >>> rates([("cue", True)] * 8 + [("colon", False)] * 8, prior=4)["cue"]
    Rate(value=0.8333333333333334, n=8)
    """
    held = list(rows)
    right = Counter(kind for kind, so in held if so)
    number = Counter(kind for kind, _ in held)
    whole = (sum(right.values()) + 1) / (len(held) + 2)
    return {
        kind: Rate((right[kind] + prior * whole) / (number[kind] + prior), number[kind])
        for kind in sorted(number)
    }


def isotonic(scores: Sequence[float], right: Sequence[bool]) -> list[Step]:
    """The rising step function nearest to the labels in squares, by pooling adjacent violators (Ayer 1955).

    Cases of one score are one pool from the start. Raises `ValueError` for lists of unequal length.

    >>> isotonic([0.1, 0.2, 0.3, 0.4], [False, True, False, True])
    [Step(score=0.1, value=0.0, n=1), Step(score=0.2, value=0.5, n=2), Step(score=0.4, value=1.0, n=1)]
    """
    if len(scores) != len(right):
        raise ValueError(f"{len(scores)} scores for {len(right)} labels: give one label for each score")
    number, true = Counter(scores), Counter(s for s, so in zip(scores, right, strict=True) if so)
    pools: list[Step] = []
    for score in sorted(number):
        pools.append(Step(score, true[score] / number[score], number[score]))
        while len(pools) > 1 and pools[-2].value >= pools[-1].value:
            pools.append(_pooled(*pools[-2:]))
            del pools[-3:-1]
    return pools


def support(steps: Sequence[Step], score: float) -> float:
    """The support of a score, under the first step that step's; `ValueError` without steps.

    >>> support(isotonic([0.1, 0.4], [False, True]), 0.3)
    0.0
    """
    if not steps:
        raise ValueError("no steps: fit them on labelled scores first")
    place = bisect_right([one.score for one in steps], score) - 1
    return steps[max(0, place)].value


def _pooled(low: Step, high: Step) -> Step:
    n = low.n + high.n
    return Step(low.score, (low.value * low.n + high.value * high.n) / n, n)
