"""Calibration error against cases worked out by hand."""

from __future__ import annotations

import pytest

from evaluation.metrics import calibration as scores


def test_calibration_error_of_a_known_case() -> None:
    """Bin .9: three of mean .95, two true: gap .2833…; bin .0: one of .05, true: gap .95."""
    stated = [(0.95, True), (0.95, True), (0.95, False), (0.05, True)]
    assert scores.calibration_error(stated) == pytest.approx((3 * (0.95 - 2 / 3) + 0.95) / 4)
    assert scores.calibration_error([(1.0, True), (0.99, True)]) == pytest.approx(0.005)
    assert scores.calibration_error([]) == 0.0


def test_counts_of_two_articles_add_up_to_the_error_of_both() -> None:
    one, other = [(0.9, True), (0.1, False)], [(0.9, False), (1.0, True)]
    both = scores.counted(one) + scores.counted(other)
    assert scores.error(both) == pytest.approx(scores.calibration_error([*one, *other]))
