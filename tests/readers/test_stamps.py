"""Times of publication are brought to ISO 8601 where they have one reading."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.readers import stamps


@pytest.mark.parametrize(
    ("given", "iso"),
    [
        ("2019-03-12T22:05:00+01:00", "2019-03-12T22:05:00+01:00"),
        ("2019-03-12 22:05:00", "2019-03-12T22:05:00"),
        ("2019-03-12 22:05:00.000", "2019-03-12T22:05:00.000"),
        ("2019-03-12 22:05:00 +0100", "2019-03-12T22:05:00+0100"),
        ("2019-03-12_22:05", "2019-03-12T22:05"),
        ("Tue Mar 12, 2019 10:05pm EDT", "2019-03-12T22:05-04:00"),
        ("Tue, 12 Mar 2019 12:05:09 +0530", "2019-03-12T12:05:09+05:30"),
        ("March 12th, 2019", "2019-03-12"),
        ("12 March 2019 at 12.05 a.m.", "2019-03-12T00:05"),
        ("12.03.19", "2019-03-12"),
        ("12.3.1999", "1999-03-12"),
        ("2019/3/12", "2019-03-12"),
        ("12 Mar 2019 10:05 QQT", "2019-03-12"),
        ("12 March 2019 10:05 pm IST", "2019-03-12T22:05"),
        ("March 12, 2019 10:05 AM AST", "2019-03-12T10:05"),
        (1552428300, "2019-03-12T22:05:00+00:00"),
        (1552428300000, "2019-03-12T22:05:00+00:00"),
        ("Tue Mar 12 22:05:00 CET 2019", "2019-03-12T22:05:00+01:00"),
        ("Tue Mar 12 22:05:00 2019", "2019-03-12T22:05:00"),
        ("12. März 2019", "2019-03-12"),
        ("Dienstag, 12. März 2019, 22:05 Uhr", "2019-03-12T22:05"),
        ("12 de marzo de 2019", "2019-03-12"),
        ("22.05, 12 March 2019", "2019-03-12T22:05"),
        ("Posted: Tue Mar 12, 2019 10:05pm EDT", "2019-03-12T22:05-04:00"),
        ("Updated 10:05 PM ET, Tue March 12, 2019", "2019-03-12T22:05-04:00"),
        ("1er mars 2019 à 10h05", "2019-03-01T10:05"),
        ("1º de março de 2019", "2019-03-01"),
        ("1552428300", "2019-03-12T22:05:00+00:00"),
        ("0001-01-01T00:00:00Z", None),
        ("1970-01-01T01:00:00+01:00", None),
        (0, None),
        ("0", None),
        ("03/04/19", "03/04/19"),
        ("31 Feb 2019", "31 Feb 2019"),
        ("12 Mar 2019 25:05", "12 Mar 2019 25:05"),
        ("soon", "soon"),
        ("", None),
        (True, None),
        (float("inf"), "inf"),
    ],
)
def test_times_are_brought_to_iso_where_they_have_one_reading(given, iso):
    assert stamps.iso(given) == iso


@given(st.text() | st.integers() | st.floats() | st.none())
def test_no_stamp_raises(value):
    stamps.iso(value)


def test_a_month_stands_first_where_the_other_number_can_be_none() -> None:
    assert stamps.iso("11/27/2031") == "2031-11-27"
    assert stamps.iso("11/07/2031") == "11/07/2031"


def test_a_stamp_without_separators_gets_them() -> None:
    assert stamps.iso("20310504") == "2031-05-04"
    assert stamps.iso("20310504T181500Z") == "2031-05-04T18:15:00+00:00"
    assert stamps.iso("20311304") == "20311304"


def test_a_line_of_two_labelled_times_and_one_of_the_readers_clock_are_marks() -> None:
    assert stamps.is_mark("First published: 4 May 2031 18:20 BST. Updated: 5 May 2031 07:05 BST")
    assert not stamps.is_mark("First published in 2031, it was updated in 2032")
    for words in ("Posted 2 hours ago", "Il y a 3 jours", "vor einer Stunde", "hace 20 minutos"):
        assert stamps.is_mark(words)
    assert not stamps.is_mark("Two hours ago the weir broke")


def test_parts_that_make_no_date_are_none():
    parts = {"year": "2019", "month": "feb", "day": "31", "hour": None, "minute": None, "second": None}
    assert stamps.from_fields(parts) is None


@pytest.mark.parametrize(
    ("line", "stamp"),
    [
        ("Published: Tuesday 12 March 2019, 6:20pm GMT", "2019-03-12T18:20+00:00"),
        ("Last updated on March 12, 2019 at 6:20 p.m. EST", "2019-03-12T18:20-05:00"),
        ("The council meets on 12 March 2019", None),
        ("12 March", None),
    ],
)
def test_a_line_of_a_page_is_a_stamp_only_as_a_whole(line, stamp):
    assert stamps.visible(line) == stamp


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("04/03/2019 às 10h30", "2019-03-04T10:30"),
        ("04-03-2019 | 10:30", "2019-03-04T10:30"),
        ("14/03/2019", "2019-03-14"),
    ],
)
def test_a_day_stands_before_its_month_where_the_language_says_so(line, day):
    assert stamps.visible(line, day_first=True) == day


def test_what_can_be_read_in_two_ways_is_not_read_and_what_cannot_is():
    assert stamps.visible("04/03/2019") is None and stamps.visible("14/03/2019") == "2019-03-14"


@pytest.mark.parametrize(
    ("words", "moment"),
    [
        ("Mon Mar 04 2019 09:30:00 GMT+0000 (Coordinated Universal Time)", "2019-03-04T09:30:00+00:00"),
        ("4:30 a.m. ET March 4, 2019", "2019-03-04T04:30-05:00"),
        ("4:30 a.m. ET July 4, 2019", "2019-07-04T04:30-04:00"),
        ("2019-03-04T09:30:00+01:00[Europe/Berlin]", "2019-03-04T09:30:00+01:00"),
        ("2019年3月4日 10:30", "2019-03-04T10:30"),
        ("Monday, 04-Mar-19 09:30:00 GMT", "2019-03-04T09:30:00+00:00"),
    ],
)
def test_what_scripts_papers_and_systems_write_is_read(words, moment):
    assert stamps.iso(words) == moment


def test_a_line_with_two_stamps_gives_both_with_their_roles():
    assert stamps.labelled("Publié le 4 mars 2019 à 10h30, modifié le 5 mars 2019 à 11h30") == [
        ("published", "2019-03-04T10:30"),
        ("updated", "2019-03-05T11:30"),
    ]


@pytest.mark.parametrize(
    "line", ["2019年3月4日 18時20分", "2019年3月4日18时20分", "2019년 3월 4일 18시 20분", "2019.03.04 18:20"]
)
def test_clocks_of_the_east_are_read(line):
    assert stamps.visible(line) == "2019-03-04T18:20"


@pytest.mark.parametrize(
    ("line", "stamp"),
    [
        ("4 марта 2031, 14:05 МСК", "2031-03-04T14:05+03:00"),
        ("4 марта 2031 г. в 14:05", "2031-03-04T14:05"),
        ("4 Mart 2031 Salı 14:05", "2031-03-04T14:05"),
        ("4 Μαρτίου 2031, 14:05", "2031-03-04T14:05"),
        ("Selasa, 4 Maret 2031 14:05 WIB", "2031-03-04T14:05+07:00"),
        ("Posted 4 Mar 2031 at 2.05pm AEDT", "2031-03-04T14:05+11:00"),
        ("Mon, 05/05/2031 - 14:05", "2031-05-05T14:05"),
        ("Tue, Mar 4, 2031, 2:05 PM GMT+1", "2031-03-04T14:05+01:00"),
        ("4 March 2031 14:05 UTC+5:30", "2031-03-04T14:05+05:30"),
        ("4 March 2031 ferry sold", None),
    ],
)
def test_a_page_may_show_its_time_in_the_way_of_its_country(line: str, stamp: str | None) -> None:
    assert stamps.visible(line) == stamp


def test_a_time_may_stand_behind_its_writer_in_one_line() -> None:
    told = stamps.labelled("By Ida Corrie • March 4, 2031 2:05 p.m. EST")
    assert told == [("published", "2031-03-04T14:05-05:00")]


def test_the_first_word_of_the_next_label_is_no_part_of_a_stamp() -> None:
    line = "First published on Mon 4 Mar 2031 09.12 GMT Last modified on Tue 5 Mar 2031 16.40 GMT"
    assert stamps.labelled(line) == [
        ("published", "2031-03-04T09:12+00:00"),
        ("updated", "2031-03-05T16:40+00:00"),
    ]


def test_a_time_may_stand_before_how_long_the_text_takes_to_read() -> None:
    assert stamps.labelled("Tue, Mar 4, 2031, 2:05 PM EST · 3 min read") == [
        ("published", "2031-03-04T14:05-05:00")
    ]


def test_a_moment_by_two_clocks_is_the_first_of_them() -> None:
    assert stamps.visible("Monday, 4 March, 2019, 18:20 GMT 19:20 UK") == "2019-03-04T18:20+00:00"


def test_a_day_in_numbers_that_no_calendar_has_stays_as_it_was_given() -> None:
    assert stamps.ordered("31/02/2019", "day") == "31/02/2019"
    assert stamps.ordered("28/02/2019 9:05", "day") == "2019-02-28 9:05"
