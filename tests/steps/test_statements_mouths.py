"""Words that go to no false mouth: days, places, kin, offices, those who were asked, and things."""

from __future__ import annotations

import pytest

from retold.model import Statement
from retold.settings import Statements
from retold.steps import statements
from tests.steps.statements.reading import witness


def told(text: str) -> list[tuple[str | None, str | None, str]]:
    """Name, mention and content of every statement of a text."""
    return [_row(text, one) for one in find(text)]


def find(text: str) -> list[Statement]:
    return statements.find(witness(text), None, Statements())


def _row(text: str, one: Statement) -> tuple[str | None, str | None, str]:
    mention = None if one.speaker is None else one.speaker.of(text)
    return one.speaker_name, mention, " ".join(piece.of(text) for piece in one.content)


def names(text: str) -> set[str | None]:
    return {name for name, _, _ in told(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Orla Vann said the harbour master should go, adding: “The pier is a public place for all.”",
        "Orla Vann said the harbour master should go, adding “The pier is a public place for all.”",
        "Orla Vann said the ropes were rotten and added that the crews were out.",
    ],
)
def test_what_is_added_is_the_main_speaker_s(text: str) -> None:
    assert names(text) == {"Orla Vann"}
    assert not any("add" in words for _, _, words in told(text))


def test_a_boast_told_in_court_keeps_its_words() -> None:
    text = "Lawyer Orla Vann told the jury that Brel had bragged to a cook about the nets, saying “they never count them”."
    assert ("Brel", "they never count them") in [(n, w.strip("“”")) for n, _, w in told(text)]


@pytest.mark.parametrize("lead", ["Asked whether the pier would hold", "Told that the ropes were gone"])
def test_who_is_asked_or_told_did_not_say_it(lead: str) -> None:
    assert [words for _, _, words in told(f"{lead}, Orla Vann replied: “That is a good question.”")] == [
        "That is a good question."
    ]


def test_a_denied_saying_is_no_statement_and_denied_words_are_marked() -> None:
    text = "It is not true that the pilot said the ferry was lost, his wife said."
    assert [mention for _, mention, _ in told(text)] == ["his wife"]
    (one,) = find("Orla Vann did not say “we are all to blame” to the crews.")
    assert (one.manner, one.support < 0.6) == ("denied", True)


def test_a_day_before_the_verb_says_nothing() -> None:
    assert names(
        "Brandt on Tuesday said Coster “took a yearly gift” for which he kept the “old gate shut.”"
    ) == {"Brandt"}


def test_the_place_of_a_speech_is_not_the_man() -> None:
    assert names("In Sundmark, Norland, he said the bridge “will be paid by nobody here.”") == {None}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Ministry of Nets said it knew of the letter.", "Ministry of Nets"),
        ("The Bureau for the Sea said it knew of the letter.", "Bureau for the Sea"),
        ("Orme and Tulley said it would shut the yard.", "Orme and Tulley"),
        ("Tarn & Wick said it would shut the yard.", "Tarn & Wick"),
        ("Gwil ap Rhun said the yard was shut.", "Gwil ap Rhun"),
        ("Tam “Barrel” Brel said the yard was shut.", "Tam “Barrel” Brel"),
        ("SUNDMARK (Tidings) - Quay Lines said the yard was shut.", "Quay Lines"),
    ],
)
def test_names_are_whole(text: str, name: str) -> None:
    ((found, mention, _),) = told(text)
    assert found == name
    assert mention is not None and mention.endswith(name) and "SUNDMARK" not in mention


def test_a_nickname_is_nobody_s_speech() -> None:
    assert told("Sailors call the lighthouse “the Candle.”") == []


def test_an_office_in_small_letters_and_a_dateline_are_not_said() -> None:
    text = "“We think of the crews tonight,” managing director Orla Vann said in a note."
    assert ("Orla Vann", "We think of the crews tonight,") in [(n, w) for n, _, w in told(text)]
    text = "SUNDMARK, May 3 -- “Our crews did well,” said Orla Vann."
    assert [words for _, _, words in told(text)] == ["Our crews did well,"]


def test_a_thing_ordered_hears_nothing() -> None:
    found = find("Orla Vann ordered an inquiry and said the ferries would stay in port.")
    assert all(not one.addressees for one in found)


def test_kin_of_one_known_by_the_surname_does_not_speak_for_him() -> None:
    text = "Vann said the pier was shut. Vann and his wife Orla Vann left. “It is late,” Vann said."
    assert names(text) == {"Vann"}


def test_an_attorney_general_is_nobody_s_attorney() -> None:
    text = (
        "Attorney General Orla Vann said the pier was shut. Tam Brel is old. His attorney said he was well."
    )
    assert ("Orla Vann", "His attorney") not in [(name, mention) for name, mention, _ in told(text)]


def test_a_name_below_a_quotation_and_a_sender_above_it_speak() -> None:
    text = "“The ropes were rotten all along.” -Captain Tam Brel\n\nAnd from Orla Vann:\n\n“We were told of it in spring.”"
    assert [(name, words) for name, _, words in told(text)] == [
        ("Tam Brel", "The ropes were rotten all along."),
        ("Orla Vann", "We were told of it in spring."),
    ]


def test_a_list_of_names_and_papers_gives_each_his_words_and_a_day_none() -> None:
    text = "Orla Vann, Sund Post: “The bridge will not be back.”\n\nMonday: “This is a very long day.”"
    assert [(name, words) for name, _, words in told(text)] == [("Orla Vann", "The bridge will not be back.")]


def test_when_asked_leaves_the_speaker_out_of_the_words() -> None:
    text = "‘I saw nothing at all,’ she said, when asked about the fire."
    assert [words for _, _, words in told(text)] == ["I saw nothing at all,"]


@pytest.mark.parametrize(
    "text",
    [
        "Tam B. Brel: Theft of a net, bail set at 40 crowns.\n\nJan Orme: Rowing without lights.\n\n"
        "Tam B. Brel: Theft of a boat.",
        "Gulls beat Terns.\n\nGulls: Forward Jan Orme sat out.\n\nTerns: Tam Brel made 31 points.\n\nGulls: Meet the Terns.",
    ],
)
def test_charges_and_team_notes_are_no_speech(text: str) -> None:
    assert told(text) == []
