"""A text file: a block of fields, a headline, the report."""

from __future__ import annotations

import pytest

from retold.readers.content import Head
from retold.readers.formats import plain_text as plain

REPORT = "\n\n".join(
    [
        "A mail boat ran onto the sands off Quenby early on Sunday and sat there until the tide came back.",
        "“She was never in danger, and neither was the post,” said the pilot, Alma Renwick, who walked "
        "ashore at low water to telephone the owners and buy a newspaper.",
        "The boat carried four passengers, two goats and the week's letters. All were landed dry at noon, "
        "the harbour office said, and the goats were given a room of their own until the train left.",
    ]
)


def test_line_ends_marks_and_zeros_are_tidied_and_nothing_else():
    article = plain.read("\ufeff\r\nOne  line,\ttab\xa0kept.\r\n\r\nTwo\x00 lines.\rThree.\n\n")
    assert article is not None
    assert article.text == "One  line,\ttab\xa0kept.\n\nTwo lines.\nThree."


def test_front_matter_is_read():
    article = plain.read(
        '---\nid: q1\nOutlet: Quenby Echo\ndate: 3 Oct 2019\ntitle: "Aground"\ndesk: sea\n---\n' + REPORT
    )
    assert article is not None
    assert (article.id, article.outlet, article.published, article.title) == (
        "q1",
        "Quenby Echo",
        "2019-10-03",
        "Aground",
    )
    assert article.text == REPORT and article.extra == {"desk": "sea"}


@pytest.mark.parametrize(
    "text",
    [
        "---\nThe boat sailed.\n---\nShe came back.",
        "---\nmood: fair\n---\nThe boat sailed.",
        "---\noutlet: Quenby Echo\nThe boat.",
    ],
)
def test_dashes_that_are_no_front_matter_stay_in_the_text(text):
    article = plain.read(text)
    assert article is not None
    assert article.outlet is None
    assert "boat" in article.text


def test_text_is_whatever_nobody_else_claims_and_binary_is_not():
    assert 0 < plain.FORMAT.probe(Head.of(REPORT.encode())) < plain.FORMAT.claim(Head.of(b"x", ".txt"))
    assert plain.FORMAT.claim(Head.of(bytes(range(99)), ".txt")) < 0


def test_fields_above_an_empty_line_are_read_without_dashes():
    article = plain.read("title: Aground\noutlet: Quenby Echo\npublished: 2019-10-03\n\n" + REPORT)
    assert article is not None
    assert (article.outlet, article.published, article.title) == ("Quenby Echo", "2019-10-03", "Aground")
    assert article.text == REPORT


@pytest.mark.parametrize(
    "top",
    [
        "Date: Sunday",  # one field may be how a notice opens
        "Title: captain\nAuthor: unknown",  # neither outlet, day nor address
        "Date: 3 October\nWhere: Quenby pier\nBring a coat",  # a line that is no field
    ],
)
def test_lines_with_a_colon_that_are_no_fields_stay_in_the_text(top):
    article = plain.read(f"{top}\n\n{REPORT}")
    assert article is not None
    assert top.splitlines()[0].split(": ")[1] in article.text + (article.title or "")


def test_a_list_below_the_name_of_a_field_is_its_value():
    top = "---\noutlet: Quenby Echo\nauthors:\n  - Ida Corrie\n  - Tom Vale\ntags:\n- sea\ndesk:\n---\n"
    article = plain.read(top + REPORT)
    assert article is not None
    assert (article.outlet, article.byline, article.text) == ("Quenby Echo", "Ida Corrie, Tom Vale", REPORT)
    assert article.extra["tags"] == ["sea"]


def test_items_that_no_field_leads_to_make_no_front_matter():
    article = plain.read("---\n- one\noutlet: Quenby Echo\n---\nThe boat sailed.")
    assert article is not None and article.outlet is None
