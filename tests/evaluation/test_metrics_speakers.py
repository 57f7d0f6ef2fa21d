"""Speakers judged by the overlap of what was said."""

from __future__ import annotations

from evaluation.metrics.speakers import spoken_counts


def test_speakers_are_judged_by_overlap_of_what_was_said() -> None:
    """Four statements: right, wrong, unnamed, and one whose place nobody found."""
    truth = [
        ([(0, 10)], "Ada Roe"),
        ([(20, 30)], "Ada Roe"),
        ([(40, 50)], "Ada Roe"),
        ([(60, 70)], "Ada Roe"),
    ]
    said = [([(0, 8)], "Roe"), ([(20, 30)], "Eve Poe"), ([(40, 50)], None), ([(68, 90)], "Ada Roe")]
    assert spoken_counts("who", truth, said) == {"who wanted": 4, "who given": 2, "who right": 1}
