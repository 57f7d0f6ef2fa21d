"""Days, weeks, months and years as TIMEX3 has them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.steps.dates import calendar

DAY = date(2031, 5, 31)


@pytest.mark.parametrize(
    ("unit", "step", "value"),
    [("D", -1, "2031-05-30"), ("W", 0, "2031-W22"), ("M", 1, "2031-06"), ("Q", -1, "2031-Q1"), ("Y", -31, "2000"), ("10Y", 0, "203")],
)  # fmt: skip
def test_a_stretch_is_told_from_a_day(unit: str, step: int, value: str) -> None:
    assert calendar.stretch(DAY, unit, step) == value


def test_a_month_with_fewer_days_ends_on_its_last() -> None:
    assert calendar.moved(DAY, "M", 1) == date(2031, 6, 30)


def test_the_nearest_weekday_may_be_the_day_itself_unless_strict() -> None:
    saturday = date(2031, 5, 31)
    assert calendar.weekday_near(saturday, 6, ahead=False) == saturday
    assert calendar.weekday_near(saturday, 6, ahead=False, strict=True) == date(2031, 5, 24)


def test_no_day_is_made_that_the_calendar_lacks() -> None:
    assert calendar.real_day(2031, 2, 30) is None
    assert calendar.fourth_thursday(2031) == date(2031, 11, 27)


@given(
    st.dates(),
    st.sampled_from(["D", "W", "WE", "M", "Q", "Y", "10Y", "100Y", "2W"]),
    st.integers(-(10**6), 10**6),
)
def test_a_stretch_beyond_the_calendar_is_none(day: date, unit: str, step: int) -> None:
    found = calendar.stretch(day, unit, step)
    assert found is None or found[:2].isdigit()
