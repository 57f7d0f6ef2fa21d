"""The corpus of disguised reuse and its scores."""

from __future__ import annotations

import math
from random import Random

import pytest

from evaluation.pan.disguise import KINDS, Disguiser, disguise
from evaluation.pan.scores import Reuse, Scores, score

CASE = Reuse("p", (0, 100), (200, 300))
SENTENCES = [
    "The harbour board said on Monday that the new ferry would need a larger crew, because the old one was tired.",
    "Many people in the town asked the officials for help, but the company made no plan before the winter.",
    "A report showed that prices rose quickly, and the leaders of the group began to meet every week.",
    "The police found a small boat near the pier, which had been lost during the storm.",
]


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


def words_of(text: str) -> set[str]:
    return {word.strip(".,").lower() for word in text.split()}


@pytest.mark.parametrize("kind", KINDS)
def test_a_disguise_keeps_words_of_its_source_and_hides_as_it_says(kind: str) -> None:
    strangers = {"ed": ["folded"], "er": ["amber"], "ly": ["barely"]}
    text = disguise(kind, Disguiser(Random(7), strangers), SENTENCES)
    whole = " ".join(SENTENCES)
    kept = len(words_of(text) & words_of(whole)) / len(words_of(whole))
    assert (text == whole) == (kind == "verbatim")
    if kind == "shuffled":
        assert kept > 0.75
    if kind == "reworded":
        assert 0.4 < kept < 0.9
    if kind == "summarised":
        assert len(text.split()) <= len(whole.split()) / 3


def test_a_disguise_is_the_same_for_one_seed() -> None:
    texts = [disguise("shuffled", Disguiser(Random(3), {}), SENTENCES) for _ in range(2)]
    assert texts[0] == texts[1]
