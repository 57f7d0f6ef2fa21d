"""Whether two names can be one; invented names."""

from __future__ import annotations

import pytest

from retold import language
from retold.language.names import has_article, name_key, transliterated, unowned

names = language.of("en").names


@pytest.mark.parametrize(
    ("short", "full"),
    [("kel", "Karla Evrin"), ("ros", "Rina Ossel"), ("tamb", "Tess Amble Moor"), ("ke", "Kel Osk Evrin")],
)
def test_a_short_name_is_no_persons_initials_but_for_a_letter(short: str, full: str) -> None:
    assert not names.same((short,), names.tokens(full.split()))
    assert names.apart(short.capitalize(), full)


@pytest.mark.parametrize(
    "full", ["Gale Marine Corp", "Gale Marine Group", "Grand Moor Council", "Gale Marine"]
)
def test_initials_stand_for_a_body_with_or_without_the_word_that_says_so(full: str) -> None:
    assert names.same(("gm",), names.tokens(full.split()))
    assert not names.apart("GM", full)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("al-Verrin’s", "verrin"),
        ("Müller", "muller"),
        ("O’Marrow", "o'marrow"),
        ("U.N.", "un"),
        ("el-Tolk", "tolk"),
    ],
)
def test_article_accents_points_and_possessive_are_no_part_of_a_names_key(one: str, other: str) -> None:
    assert name_key(one) == other


def test_an_article_stands_before_a_hyphen_and_a_letter() -> None:
    assert has_article("al-Verrin") and has_article("Ash-Verrin")
    assert not has_article("Alverrin") and not has_article("al-")


def test_who_owns_something_loses_the_ending() -> None:
    assert [unowned(word) for word in ("Kael’s", "crews'", "Kael")] == ["Kael", "crews", "Kael"]


@pytest.mark.parametrize(("one", "other"), [("vereen", "verin"), ("qassem", "kasem"), ("torouni", "toruni")])
def test_ways_to_carry_a_name_into_our_letters_are_one(one: str, other: str) -> None:
    assert transliterated(one) == transliterated(other)


def test_another_consonant_is_another_name() -> None:
    assert transliterated("verin") != transliterated("velin")


def test_a_language_says_how_the_names_of_its_outlets_end() -> None:
    assert names.outlet.search("harbour news agency") and names.outlet.search("harbour post")
    assert not names.outlet.search("harbour postal")
    assert not language.UNIVERSAL.names.outlet.search("harbour post")


def test_a_language_names_unions_of_states_and_articles_before_titles() -> None:
    assert ("united", "states") in names.realms and "the" in names.definite
    assert language.UNIVERSAL.names.realms == ()
