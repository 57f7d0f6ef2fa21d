"""Small numbers out of kept words."""

from __future__ import annotations

import pytest

from retold.steps.dates import amounts


@pytest.mark.parametrize(
    ("kept", "number"),
    [
        ({}, 1.0),
        ({"n": 3}, 3.0),
        ({"n": "1,500."}, 1500.0),
        ({"tens": 20, "ones": 6}, 26),
        ({"couple": 1}, 2),
    ],
)
def test_the_words_count_what_they_say(kept: dict[str, int | float | str], number: float) -> None:
    assert amounts.number(kept) == number


def test_several_are_no_number() -> None:
    assert amounts.number({"fuzzy": 1}) is None


def test_an_ordinal_is_its_number() -> None:
    assert (amounts.nth(3), amounts.nth("20th")) == (3, 20)


def test_half_a_unit_is_told_in_the_smaller_one() -> None:
    assert amounts.measured(0.5, {"unit": "Y"}) == "P6M"
    assert amounts.measured(1.5, {"unit": "TH"}) == "PT1H30M"
    assert amounts.measured(2.5, {"unit": "D"}) == "P2.5D"


def test_an_unknown_year_is_written_with_x() -> None:
    assert (amounts.four(None), amounts.four(33)) == ("XXXX", "0033")
