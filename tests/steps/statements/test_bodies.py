"""Names of firms and houses that go on behind an owner, a comma or a joining word."""

from __future__ import annotations

import pytest

from retold.steps.statements.bodies import (
    field_goes_on,
    firm_goes_on,
    is_owner,
    is_topic,
    listed_goes_on,
    opens_body,
    owns,
    urges,
    with_owners,
)
from retold.steps.statements.names import tokens
from tests.steps.statements.reading import english, entities_of


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Weavers' and Dyers' Guild of Ravel met.", "Weavers' and Dyers' Guild of Ravel"),
        ("The Pilots' Union met.", "Pilots' Union"),
        ("The Children's Hospital of Ravel shut.", "Children's Hospital of Ravel"),
        ("Teal, Marl and Daughters met.", "Teal, Marl and Daughters"),
        ("Marl and Sons will sue.", "Marl and Sons"),
        ("The Commission on Water, Land and Forests met.", "Commission on Water, Land and Forests"),
        ("The Commission on Monday met.", "Commission"),
        ("The Society of Tin Miners and Allied Smelters met.", "Society of Tin Miners and Allied Smelters"),
        ("The Society of Tin Miners and Peter Askes met.", "Society of Tin Miners"),
        ("The Union of Dock and Canal Hands met.", "Union of Dock and Canal Hands"),
        ("The Bank of Ravel and Marl Brothers met.", "Bank of Ravel"),
        ("Banc of Ravel met.", "Banc of Ravel"),
        ("The Church of Saint Osk in Ravel met.", "Church of Saint Osk"),
        ("The Campaign Against Dams met.", "Campaign Against Dams"),
        ("Campaign Manager Orla Vann met them.", "Orla Vann"),
        ("Bank of Ravel Governor Orla Vann met them.", "Orla Vann"),
        ("Free the Weir said it was done.", "Free the Weir"),
        ("We met Rescue our Ravel and left.", "Rescue our Ravel"),
        ("Keep Ravel Dry said no.", "Keep Ravel Dry"),
        ("Fathers Against Night Shifts said no.", "Fathers Against Night Shifts"),
        ("The Union of Tin, Coal and Salt Miners met.", "Union of Tin, Coal and Salt Miners"),
        ("The Union of Smelters, Tin Ltd and Orla Vann met.", "Union of Smelters"),
        ("The Department of Food, Farms and Fisheries met.", "Department of Food, Farms and Fisheries"),
        ("The minister for Fisheries Orla Vann met them.", "Orla Vann"),
        ("The Minister of Trade and Industry Pim Aske met them.", "Pim Aske"),
        ("They saw Orla Vann's Bank of Ravel.", "Bank of Ravel"),
    ],
)
def test_names_of_houses_are_whole(text: str, name: str) -> None:
    assert name in [entity.printed for entity in entities_of(text).every]


def test_owners_of_a_house_are_one_token_and_those_of_anything_else_are_not() -> None:
    lexicon = english()
    house = with_owners(tokens("the Weavers' and Dyers' Guild"), lexicon.names, lexicon.grammar)
    pay = with_owners(tokens("the Weavers' pay"), lexicon.names, lexicon.grammar)
    assert [word for word, _, _ in house] == ["the", "Weavers' and Dyers'", "Guild"]
    assert [word for word, _, _ in pay] == ["the", "Weavers", "'", "pay"]


def test_only_an_owner_in_the_plural_goes_on_to_its_house() -> None:
    names = english().names
    assert is_owner("Women's", names)
    assert not is_owner("Vann's", names)
    assert owns("Women's", "Institute", names)
    assert not owns("Women's", "Anger", names)


def test_what_joins_a_name_is_told_from_what_joins_two() -> None:
    lexicon = english()
    names, grammar = lexicon.names, lexicon.grammar
    firm, two = tokens("Marl and Sons will sue"), tokens("Marl and Teal will sue")
    assert firm_goes_on(firm[:1], firm, 1, names, grammar)
    assert not firm_goes_on(two[:1], two, 1, names, grammar)
    office, day = tokens("Committee on Health and Food met"), tokens("Committee on Monday met us")
    assert is_topic(office[:1], office, 1, names)
    assert not is_topic(day[:1], day, 1, names)
    assert field_goes_on(office[:3], office, 3, names, grammar)


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Stop the Weir has sued.", True),
        ("They met Stop the Weir.", True),
        ("Stop the Weir, they said.", False),
        ("Stop a Weir has sued.", False),
        ("Tell the Mayor has sued.", False),
    ],
)
def test_what_is_urged_names_a_campaign_unless_it_is_an_order(text: str, whole: bool) -> None:
    lexicon, stream = english(), tokens(text)
    at = next(n for n, one in enumerate(stream) if one[0] in ("the", "a"))
    assert urges(stream[at - 1 : at], stream, at, lexicon.names, lexicon.grammar) is whole


def test_a_body_opens_with_what_is_urged_or_with_whom_it_is_against() -> None:
    names = english().names
    assert opens_body(tokens("Save Marl Pier"), names)
    assert opens_body(tokens("Mothers Against Nets"), names)
    assert not opens_body(tokens("Mothers Marl Pier"), names)
    assert not opens_body(tokens("Save"), names)
    assert not opens_body(tokens("Stop Anna Vann"), names)


def test_a_list_of_members_ends_with_a_noun_in_the_plural() -> None:
    lexicon = english()
    union, two = tokens("Union of Tin, Coal and Salt Miners"), tokens("Union of Tin, Orla Vann and Jan")
    assert listed_goes_on(union[:3], union, 3, lexicon.names, lexicon.grammar)
    assert not listed_goes_on(two[:3], two, 3, lexicon.names, lexicon.grammar)
