"""What stands before the subject at the head of a sentence."""

from __future__ import annotations

import pytest

from retold.steps.statements.openings import behind_opening, speakers
from tests.steps.statements.reading import tree_of
from tests.steps.statements.test_first_looks import told


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Outside church, the widow's cousin, Odo Marsh, said: “He was kind to us all.”", "the widow's cousin"),
        ("Salt City, Tarnland-based Voskmill said it would close two shops.", "Tarnland-based Voskmill"),
        ("Ida Marsh, a Tarn-born weaver, said it would rain.", "Ida Marsh"),
    ],
)  # fmt: skip
def test_a_place_at_the_head_of_a_sentence_says_nothing(text: str, who: str) -> None:
    assert told(text)[0][0] == who


def test_a_subject_without_anything_before_it_stays() -> None:
    tree = tree_of("The miller said it would rain.")
    assert behind_opening(tree, 1) == 1


def test_where_it_was_said_is_not_who_said_it() -> None:
    assert told("“He rode no more,” his lawyer, Odo Marsh, said outside court.")[0][0] == "his lawyer"


def test_a_place_is_left_out_of_several_subjects() -> None:
    tree = tree_of("His lawyer said outside court it was late.")
    court = tree.words.index("court")
    assert speakers(tree, [1, court]) == [1]


@pytest.mark.parametrize(
    "text", ["“It works,” said Sen. Odo Marsh, L-T.C", "“It works,” said Salt City, Tarnland-based Voskmill"]
)
def test_a_sentence_may_end_behind_what_is_set_off(text: str) -> None:
    assert told(text)[0][1].strip("“”,") == "It works"
