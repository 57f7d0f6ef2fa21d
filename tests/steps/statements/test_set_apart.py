"""Who speaks where another is told of in between: asked, rejected, before adding, behind a dash, in a place."""

from __future__ import annotations

import pytest

import retold
from retold import Article
from tests.steps.statements.test_false_mouths import contents, speaker, statements


@pytest.mark.parametrize(
    "text",
    [
        "Pim Aske was asked by a juror if he had seen the ledger and said it was “wet through”.",
        "Pim Aske was questioned by a juror about the ledger and said it was “wet through”.",
    ],
)
def test_who_was_asked_by_somebody_and_said_something_says_it(text: str) -> None:
    assert speaker(text, "wet through") == "Pim Aske"


def test_a_yes_or_no_is_what_was_said() -> None:
    text = "Asked by reporters whether she would sell the ferry, Orla Vann said no."
    assert speaker(text, "no") == "Orla Vann" and "no" in contents(text)
    assert "yes" in contents("Orla Vann said yes, and the bell rang.")
    assert "no" not in contents("Orla Vann said no ferry would sail.")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The guild rejected a report that its treasurer had told members to burn the ledger.", "burn"),
        ("The guild denied claims that Pim Aske had said the ledger was gone.", "gone"),
        ("It is wrong to say that the guild told members the ledger was gone, Orla Vann said.", "gone"),
        ("There is no truth in rumours that the mayor said the ledger was gone, Orla Vann said.", "gone"),
    ],
)
def test_what_is_said_to_have_been_said_and_rejected_is_in_nobody_s_mouth(text: str, words: str) -> None:
    for one in statements(text):
        own = " ".join(span.of(text) for span in one.content)
        assert words not in own or one.speaker_name == "Orla Vann" or one.manner == "denied", own


def test_a_report_in_which_somebody_says_something_is_no_rumour() -> None:
    text = "The guild printed a report in which Pim Aske said the ledger was gone."
    assert speaker(text, "gone") == "Pim Aske"


@pytest.mark.parametrize("link", ["before adding", "before continuing", "then adding"])
def test_who_said_something_adds_to_it_behind_a_word_of_time(link: str) -> None:
    text = f"Orla Vann said the carter had passed the bell, {link}: “He had a mile of warning.”"
    assert speaker(text, "mile of warning") == "Orla Vann"
    assert not any(link.split(maxsplit=1)[0] in words for words in contents(text))


def test_a_participle_of_writing_before_a_colon_hands_on_the_writer_s_words() -> None:
    text = "Clerk Orla Vann told jurors that Pim Aske had texted his brother the week before, writing: “Bring rope.”"
    assert speaker(text, "Bring rope") == "Pim Aske"
    assert not any("writing" in words for words in contents(text))


def test_who_disagrees_in_writing_is_not_who_spoke_before() -> None:
    text = "Federal police said it was shut.\n\nKael disagreed, writing: “It is open all day.”"
    assert speaker(text, "open all day") == "Kael"


def test_a_turn_of_phrase_behind_a_dash_is_nobody() -> None:
    text = "He was a “village organiser” — that was then.\n"
    assert all(one.speaker is None or one.speaker.of(text) != "that was then" for one in statements(text))


def test_a_role_behind_a_dash_takes_the_words_from_who_spoke_before() -> None:
    text = "“It leaks.” – Orla Vann, clerk\n\n“It always did.” – a retired pilot\n\n“Sell it.” – the harbour master\n"
    assert speaker(text, "leaks") == "Orla Vann"
    said = {
        " ".join(s.of(text) for s in one.content): one.speaker and one.speaker.of(text)
        for one in statements(text)
    }
    assert said["It always did."] == "a retired pilot" and said["Sell it."] == "the harbour master"


def test_a_province_is_not_who_she_is() -> None:
    text = "Orla left Tarn at noon. At a fair in Ravel, Orsk province, she said the vote was “won on foot”."
    assert speaker(text, "won on foot") != "Orsk"


def test_two_roles_before_one_name_are_one_person() -> None:
    text = "“It will float,” boatman and former councillor Pim Aske told the Echo."
    assert speaker(text, "float") == "Pim Aske"


def test_a_surname_that_looks_like_a_verb_speaks_where_a_day_stands_behind_it() -> None:
    text = "Dellow late on Monday said the port had “no need of advice”."
    assert [one.speaker and one.speaker.of(text) for one in statements(text)] == ["Dellow"]


def test_initials_are_who_is_named_in_full_before() -> None:
    text = (
        "Orla Vann keeps the lock. She met Tam Brel of the Echo.\n\nTB: Is it cold?\n\nOV: I have a stove.\n\n"
        "TB: And wood?\n\nOV: Enough for me.\n"
    )
    assert speaker(text, "stove") == "Orla Vann" and speaker(text, "And wood") == "Tam Brel"


