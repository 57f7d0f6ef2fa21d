"""Function words and endings of a language by what they do."""

from __future__ import annotations

import pytest

from retold import language
from retold.language.grammar import Grammar

ENGLISH = language.of("en").grammar


@pytest.mark.parametrize(("noun", "several"), [("boats", True), ("boat", False), ("boss", False)])
def test_an_ending_shows_that_a_noun_means_several(noun: str, several: bool) -> None:
    assert ENGLISH.is_plural(noun) is several


def test_pronouns_are_those_of_persons_bodies_and_others() -> None:
    assert {"she", "he", "they", "it", "who"} <= ENGLISH.pronouns
    assert ENGLISH.women.isdisjoint(ENGLISH.men)


def test_a_language_without_the_file_has_no_small_words() -> None:
    bare = Grammar.of({})
    assert bare.pronouns == frozenset() and bare.stand_in == ""
    assert not bare.is_plural("boats")
    assert not "praising".endswith(bare.gerund)


def test_what_the_file_has_is_read_and_the_rest_is_empty() -> None:
    read = Grammar.of({"pronouns": {"women": ["fena"]}, "endings": {"plural": ["ur"]}, "stand_in": "vey fal"})
    assert read.pronouns == {"fena"} and read.is_plural("skipur") and read.stand_in == "vey fal"
    assert read.clause == frozenset()
