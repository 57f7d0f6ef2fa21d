"""Kinds of fault that fresh texts of many outlets showed: false mouths first, then words cut or carried too far."""

from __future__ import annotations

import pytest

import retold
from retold import Article
from retold.model import Statement
from retold.steps.statements.apposed import set_off
from tests.steps.statements.reading import phrase, tree_of


def said(text: str) -> list[Statement]:
    return retold.statements(Article("a", text))


def words(text: str, one: Statement) -> str:
    return " … ".join(span.of(text) for span in one.content)


def told(text: str) -> list[tuple[str | None, str]]:
    """Who speaks, as printed, and the words in one piece."""
    return [(None if one.speaker is None else one.speaker.of(text), words(text, one)) for one in said(text)]


# ---- who speaks ----


def test_an_office_with_a_prefix_is_another_office() -> None:
    text = "Guild president Jan Orme was away. The vice-president said the hall was cold."
    (one,) = said(text)
    assert told(text)[0][0] == "The vice-president"
    assert one.speaker_name is None


def test_the_envoy_of_a_country_is_no_country() -> None:
    text = "The board met the envoy of Ostrany on Monday. The envoy said the straits were open."
    assert said(text)[-1].speaker_name is None


def test_a_name_is_found_behind_what_describes_a_role_and_before_what_is_told_of_it() -> None:
    text = (
        "“We pay enough,” said the Elm envoy, Aslan Morrel.\n\nHis colleague from Vosk, Ina Lorne, who led the talks, "
        "called that “an old song”. The levy, she insisted, would come."
    )
    assert [one.speaker_name for one in said(text)] == ["Aslan Morrel", "Ina Lorne", "Ina Lorne"]


@pytest.mark.parametrize(
    ("text", "who", "content"),
    [
        (
            "Talks on the lock collapsed, a clerk who left the room told Harbour Radio.",
            "a clerk",
            "Talks on the lock collapsed",
        ),
        ("Two crews were lost, said a pilot who saw them leave.", "a pilot", "Two crews were lost"),
        (
            "The guild will leave the hall within a week, a senior clerk who asked not to be named said on Friday.",
            "a senior clerk",
            "The guild will leave the hall within a week",
        ),
    ],
)
def test_who_is_described_right_before_or_behind_the_cue_speaks(text: str, who: str, content: str) -> None:
    assert told(text) == [(who, content)]


def test_a_keeper_who_spoke_to_a_reporter_speaks_and_not_the_reporter() -> None:
    text = (
        "In Tarn, a keeper who spoke to the Courier's Ana Kael said he thinks the board is “making up tales”."
    )
    assert ("a keeper", "he thinks the board is “making up tales”") in told(text)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The head of the board, Dame Ina Lorne, on Monday called the pumps “a joke in iron”.", "Ina Lorne"),
        (
            "Counsel for the board, Tom Aske KC, replied that it had been “short of money for years”.",
            "Tom Aske",
        ),
    ],
)
def test_a_name_is_found_before_a_day_and_behind_an_office_that_opens_the_sentence(
    text: str, who: str
) -> None:
    assert said(text)[0].speaker_name == who


def test_whom_a_note_records_as_saying_it_said_it() -> None:
    assert told("A clerk's note records him as saying: “It was late and I was cold.”")[0][0] == "him"


def test_what_the_reporter_makes_of_it_is_no_part_of_it() -> None:
    text = "Ina Lorne said the pier would be sold, a move that dockers have fought for years."
    assert told(text)[0][1] == "the pier would be sold"


def test_neither_of_two_has_said_so() -> None:
    assert said("Neither the port nor its head, Jan Orme, has confirmed that the pier is sold.") == []


def test_within_a_relative_clause_its_subject_speaks() -> None:
    text = "The plan that her chief called “hasty” was dropped."
    assert told(text) == [("her chief", "“hasty”")]


def test_behind_a_quotation_in_a_headline_a_noun_with_a_participle_speaks() -> None:
    text = "Bishop urges calm in Tarn\n\n‘It was dark’, says diver found after two days"
    assert told(text)[-1] == ("diver", "It was dark")


def test_what_somebody_used_to_say_he_said() -> None:
    text = "Her husband, the baker Tom Aske, used to say it was a debt."
    (one,) = said(text)
    assert (one.speaker_name, words(text, one)) == ("Tom Aske", "it was a debt")


def test_in_an_interview_who_tells_the_other_answers() -> None:
    text = (
        "Nora Vell tells Ana Kael what she keeps.\n\nWhen did you come here?\n\nI came by sea, and I was ill.\n\n"
        "What did you bring?\n\nI had my hat. It was my own.\n\nWould you go back?\n\nI would, for a day."
    )
    assert {one.speaker_name for one in said(text)[1:]} == {"Nora Vell"}


