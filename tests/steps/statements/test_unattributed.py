"""Quotations that no cue in their sentence claims: who spoke them, and how sure that is."""

from __future__ import annotations

import pytest

import retold
from retold import Article, parameters
from retold.model import Statement
from retold.settings import Statements
from retold.steps import statements
from retold.steps.statements.unattributed import Lead, last_speaker, turn_speaker
from retold.steps.statements.utterance import Who
from tests.steps.statements.reading import english, parts_of, resolver_of, witness

P = parameters.of("statements", "unattributed")


def turn(text: str) -> str | None:
    """Who the first quotation is given to by what stands around it."""
    one = witness(text)
    place = next((n, p) for n, p in enumerate(parts_of(text)) if 0 in p.quotes)
    found = turn_speaker(text, place, one.quotes[0].outer, resolver_of(text), english())
    return None if found is None or found.mention is None else text[slice(*found.mention)]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("KAEL: “The pier is safe.”", "KAEL"),
        ("- Ana Kael: “The pier is safe.”", "Ana Kael"),
        ("“The pier is safe.” — Ana Kael", "Ana Kael"),
        ("@harbour: “The pier is safe.”", "@harbour"),
        ("ANA KAEL, HARBOUR MASTER “The pier is safe.”", "ANA KAEL"),
        ("ANA KAEL, ANALYST AT ORM & TOLM COUNSEL IN TARN “The pier is safe.”", "ANA KAEL"),
        ("COMMENTARY: ANA KAEL, HEAD OF RESEARCH, ORM CAPITAL MARKETS, TARN “The pier is safe.”", "ANA KAEL"),
        ("ANA KAEL, SENIOR ECONOMIST, ORM ADVISORS, ST. ORLO, TARNLAND “The pier is safe.”", "ANA KAEL"),
        ("COMMENTARY: “The pier is safe.”", None),
        ("PORT COUNCIL STATEMENT, JUNE 25: “The pier is safe.”", None),
        ("Harbour Trust director Ana Kael: “The pier is safe.”", "Harbour Trust director Ana Kael"),
        ("Trouble On The Quays: “The pier is safe.”", None),
        ("about the pier: “The pier is safe.”", None),
        ("Kael shook his head. “The pier is safe.”", None),
    ],
)
def test_a_name_that_stands_alone_beside_a_quotation_speaks_it(text: str, who: str | None) -> None:
    assert turn(text) == who


def found(text: str) -> list[Statement]:
    return statements.find(witness(text), None, Statements())


def last(text: str) -> tuple[str | None, float]:
    """The speaker of the last statement, and how surely it has this part."""
    one = found(text)[-1]
    return one.speaker_name, one.support


def test_in_the_same_paragraph_who_was_quoted_goes_on() -> None:
    name, support = last("“The pier is safe,” Orla Vann said. “We will open it again.”")
    assert (name, support) == ("Orla Vann", P.number("same_breath"))


def test_in_the_next_paragraph_that_is_less_sure() -> None:
    name, support = last("“The pier is safe,” Orla Vann said.\n\n“We will open it again.”")
    assert (name, support) == ("Orla Vann", P.number("floating"))


def test_the_subject_of_the_sentence_before_speaks() -> None:
    name, support = last("Captain Orla Vann shook her head. “We will open it again.”")
    assert (name, support) == ("Orla Vann", P.number("subject"))


def test_beyond_some_sentences_a_quotation_is_nobodys() -> None:
    quiet = "The sea was calm. The fog was gone. The ice was thin. "
    assert len(found(f"“The pier is safe,” Orla Vann said. {quiet}“We will open it again.”")) == 1


def test_an_opening_with_a_colon_owns_the_next_segment_only() -> None:
    text = "Ana Vann went on:\n\n“The pier is safe.”"
    resolver, parts = resolver_of(text), parts_of(text)
    name = resolver.subject(0, 17)
    assert name is not None
    lead = Lead(0, Who((0, 8), resolver.named(name), 0.9), (9, 16))
    who, cue = last_speaker(1, parts, [], lead, resolver)
    assert who is lead.who and cue == (9, 16)
    assert last_speaker(1, parts, [], None, resolver) == (None, None)


def test_a_label_that_cannot_be_read_gives_its_words_to_nobody() -> None:
    text = (
        "Orla Vann said: “The pier is safe for all of us.”\n\n"
        "Quay Road Saturday: “We would not set a foot on it.”"
    )
    assert [one.speaker_name for one in found(text)] == ["Orla Vann"]


def test_paragraphs_behind_a_line_that_names_somebody_s_statement_are_his() -> None:
    text = (
        "Rower Orla Vann said on Monday that she would stop. Her statement in full:\n\n"
        "I have rowed for nine years.\n\nI thank my crew.\n\nThe club regrets it."
    )
    last = found(text)[-1]
    assert last.speaker_name == "Orla Vann"
    assert [piece.of(text) for piece in last.content] == ["I have rowed for nine years.\n\nI thank my crew."]


@pytest.mark.parametrize("label", ["Motto", "Soup", "Tip", "Sign"])
def test_one_word_before_a_colon_is_nobody_unless_the_text_tells_of_him(label: str) -> None:
    assert turn(f"{label}: “Never late on the quay.”") is None
    assert turn(f"Otto {label} left the hall at noon.\n\n{label}: “There is no deal.”") == label


