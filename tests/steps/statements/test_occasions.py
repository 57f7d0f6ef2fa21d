"""Words that open an occasion."""

from __future__ import annotations

import pytest

from retold.steps.statements.occasions import occasions
from tests.steps.statements.reading import tree_of


def opened(text: str) -> list[tuple[str, list[str], bool]]:
    """The words of each occasion, those who take part, and whether people speak both ways in it."""
    one = tree_of(text)
    return [
        (" ".join(one.words[o.low : o.high + 1]), [one.words[head] for head in o.partners], o.both_ways)
        for o in occasions(one)
    ]


@pytest.mark.parametrize(
    ("text", "words", "partners", "both_ways"),
    [
        ("In a call with Brock, Vann said the pier was shut.", "In a call with Brock", ["Brock"], True),
        ("In a speech on Friday, Vann said the pier was shut.", "In a speech", [], False),
        ("Vann wrote on Instagram that the pier was shut.", "on Instagram", [], False),
        ("Vann said on Harbour Radio that the pier was shut.", "on Harbour Radio", [], False),
    ],
)
def test_a_call_a_speech_and_a_platform_are_occasions(
    text: str, words: str, partners: list[str], both_ways: bool
) -> None:
    assert opened(text) == [(words, partners, both_ways)]


def test_speaking_to_somebody_names_no_situation() -> None:
    (one,) = occasions(tree_of("Speaking to reporters, Vann said the pier was shut."))
    assert not one.named and one.partners


def test_the_participle_of_addressing_takes_an_object() -> None:
    one = tree_of("Addressing the council, Vann said the pier was shut.")
    assert [one.words[head] for o in occasions(one) for head in o.partners] == ["council"]


def test_an_occasion_in_what_was_said_is_none_of_the_telling() -> None:
    assert opened("Vann said that Brock slept during the meeting.") == []
