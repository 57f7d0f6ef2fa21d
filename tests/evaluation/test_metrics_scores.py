"""Precision, recall, F1 and the like, against cases worked out by hand."""

from __future__ import annotations

import pytest

from evaluation.metrics import scores


def test_score_with_nothing_wanted_and_nothing_reported_is_perfect() -> None:
    assert scores.score(0, 0, 0) == (1.0, 1.0, 1.0)
    assert scores.score(0, 3, 0) == (0.0, 0.0, 0.0)
    assert scores.score(0, 0, 3) == (0.0, 0.0, 0.0)


def test_what_is_found_may_be_counted_apart_from_what_is_right() -> None:
    """Two pieces of one cut are right, and find one true cut."""
    counts = {"right": 2, "given": 2, "wanted": 1, "found": 1}
    assert scores.triple(counts) == {"precision": 1.0, "recall": 1.0, "f1": 1.0}


def test_balanced_accuracy_weighs_the_rare_side_as_much() -> None:
    counts = {"true": 90, "true right": 90, "false": 10, "false right": 0}
    assert scores.balanced(counts) == 0.5


def test_macro_f1_is_the_mean_of_the_labels() -> None:
    counts = {"a right": 1, "a given": 2, "a wanted": 1, "b given": 0, "b wanted": 1}
    assert scores.macro_f1(counts, ["a", "b"]) == pytest.approx((2 / 3 + 0) / 2)
