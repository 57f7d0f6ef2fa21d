"""Invented texts in which words belong to somebody further off, or to nobody, though a name stands nearer."""

from __future__ import annotations

import pytest

import retold
from retold import Article
from retold.model import Statement


def statements(text: str, title: str | None = None) -> list[Statement]:
    return retold.statements(Article("a", text, title=title))


def told(text: str, title: str | None = None) -> list[tuple[str | None, str]]:
    """The name and the words of each statement that has words."""
    return [
        (one.speaker_name, " … ".join(span.of(text) for span in one.content))
        for one in statements(text, title)
        if one.content
    ]


def speaker(text: str, words: str) -> str | None:
    """The name of who says the shortest statement that holds these words."""
    holding = [(len(said), name) for name, said in told(text) if words in said]
    assert holding, told(text)
    return min(holding, key=lambda pair: pair[0])[1]


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        # a pronoun means who is told as a person just before, by kin or age, or nobody
        ("Rolf Vann said it rained. Her son Tam said it snowed. “It hailed,” he said.", "hailed", "Tam"),
        ("Rolf Vann said it rained. Her niece Ilka laughed. “It hailed,” she said.", "hailed", "Ilka"),
        ("Bela, a baker, spoke. The eldest, Joss, 38, sat by. He said it was over.", "over", "Joss"),
        ("Rolf Vann said it rained. One lieutenant said it froze. “It hailed,” he said.", "hailed", None),
        ("Ada Vann said it rained. Asked by Judge Brel if it had, Orme nodded. “Yes,” she said.", "Yes", None),
        ("Vera Orme thanked Pim Aske, who bowed. Tilda Crane told him the pier was shut.", "shut", "Tilda Crane"),
        ("Desmond Orme drowned. “He could swim,” Mrs Orme told the court. She said it was cold.", "cold", "Orme"),
        # a place is nobody
        ("In Tolby, Ada Vann spoke. A day later in Marsk, Upper Ostland, she said it was cold.", "cold", "Ada Vann"),
        # who is told, and who tells
        ("“It shook,” Ada Vann told Channel 6's Tom Orme.", "shook", "Ada Vann"),
        ("“Mud?” asked Professor Ada Vann of the Orme Institute.", "Mud", "Ada Vann"),
        ("“Count them again,” shot back Ada, a waiter, to applause.", "Count", "Ada"),
        ("The nurses, a clerk told the court, had been afraid of Orme, adding that two wept.", "two wept", None),
        ("A clerk said that Orme had written to her first, offering to “sing for his soup”.", "sing", "Orme"),
        ("The mayor's brother, asked if he would go, said: “He has a long diary.”", "diary", None),
        ("Ada Vann shut the door. She is said to have replied: “Not today.”", "Not today", "Ada Vann"),
        ("A man in a red cap shouting “Go back home!” was led away.", "Go back", None),
        ("Lawyers for singer Ada Vann said the ruling was wrong.", "ruling", None),
        ("Clerk of the court Ada Vann said two cases had been put back.", "two cases", "Ada Vann"),
        ("Skyway denied the report. Last week it said that its boats were sound.", "sound", "Skyway"),
    ],
)  # fmt: skip
def test_words_go_to_who_spoke_them(text: str, words: str, name: str | None) -> None:
    assert speaker(text, words) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Nine-year-old Tam Orme said it was fun.", "Tam Orme"),
        ("Passenger Tam Orme said it was fun.", "Tam Orme"),
        ("“It was fun,” joked Tam Orme, a waiter.", "Tam Orme"),
        ("“It was fun,” fumed crews' leader Tam Orme, whose men rowed.", "Tam Orme"),
        ("Her barrister, Tam Orme KC, said it was fun.", "Tam Orme"),
        ("The Society for the Protection of Otters said it was fun.", "Society for the Protection of Otters"),
    ],
)
def test_a_name_is_whole_and_without_what_stands_before_it(text: str, name: str) -> None:
    assert [one.speaker_name for one in statements(text)] == [name]


def test_what_tells_of_what_people_somebody_is_names_nobody() -> None:
    assert speaker("“I ran,” said the Slovak forward, who was cheered by all.", "ran") is None


def test_a_mention_goes_as_far_as_the_name_by_which_it_is_known() -> None:
    text = "Ada Vann told the newspaper La Riva that the pier was shut."
    (one,) = statements(text)
    assert one.addressee is not None and one.addressee.of(text) == "the newspaper La Riva"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The director said in a written statement that two calls had been logged.", "two calls had been logged"),
        ("Orme told analysts on a conference call that the strike was costly.", "the strike was costly"),
        ("Orme wrote in a letter to the crews that the board had no doubt.", "the board had no doubt"),
        ("Prices, he said, had doubled in a year.", "Prices … had doubled in a year"),
        ("“Leave now,” Orme said, his voice breaking.", "Leave now,"),
        ("Crews were quick to react: the union said the plan was late.", "the plan was late"),
        ("Had it rained, the dam would have burst, its keeper, Ada Vann, said.", "Had it rained, the dam would have burst"),
    ],
)  # fmt: skip
def test_the_words_are_whole_and_nothing_besides(text: str, words: str) -> None:
    assert words in [said for _, said in told(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Reminded that the ball had been out, he laughed.",
        "Tarn had the wind and lost it, writes Ada Vann at Mere Park.\n\nReporting by Ada Vann",
    ],
)
def test_what_nobody_in_the_text_says_is_no_statement(text: str) -> None:
    assert told(text) == []


def test_a_supposed_saying_is_never_sure() -> None:
    text = "Had the mayor said he was ill, the crews would have waited, Ada Vann said."
    sure = [one.speaker_name for one in statements(text) if one.content and one.support > 0.6]
    assert sure == ["Ada Vann"]


def test_who_asks_in_an_interview_is_not_who_answers() -> None:
    text = (
        "The diver on cold feet and long nights. Interview by Tom Orme\n\n"
        "Q. What came up?\n\nA. Mud, mostly.\n\nQ. And then?\n\nA. More mud."
    )
    assert told(text, title="Five minutes with Ada Vann") == [
        ("Ada Vann", "Mud, mostly."),
        ("Ada Vann", "More mud."),
    ]
    assert told(text) == []


def test_quoted_words_go_to_who_spoke_though_a_thing_stands_nearer() -> None:
    text = "The Dockers' Union said the affair showed “why crews need a vote on the board”."
    assert ("Dockers' Union", "the affair showed “why crews need a vote on the board”") in told(text)


def test_a_question_that_fills_its_paragraph_is_not_the_last_speakers() -> None:
    text = "“Did you?” asked Tom Orme.\n\n“I did,” said Ada Vann.\n\n“Did anyone laugh?”\n\n“Not then.”"
    assert told(text) == [("Tom Orme", "Did you?"), ("Ada Vann", "I did,")]


def test_what_leads_into_the_next_sentence_is_not_its_tag() -> None:
    text = "Ada Vann said: “He said, ‘What money?’” Counsel then asked her if she believed him."
    assert speaker(text, "What money") == "Ada Vann"


def test_a_month_hears_nothing() -> None:
    text = "The maker of Polar mints now expects a loss for the year to March."
    assert not any(one.addressees for one in statements(text))
