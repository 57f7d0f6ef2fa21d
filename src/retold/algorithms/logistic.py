"""The logistic model: a probability from weighted marks."""

from __future__ import annotations

import math
from collections.abc import Iterable


def probability(intercept: float, weights: Iterable[float], marks: Iterable[float]) -> float:
    """The probability that log-odds of an intercept and of weighted marks, as many as weights, stand for.

    >>> probability(0.0, [2.0], [0.0]), round(probability(1.0, [2.0], [0.5]), 3)
    (0.5, 0.881)
    """
    score = intercept + sum(weight * mark for weight, mark in zip(weights, marks, strict=True))
    return 1 / (1 + math.exp(-score))
