"""Probabilities from a few numbers: logistic models with readable weights.

The weights lie in `retold/parameters/story.toml`, one line a number, fitted by
`python -m evaluation.fit derived --write`. No word, outlet or id is in them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from retold import parameters
from retold.model import ReuseLabel

LABELS: tuple[ReuseLabel, ...] = ("wholly", "partially", "none")
_MODELS = {
    "taken": parameters.of("story", "taken").table(),
    "takes": parameters.of("story", "takes_model").table(),
    "same_story": parameters.of("story", "same_story").table(),
    "reuse_anything": parameters.of("story", "reuse_anything").table(),
    "reuse_wholly": parameters.of("story", "reuse_wholly").table(),
}
_RAREST = parameters.of("story", "judgement").number("rarest")
_FREQUENCY = parameters.of("story", "reuse_frequency").table()
_MOST_ODDS = 30.0  # log-odds beyond which a probability changes no more


def probability(model: str, names: Sequence[str], values: NDArray[np.float64], against: float = 0.0) -> float:
    """The probability that the model of this name gives to the values, 0 … 1; `against` are log-odds."""
    return float(1 / (1 + np.exp(against - _score(_MODELS[model], names, values))))


def labelled(names: Sequence[str], values: NDArray[np.float64]) -> dict[ReuseLabel, float]:
    """The probability of each label of reuse; they add up to 1.

    The labels have an order, so two judgements make them: whether anything is
    from the sources, and whether all is (cumulative logits).
    """
    anything = probability("reuse_anything", names, values)
    wholly = min(probability("reuse_wholly", names, values), anything)
    return {"wholly": wholly, "partially": anything - wholly, "none": 1 - anything}


def chosen(probabilities: Mapping[ReuseLabel, float]) -> ReuseLabel:
    """The likeliest label, its frequency in the corpus half taken out (divided by its square root).

    Without that the rarest label would hardly ever be given, since the
    probabilities are those of a corpus where it is rare.
    """
    return max(LABELS, key=lambda one: probabilities[one] / _FREQUENCY[one] ** _RAREST)


def _score(weights: Mapping[str, float], names: Sequence[str], values: NDArray[np.float64]) -> float:
    coefficients = np.array([weights.get(name, 0.0) for name in names])
    return float(np.clip(weights["intercept"] + coefficients @ values, -_MOST_ODDS, _MOST_ODDS))
