"""Words that the end of a line breaks are whole where names and statements are read."""

from __future__ import annotations

import pytest

import retold
from retold.steps.statements.broken import BROKEN, healed, keeps_hyphen
from retold.steps.statements.names import tokens


@pytest.mark.parametrize(
    ("words", "whole"),
    [
        ("Mr Tre-\nmayne", "Mr Tremayne"),
        ("MR. TRE-\nMAYNE", "MR. TREMAYNE"),
        ("Orla Tre-\nMayne", "Orla Tre-Mayne"),
        ("the quay -\nor so", "the quay -\nor so"),
        ("a half-tide quay", "a half-tide quay"),
    ],
)
def test_a_broken_word_is_healed_and_a_name_of_two_keeps_its_hyphen(words: str, whole: str) -> None:
    assert healed(words) == whole


def test_a_hyphen_is_kept_between_capitals_behind_small_letters_alone() -> None:
    (found,) = BROKEN.finditer("Tre-\nMayne")
    assert keeps_hyphen("Tre-\nMayne", *found.span())
    assert not keeps_hyphen("TRE-\nMAYNE", *found.span())


def test_a_token_keeps_its_place_in_the_text() -> None:
    assert tokens("Orla Tre-\nmayne said") == [("Orla", 0, 4), ("Tremayne", 5, 15), ("said", 16, 20)]


def test_who_speaks_by_a_name_that_a_line_breaks_is_known() -> None:
    text = (
        "MR. ORLO TRE-\nMAYNE, chairman of the Pier Commis-\nsion, said at the quarterly meet-\n"
        "ing that the dues must rise. “We\ncannot mend a pier with wishes,” he\nsaid.\n\n"
        "The alderman said the boats would\nleave for the south.\n"
    )
    found = retold.statements(retold.Article("a", text))
    assert [one.speaker_name for one in found] == ["ORLO TREMAYNE", "ORLO TREMAYNE", None]
    assert found[0].speaker is not None and found[0].speaker.of(text).endswith("ORLO TRE-\nMAYNE")
