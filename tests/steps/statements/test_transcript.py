"""Lines that begin with who speaks."""

from __future__ import annotations

import pytest

import retold
from retold import Article
from retold.steps.statements.transcript import interview, turns, unmarked_interview
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


@pytest.mark.parametrize("stamp", ["[00:01:14] ", "0:14 ", "(12:40) - "])
def test_the_time_of_a_recording_is_no_part_of_a_turn(stamp: str) -> None:
    text = (
        WHO + f"{stamp}Orla Vann: I say it is safe.\n{stamp}Tam Brel: Is it?\n{stamp}Orla Vann: We think so."
    )
    assert talk(text) == [
        ("Orla Vann", "I say it is safe."),
        ("Tam Brel", "Is it?"),
        ("Orla Vann", "We think so."),
    ]


def test_an_office_in_capitals_before_a_name_is_somebody() -> None:
    text = (
        "MINISTER ORR: The weir will open. I am glad.\n\nQUESTION: When?\n\n"
        "MINISTER ORR: I said so in May.\n\nQUESTION: And the lock?\n\nMINISTER ORR: We shall see."
    )
    assert [name for name, _ in talk(text)] == ["MINISTER ORR"] * 3


def test_a_house_that_asks_may_be_told_by_two_letters() -> None:
    text = WHO + "Q&R: Is it safe?\n\nVann: I say it is.\n\nQ&R: Since when?\n\nVann: Since we paid."
    assert [name for name, _ in talk(text)] == ["Q&R", "Vann", "Q&R", "Vann"]


def test_an_office_may_stand_before_who_speaks_and_a_house_of_the_press_asks() -> None:
    text = "Mr Brel: Why?\nThe Minister for Wells (Ms Orla Vann): We are looking.\nMr Brel: Are you?"
    assert [name for name, _ in talk(text)] == ["Mr Brel", "Ms Orla Vann", "Mr Brel"]
    text = (
        WHO
        + "Tarn News Agency: Will it open?\nOrla Vann: We hope so.\nMarl Times: When?\nOrla Vann: In our time."
    )
    assert [name for name, _ in talk(text)] == ["Tarn News Agency", "Orla Vann", "Marl Times", "Orla Vann"]


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


def test_paragraphs_that_ask_are_questions_and_those_between_them_answers() -> None:
    text = "Did you swim?\n\nI did.\n\nWas it cold for you?\n\nMy toes froze.\n\nWill you do it again?\n\nI might."
    asked, given = unmarked_interview(text, english())
    assert [text[slice(*one.words)] for one in given] == ["I did.", "My toes froze.", "I might."]
    assert len(asked) == 3


def test_a_talk_with_names_before_the_lines_is_no_unmarked_interview() -> None:
    text = "VANN: Did you swim?\n\nI did.\n\nVANN: Was it cold for you?\n\nMy toes froze.\n\nWill you?\n\nI might."
    assert unmarked_interview(text, english()) == ([], [])


def test_what_happens_behind_a_turn_is_no_part_of_it() -> None:
    text = (
        "Ida Vann spoke with Jan Orme.\n\nVANN: Will you stay?\n\nORME: I will. (Laughter.)\n\n"
        "VANN: And your boat? [crosstalk]\n\nORME: I sold it (twice). (END VIDEO CLIP)"
    )
    found = turns(text, english(), lambda *_: True)
    assert [text[slice(*one.words)] for one in found] == [
        "Will you stay?", "I will.", "And your boat?", "I sold it (twice).",
    ]  # fmt: skip


def test_a_talk_may_be_labelled_by_what_people_are() -> None:
    text = (
        "The tape was played.\n\nDispatcher: What is the address of the fire?\n\nCaller: We are at the mill. Please.\n\n"
        "Dispatcher: Help is on the way. Stay with me.\n\nCaller: OK. OK."
    )
    found = retold.statements(Article("a", text))
    assert [one.speaker.of(text) for one in found if one.speaker] == ["Dispatcher", "Caller"] * 2
    assert {one.speaker_name for one in found} == {None}


def _direct_speakers(text: str) -> list[str | None]:
    said = retold.statements(Article("a", text))
    return [one.speaker_name for one in said if one.kind == "direct"]


def test_who_is_spoken_to_in_the_introduction_asks() -> None:
    text = (
        "Nils Ostrom, 61, keeps the last light. He spoke to Tone Bergson.\n\nYou have been here long. Is it lonely?\n\n"
        "I was lonelier in town.\n\nAnd in winter?\n\nIn winter I read.\n\nWhat will you do later?\n\nI shall sleep."
    )
    assert _direct_speakers(text) == ["Nils Ostrom"] * 3


def test_who_talks_to_somebody_meant_by_a_pronoun_asks() -> None:
    text = (
        "Odile Kane stops after 31 years. Marc Faber met her in her kitchen.\n\nWhy do you stop?\n\n"
        "My knees know.\n\nWill you miss it?\n\nI never heard it.\n\nWhat do you tell them?\n\nI tell them to cook."
    )
    assert _direct_speakers(text) == ["Odile Kane"] * 3