@pytest.mark.parametrize("time", ["14:20 – ", "9.05am - ", "- "])
def test_a_label_may_stand_behind_the_time_of_a_post(time: str) -> None:
    assert turn(f"{time}Ana Kael, harbour master: “The pier is safe.”") == "Ana Kael"


def test_a_name_in_marks_before_a_question_makes_no_talk_of_two() -> None:
    text = "“There are two of him,” Ana Kael said of the man they call “the Heron.” “Is he not proud of it?”"
    spoken = {one.content[0].of(text): one.speaker_name for one in found(text)}
    assert spoken["Is he not proud of it?"] == "Ana Kael"


@pytest.mark.parametrize("link", ["media reports", "news reports", "police records"])
def test_reports_that_something_is_told_by_are_one_noun(link: str) -> None:
    text = f"Two piers of the port were sold in May, according to {link}. It kept both."
    (one,) = found(text)
    assert one.speaker is not None
    assert one.speaker.of(text) == link


def test_a_line_with_an_account_below_a_quotation_signs_it() -> None:
    text = "“Some borrow a boat, some take the quay.”\nOrla Vann (@orlavann) on Instagram, 3 June"
    assert [one.speaker_name for one in found(text)] == ["Orla Vann"]


@pytest.mark.parametrize(
    "line",
    ["FILM: “Long Way Upstream,” 8 p.m., at the Regal.", "BOOK: “I was there,” by former mayor Cliff Ott."],
)
def test_an_entry_of_a_list_is_nobody_s_words(line: str) -> None:
    assert found(line) == []


def test_a_sentence_about_another_gives_its_quotation_to_nobody_who_spoke_before() -> None:
    text = (
        "Orla Vann said the weir would hold.\n\nStating that Tilda Crane has “a cold eye”, the town shrugged."
    )
    assert all(one.speaker_name != "Orla Vann" for one in found(text)[1:])


def test_a_headline_in_capitals_is_speech_of_the_one_named_below() -> None:
    text = "Vann: ‘We Are Not Trying To Sink Any Boat’\n\nHarbour master Orla Vann left the pier on Friday."
    assert [one.speaker_name for one in found(text)] == ["Orla Vann"]


def heard(text: str) -> list[tuple[str | None, str]]:
    """The name of who speaks, and the first words."""
    return [(one.speaker_name, one.content[0].of(text)) for one in found(text)]


def test_a_line_that_signs_each_entry_of_a_live_page_speaks_no_quotation_above_it() -> None:
    entries = (
        "“It was an order,” Orla Vann told the inquiry. “Nobody was asked.”\n\n-- Erik Dell\n\n"
        "The hearing went on after lunch.\n\n-- Ida Brask\n\n"
        "Vann was asked about the gate.\n\n“The gate was locked.”\n\n-- Erik Dell"
    )
    names = {name for name, _ in heard(entries)}
    assert names == {"Orla Vann"}


def test_a_name_behind_a_dash_below_a_pull_quotation_speaks_it() -> None:
    text = "The quay was shut.\n\n“Nobody was asked about the gate.”\n— Orla Vann\n\nIt opens in May."
    assert heard(text) == [("Orla Vann", "Nobody was asked about the gate.")]


def test_a_label_with_a_number_gives_its_words_to_nobody_who_spoke_before() -> None:
    text = "Orla Vann: “We lost the pier.” VOTER 2: “I never liked the pier much.” Erik Dell: “It will be built again.”"
    assert [name for name, _ in heard(text)] == ["Orla Vann", "Erik Dell"]


def test_of_a_heading_and_a_label_the_label_speaks() -> None:
    text = "Part II: the long night Orla Vann: “We lost the pier in an hour.”"
    assert all(name != "Part II" for name, _ in heard(text))


def test_a_label_with_the_house_of_who_speaks_names_him() -> None:
    text = "Analyst Dr Ida Vann of the Tarn Institute: “Whoever holds the lock holds the river.”"
    (said,) = retold.statements(Article("a", text))
    assert said.speaker_name == "Ida Vann"


def test_a_label_that_names_nobody_leaves_the_words_to_who_is_told_behind_them() -> None:
    text = "Quote: “The panes came in like rain,” said baker Ida Vann."
    assert [one.speaker_name for one in retold.statements(Article("a", text))] == ["Ida Vann"]


def test_a_name_with_an_age_behind_a_quotation_signs_it() -> None:
    text = (
        "We asked in the square.\n\n“It is quicker than my mule.” Odo Marsh, 81, cooper\n\n"
        "“They dug up my yard.” Ida Vosk, 44\n\nThe tram is red."
    )
    assert [one.speaker_name for one in retold.statements(Article("a", text))] == ["Odo Marsh", "Ida Vosk"]


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("NOW WATCH", None),
        ("On Cobble Hill", None),
        ("Port office to Kael", None),
        ("Ida Kael", "Ida Kael"),
        ("MAYOR IDA KAEL", "Ida Kael"),
    ],
)
def test_a_label_that_is_a_line_of_the_page_speaks_nothing(label: str, name: str | None) -> None:
    text = f"Mayor Ida Kael met the crews on Monday.\n\n{label}: ‘Nobody knew that it was a bad plan’\n\nThe crews left."
    found = [one for one in retold.statements(retold.Article("a", text)) if one.content]
    assert [one.speaker_name for one in found] == ([name] if name else [])
