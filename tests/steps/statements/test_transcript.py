"""Lines that begin with who speaks."""

from __future__ import annotations

import pytest

from retold.steps.statements.transcript import interview, turns
from tests.steps.statements.reading import english, resolver_of


def talk(text: str) -> list[tuple[str, str]]:
    found = turns(text, english(), resolver_of(text).told_elsewhere)
    return [(text[slice(*turn.name)], text[slice(*turn.words)]) for turn in found]


WHO = "Orla Vann met the reporter Tam Brel.\n\n"


def test_two_persons_who_speak_in_turn_make_a_talk() -> None:
    text = WHO + "VANN: I say the pier is safe.\nBREL (angrily): Is it?\nVANN: We have the papers. "
    assert talk(text) == [
        ("VANN", "I say the pier is safe."),
        ("BREL", "Is it?"),
        ("VANN", "We have the papers."),
    ]


@pytest.mark.parametrize(
    "text",
    [
        WHO + "VANN: I do.\nBREL: I do not.",
        "Date: Friday\nPlace: Harbour\nPrice: Ten crowns",
        "the first: Yes.\nthe second: No.\nthe first: Why?",
        WHO + "VANN: Rowing without lights.\nBREL: Theft of a net.\nVANN: Bail set at 40 crowns.",
        "ARIES: You will meet a seal.\nLEO: Do you like soup?\nARIES: You will.",
    ],
)
def test_few_turns_facts_charges_and_stars_are_no_talk(text: str) -> None:
    assert talk(text) == []


def test_letters_that_alternate_are_questions_and_answers() -> None:
    text = "Q: Is it cold?\nA: Very.\nQ: And wet?\nA: That too."
    asked, given = interview(text, english())
    assert [text[slice(*turn.words)] for turn in asked] == ["Is it cold?", "And wet?"]
    assert [text[slice(*turn.words)] for turn in given] == ["Very.", "That too."]
    assert interview("Q: Is it cold?\nA: Very.", english()) == ([], [])
