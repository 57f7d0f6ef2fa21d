"""Names of outlets: by the gazetteer, else by their form."""

from __future__ import annotations

import re

import pytest

from retold import language
from retold.steps.credits.names import Names, names


@pytest.fixture(scope="module")
def known() -> Names:
    return names(language.of("en"))


def test_without_a_pack_a_name_is_known_by_the_gazetteer_alone() -> None:
    found = names(language.UNIVERSAL)
    assert found.at("AFP", 0) is not None and found.at("Lissel Press Agency", 0) is None


@pytest.mark.parametrize(
    ("text", "name", "listed"),
    [
        ("the AP said", "Associated Press", True),
        ("Morrow Daily Courier reports", "Morrow Daily Courier", False),
        ("Radio Lissel", "Radio Lissel", False),
        ("Ana Kael said", None, False),
    ],
)
def test_an_outlet_is_known_by_list_or_form(known: Names, text: str, name: str | None, listed: bool) -> None:
    found = known.at(text, 0)
    assert (None if found is None else found.name) == name
    assert found is None or found.known == listed


def test_a_name_is_found_before_the_words_that_follow_it(known: Names) -> None:
    text = "On Monday the Reuters news agency reported"
    found = known.before(text, text.index(" reported"))
    assert found is not None and found.name == "Reuters" and found.agency


def test_a_spelling_leads_to_the_canonical_name(known: Names) -> None:
    assert known.canonical("the ASSOCIATED PRESS") == "Associated Press"
    assert known.canonical("The Lissel Echo") == "Lissel Echo"


@pytest.mark.parametrize(
    "title", ["Lighthouses Reporter", "Head of Radio", "Energy and Climate", "Team Leader"]
)
def test_titles_and_desks_are_told_from_outlets(known: Names, title: str) -> None:
    assert known.is_title(title)


@pytest.mark.parametrize("outlet", ["Lissel Gazette", "the Lissel Reporter", "Brennock Wire"])
def test_outlets_are_no_titles(known: Names, outlet: str) -> None:
    assert not known.is_title(outlet)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("the Morrow Courier", "Morrow Courier"),
        ("Tasnim news agency", "Tasnim News Agency"),
        ("officials", None),
        ("the harbour master", None),
    ],
)
def test_a_name_is_found_by_where_it_ends(known: Names, text: str, name: str | None) -> None:
    found = known.before(f"On the quay {text} said", 12 + len(text))
    assert (None if found is None else found.name) == name


@pytest.mark.parametrize("code", ["de", "en", "es", "fr"])
def test_nouns_behind_names_are_written_out(code: str) -> None:
    pattern = names(language.of(code)).nouns.pattern.replace("\\s", " ")
    assert re.fullmatch(r"(?:\(\?:|[\w| -]|\)\??)*", pattern)  # so that all their words are known
