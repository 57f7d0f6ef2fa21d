"""Probabilities from a few numbers."""

from __future__ import annotations

import numpy as np
import pytest

from retold import parameters
from retold.steps.story import features, judgement, reused, takes


@pytest.mark.parametrize(
    ("model", "names"),
    [
        ("taken", features.TAKEN),
        ("takes_model", takes.NAMES),
        ("same_story", features.NAMES),
        ("reuse_anything", reused.NAMES),
        ("reuse_wholly", reused.NAMES),
    ],
)
def test_every_model_weighs_each_of_its_numbers_and_says_on_how_many_cases_it_rests(
    model: str, names: tuple[str, ...]
) -> None:
    held = {one.name: one for one in parameters.every("story") if one.module == model}
    assert set(held) == {"intercept", *names}
    assert all(one.n is not None and one.n > 400 for one in held.values())


def test_a_probability_grows_with_what_speaks_for_it() -> None:
    for model, names in (("taken", features.TAKEN), ("takes", takes.NAMES)):
        nothing, much = np.zeros(len(names)), np.ones(len(names))
        assert judgement.probability(model, names, nothing) < judgement.probability(model, names, much)


def test_an_extreme_number_is_no_error() -> None:
    far = np.full(len(features.TAKEN), 1e9)
    assert 0 <= judgement.probability("taken", features.TAKEN, far) <= 1


def test_labels_add_up_to_one() -> None:
    found = judgement.labelled(reused.NAMES, np.full(len(reused.NAMES), 0.5))
    assert sum(found.values()) == pytest.approx(1.0)
    assert min(found.values()) >= 0


def test_of_two_labels_as_likely_the_rarer_is_chosen() -> None:
    assert judgement.chosen({"wholly": 0.4, "partially": 0.4, "none": 0.2}) == "wholly"
