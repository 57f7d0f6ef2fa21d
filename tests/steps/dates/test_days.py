"""Days by the calendar, by weekday and by the clock."""

from __future__ import annotations

import pytest

from retold import language
from retold.steps import dates
from retold.steps.dates import days
from retold.steps.dates.rules import Found

ENGLISH = language.of("en")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("on 3 May 2031", "2031-05-03"),
        ("in May", "2031-05"),
        ("It may sail", None),
        ("in 1996", "1996"),
        ("2000 boats", None),
        ("the 1990s", "199"),
        ("next Friday", "2031-05-09"),
        ("last Friday", "2031-05-02"),
        ("on Wednesday", "2031-05-07"),
        ("on 30 February 2031", None),
        ("the day before yesterday", "2031-05-05"),
        ("the day after tomorrow", "2031-05-09"),
        ("the day before the fair", None),
        ("the night before last", "2031-05-05TNI"),
        ("the evening before last", "2031-05-05TEV"),
        ("the week before last", "2031-W17"),
        ("the week after next", "2031-W21"),
        ("the month before last", "2031-03"),
        ("the Friday before last", "2031-04-25"),
        ("the Friday after next", "2031-05-16"),
        ("in FY2029", "2029"),
        ("in FY 29", "2029"),
        ("FY2029/30 sales fell", "2029"),
        ("Q3 FY2029", "2029-Q3"),
        ("the first half of FY29", "2029-H1"),
        ("Monday week", "2031-05-19"),
        ("a week on Monday", "2031-05-19"),
        ("Tram 1902 is late", None),
        ("at 10 a.m. on 17 May", "2031-05-17T10:00"),
        ("on 17 May at 6.30pm", "2031-05-17T18:30"),
        ("on New Year's Eve 2029", "2029-12-31"),
        ("on New Year’s Day", "2031-01-01"),
        ("on Boxing Day 2029", "2029-12-26"),
        ("Flight 2024 is late", None),
    ],
)
def test_a_day_has_its_value(text: str, value: str | None) -> None:
    found = [one.value for one in dates.find(text, "2031-05-07", ENGLISH)]
    assert found == ([] if value is None else [value])


@pytest.mark.parametrize("told", ["the week before last Friday's vote", "the night before last month's fair"])
def test_a_day_before_a_last_day_is_not_two_steps_back(told: str) -> None:
    values = [one.value for one in dates.find(told, "2031-05-07", ENGLISH)]
    assert "2031-W17" not in values and "2031-05-05TNI" not in values


def test_following_and_preceding_go_opposite_ways() -> None:
    text = "They met on Friday. The {} Monday they sailed."
    found = [
        dates.find(text.format(way), "2031-05-07", ENGLISH)[1].value for way in ("following", "preceding")
    ]
    assert found == ["2031-05-05", "2031-04-28"]


@pytest.mark.parametrize(("told", "value"), [("'90s", "199"), ("1920s", "192"), ("'10s", "201")])
def test_a_decade_is_three_digits(told: str, value: str) -> None:
    assert days.decade(Found(0, 1, "decade", {"decade": told}), None) == value  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("She slept in rooms 1950 and 1952 of the inn.", []),
        ("Buses 1950, 1951 and 1960 stood still.", []),
        ("Floods came in 1950 and 1952.", ["1950", "1952"]),
        ("She left the room and came back in 1952.", ["1952"]),
    ],
)
def test_numbers_that_are_joined_behind_what_bears_them_are_no_years(text: str, values: list[str]) -> None:
    found = dates.find(text, "2031-05-24", language.of("en"))
    assert [one.value for one in found] == values
