"""Cues and what goes with them in a parsed sentence."""

from __future__ import annotations

import pytest

from retold.steps.statements.frames import bare_frame, frames
from tests.steps.statements.reading import phrase, tree_of


def cues(text: str) -> list[tuple[str, str | None, bool]]:
    """Each cue with its speaker and whether it was said."""
    one = tree_of(text)
    return [
        (one.words[frame.cue], None if frame.head is None else phrase(one, frame.head), frame.real)
        for frame in frames(one)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Orla Vann said the pier was shut.", [("said", "Orla Vann", True)]),
        ("Orla Vann did not say the pier was shut.", [("say", "Orla Vann", False)]),
        (
            "Orla Vann neither confirmed nor denied that the pier was shut.",
            [("confirmed", "Orla Vann", False), ("denied", "Orla Vann", False)],
        ),
        ("Orla Vann would say the pier was shut.", [("say", "Orla Vann", False)]),
        ("Orla Vann will say the pier is shut.", [("say", "Orla Vann", False)]),
        ("The pier is shut, according to Orla Vann.", [("according", "Orla Vann", True)]),
        ("The crews were grouped according to size.", []),
        ("Orla Vann stopped short of saying that the pier was shut.", [("saying", "Orla Vann", False)]),
        ("Orla Vann left without saying that the pier was shut.", [("saying", "Orla Vann", False)]),
        (
            "Orla Vann regretted saying that the pier was shut.",
            [("regretted", "Orla Vann", True), ("saying", "Orla Vann", True)],
        ),
        ("Orla Vann called off the search.", []),
        ("Tell the butcher what it is for.", [("Tell", None, False)]),
    ],
)
def test_a_cue_has_a_speaker_and_was_said_or_not(text: str, expected: list[tuple[str, str, bool]]) -> None:
    assert cues(text) == expected


def test_a_particle_makes_the_cue() -> None:
    assert [cue for cue, _, _ in cues("Orla Vann pointed out that the pier was shut.")] == ["pointed"]
    assert cues("Orla Vann pointed the boat at the pier.") == []


def test_words_behind_a_verb_lend_it_another_manner() -> None:
    one = tree_of("Orla Vann pleaded not guilty to the charge.")
    assert [frame.verb.manner for frame in frames(one)][:1] == ["denied"]


def test_what_depends_on_a_telling_has_its_addressees() -> None:
    one = tree_of("Orla Vann told the crews that the pier was shut, adding that it was old.")
    told, adding = frames(one)
    assert told.addressees and adding.addressees == told.addressees


def test_remarks_that_were_made_are_an_act() -> None:
    one = tree_of("Orla Vann made the remarks in a call.")
    assert [frame.verb.act for frame in frames(one)] == [True]


def test_a_verb_that_no_list_has_gets_a_frame_when_asked() -> None:
    one = tree_of("“The pier is safe,” beamed Orla Vann.")
    frame = bare_frame(one, one.words.index("beamed"))
    assert frame.head is not None and one.words[frame.head] == "Vann"
