"""How alike two groupings are, against cases worked out by hand."""

from __future__ import annotations

import pytest

from evaluation.metrics import groupings as scores


def test_adjusted_rand_of_a_known_case() -> None:
    """Items 1-3 | 4-6 against 1-2 | 3-4 | 5-6: index 2, expected 1.2, most 4.5, so .8 / 3.3."""
    truth = {1: "x", 2: "x", 3: "x", 4: "y", 5: "y", 6: "y"}
    found = {1: "p", 2: "p", 3: "q", 4: "q", 5: "r", 6: "r"}
    value = scores.adjusted_rand({str(k): v for k, v in truth.items()}, {str(k): v for k, v in found.items()})
    assert value == pytest.approx(0.8 / 3.3)


def test_adjusted_rand_of_equal_groupings_is_one() -> None:
    assert scores.adjusted_rand({"a": 1, "b": 2}, {"a": 5, "b": 6}) == 1.0
    assert scores.adjusted_rand({"a": 1, "b": 1}, {"a": 5, "b": 5}) == 1.0


def test_pair_f1_of_groupings() -> None:
    """Three true pairs, one of two reported is right."""
    found = scores.pair_f1([["a", "b", "c"]], [["b", "a"], ["c", "d"]])
    assert (found.precision, found.recall) == (0.5, pytest.approx(1 / 3))
