"""The words that stand beside a name."""

from __future__ import annotations

import pytest

import retold
from retold import Article
from retold.steps.statements.names import names, tokens
from retold.steps.statements.roles import Surroundings, roles_in
from tests.steps.statements.reading import english


def beside(text: str) -> tuple[Surroundings, int]:
    """The surroundings of a text, and the number of the token with which its last name begins."""
    lists, grammar = english().names, english().grammar
    stream = tokens(text)
    starts = [start for _, start, _ in stream]
    last = list(names(stream, frozenset({0}), lists, grammar))[-1]
    return Surroundings(stream, starts, frozenset({0}), lists, grammar), starts.index(last.start)


def test_the_words_before_a_name_lead_up_to_it() -> None:
    around, at = beside("They met the head of the dock union Ana Kael there.")
    assert around.before(at)[-5:] == ["head", "of", "the", "dock", "union"]


def test_kin_with_an_owner_lead_up_to_a_name_behind_a_comma() -> None:
    around, at = beside("They saw Orme’s sister, Ana, there.")
    assert around.before(at)[-1] == "sister"


def test_a_comma_behind_anything_else_leads_up_to_nothing() -> None:
    around, at = beside("They saw a boat, Ana Kael there.")
    assert around.before(at) == []


def test_a_role_is_known_by_the_noun_of_its_kind() -> None:
    assert [role.at for role in roles_in(["head", "of", "the", "dock", "union"], 7, english().names)] == [7]


@pytest.mark.parametrize("who", ["Two aides to Governor Jan Orme", "The widow of Captain Jan Orme"])
def test_who_is_told_by_another_with_a_title_is_not_that_one(who: str) -> None:
    role = "the widow" if "widow" in who else "the aide"
    text = f"{who} said that he had slept. “He sang,” {role} said."
    assert [one.speaker_name for one in retold.statements(Article("a", text))] == [None, None]


@pytest.mark.parametrize("office", ["Secretary of State", "Minister of Justice"])
def test_the_field_of_an_office_is_no_title(office: str) -> None:
    role = office.lower()
    text = f"{office} Jan Orme said that he had slept. “I sang,” the {role} said."
    assert [one.speaker_name for one in retold.statements(Article("a", text))] == ["Jan Orme", "Jan Orme"]
