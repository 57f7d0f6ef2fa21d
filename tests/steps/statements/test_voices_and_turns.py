"""Kinds that reports of many desks showed: who speaks beside whom, whose turn it is, and who is behind a passive."""

from __future__ import annotations

import pytest

from tests.steps.statements.test_first_looks import said, told


@pytest.mark.parametrize(
    ("text", "voices"),
    [
        ("Both the Weavers' Guild and the mill said the loom had been paid for.", ["the Weavers' Guild", "the mill"]),
        ("The ferryman and his wife said they would leave the lock.", ["The ferryman", "his wife"]),
        ("The head of the guild and the firm said the loom was old.", ["The head of the guild"]),
        ("Ivo Marsh, a weaver and the council's clerk, said the loom was old.", ["Ivo Marsh"]),
    ],
)  # fmt: skip
def test_a_body_or_a_person_without_a_name_may_speak_beside_another(text: str, voices: list[str]) -> None:
    (one,) = said(text.replace("the mill", "the company"))
    printed = [
        party.mention.of(text.replace("the mill", "the company")) for party in one.speakers if party.mention
    ]
    assert printed == [voice.replace("the mill", "the company") for voice in voices]


def test_in_a_talk_printed_as_quotations_alone_nobody_can_tell_whose_turn_it_is() -> None:
    text = "Judge Tilda Crane put down her pen. “Was the lock shut?” “It was.” “By whom?” “By the mate.”"
    assert [words for _, words in told(text)] == ["Was the lock shut?"]


def test_quotations_side_by_side_of_which_none_asks_go_on() -> None:
    text = "“The lock is shut,” said Tilda Crane. “It will stay so.” “We have no key.”"
    assert [one.speaker_name for one in said(text)] == ["Tilda Crane"] * 3


@pytest.mark.parametrize(
    "text",
    [
        "The guard, a retired cook called Dov Marsh, was let go at noon.",
        "A hamlet called Nether Lock has no bridge.",
    ],
)
def test_a_name_that_a_participle_gives_is_nobodys_word(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "who", "words"),
    [
        (
            "Most of the piers are rotten, a survey by the trust has found.",
            "a survey",
            "Most of the piers are rotten",
        ),
        ("Counsel submitted that the pier was sound.", "Counsel", "the pier was sound"),
        ("The mate denied selling the anchor.", "The mate", "selling the anchor"),
        ("The mate admitted selling the anchor and was fined.", "The mate", "selling the anchor"),
    ],
)
def test_verbs_that_seldom_tell_speech_do_so_by_what_stands_beside_them(
    text: str, who: str, words: str
) -> None:
    assert told(text) == [(who, words)]


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        (
            "Her play has been called “a wet week of a thing” by reviewers.",
            "reviewers",
            "“a wet week of a thing”",
        ),
        (
            "The cook was hailed by her owner, Ivo Marsh, as “the Nelson of Leek”.",
            "her owner",
            "the Nelson of Leek",
        ),
    ],
)
def test_who_does_it_in_a_passive_speaks_though_he_stands_behind_the_words(
    text: str, name: str, words: str
) -> None:
    assert told(text) == [(name, words)]


def test_an_aside_in_brackets_at_the_head_of_a_sentence_is_no_part_of_it() -> None:
    text = "Crews work at the lock on Friday. (Pim Aske/Gazette) The gate broke at dusk, harbour chief Tilda Crane said."
    assert told(text) == [("harbour chief Tilda Crane", "The gate broke at dusk")]


def test_a_child_with_an_age_for_a_label_speaks_for_himself() -> None:
    text = "The pupils of the lock school drew what they like.\n\nRuna, 8: “A boat and another boat.”"
    assert told(text) == [("Runa", "A boat and another boat.")]


# ---- words that a speaker is set into, labels and answers ----


@pytest.mark.parametrize(
    ("text", "who", "words"),
    [
        ("The tug is, as stoker Runa Marsh put it, “a stove with a rudder”.", "stoker Runa Marsh", "The tug is … “a stove with a rudder”"),
        ("The lock was, the mate said, dry in May.", "the mate", "The lock was … dry in May"),
        ("In the words of her mate, Ivo Crane, it is “the last stove”.", "her mate", "it is “the last stove”"),
    ],
)  # fmt: skip
def test_a_clause_goes_on_behind_who_is_set_into_it(text: str, who: str, words: str) -> None:
    assert told(text) == [(who, words)]


def test_what_goes_on_behind_a_speaker_with_a_deed_of_his_own_is_not_told() -> None:
    assert told("The lock is shut, Marsh said, and left.") == [("Marsh", "The lock is shut")]


def test_lines_of_a_list_with_a_dash_have_their_own_speakers() -> None:
    text = "• Mayor Tilda Crane: “A dark day.”\n• Guild leader Ivo Marsh — “She could have asked.”"
    assert told(text) == [
        ("Mayor Tilda Crane", "A dark day."),
        ("Guild leader Ivo Marsh", "She could have asked."),
    ]


def test_a_verdict_is_his_whose_it_is() -> None:
    (one,) = said("Cook Tilda Crane's verdict on the new stove: “Loud, hot and mine.”")
    assert one.speaker_name == "Tilda Crane"


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Runa Marsh asked the surgeon whether the mark proved anything.", None),
        ("Runa Marsh asked Ivo Crane why it was dark.", "Ivo Crane"),
        ("Runa Marsh asked the crew whether it was over.", "Runa Marsh"),
    ],
)
def test_behind_a_question_he_is_whom_it_was_put_to(question: str, name: str | None) -> None:
    pronoun = "she" if name == "Runa Marsh" else "he"
    assert said(f"{question} “It is ink,” {pronoun} said.")[-1].speaker_name == name


def test_who_asks_that_his_name_be_left_out_says_nothing_by_that() -> None:
    text = "“It was fog,” said Runa, who asked that her surname not be used."
    assert told(text) == [("Runa", "It was fog,")]


def test_papers_that_close_a_sentence_show_what_stands_before() -> None:
    text = "The guild paid 2 million crowns to the mayor's campaign in 2021, records show."
    assert told(text) == [("records", "The guild paid 2 million crowns to the mayor's campaign in 2021")]
    assert told("It was a play, a film, a dog show.") == []
