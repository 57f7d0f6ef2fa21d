"""Statements scored against marked attributions."""

from __future__ import annotations

import pytest

from evaluation.corpora.polnear import Attribution
from evaluation.metrics import attributions
from retold.model import Party, Span, Statement

TEXT = '"The ferry will sail on Friday," the harbour master said. "No way," he added.'
QUOTED = (1, 31)
SOURCE = (33, 51)
TRUTH = [Attribution([SOURCE], [(0, 32)])]


def statement(content: tuple[int, int], mention: tuple[int, int], support: float = 0.95) -> Statement:
    speaker = Party(Span("a", *mention), None, support)
    return Statement("s", "a", (Span("a", *content),), (speaker,), (), None, None, None, "direct", support)


def test_short_quotations_and_those_nobody_marked_are_no_segments() -> None:
    assert [span for span, _ in attributions.segments(TEXT, TRUTH)] == [QUOTED]
    assert list(attributions.segments(TEXT, [])) == []


def test_a_quotation_found_with_its_speaker_scores_one_in_all() -> None:
    counts = attributions.counted(TEXT, TRUTH, [statement(QUOTED, SOURCE)])
    shares = attributions.figures(counts)
    assert shares.pop(attributions.CALIBRATION) == pytest.approx(0.05)  # .95 stated, right
    assert set(shares.values()) == {1.0}


def test_a_wrong_speaker_is_found_and_not_right() -> None:
    shares = attributions.figures(attributions.counted(TEXT, TRUTH, [statement(QUOTED, (58, 60))]))
    assert shares["segments found"] == 1.0
    assert shares["segments with the right speaker"] == shares["sure speakers precision"] == 0.0
    assert shares["links f1"] == 0.0


def test_an_unsure_speaker_lowers_coverage_and_not_precision() -> None:
    shares = attributions.figures(attributions.counted(TEXT, TRUTH, [statement(QUOTED, SOURCE, 0.6)]))
    assert shares["sure speakers coverage"] == 0.0
    assert shares["sure speakers precision"] == 1.0


def test_two_statements_link_one_attribution_once() -> None:
    shares = attributions.figures(attributions.counted(TEXT, TRUTH, [statement(QUOTED, SOURCE)] * 2))
    assert shares["links precision"] == pytest.approx(0.5)
    assert shares["links recall"] == 1.0
