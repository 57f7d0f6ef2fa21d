"""Words that nobody spoke."""

from __future__ import annotations

import pytest

from retold.steps.statements.unsaid import is_unsaid
from tests.steps.statements.reading import tree_of
from tests.steps.statements.test_first_looks import told


@pytest.mark.parametrize(
    "text",
    [
        "Imagine a bishop saying: “We sold it, and we are sorry for that.”",
        "Imagine a bishop who tells the town: “We sold it, and we are sorry for that.”",
        "What Ida Marsh should have said on Monday is “I sold the lock.”",
        "Ida Marsh could have told the boatmen that the lock was sold.",
        "The bishop stopped short of saying “I am sorry for that.”",
    ],
)
def test_what_was_thought_up_or_should_have_been_said_is_nobodys_word(text: str) -> None:
    assert told(text) == []


def test_what_somebody_says_of_it_is_his() -> None:
    text = "Ida Marsh should have said sorry, Odo Marsh said."
    assert told(text) == [("Odo Marsh", "Ida Marsh should have said sorry")]


@pytest.mark.parametrize(("text", "is_so"), [("She should have said so.", True), ("She said so.", False)])
def test_a_perfect_behind_should_tells_what_did_not_happen(text: str, is_so: bool) -> None:
    tree = tree_of(text)
    assert is_unsaid(tree, tree.words.index("said")) is is_so


@pytest.mark.parametrize("text", ["Drivers told to stay at home.", "Cow urged to move along."])
def test_who_is_told_to_do_a_thing_in_a_headline_does_not_speak(text: str) -> None:
    assert told(text) == []
