"""A candidate is tried out in a process that reads its numbers."""

from __future__ import annotations

import pytest

from evaluation.fit import trial
from evaluation.measures import Units


def test_counts_of_one_story_are_added() -> None:
    units = Units([{"right": 1}, {"right": 2}, {"right": 4}], lambda counts: counts, ["a", "b", "a"])
    assert trial.by_story(units) == {"a": {"right": 5.0}, "b": {"right": 2.0}}


def test_a_suite_that_does_not_count_by_unit_is_refused() -> None:
    with pytest.raises(ValueError, match="seeds"):
        trial.units_of("seeds", "quick")


def test_a_trial_that_fails_says_which_values_and_why() -> None:
    with pytest.raises(RuntimeError, match=r"moon.*anchors\.reach"):
        trial.counted("align", "moon", "quick", {"anchors.reach": 3})
