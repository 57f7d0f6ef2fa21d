"""Whom "he" or "she" means, and how sure that is."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

import retold
from retold import Article
from retold.steps.statements.pronouns import softmax


def last(text: str) -> retold.Statement:
    return list(retold.statements(Article("a", text)))[-1]


@given(st.lists(st.floats(-40, 40), min_size=1, max_size=9))
def test_shares_of_choices_are_one_together_and_in_the_order_of_the_scores(scores: list[float]) -> None:
    shares = softmax(scores)
    assert math.isclose(sum(shares), 1.0)
    assert shares[scores.index(max(scores))] == max(shares)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (  # he belongs to another party, and is no party
            "It was a long day for members of his party, Trellik said on Monday. Trellik met the crews and Rolf"
            " Dell.\n\nTrellik said the quay would open. “Nobody will be sent home,” he said.",
            "Trellik",
        ),
        (  # the subject of the sentence before, of whom nothing tells that he is a man, beside one who is
            "Doctors treated Carl Orm on Monday. On “Harbour Hour”, Gov. Jessop Brill defended the order.\n\n“I do"
            " not think that it can be left to them,” he said.",
            "Jessop Brill",
        ),
    ],
)
def test_he_is_the_subject_before(text: str, who: str) -> None:
    assert last(text).speaker_name == who


def test_of_two_who_may_be_meant_none_is_sure() -> None:
    found = last("Rolf Dell met Carl Orm at the quay on Monday. “It was late,” he said.")
    assert found.speaker_name is None or found.speakers[0].support < 0.8


def test_a_coroner_is_nearer_than_the_last_who_is_named() -> None:
    text = "The pilot, Rolf Dell, drowned. The coroner recorded a verdict. He said it was late."
    assert last(text).speaker_name is None


def test_a_signature_under_a_picture_is_not_he() -> None:
    text = (
        "Rolf Dell praised the crews in May, and said so on the net.\n\nCarl Orm/Tidings\n\nIn June, he wrote: “They"
        " were late again.”"
    )
    assert last(text).speaker_name != "Carl Orm"