# ---- what was said ----


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "Clerks at the port predict “a loss of two tons” for the fleet.",
            "“a loss of two tons” for the fleet",
        ),
        ("The mayor announced “a new age” for the port in a speech on Monday.", "“a new age” for the port"),
        (
            "She denounced the “reckless haste of clerks” in the port.",
            "the “reckless haste of clerks” in the port",
        ),
        ("The mayor is urging “every guest” to boil the water.", "“every guest” to boil the water"),
        ("The mayor is directing “the Watch” to search the woods.", "“the Watch” to search the woods"),
        ("Mr. Orme referred to the board as “a nest” in letters.", "to the board as “a nest”"),
        ("She stressed “the age of the pier” to reporters.", "“the age of the pier”"),
    ],
)
def test_words_go_on_with_the_quotation_that_is_part_of_them(text: str, content: str) -> None:
    (one,) = said(text)
    assert (words(text, one), one.kind) == (content, "mixed")


def test_a_joined_deed_is_no_part_of_what_a_crowd_chanted() -> None:
    assert told("The crowd chanted “not our mayor” and waved flags.")[0][1] == "not our mayor"


def test_one_word_by_which_a_thing_is_called_was_said() -> None:
    assert told("The board dismissed talk of a sale as “fiction”.")[0][1] == "fiction"


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Ina Lorne vowed to take no fee, which means that she lives on soup.", "to take no fee"),
        ("Ina Lorne told the board that the roof leaked, and left.", "the roof leaked"),
        (
            "Ina Lorne said the mayor's fall left gaps and attacked her own deputy.",
            "the mayor's fall left gaps",
        ),
    ],
)
def test_what_the_teller_adds_or_does_is_no_part_of_it(text: str, content: str) -> None:
    assert told(text)[0][1] == content


@pytest.mark.parametrize(
    "content",
    [
        "to buy a boat, which would carry forty",  # still what is promised
        "the cook drank, slept, and left",  # a list
        "the plan was old and attracted few",  # things do so too
    ],
)
def test_what_may_be_part_of_it_stays(content: str) -> None:
    verb = "promised" if content.startswith("to ") else "said"
    assert told(f"Ina Lorne {verb} {content}.")[0][1] == content


def test_a_warning_joined_to_what_befell_a_thing_is_the_tellers() -> None:
    text = "The firm said profits were weighed down by rents and warned the demand for boats might fall."
    assert told(text) == [
        ("The firm", "profits were weighed down by rents"),
        ("The firm", "the demand for boats might fall"),
    ]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The board expressed the hope that trade would double.", "trade would double"),
        ("Ina Lorne claims in the book that Tom pawned her ring.", "Tom pawned her ring"),
        (
            "Ina Lorne told the paper she wanted “her bench by the door”.",
            "she wanted “her bench by the door”",
        ),
        ("The minister stressed the depth of the ties.", "the depth of the ties"),
    ],
)
def test_words_told_behind_a_noun_are_found(text: str, content: str) -> None:
    assert told(text)[0][1] == content


# ---- names ----


def test_a_headline_in_the_text_makes_no_name() -> None:
    text = (
        "Kael Acquitted In Council Vote\n\nAna Kael was acquitted on Friday. The vote was close, Kael said."
    )
    assert said(text)[-1].speaker_name == "Ana Kael"


def test_a_line_under_a_picture_makes_no_name_and_tells_nothing() -> None:
    text = "The tide rose.\n\nImage Jan Orme Credit Ida Marsh\n\nOrme said it would fall. Marsh said it had."
    assert [one.speaker_name for one in said(text)] == ["Orme", "Marsh"]


@pytest.mark.parametrize(
    ("text", "noun", "whole"),
    [
        ("The co-founder of the club said it rained.", "founder", "The co - founder of the club"),
        (
            "A vice-chairman of the board, who gave evidence, said so.",
            "chairman",
            "A vice - chairman of the board",
        ),
    ],
)
def test_a_noun_has_its_prefix(text: str, noun: str, whole: str) -> None:
    one = tree_of(text)
    assert phrase(one, one.lower.index(noun)) == whole


def test_a_sender_whose_name_ends_the_sentence_is_read() -> None:
    text = "“Bring no dogs,” read the message from the warden, Ana Kael."
    assert told(text)[0][1] == "Bring no dogs,"
    one = tree_of("The note came from the warden, Ana Kael.")
    assert set_off(one, one.lower.index("warden"), len(one)) is None
