"""Factiva and ProQuest: documents told apart by their codes, labels and rules."""

from __future__ import annotations

import pytest

from retold.readers import read
from retold.readers.press import proquest
from retold.settings import Clean

CODED = """
SE  News
HD  Ferry to Gull Rock
    runs late
BY  By Ida Corrie
WC  20 words
PD  4 March 2019
ET  09:30
SN  Quenby Echo
SC  QECHO
PG  3
LA  English
CY  (c) 2019 Echo Papers

LP
The ferry to Gull Rock ran late on Monday, and
nobody on the quay seemed to mind.

TD
The lamp was lit.

NS  gtrans : Transport
AN  Document QECHO00020190304ef3400001

HD  Lamp stays lit
WC  9 words
PD  5 March 2019
SN  Gannet Post
LA  English
LP
The lamp of Quenby stays lit for another winter.
AN  Document GANNET0020190305ef3500001
"""
PLAIN = """News
Ferry to Gull Rock runs late
By Ida Corrie
20 words
4 March 2019
09:30 GMT
Quenby Echo
QECHO
3
English
(c) 2019 Echo Papers

The ferry to Gull Rock ran late on Monday.

The lamp was lit.

Document QECHO00020190304ef3400001

Lamp stays lit
9 words
5 March 2019
Gannet Post
GANNET
English
Copyright 2019. Gannet.

The lamp of Quenby stays lit for another winter.

Document GANNET0020190305ef3500001
"""
RULED = f"""{"_" * 60}

Document 1 of 2

Ferry to Gull Rock runs late

Author: Corrie, Ida

Publication info: Quenby Echo ; Quenby [Quenby]04 Mar 2019: 3.

Abstract: A ferry.

Full text: The ferry to Gull Rock ran late on Monday.

The keeper said: nobody minded.

Title: Ferry to Gull Rock runs late

Publication title: Quenby Echo

Pages: 3

Publication date: Mar 4, 2019

ISSN: 00000000

Language of publication: English

ProQuest document ID: 400000001

Database: Coast Newsstand

{"_" * 60}

Document 2 of 2

Full text: The lamp of Quenby stays lit.
Title: Lamp stays lit
Publication title: Gannet Post
Publication date: Mar 5, 2019
Database: Coast Newsstand

{"_" * 60}
"""


def take(tmp_path, text):
    (tmp_path / "a.txt").write_text(text)
    return list(read([tmp_path / "a.txt"], Clean()))


@pytest.mark.parametrize("text", [CODED, PLAIN])
def test_factiva_documents_with_codes_and_without_give_paper_day_and_page(tmp_path, text):
    one, two = take(tmp_path, text)
    zone = "+00:00" if "GMT" in text else ""
    assert (one.outlet, one.published, one.title, one.extra["page"]) == (
        "Quenby Echo",
        f"2019-03-04T09:30{zone}",
        "Ferry to Gull Rock runs late",
        "3",
    )
    assert (
        one.byline.removeprefix("By ") == "Ida Corrie"
        and one.text.endswith("\n\nThe lamp was lit.")
        and one.language == "en"
    )
    assert (two.outlet, two.title, two.text) == (
        "Gannet Post",
        "Lamp stays lit",
        "The lamp of Quenby stays lit for another winter.",
    )


def test_a_name_alone_below_the_title_of_a_factiva_document_is_its_writer(tmp_path):
    marked = PLAIN.replace("late\nBy Ida Corrie", "late\n\nIda Corrie")
    one, two = take(tmp_path, marked)
    assert (one.title, one.byline) == ("Ferry to Gull Rock runs late", "Ida Corrie")
    assert (two.title, two.byline) == ("Lamp stays lit", None)


def test_proquest_documents_are_told_apart_and_a_colon_in_the_text_stays(tmp_path):
    one, two = take(tmp_path, RULED)
    assert (one.outlet, one.published, one.title, one.byline, one.extra["pages"]) == (
        "Quenby Echo",
        "2019-03-04",
        "Ferry to Gull Rock runs late",
        "Ida Corrie",
        "3",
    )
    assert one.text == "The ferry to Gull Rock ran late on Monday.\n\nThe keeper said: nobody minded."
    assert (two.outlet, two.text) == ("Gannet Post", "The lamp of Quenby stays lit.")


def test_titles_without_a_label_and_writers_with_their_family_names_first_are_read():
    rule, text = "_" * 40, "Full text: The ferry ran late.\n\nDatabase: ProQuest Central"
    head = "Document 1 of 1\n\nFerry late\n\nAuthor: Corrie, Ida; Vale, Tom\n\nPublication title: Quenby Echo\n\nPublisher: Coast Media\n"
    (found,) = proquest.records(f"{rule}\n\n{head}\n{text}\n")
    assert (found["title"], found["byline"]) == ("Ferry late", "Ida Corrie; Tom Vale")
    assert (found["publication"], found["published_by"]) == ("Quenby Echo", "Coast Media")


def test_a_label_that_comes_again_behind_the_text_adds_nothing_to_the_field_above(tmp_path):
    again = RULED.replace(
        "Title: Ferry to Gull Rock runs late\n",
        "Title: Ferry to Gull Rock runs late\n\nAuthor: Corrie, Ida\n",
    )
    one, _ = take(tmp_path, again)
    assert (one.title, one.byline) == ("Ferry to Gull Rock runs late", "Ida Corrie")
