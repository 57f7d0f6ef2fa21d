"""Credits that close a report: sources in brackets, who contributed, who distributes, agencies that sign."""

from __future__ import annotations

import pytest

from retold.model import Article
from retold.steps import credits
from retold.steps.credits.find import find
from tests.steps.credits.test_find import BODY, ENGLISH, ORIGIN, told


@pytest.mark.parametrize(
    "tail",
    [" (Source: Tarn News Agency)", " (Source: Tarn News Agency).", " [Source: Tarn News Agency]", " (Agency: Tarn News Agency)"],
)  # fmt: skip
def test_a_source_in_brackets_behind_the_last_sentence_is_a_credit(tail: str) -> None:
    assert told(f"The ferry sank at noon.\n\nNobody was hurt.{tail}") == [("Tarn News Agency", ORIGIN)]


def test_the_source_of_a_figure_within_the_text_is_none() -> None:
    assert (
        told("Four ferries sank (source: harbour office).\n\nNobody was hurt (source: Tarn Statistics).")
        == []
    )


@pytest.mark.parametrize(
    "text",
    [
        "The ferry sank.\n\nQuay News’ Odile Karsgrave and The Associated Press contributed to this report.",
        "The ferry sank.\n\nContributing: The Associated Press",
    ],
)
def test_who_else_contributed_is_told_beside_the_houses_own(text: str) -> None:
    found = credits.find(Article("a", text, "Quay News"), None, ENGLISH)
    assert [(one.name, one.role) for one in found] == [("Associated Press", "contributor")]


def test_who_distributes_a_story_is_credited_beside_who_wrote_it() -> None:
    text = f"{BODY}\n\nThis story was produced by the Dunmarrow Gazette and is distributed by The Associated Press."
    assert told(text) == [("Dunmarrow Gazette", ORIGIN), ("Associated Press", ORIGIN)]


def test_an_agency_behind_the_last_sentence_signs_with_the_initials_of_its_writers():
    for end in (" PTI", " PTI RKL VM", "\n\n(The text came over a feed.) PTI"):
        text = "QUENBY: A mail boat ran aground on Sunday. Nobody was hurt, the harbour office said." + end
        assert [one.name for one in find(Article("a", text), None, ENGLISH)] == ["Press Trust of India"]


def test_capitals_behind_the_last_sentence_that_are_no_agency_sign_nothing():
    text = "QUENBY: A mail boat ran aground. It had been built for the RNLI. NGO"
    assert not find(Article("a", text), None, ENGLISH)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("(With inputs from QNW)", ["QNW"]),
        ("[With agency inputs from QNW.]", ["QNW"]),
        ("(With inputs from Ida Corrie)", []),
        ("The keeper answered (with inputs from QNW in a letter) at noon.", []),
    ],
)
def test_letters_of_an_agency_that_nobody_knows_are_credited_in_a_line_of_inputs(
    line: str, names: list[str]
) -> None:
    assert [name for name, _ in told(f"The lamp was lit on Monday, the keeper said.\n\n{line}")] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("By ANA KAEL\nTarn News Service\n\nThe lamp was lit on Monday.", ["Tarn News Service"]),
        ("By Ana Kael and Jo Rolm\nTarn Echo\n\nThe lamp was lit on Monday.", ["Tarn Echo"]),
        ("By Ana Kael\nHarbour Reporter\n\nThe lamp was lit on Monday.", []),
        ("By Ana Kael\nThe Post Office was shut.\n\nThe lamp was lit on Monday.", []),
        ("The lamp was lit.\n\nDistributed by Tarn Features Syndicate", ["Tarn Features Syndicate"]),
        ("The lamp was lit.\n\nSyndicated by Tarn Content Agency, LLC.", ["Tarn Content Agency"]),
        ("The lamp was lit.\n\nDistributed by hand, the leaflets were gone by noon.", []),
    ],
)
def test_a_house_in_a_line_of_its_own_is_credited(text: str, names: list[str]) -> None:
    assert [name for name, _ in told(text)] == names
