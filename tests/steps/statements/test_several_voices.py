"""Invented sentences and letters in which several people speak: each has his own words and no more."""

from __future__ import annotations

import pytest

import retold
from retold import Article
from retold.model import Statement


def told(text: str) -> list[tuple[str, str]]:
    """Who speaks, by name or else by the words of the text, and his words."""
    return [(who(text, one), " … ".join(s.of(text) for s in one.content)) for one in statements(text)]


def statements(text: str) -> list[Statement]:
    return retold.statements(Article("a", text))


def who(text: str, one: Statement) -> str:
    return one.speaker_name or ("" if one.speaker is None else one.speaker.of(text))


@pytest.mark.parametrize("link", ["while", "whereas"])
def test_what_another_says_beside_somebody_is_not_in_his_words(link: str) -> None:
    text = f"Ana Kael said the dam was safe {link} Pim Orme insisted it “leaked at every seam”."
    assert told(text) == [("Ana Kael", "the dam was safe"), ("Pim Orme", "it “leaked at every seam”")]


def test_what_goes_on_at_the_same_time_stays_in_somebody_s_words() -> None:
    text = "Ana Kael said the crews slept while the water rose."
    assert told(text) == [("Ana Kael", "the crews slept while the water rose")]


def test_each_of_two_sources_of_one_sentence_has_his_part() -> None:
    text = "The dam burst because it was old, according to the port, but because of a flood, according to Ana Kael."
    assert told(text) == [
        ("the port", "The dam burst because it was old"),
        ("Ana Kael", "because of a flood"),
    ]


def test_two_sources_before_their_words() -> None:
    text = "According to the port, the dam was old; according to Ana Kael, a flood had weakened it."
    assert told(text) == [("the port", "the dam was old"), ("Ana Kael", "a flood had weakened it")]


def test_a_letter_has_the_words_of_those_whom_it_quotes() -> None:
    text = (
        "Sir – You write that nobody minds. That is untrue, and I wrote to the port in May.\n\n"
        "The dean said the bell was “too loud for the dead”. Who will mend it?\n\nAna Kael\nTarn Street, Lorne"
    )
    held = told(text)
    assert ("The dean", "the bell was “too loud for the dead”") in held
    assert any(name == "Ana Kael" and "That is untrue" in words for name, words in held)


def test_who_would_only_say_something_said_it() -> None:
    text = "Pim Orme, the dean, would only say that the bell had cracked. He would not say when."
    assert told(text)[0] == ("Pim Orme", "the bell had cracked")
    assert [one.manner for one in statements(text)[1:]] in ([], ["denied"])


def test_a_surname_that_ends_as_a_verb_does_is_a_name_at_the_head_of_a_sentence() -> None:
    text = "The coach is Ana Fleming. Fleming said the boat was sound."
    assert told(text) == [("Ana Fleming", "the boat was sound")]


def test_kin_in_the_plural_are_no_part_of_a_name() -> None:
    text = "Brothers Jan, 17, and Pim Orme, 19, were found by a dog. “We ate snow,” said Jan."
    assert told(text) == [("Jan", "We ate snow,")]


def test_kin_of_an_owner_have_a_name_behind_a_comma() -> None:
    text = "Orme’s sister, Ana, left the court in tears. “It is not him,” she said outside."
    assert told(text) == [("Ana", "It is not him,")]


@pytest.mark.parametrize("house", ["the road office", "the Road Office", "the Alpine Club"])
def test_who_is_named_before_his_house_speaks_and_not_the_house(house: str) -> None:
    assert told(f"“It will take weeks,” said engineer Vera Orme of {house}.") == [
        ("Vera Orme", "It will take weeks,")
    ]


@pytest.mark.parametrize(
    "text", ["Ana Kael, asked whether she would resign, laughed.", "Orme, asked if he had lied, left."]
)
def test_who_is_asked_between_two_commas_asks_nothing(text: str) -> None:
    assert told(text) == []


def test_a_verb_of_what_is_said_does_not_end_it_though_it_may_tell_speech_elsewhere() -> None:
    assert told("The mayor said the plan was dead and that he would go.") == [
        ("The mayor", "the plan was dead and that he would go")
    ]


def test_a_guild_s_president_is_not_the_country_s() -> None:
    text = (
        "President Jan Orme opened the dam. The president of the builders’ guild, Ana Kael, stood beside him. "
        "“It will outlive us,” the guild president said."
    )
    assert told(text)[-1] == ("Ana Kael", "It will outlive us,")
    assert told(text + " The president said it was dear.")[-1] == ("The president", "it was dear")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Kael said he had “no memory” of it in a letter and his lawyer said he would not speak.", "he had “no memory” of it in a letter"),
        ("The port says its plan is light on rules, but firms like Quay Lines worry that ministers may renege.", "its plan is light on rules"),
        ("Kael told us, “He had a compass,” and he wants to rename the bridge.", "He had a compass,"),
        ("Kael said the port was shut and ministers wanted it sold.", "the port was shut and ministers wanted it sold"),
    ],
)  # fmt: skip
def test_what_another_says_behind_a_joining_word_is_not_in_somebody_s_words(text: str, words: str) -> None:
    assert told(text)[0][1] == words


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Pilots and fishermen said the pier was unsafe.", ["Pilots", "fishermen"]),
        ("The mayor and two council members said the pier was unsafe.", ["The mayor", "two council members"]),
        ("Law enforcement and intelligence officials said it was unsafe.", ["Law enforcement", "intelligence officials"]),
        ("President Ida Kael and nine other leaders said it was unsafe.", ["President Ida Kael", "nine other leaders"]),
    ],
)  # fmt: skip
def test_several_without_a_name_say_it_together(text: str, who: list[str]) -> None:
    (found,) = statements(text)
    assert [one.mention.of(text) for one in found.speakers if one.mention is not None] == who
