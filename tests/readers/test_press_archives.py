"""Downloads of press archives: each document an article, with what stands around it as fields."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from retold.readers import read
from retold.readers.content import Head
from retold.readers.formats import press_archive
from retold.settings import Clean

OLD = """
                    1 of 2 DOCUMENTS

                    Quenby Echo

               March 4, 2019 Monday
                   Late Edition

Ferry to Gull Rock runs late

BYLINE: Ida Corrie

SECTION: NEWS; Pg. 3

LENGTH: 20 words

The ferry to Gull Rock ran late on Monday, and nobody
on the quay seemed to mind.

Keeper's note: the lamp was lit.

LOAD-DATE: March 5, 2019

LANGUAGE: ENGLISH

               Copyright 2019 Echo Papers
                 All Rights Reserved


                    2 of 2 DOCUMENTS

                    Gannet Post

               5 March 2019

Lamp stays lit

LENGTH: 9 words

The lamp of Quenby stays lit for another winter.

LOAD-DATE: March 6, 2019
"""
NEW = """Ferry to Gull Rock runs late
Quenby Echo
March 4, 2019 Monday

Copyright 2019 Echo Papers All Rights Reserved
Section: NEWS; Pg. 3
Length: 20 words
Byline: Ida Corrie
Body


The ferry to Gull Rock ran late on Monday.

Load-Date: March 5, 2019


End of Document
"""


def take(tmp_path, text):
    (tmp_path / "a.txt").write_text(text)
    return list(read([tmp_path / "a.txt"], Clean()))


def test_each_document_is_an_article_of_its_paper_and_day(tmp_path):
    one, two = take(tmp_path, OLD)
    assert (one.outlet, one.published, one.title, one.byline) == (
        "Quenby Echo",
        "2019-03-04",
        "Ferry to Gull Rock runs late",
        "Ida Corrie",
    )
    assert (two.outlet, two.published, two.title, two.text) == (
        "Gannet Post",
        "2019-03-05",
        "Lamp stays lit",
        "The lamp of Quenby stays lit for another winter.",
    )
    assert one.extra["section"] == "NEWS; Pg. 3" and one.language == "en"


def test_lines_broken_by_the_archive_are_joined_and_a_line_of_the_text_with_a_colon_stays(tmp_path):
    one, _ = take(tmp_path, OLD)
    assert (
        one.text
        == "The ferry to Gull Rock ran late on Monday, and nobody on the quay seemed to mind.\n\nKeeper's note: the lamp was lit."
    )


def test_the_newer_form_begins_with_the_title(tmp_path):
    (one,) = take(tmp_path, NEW)
    assert (one.outlet, one.published, one.title, one.text) == (
        "Quenby Echo",
        "2019-03-04",
        "Ferry to Gull Rock runs late",
        "The ferry to Gull Rock ran late on Monday.",
    )


def test_a_report_on_documents_is_none():
    assert press_archive.FORMAT.probe(Head.of(b"The court read 1 of 2 DOCUMENTS aloud.\nIt took a day.")) == 0


@given(st.text(alphabet="1 of2DOCUMENTS\n:LENGTHa", max_size=200))
def test_no_document_raises(text):
    for one in press_archive.documents(text):
        press_archive.record(one)
