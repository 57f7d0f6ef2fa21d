"""Quarters, seasons, lengths and sets."""

from __future__ import annotations

import pytest

from retold import language
from retold.steps import dates
from retold.steps.dates import stretches

ENGLISH = language.of("en")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("in the first quarter", "2031-Q1"),
        ("in the third quarter", "2030-Q3"),
        ("last summer", "2030-SU"),
        ("two weeks ago", "2031-W17"),
        ("for three days", "P3D"),
        ("every Monday", "XXXX-WXX-1"),
        ("half an hour", "PT30M"),
        ("in Q3 2029", "2029-Q3"),
        ("in Q1", "2031-Q1"),
        ("the first half of the year", "2031-H1"),
        ("in the second half of 2029", "2029-H2"),
    ],
)
def test_a_stretch_has_its_value(text: str, value: str) -> None:
    assert [one.value for one in dates.find(text, "2031-05-07", ENGLISH)] == [value]


def test_what_names_no_time_says_nothing() -> None:
    assert stretches.nothing(None, None) is None  # type: ignore[arg-type]  # neither is looked at


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("the third fire in as many weeks", ["P3W"]),
        ("Two barges sank in as many days.", ["P2D"]),
        ("Three towns lost their power in as many hours.", ["PT3H"]),
        ("twice as many days", []),
    ],
)
def test_as_many_is_the_number_told_before(text: str, value: list[str]) -> None:
    assert [one.value for one in dates.find(text, "2031-05-07", ENGLISH)] == value
