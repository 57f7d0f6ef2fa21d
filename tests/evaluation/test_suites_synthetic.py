"""The suite over generated stories, and the baseline that must do badly on it."""

from __future__ import annotations

import pytest

from evaluation.metrics.bootstrap import summed
from evaluation.metrics.stories import figures
from evaluation.suites import synthetic


@pytest.mark.long
def test_the_simple_baseline_does_badly() -> None:
    """Nearest earlier text and difflib with a word list stay under .60, even on pairs of their own choice."""
    shares = figures(summed(synthetic.units_of(30, 1, synthetic.answers_of_baseline)))
    assert shares["lineage directed f1"] < 0.6
    assert shares["lineage undirected f1"] < 0.6
    assert shares["changes: all f1"] < 0.6
    assert shares["changes, pair given: all f1"] < 0.6
