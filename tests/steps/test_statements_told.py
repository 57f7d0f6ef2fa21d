"""To whom and on what occasion, on invented sentences."""

from __future__ import annotations

import pytest

from retold.model import Statement
from tests.steps.test_statements import find, having


def at_cue(text: str, cue: str) -> Statement:
    """The one statement whose cue is this word."""
    found = [s for s in find(text) if s.cue is not None and s.cue.of(text) == cue]
    assert len(found) == 1, find(text)
    return found[0]


@pytest.mark.parametrize(
    ("text", "cue", "hearers"),
    [
        ("Orla Vann contacted the harbour ministers over the ice.", "contacted", "the harbour ministers"),
        ("Orla Vann tweeted to Ida Brock.", "tweeted", "Ida Brock"),
        ("Orla Vann pleaded with him to leave the ice.", "pleaded", "him"),
        ("Orla Vann has complained to the parents about the ice.", "complained", "the parents"),
        ("Orla Vann spoke to donors and patrons about the ice.", "spoke", "donors"),
        ("In May she was told to leave the ice.", "told", "she"),
        ("The residents were advised to stay off the ice.", "advised", "The residents"),
        ("Orla Vann was asked by Ida Brock to leave the ice.", "asked", "Orla Vann"),
    ],
)
def test_who_is_spoken_to_without_words_is_an_addressee(text: str, cue: str, hearers: str) -> None:
    said = at_cue(text, cue)
    assert said.addressee is not None
    assert said.addressee.of(text) == hearers


@pytest.mark.parametrize(
    "text",
    [
        "Orla Vann said with a smile that the pier was shut.",
        "Orla Vann said at Easter that the pier was shut.",
        "Orla Vann referred to Ida Brock as a friend of the port.",
        "Orla Vann told a long story about the pier.",
    ],
)
def test_what_is_no_hearer_is_no_addressee(text: str) -> None:
    assert [s.addressees for s in find(text) if s.addressees] == []


@pytest.mark.parametrize(
    ("text", "cue", "occasion"),
    [
        ("Orla Vann wrote on Telegram that the pier was shut.", "wrote", "on Telegram"),
        ("Orla Vann said on Harbour Radio that the pier was shut.", "said", "on Harbour Radio"),
        ("During Council Questions on Monday, Orla Vann said the pier was shut.", "said", "During Council Questions"),
        ("In a blog post, Orla Vann said the pier was shut.", "said", "In a blog post"),
    ],
)  # fmt: skip
def test_where_it_was_said_is_the_occasion(text: str, cue: str, occasion: str) -> None:
    said = at_cue(text, cue)
    assert said.occasion is not None
    assert said.occasion.of(text).startswith(occasion)


def test_a_place_on_the_net_is_an_occasion_of_speech_alone() -> None:
    text = "Orla Vann said the picture on Twitter was old."
    assert at_cue(text, "said").occasion is None


def test_a_hearer_whose_words_stand_elsewhere_has_a_name_and_no_mention() -> None:
    text = (
        "In a phone call with Ida Brock, Orla Vann said the pier was safe. "
        "“We shall never close it again,” Vann said."
    )
    said = having(text, "never close")
    assert said.addressee_name == "Ida Brock"
    assert said.addressee is None
    assert said.occasion is not None


def test_speaking_to_one_of_two_callers_stays_in_the_call() -> None:
    text = (
        "Orla Vann made the remarks in calls with Ida Brock and Lars Holm. "
        "Speaking to Brock, Vann said the pier was safe for all."
    )
    said = having(text, "pier was safe")
    assert said.addressee is not None
    assert said.addressee.of(text) == "Brock"
    assert said.occasion is not None
    assert said.occasion.of(text).startswith("in calls")


def test_speaking_to_somebody_is_no_occasion_by_itself() -> None:
    text = "Speaking to reporters, Orla Vann said the pier was safe for all."
    said = having(text, "pier was safe")
    assert said.occasion is None
    assert said.addressee is not None
    assert said.addressee.of(text) == "reporters"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Orla Vann told reporters that the pier was shut.", "reporters"),
        ("“The pier is shut,” Orla Vann told a news conference.", "news conference"),
        ("Orla Vann told parliament: “The pier is shut.”", "parliament"),
        ("Orla Vann told the minister that the pier was shut.", None),
        ("Orla Vann told a crowd of dockers that the pier was shut.", None),
    ],
)
def test_a_group_or_house_goes_by_its_words(text: str, name: str | None) -> None:
    assert find(text)[0].addressee_name == name


def test_what_hangs_on_a_telling_has_its_hearers() -> None:
    text = "Orla Vann told reporters that the pier was shut, adding that the crews were safe."
    said = having(text, "crews were safe")
    assert said.addressee is not None
    assert said.addressee.of(text) == "reporters"


@pytest.mark.parametrize(
    ("text", "content", "speaker"),
    [
        ("As Orla Vann told the Harbour Post, the pier was shut by the ice.", "pier was shut", "Orla Vann"),
        ("The crews, said Orla Vann, were out on the ice for an hour.", "out on the ice", "Orla Vann"),
        ("Orla Vann warned of thin ice near the pier.", "of thin ice", "Orla Vann"),
        ("Orla Vann, KC, said that the pier was shut.", "pier was shut", "Orla Vann"),
        ("Koldan's prime minister, Orla Vann said, “We are in contact with all the crews”.", "in contact", "Orla Vann"),
        ("“The pier is safe and shall stay open for all of us”, added KCNA.", "pier is safe", "KCNA"),
        ("The Bureau of Ice notes, “The pier is safe for all the crews of the port.”", "pier is safe", "The Bureau"),
    ],
)  # fmt: skip
def test_speakers_the_parser_loses_are_found(text: str, content: str, speaker: str) -> None:
    said = having(text, content)
    assert said.speaker is not None
    assert speaker in said.speaker.of(text)


def test_words_before_a_quotation_are_no_part_of_it() -> None:
    text = "In a phone talk with Captain Ida Brock, lifeboat coxswain Lars Holm stated, “The pier is safe for all.”"
    said = having(text, "pier is safe")
    assert (said.speaker_name, said.addressee_name) == ("Lars Holm", "Ida Brock")
    assert [piece.of(text) for piece in said.content] == ["The pier is safe for all."]


def test_what_orders_things_is_no_speaker() -> None:
    assert find("The crews were split into groups according to size.") == []


def test_people_are_a_source_and_no_magazine() -> None:
    text = "The pier was closed at noon, according to people familiar with the plans."
    assert having(text, "pier was closed").speaker is not None


def test_nobody_speaks_to_himself() -> None:
    text = (
        "In a phone call with Jo Brock-Paulik, Tern-Aubin Port Company said: “We will pay for two new piers.”"
    )
    said = having(text, "two new piers")
    assert said.speaker_name is not None
    assert said.speaker_name not in [one.name for one in said.addressees]


def test_a_scene_in_which_nobody_speaks_any_more_is_over() -> None:
    quiet = "The pier was calm. The boats lay still. The fog was gone. The ice was thin. The port slept."
    text = f"In a speech, Orla Vann said the pier was safe. {quiet} Vann said the crews were ready."
    assert having(text, "pier was safe").occasion is not None
    assert having(text, "crews were ready").occasion is None
