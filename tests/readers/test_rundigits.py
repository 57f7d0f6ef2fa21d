"""Digits that nothing parts are a day and a clock where they can be, not seconds since 1970."""

from __future__ import annotations

import pytest

from retold.readers import rundigits, stamps


@pytest.mark.parametrize(
    ("given", "iso"),
    [
        (20310817, "2031-08-17"),
        (20310817.0, "2031-08-17"),  # a column of whole numbers with gaps
        (20310817064500, "2031-08-17T06:45:00"),
        ("20310817064500", "2031-08-17T06:45:00"),
        (2031, "2031"),
        (1944864000, "2031-08-19T00:00:00+00:00"),
        (1944864000000, "2031-08-19T00:00:00+00:00"),
    ],
)
def test_a_number_that_writes_out_a_day_is_that_day(given, iso):
    assert stamps.iso(given) == iso


def test_digits_that_are_no_day_are_seconds():
    assert str(stamps.iso(20311399)).startswith("1970")


def test_other_values_write_out_nothing():
    assert [rundigits.written_out(one) for one in (1552435200, 18470312, "2019-03-12", None, 20190312.5)] == [
        None
    ] * 5
