"""Two who share a surname that is printed once."""

from __future__ import annotations

import pytest

from retold.steps.statements.couples import with_surnames
from retold.steps.statements.names import names, tokens
from tests.steps.statements.reading import english, entities_of
from tests.steps.statements.test_first_looks import said
from tests.steps.test_statements_mouths import told


def persons(text: str) -> set[str]:
    return {one.printed for one in entities_of(text).every if one.person}


def test_a_title_says_which_of_a_couple_speaks() -> None:
    text = (
        "Martin and Sheila Varl moved to the quay in May.\n\nMr Varl said: “We had sandbags by the door.”\n\n"
        "“You never get it out of the rugs,” Mrs Varl said."
    )
    assert [name for name, _, _ in told(text)] == ["Martin Varl", "Sheila Varl"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The brothers, Peter and David Varl, row to school.", {"Peter Varl", "David Varl"}),
        ("On stage Peter and David Varl played the songs that Peter wrote.", {"Peter", "David Varl"}),
    ],
)
def test_only_kin_are_given_the_surname(text: str, wanted: set[str]) -> None:
    assert persons(text) == wanted


def test_a_bare_surname_of_two_is_neither() -> None:
    text = "Peter Varl and Susan Varl were fined. Varl said it was late."
    assert told(text)[-1][0] == "Varl"


def test_somebody_whose_first_name_is_a_paper_s_too_is_a_person() -> None:
    assert "Bill Varl" in persons("The warden, Bill Varl, signed the Fisheries Bill.")


def test_nothing_changes_where_nobody_shares_a_surname() -> None:
    lists, grammar = english().names, english().grammar
    stream = tokens("The couple, Peter Varl and David Osk, row.")
    found = list(names(stream, frozenset({0}), lists, grammar))
    assert with_surnames(found, stream, lists, grammar) == found


def test_mrs_is_the_woman_of_two_who_share_a_surname() -> None:
    text = "Zefo and Anna Dell were found. Zefo Dell slept. Zefo Dell ate. “He snores,” said Mrs Dell."
    assert [one.speaker_name for one in said(text)] == ["Anna Dell"]
