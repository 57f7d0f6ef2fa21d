"""Lines that begin with who speaks."""

from __future__ import annotations

import pytest

from retold.steps.statements.transcript import turns
from tests.steps.statements.reading import ENGLISH


def talk(text: str) -> list[tuple[str, str]]:
    found = turns(text, ENGLISH.names)
    return [(text[slice(*turn.name)], text[slice(*turn.words)]) for turn in found]


def test_two_who_speak_in_turn_make_a_talk() -> None:
    text = "VANN: The pier is safe.\nBREL (angrily): It is not.\nVANN: Why? "
    assert talk(text) == [("VANN", "The pier is safe."), ("BREL", "It is not."), ("VANN", "Why?")]


@pytest.mark.parametrize(
    "text",
    [
        "VANN: Yes.\nBREL: No.",
        "Date: Friday\nPlace: Harbour\nPrice: Ten crowns",
        "the first: Yes.\nthe second: No.\nthe first: Why?",
    ],
)
def test_too_few_turns_facts_and_common_words_are_no_talk(text: str) -> None:
    assert talk(text) == []
