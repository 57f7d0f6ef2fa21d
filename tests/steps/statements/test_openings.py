"""What stands before the subject at the head of a sentence."""

from __future__ import annotations

import pytest

from retold.steps.statements.openings import behind_opening
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
