"""Supports from labels: rates by kind, and steps that rise with a score."""

from __future__ import annotations

import pytest

from evaluation.fit.supports import isotonic, rates, support


def test_a_rate_rests_on_its_cases_and_few_cases_on_all_kinds() -> None:
    rows = [("often", True)] * 90 + [("often", False)] * 10 + [("once", False)]
    found = rates(rows)
    assert found["often"].n == 100 and found["once"].n == 1
    assert found["often"].value == pytest.approx(0.9, abs=0.01)
    assert 0.5 < found["once"].value < 0.9


def test_rates_of_nothing_are_none() -> None:
    assert rates([]) == {}


def test_violators_are_pooled_until_the_steps_rise() -> None:
    """Worked by hand: right, wrong, wrong pool to a third; then half; then all right."""
    scores = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6]
    found = isotonic(scores, [True, False, False, True, False, True])
    assert [(step.score, round(step.value, 3), step.n) for step in found] == [
        (0.1, 0.333, 3),
        (0.4, 0.5, 2),
        (0.6, 1.0, 1),
    ]


def test_steps_do_not_depend_on_the_order_of_the_cases() -> None:
    scores, right = [0.3, 0.1, 0.2, 0.1], [True, False, False, True]
    assert isotonic(scores, right) == isotonic(scores[::-1], right[::-1])


def test_cases_of_one_score_are_one_pool() -> None:
    assert [step.n for step in isotonic([0.5, 0.5, 0.9], [True, False, True])] == [2, 1]


def test_a_score_has_the_support_of_the_step_under_it() -> None:
    steps = isotonic([0.1, 0.5], [False, True])
    assert [support(steps, score) for score in (0.0, 0.1, 0.4, 0.5, 0.9)] == [0.0, 0.0, 0.0, 1.0, 1.0]


def test_unequal_lists_and_no_steps_are_refused() -> None:
    with pytest.raises(ValueError, match="2 scores for 1 label"):
        isotonic([0.1, 0.2], [True])
    with pytest.raises(ValueError, match="no steps"):
        support([], 0.5)
