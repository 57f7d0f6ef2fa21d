"""plagdet and its parts, against cases worked out by hand."""

from __future__ import annotations

import math

import pytest

from evaluation.metrics.plagdet import Reuse, Scores, counted, from_counts, score

CASE = Reuse("p", (0, 100), (200, 300))


def test_a_case_found_whole_scores_one() -> None:
    assert score([CASE], [CASE]) == Scores(1.0, 1.0, 1.0)
    assert score([CASE], [CASE]).plagdet == 1.0


def test_a_case_reckoned_by_hand() -> None:
    """Of 200 true characters 50 + 50 are found; of the detection's 100 + 50 they are 100; another finds nothing."""
    found = [Reuse("p", (50, 150), (250, 300)), Reuse("p", (400, 420), (0, 20))]
    scores = score([CASE], found)
    assert scores.precision == pytest.approx((100 / 150 + 0) / 2)
    assert scores.recall == pytest.approx(0.5)
    assert scores.granularity == 1
    assert scores.plagdet == pytest.approx(0.4)


def test_pieces_cost_by_granularity_and_overlaps_count_once() -> None:
    found = [
        Reuse("p", (0, 60), (200, 260)),
        Reuse("p", (40, 100), (240, 300)),
        Reuse("p", (0, 100), (200, 300)),
    ]
    scores = score([CASE], found)
    assert (scores.precision, scores.recall, scores.granularity) == (1.0, 1.0, 3.0)
    assert scores.plagdet == pytest.approx(1 / math.log2(4))


def test_one_side_alone_or_another_pair_detects_nothing() -> None:
    found = [Reuse("p", (0, 100), (900, 950)), Reuse("q", (0, 100), (200, 300))]
    assert score([CASE], found).plagdet == 0


def test_scores_of_two_sets_of_pairs_are_those_of_their_sums() -> None:
    other = Reuse("q", (0, 10), (0, 10))
    found = [Reuse("p", (0, 50), (200, 250))]
    apart = [counted([CASE], found), counted([other], [])]
    sums = {key: apart[0][key] + apart[1][key] for key in apart[0]}
    assert from_counts(sums) == score([CASE, other], found)
