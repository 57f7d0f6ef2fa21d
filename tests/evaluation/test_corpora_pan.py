"""Passages disguised as the task of text reuse disguises them."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from evaluation.corpora import pan
from evaluation.corpora.pan_disguise import KINDS, Disguiser, disguise

SENTENCES = [
    "The harbour board said on Monday that the new ferry would need a larger crew, because the old one was tired.",
    "Many people in the town asked the officials for help, but the company made no plan before the winter.",
    "A report showed that prices rose quickly, and the leaders of the group began to meet every week.",
    "The police found a small boat near the pier, which had been lost during the storm.",
]


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


def test_true_cases_lie_inside_both_texts(shared: Path) -> None:
    assert shared.exists()
    made = list(pan.pairs(1))
    assert [pair.kind for pair in made] == list(KINDS)
    for pair in made:
        for case in pair.cases:
            assert pair.suspicious[slice(*case.here)].strip()
            assert pair.source[slice(*case.there)].strip()
