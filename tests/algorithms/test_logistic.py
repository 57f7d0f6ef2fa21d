"""A probability from weighted marks."""

from __future__ import annotations

import pytest

from retold.algorithms import logistic


def test_without_evidence_both_are_as_likely_and_each_mark_counts_by_its_weight() -> None:
    assert logistic.probability(0.0, [], []) == 0.5
    assert logistic.probability(0.0, [1.0, -1.0], [2.0, 2.0]) == 0.5
    assert logistic.probability(0.5, [1.0], [1.0]) > logistic.probability(0.5, [1.0], [0.0])


def test_as_many_marks_are_wanted_as_weights() -> None:
    with pytest.raises(ValueError, match="zip"):
        logistic.probability(0.0, [1.0], [])
