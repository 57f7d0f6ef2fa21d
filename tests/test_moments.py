"""Times of publication and how exact they are."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.moments import moment


def test_a_day_is_not_before_an_hour_of_that_day() -> None:
    day, hour = moment("2021-05-22"), moment("2021-05-22T13:00:00Z")
    assert day is not None and hour is not None
    assert not day.before(hour) and not hour.before(day)


def test_zones_are_brought_to_one_clock() -> None:
    here, there = moment("2021-05-22T10:00:00+02:00"), moment("2021-05-22T08:00:00Z")
    assert here == there


def test_minutes_are_less_exact_than_seconds() -> None:
    minute, second = moment("2021-05-22T10:00-02:00"), moment("2021-05-22T10:00:00-02:00")
    assert minute is not None and second is not None
    assert minute.high - minute.low == timedelta(minutes=1)
    assert second.high - second.low == timedelta(seconds=1)


def test_what_is_no_time_is_none() -> None:
    assert [moment(x) for x in ("", "soon", "2021-99-99", None, "22 May")] == [None] * 5


@given(st.text(max_size=40))
def test_no_text_raises(text: str) -> None:
    moment(text)


@given(st.datetimes(min_value=datetime(2, 1, 2), max_value=datetime(9998, 1, 1), timezones=st.just(UTC)))
def test_text_and_object_say_the_same(stamp: datetime) -> None:
    whole = stamp.replace(microsecond=0)
    assert moment(whole.isoformat()) == moment(whole)


@given(st.dates(min_value=date(1970, 1, 2), max_value=date(9999, 12, 30)))
def test_a_day_lasts_a_day(day: date) -> None:
    found = moment(day)
    assert found is not None and not found.exact and found.day == day


@pytest.mark.parametrize(
    "stamp",
    ["1970-01-01T00:00", "1970-01-01T00:00:00Z", "1970-01-01", "0001-01-01T00:00:00Z", "0001-01-01",
     datetime(1970, 1, 1, tzinfo=UTC), date(1, 1, 1)],
)  # fmt: skip
def test_what_a_missing_stamp_is_written_as_is_none(stamp: str | date) -> None:
    assert moment(stamp) is None
    assert moment("1970-01-01T00:01:00Z") is not None


def test_a_time_without_a_zone_is_good_to_a_day_beside_another_clock() -> None:
    bare, noon = moment("2021-05-22T10:00"), moment("2021-05-22T12:00Z")
    assert bare is not None and noon is not None
    assert bare.zoneless and bare.exact and not noon.zoneless
    assert not bare.in_any_zone().exact and not bare.in_any_zone().before(noon)
    assert noon.in_any_zone() == noon
