"""Bylines name writers: no office, place, outlet or address, and nobody who is nobody."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.readers import authors


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("By Ida Corrie and Tom Vale-Harrow, Harbour Correspondents", ["Ida Corrie", "Tom Vale-Harrow"]),
        ("Ida Corrie, Tom Vale, and Zoë O’Dunn", ["Ida Corrie", "Tom Vale", "Zoë O’Dunn"]),
        ("By IDA CORRIE ida@echo.example", ["IDA CORRIE"]),
        ("Ida Corrie | Quenby Echo", ["Ida Corrie"]),
        ("Words: Ida Corrie | Pictures: Tom Vale", ["Ida Corrie"]),
        ("Story by Ida Corrie. Photographs by Tom Vale.", ["Ida Corrie"]),
        ("Ida Corrie (text) and Tom Vale (photos)", ["Ida Corrie"]),
        ("By Ida Corrie; photography by Tom Vale", ["Ida Corrie"]),
        ("Reporting by Ida Corrie; editing by Tom Vale", ["Ida Corrie"]),
        ("Quenby Echo | By Ida Corrie", ["Ida Corrie"]),
        ("Ida Corrie / Quenby Echo", ["Ida Corrie"]),
        ("By Ida Corrie For the Quenby Echo", ["Ida Corrie"]),
        ("Ida Corrie in Taven", ["Ida Corrie"]),
        ("Ida Corrie • Updated 3:15 p.m. ET", ["Ida Corrie"]),
        ("Ida Corrie Staff Writer", ["Ida Corrie"]),
        ("Ida Corrie Jr., Tom Vale, MD", ["Ida Corrie Jr", "Tom Vale"]),
        ("Maarten van der Quay", ["Maarten van der Quay"]),
        ("Corrie, Ida", ["Ida Corrie"]),
        ("Associated Press", ["Associated Press"]),
        ("大島 花子", ["大島 花子"]),
    ],
)
def test_a_byline_names_its_writers(byline, names):
    assert authors.names_of(byline, "en", "Quenby Echo") == names


@pytest.mark.parametrize(
    "byline",
    ["By Staff", "Staff Reporter", "admin", "Web Desk", "Quenby Echo", "The Quenby Echo Staff", "newsroom", "Redaktion", "https://x.example/ida", "@ida", "3 comments", "Published in Quenby Echo", ""],
)  # fmt: skip
def test_some_signatures_name_nobody(byline):
    assert authors.names_of(byline, "en", "Quenby Echo") == []


@pytest.mark.parametrize(
    ("byline", "language"),
    [("Von Ida Corrie und Tom Vale, Hamburg", "de"), ("Par Ida Corrie et Tom Vale", "fr"), ("Por Ida Corrie y Tom Vale", "es"), ("Di Ida Corrie e Tom Vale", "it"), ("Door Ida Corrie en Tom Vale", "nl"), ("Av Ida Corrie och Tom Vale", "sv")],
)  # fmt: skip
def test_other_languages_have_words_of_their_own(byline, language):
    assert authors.names_of(byline, language) == ["Ida Corrie", "Tom Vale"]


def test_an_outlet_of_one_word_may_be_somebodys_name():
    assert authors.names_of("Ida Post", "en", "Post") == ["Ida Post"]


@given(st.text(max_size=80), st.text(max_size=20))
def test_no_byline_raises(text, outlet):
    authors.names_of(text, "en", outlet)
    authors.is_office(text)


@pytest.mark.parametrize(
    ("line", "language", "names"),
    [
        ("Published by Ida Corrie at 9:30 am 4 March 2019", "en", ["Ida Corrie"]),
        ("Submitted by Ida Corrie on Mon, 03/04/2019 - 09:30", "en", ["Ida Corrie"]),
        ("Publicado em 04/03/2019 - 15:20 Por Ida Corrie - Repórter do Eco - Taven", "pt", ["Ida Corrie"]),
        ("Author: Ida Corrie", "en", ["Ida Corrie"]),
        ("记者：林远舟", "zh", ["林远舟"]),
        ("责任编辑：林远舟", "zh", []),
    ],
)
def test_times_and_labels_around_a_writer_are_no_part_of_the_name(line, language, names):
    assert authors.names_of(line, language) == names


def test_a_line_that_tells_no_time_keeps_its_writer():
    assert authors.without_writer("Lamps by Ida Corrie", "en") == "Lamps by Ida Corrie"
