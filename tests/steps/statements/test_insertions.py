"""A speaker set into his own words between two commas, whose verb the parse takes for the main one."""

from __future__ import annotations

import pytest

from retold.steps.statements.insertions import between_commas, set_into
from tests.steps.statements.reading import tree_of
from tests.steps.statements.test_first_looks import told


@pytest.mark.parametrize(
    ("text", "who", "words"),
    [
        (
            "A chemist not asked to the trial, Tilda Marsh, urged patience: rust, she pointed out, is slow to show on a blue hull.",
            "she",
            "rust … is slow to show on a blue hull",
        ),
        (
            "The rota has a hole; the first tram, drivers point out, goes before the depot opens.",
            "drivers",
            "the first tram … goes before the depot opens",
        ),
    ],
)  # fmt: skip
def test_words_on_both_sides_of_a_speaker_set_in_are_his(text: str, who: str, words: str) -> None:
    assert told(text)[-1] == (who, words)


def test_a_cue_stands_between_the_commas_nearest_to_it() -> None:
    tree = tree_of("Care was needed: ice, Marsh noted, is thin.")
    cue = tree.words.index("noted")
    low, high = between_commas(tree, cue) or (0, 0)
    assert tree.words[low : high + 1] == ["Marsh", "noted"]


@pytest.mark.parametrize(
    "text", ["Marsh noted the ice, left, and slept.", "The ice, which Marsh noted, is thin."]
)
def test_a_verb_with_its_own_object_or_in_a_relative_is_set_into_nothing(text: str) -> None:
    tree = tree_of(text)
    assert set_into(tree, tree.words.index("noted")) is None
