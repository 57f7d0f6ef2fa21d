"""Logistic models with few numbers, and their judgement by cross-validation over groups."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
FOLDS = 10


@dataclass(frozen=True, slots=True)
class Rows:
    """Numbers about pairs with the truth; `story` and `outlet` are what folds are made by.

    `values` are [pairs, ways, numbers]: weights are fitted on the first way, the
    likeliest of all ways is stated.
    """

    values: Floats
    truth: NDArray[np.bool_]
    weight: Floats
    story: list[str]
    outlet: list[str]


def fitted(rows: Rows, chosen: NDArray[np.bool_] | None = None) -> Floats:
    """Intercept and coefficients for the rows, or for the chosen ones."""
    kept = np.ones(len(rows.truth), np.bool_) if chosen is None else chosen
    return logistic(rows.values[kept, 0], rows.truth[kept].astype(float), rows.weight[kept])


def logistic(values: Floats, truth: Floats, weight: Floats, ridge: float = 5.0) -> Floats:
    """Intercept and coefficients by Newton's method, on standardised values, given for the raw ones."""
    mean, spread = values.mean(axis=0), values.std(axis=0) + 1e-9
    design = np.c_[np.ones(len(values)), (values - mean) / spread]
    penalty = ridge * np.eye(design.shape[1])
    penalty[0, 0] = 1e-6
    found = np.zeros(design.shape[1])
    for _ in range(60):
        given = 1 / (1 + np.exp(-np.clip(design @ found, -30, 30)))
        slope = design.T @ (weight * (truth - given)) - penalty @ found
        bend = (design.T * (weight * given * (1 - given))) @ design + penalty
        found = found + np.linalg.solve(bend, slope)
    raw = found[1:] / spread
    coefficients: Floats = np.r_[found[0] - raw @ mean, raw]
    return coefficients


def stated(coefficients: Floats, values: Floats) -> Floats:
    """The probability of each row of [pairs, ways, numbers], its likeliest way."""
    result: Floats = 1 / (1 + np.exp(-np.clip(coefficients[0] + values @ coefficients[1:], -30, 30)))
    likeliest: Floats = result.max(axis=1)
    return likeliest


def folds(group: Sequence[str]) -> NDArray[np.int64]:
    """A fold for each row, the same for all rows of a story."""
    number = {name: k % FOLDS for k, name in enumerate(sorted(set(group)))}
    return np.array([number[name] for name in group])


def cross_validated(rows: Rows, groups: Sequence[str]) -> Floats:
    """The probability of each row by weights that have not seen its group."""
    fold, result = folds(groups), np.zeros(len(rows.truth))
    for k in range(FOLDS):
        if (fold == k).any():
            result[fold == k] = stated(fitted(rows, fold != k), rows.values[fold == k])
    return result
