"""What a find says, and from which day later words are told; nothing beyond the calendar is raised."""

from __future__ import annotations

from datetime import date

import pytest

from retold import language
from retold.steps import dates
from retold.steps.dates.readings import ANCHORS, READERS, first_day

ENGLISH = language.of("en")


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2031-05-22", date(2031, 5, 22)),
        ("2031-05", date(2031, 5, 1)),
        ("2031-W22", date(2031, 5, 26)),
        ("2031-Q3", date(2031, 7, 1)),
        ("P3D", None),
        ("PAST_REF", None),
        ("0000-Q3", None),
        ("9999-W99", None),
    ],
)
def test_a_value_begins_on_a_day_or_on_none(value: str, day: date | None) -> None:
    assert first_day(value) == day


def test_every_anchor_has_a_reader() -> None:
    assert set(READERS) >= ANCHORS


@pytest.mark.parametrize("stamp", ["0001-01-01", "0001-01-03T12:00:00Z", "9999-12-31"])
@pytest.mark.parametrize(
    "told",
    ["the third quarter", "two weeks ago", "last year", "next Monday", "in 300 years", "last quarter", "yesterday", "tomorrow", "the weekend"],
)  # fmt: skip
def test_a_stamp_at_the_edge_of_the_calendar_ends_nothing(stamp: str, told: str) -> None:
    found = dates.find(f"Profits of the ferries fell in {told}, and {told} they rose.", stamp, ENGLISH)
    assert all(one.value for one in found)
