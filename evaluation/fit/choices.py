"""Conditional logistic models (McFadden 1974): one of several choices, each with marks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
_RIDGE, _STEPS = 2.0, 30


class Case(NamedTuple):
    """The marks of all choices, [choices, marks], and the number of the right one."""

    marks: Floats
    right: int


def fitted(cases: Sequence[Case]) -> Floats:
    """The weights of the marks, by Newton's method with a ridge."""
    weights = np.zeros(cases[0].marks.shape[1])
    for _ in range(_STEPS):
        slope, bend = -_RIDGE * weights, _RIDGE * np.eye(len(weights))
        for case in cases:
            chances = stated(weights, case.marks)
            mean = chances @ case.marks
            slope += case.marks[case.right] - mean
            bend += (case.marks.T * chances) @ case.marks - np.outer(mean, mean)
        weights = weights + np.linalg.solve(bend, slope)
    return weights


def stated(weights: Floats, marks: Floats) -> Floats:
    """The probability of each choice."""
    scores = marks @ weights
    shares: Floats = np.exp(scores - scores.max())
    result: Floats = shares / shares.sum()
    return result
