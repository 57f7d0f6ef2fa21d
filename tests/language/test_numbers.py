"""Figures by value, with their units, bounds and what they count."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold import language
from retold.language.numbers import Figure, Numbers

ENGLISH = language.of("en").numbers


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("twenty-five boats", 25, ""),
        ("two hundred and five men", 205, ""),
        ("$1.5bn", 1.5e9, "dollar"),
        ("half a million crowns", 5e5, "crown"),
        ("£3 million", 3e6, "pound"),
        ("40 per cent", 40, "%"),
        ("40 percentage points", 40, "%"),
        ("the 21st", 21, "ordinal"),
        ("third", 3, "ordinal"),
    ],
)
def test_a_figure_has_its_value_and_unit(text: str, value: float, unit: str) -> None:
    (found,) = ENGLISH.find(text)
    assert (found.value, found.unit) == (value, unit)


def test_a_figure_inside_a_date_is_none() -> None:
    assert ENGLISH.find("on 3 May", [(3, 8)]) == []


def test_dozens_have_no_value_and_one_is_weak() -> None:
    (dozens,), (one,) = ENGLISH.find("dozens"), ENGLISH.find("one")
    assert dozens.vague == "dozens" and one.weak


def test_a_unit_that_one_leaves_out_is_understood_but_a_rank_is_no_count() -> None:
    assert Figure(0, 1, 3, "dollar").equals(Figure(0, 1, 3))
    assert not Figure(0, 1, 3, "ordinal").equals(Figure(0, 1, 3))
    assert not Figure(0, 1, 3, "dollar").equals(Figure(0, 1, 3, "euro"))


def test_a_language_with_three_number_words_reads_those() -> None:
    made = Numbers.of({"words": {"un": 1, "du": 2}, "scales": {"cent": 100}, "form": {"and": ["e"]}}, {})
    assert [one.value for one in made.find("du cent e un boats, un")] == [201, 1]


def test_bounds_and_what_is_counted_come_from_the_lists() -> None:
    made = Numbers.of({"bounds": {"least": ["mindestens"]}}, {"dead": ["tote"]})
    assert made.bound(["mindestens"]) == "least" and made.bound(["genau"]) == ""
    assert made.counted(([], ["tote"])) == "dead" and made.counted(([], ["boote"])) == ""


@given(st.text(alphabet="0123456789,.$%€ abthousandmillion-", max_size=60))
def test_any_text_gives_figures_inside_itself(text: str) -> None:
    for numbers in (ENGLISH, language.UNIVERSAL.numbers):
        assert all(0 <= one.start < one.end <= len(text) for one in numbers.find(text))


@pytest.mark.parametrize(
    ("code", "text", "value"),
    [
        ("de", "achtundzwanzig", 28),
        ("de", "Dreißig", 30),
        ("de", "zweihundertfünfzig", 250),
        ("de", "fünfhundertzwanzigtausend", 520_000),
        ("de", "anderthalb Millionen", 1.5e6),
        ("de", "zweieinhalb", 2.5),
        ("fr", "dix-sept", 17),
        ("fr", "soixante-douze", 72),
        ("fr", "quatre-vingt-dix-sept", 97),
        ("fr", "un million et demi", 1.5e6),
        ("es", "dos millones y medio", 2.5e6),
    ],
)
def test_numbers_in_one_word_and_with_a_half(code: str, text: str, value: float) -> None:
    (found,) = language.of(code).numbers.find(text)
    assert (found.value, found.end) == (value, len(text))


def test_what_a_number_counts_may_stand_in_one_word_with_it() -> None:
    (found,) = language.of("de").numbers.find("ein dreitägiger Ausstand")
    assert (found.value, found.start, found.end) == (3, 4, 8)


def test_words_that_but_begin_like_a_number_are_none() -> None:
    assert language.of("de").numbers.find("Einhorn, dreist, achtlos, Siebener") == []


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("a third of the boats", ["1/3"]),
        ("One-third of the boats and two thirds of the crews", ["1/3", "2/3"]),
        ("half the crew", ["1/2"]),
        ("a\nthird of the boats", ["1/3"]),
        ("two\u00a0thirds of the boats", ["2/3"]),
        ("half a million people", ["500000"]),
        ("the first half of the year", ["1 ordinal"]),
        ("the third quarter", ["3 ordinal"]),
        ("a quarter past nine", ["9"]),
        ("One in six boats leaks", ["1/6"]),
        ("four out of ten crews, 2 in every 8", ["2/5", "1/4"]),
        ("raised two in three days", ["2", "3"]),
        ("six in four boats", ["6", "4"]),
        ("one in 2019", ["1", "2019"]),
        ("one in two hundred", ["1", "200"]),
    ],
)
def test_a_share_of_something_is_a_figure(text: str, readings: list[str]) -> None:
    assert [one.reading for one in ENGLISH.find(text)] == readings


def test_so_many_of_so_many_are_a_share_in_other_languages_too() -> None:
    read = [
        language.of(code).numbers.find(text)[0].vague
        for code, text in (("fr", "un bateau, deux sur six"), ("es", "dos de cada seis barcos"))
    ]
    assert read[1] == "1/3"
    assert language.of("fr").numbers.find("deux sur six")[0].vague == "1/3"


def test_two_shares_are_equal_however_printed_and_no_other_share() -> None:
    (third,), (same,), (quarter,) = map(ENGLISH.find, ("a third of it", "one-third of it", "a quarter of it"))
    assert third.equals(same)
    assert not third.equals(quarter)


def test_a_digit_behind_a_point_may_be_rounded_and_a_lone_one_may_be_another_number() -> None:
    share, whole = (Figure(0, 1, value, "%") for value in (0.3, 3.0))
    assert share.rounds(Figure(0, 1, 0.34, "%"))
    assert not whole.rounds(Figure(0, 1, 3.4, "%"))
