"""What ranges of characters share."""

from __future__ import annotations

import pytest

from evaluation.metrics import ranges


def test_characters_count_letters_alone_when_given_the_text() -> None:
    """In "ab 12 cd" truth covers all, prediction the first five marks: two of four letters."""
    found = ranges.characters([(0, 8)], [(0, 5)], "ab 12 cd")
    assert (found.precision, found.recall) == (1.0, 0.5)
    assert ranges.characters([(0, 8)], [(0, 4)]).f1 == pytest.approx(2 / 3)


def test_half_of_the_smaller_range_must_be_shared() -> None:
    assert ranges.overlaps([(0, 10)], [(5, 40)])
    assert not ranges.overlaps([(0, 10)], [(6, 40)])
    assert ranges.length([(0, 3), (5, 9)]) == 7