def test_initials_of_two_are_nobody() -> None:
    text = (
        "Orla Vann and her brother Osk Vann keep the lock. Tam Brel met them.\n\nTB: Is it cold?\n\n"
        "OV: I have a stove.\n\nTB: And wood?\n\nOV: Enough for me.\n"
    )
    assert all(one.speaker_name not in ("Orla Vann", "Osk Vann") for one in statements(text))


def test_a_talk_is_known_by_a_full_name_in_the_title() -> None:
    text = (
        "Tarn News Agency: Will it open?\nOrla Vann: We hope so.\nMarl Times: When?\nOrla Vann: In our time."
    )
    found = retold.statements(Article("a", text, title="Minister Orla Vann's answers of May 3"))
    assert [one.speaker_name for one in found] == ["Tarn News Agency", "Orla Vann", "Marl Times", "Orla Vann"]


@pytest.mark.parametrize("stamp", ["18:10", "6.10pm", "18:10 GMT", "18:10 –"])
def test_the_time_of_a_post_is_no_part_of_what_is_said(stamp: str) -> None:
    text = f"{stamp} Nobody was in the barn when it burned, Orla Vann says.\n\n{stamp} Mayor Pim Aske: “Keep away.”\n"
    assert contents(text) == ["Nobody was in the barn when it burned", "Keep away."]
    assert [one.speaker and one.speaker.of(text) for one in statements(text)] == [
        "Orla Vann",
        "Mayor Pim Aske",
    ]


def test_a_label_of_a_post_that_cannot_be_read_gives_its_words_to_nobody_else() -> None:
    text = "11:05 Orla Vann says the road is shut.\n\n11:20 Quay airport: “No flights before noon.”\n"
    assert all("No flights" not in words for words in contents(text)) or speaker(text, "No flights") is None


def test_who_replies_to_what_he_was_told_replies() -> None:
    text = "Pim Aske was told by the clerk that there was no lift and replied that he had meant the stairs."
    assert speaker(text, "meant the stairs") == "Pim Aske"
    assert "there was no lift" in contents(text)


def test_a_chairman_is_no_chief_of_police() -> None:
    text = "Police chief Orla Vann met the board. The chairman said the cells were full."
    assert speaker(text, "cells were full") is None


@pytest.mark.parametrize("mark", ["Q:", "Q   ", "QUESTION:"])
def test_lines_that_ask_in_a_briefing_are_nobody_s_and_part_the_answers(mark: str) -> None:
    text = (
        "Briefing by the deputy press secretary\n\nMR. ASKE: I have two notes for you.\n\n"
        f"{mark} Did she sign it?\n\nMR. ASKE: She did.\n\n{mark} With whose pen?\n\nMR. ASKE: Mine.\n"
    )
    assert contents(text) == ["I have two notes for you.", "She did.", "Mine."]


def test_the_head_of_one_house_is_not_the_leader_of_another() -> None:
    text = "Party leader Orla Vann spoke first. Then the head of the bakers’ guild said the flour was wet."
    assert speaker(text, "flour was wet") is None
    text = "Guild head Orla Vann spoke first. Then the head of the bakers’ guild said the flour was wet."
    assert speaker(text, "flour was wet") == "Orla Vann"


def test_who_speaks_behind_the_phrase_of_a_participle_is_not_its_last_word() -> None:
    text = "Speaking on the podcast Right Hand, Aske, 27, said the diver Jan Orr took him along and told him: “Wait.”"
    assert speaker(text, "took him along") == "Aske"
    assert all(one.speaker_name != "Right Hand" for one in statements(text))


def test_a_person_with_an_age_is_no_paper_though_the_surname_is_a_word_for_one() -> None:
    text = "Premier Orla Vann came. Nurse Ida Post, 29, said Vann had won. “She is rude,” she laughed."
    assert speaker(text, "She is rude") == "Ida Post"


def test_the_minutes_of_a_meeting_speak() -> None:
    text = "Pim Aske threatened to leave. “The chair asked him to stay,” the minutes record. “He stayed.”"
    said = {" ".join(s.of(text) for s in one.content): one.speaker for one in statements(text)}
    for words in ("The chair asked him to stay,", "He stayed."):
        where = said[words]
        assert where is not None and where.of(text) == "the minutes"


def test_what_another_expresses_beside_is_no_part_of_what_is_stressed() -> None:
    text = (
        "Vann stressed that the men must go “without conditions”, while Aske expressed concern at the boats."
    )
    assert any(words.endswith("“without conditions”") for words in contents(text))
