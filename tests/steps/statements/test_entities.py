"""Who occurs in an article, joined from all the ways in which they are named."""

from __future__ import annotations

import pytest

from retold.steps.statements.entities import Entities
from tests.steps.statements.reading import ENGLISH, entities_of


def printed(text: str) -> set[str]:
    return {one.printed for one in entities_of(text).every}


def test_a_surname_is_joined_to_the_full_name() -> None:
    assert printed("The crews met Orla Vann. Then Vann left.") == {"Orla Vann"}


@pytest.mark.parametrize(
    ("slip", "joined"), [("Tolbcek", True), ("Tolbeckk", True), ("Talbeck", True), ("Morlen", False)]
)
def test_one_slip_joins_a_name_to_a_known_one(slip: str, joined: bool) -> None:
    found = printed(f"The crews met Bram Tolbeck. Later Tolbeck left. Then {slip} came back.")
    assert (found == {"Bram Tolbeck"}) is joined


def test_another_transliteration_is_the_same_name() -> None:
    assert printed("The crews met Ziad Borouni. Later Borouni left. Then Boruni came.") == {"Ziad Borouni"}


def test_a_bare_surname_of_two_bodies_is_neither() -> None:
    found = entities_of("They went to North Tolmark Port and to South Tolmark Port. The Port was shut.")
    last = found.of(found.namings[-1])
    assert last is not None and last.printed == "Port"


def test_a_title_says_whether_a_man_or_a_woman_is_meant() -> None:
    men = {one.printed: one.man for one in entities_of("The crews met Mrs Vann and Mr Toller.").every}
    assert men == {"Vann": False, "Toller": True}


def test_an_apposition_gives_a_role() -> None:
    (one,) = entities_of("They met Orla Vann, the head of the dock union.").every
    assert [(role.kin, "union" in role.words) for role in one.roles] == [("leader", True)]


def test_one_apposition_for_two_is_shared_out() -> None:
    found = entities_of("They met Orla Vann and Bram Toller, leaders of the dockers and the pilots.").every
    words = {one.printed: set().union(*(role.words for role in one.roles)) for one in found}
    assert "dockers" in words["Orla Vann"] and "pilots" in words["Bram Toller"]
    assert "pilots" not in words["Orla Vann"]


def test_an_owner_owns_what_follows() -> None:
    found = entities_of("They read Vann’s plan. Then Vann left.")
    assert [found.possessive(name) for name in found.namings] == [True, False]


def test_names_in_hidden_characters_are_nobody() -> None:
    text = "They met Orla Vann. Subscribe to Bram Toller."
    found = Entities(text, (0, 20), ENGLISH.names, ENGLISH.grammar, [(20, len(text))])
    assert [one.printed for one in found.every] == ["Orla Vann"]


def test_the_word_before_a_naming_skips_its_titles() -> None:
    found = entities_of("They spoke with the Captain Orla Vann.")
    assert found.word_before(found.namings[0]) == "with"


def test_a_noun_before_a_comma_is_of_another_than_is_named_behind_it() -> None:
    text = "For members of his party, Trellik spoke. The group, Direct Haul, left. The firm Brell stayed."
    found = {one.printed: one.called_body for one in entities_of(text).every}
    assert found == {"Trellik": False, "Direct Haul": True, "Brell": True}
