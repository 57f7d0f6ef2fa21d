"""Downloads of press archives, LexisNexis above all: each document an article, what stands around it its fields."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.readers import press, read
from retold.readers.content import Head
from retold.readers.formats import press_archive
from retold.readers.press import europresse, factiva, lexisnexis, proquest
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


def test_a_sheet_before_the_first_document_that_lists_no_titles_is_no_title(tmp_path):
    (one,) = take(tmp_path, f"Job Number: 214\n\nDocuments (1)\n\n{NEW}")
    assert one.title == "Ferry to Gull Rock runs late"


@pytest.mark.parametrize(
    "label", ["BODY:\n\n", "BODY:\n", "Body :\n\n", "VOLLTEXT:\n\n", "TEXTE :\n", "FULL TEXT: ", "BODY: "]
)
def test_the_label_of_the_body_with_a_colon_opens_it_and_is_no_text(tmp_path, label):
    head = "HIGHLIGHT: Nobody minded"
    one, two = take(tmp_path, OLD.replace("LENGTH: 20 words\n", f"LENGTH: 20 words\n\n{head}\n\n{label}", 1))
    assert one.text.startswith("The ferry to Gull Rock ran late") and "Keeper's note" in one.text
    assert (one.title, one.extra["highlight"]) == ("Ferry to Gull Rock runs late", "Nobody minded")
    assert two.text == "The lamp of Quenby stays lit for another winter."


def test_a_paragraph_that_begins_with_the_word_text_is_no_label(tmp_path):
    one, _ = take(tmp_path, OLD.replace("Keeper's note:", "Text:"))
    assert one.text.startswith("The ferry") and one.text.endswith("Text: the lamp was lit.")


def test_a_report_on_documents_is_none():
    assert press_archive.FORMAT.probe(Head.of(b"The court read 1 of 2 DOCUMENTS aloud.\nIt took a day.")) == 0


@given(st.text(alphabet="1 of2DOCUMENTS\n:LENGTHWC_ta", max_size=200))
def test_no_document_raises(text):
    for one in lexisnexis.documents(text):
        lexisnexis.record(one)
    for kind in press.KINDS:
        list(press.articles(kind, text, "a"))


@pytest.mark.parametrize("kind", [factiva, lexisnexis, proquest])
def test_a_report_is_no_download(kind):
    assert not kind.is_download(
        "The committee read Document A12 of 20 words.\n\nFull text: none.\n" + "_" * 30
    )


# A download in RTF as the archive writes it: a list of documents, each with a linked title, fields in bold,
# a foot with the page, letters as \u and as bytes of the code page.
RTF = rb"""{\rtf1\ansi\ansicpg1252\uc1\deff0{\fonttbl{\f0\fnil Arial;}}{\colortbl;\red0\green0\blue255;}
{\footer\pard\qr Page \chpgn\par}
\pard{\b User Name:} Ida Corrie\par{\b Date and Time:} Tuesday, March 5, 2019 9:12:00 AM GMT\par
{\b Job Number:} 80000001\par\pard{\b Documents (2)}\par
\pard 1. {\field{\*\fldinst{HYPERLINK "https://archive.example/doc?1"}}{\fldrslt{\cf1 Ferry to Gull Rock runs late}}}\par
\pard 2. {\field{\*\fldinst{HYPERLINK "https://archive.example/doc?2"}}{\fldrslt{\cf1 Lamp stays lit}}}\par\page
\pard\qc{\field{\*\fldinst{HYPERLINK "https://archive.example/doc?1"}}{\fldrslt{\b\cf1 Ferry to Gull Rock runs late}}}\par
\pard\qc Quenby Echo\par\pard\qc March 4, 2019 Monday\par\pard\par
\pard\qc Copyright 2019 Echo Papers All Rights Reserved\par\pard\par
\pard{\b Section: }NEWS; Pg. 3\par\pard{\b Length: }20 words\par\pard{\b Byline: }Ida Corrie\par\pard{\b Body}\par\pard\par
\pard The ferry to Gull Rock ran late on Monday, said Zo\'eb Lark.\par\pard\par
\pard \u8220?Nobody on the quay minded,\u8221? she added.\par\pard\par
\pard{\b Load-Date: }March 5, 2019\par\pard\par\pard\qc{\b End of Document}\par\page
\pard\qc{\field{\*\fldinst{HYPERLINK "https://archive.example/doc?2"}}{\fldrslt{\b\cf1 Lamp stays lit}}}\par
\pard\qc Gannet Post\par\pard\qc March 5, 2019 Tuesday\par\pard\par
\pard{\b Length: }9 words\par\pard{\b Body}\par\pard\par
\pard The lamp of Quenby stays lit for another winter.\par\pard\par
\pard{\b Load-Date: }March 6, 2019\par\pard\par\pard\qc{\b End of Document}\par}
"""


def test_a_download_in_rtf_is_told_apart_with_its_letters(tmp_path):
    pytest.importorskip("striprtf")
    (tmp_path / "a.rtf").write_bytes(RTF)
    one, two = read([tmp_path / "a.rtf"], Clean())
    assert (one.outlet, one.published, one.title, one.byline) == (
        "Quenby Echo",
        "2019-03-04",
        "Ferry to Gull Rock runs late",
        "Ida Corrie",
    )
    assert one.text == (
        "The ferry to Gull Rock ran late on Monday, said Zoë Lark.\n\n“Nobody on the quay minded,” she added."
    )
    assert (two.outlet, two.published, two.title) == ("Gannet Post", "2019-03-05", "Lamp stays lit")
    assert two.text == "The lamp of Quenby stays lit for another winter."


BARE = """Document 1 of 2

Quenby Echo

March 4, 2019, Monday

Ferry to Gull Rock runs late

LENGTH: 20 words

The ferry to Gull Rock ran late on Monday.

LOAD-DATE: March 5, 2019


Document 2 of 2

Taven Post

March 6, 2019

Lamp lit

LENGTH: 11 words

A lamp was lit on the quay.

LOAD-DATE: March 6, 2019
"""


def test_documents_that_are_counted_without_the_word_behind_are_told_apart(tmp_path):
    one, two = take(tmp_path, BARE)
    assert (one.outlet, one.published, one.title) == (
        "Quenby Echo",
        "2019-03-04",
        "Ferry to Gull Rock runs late",
    )
    assert (two.outlet, two.published, two.text) == (
        "Taven Post",
        "2019-03-06",
        "A lamp was lit on the quay.",
    )


def test_a_report_that_opens_as_a_counted_document_without_labels_is_no_download():
    assert not lexisnexis.is_download(
        "Document 1 of 2\n\nThe clerk read it aloud.\n\nNobody asked for the other."
    )


def test_pictures_and_classes_under_headings_at_the_end_of_a_document_are_no_text():
    text = "Ferry late\nQuenby Echo\nMarch 4, 2019\n\nLength: 9 words\n\nBody\n\nThe ferry ran late.\n\nGraphic\n\nThe quay.\n\nClassification\n\nLanguage: ENGLISH\n\nLoad-Date: March 5, 2019\n\nEnd of Document"
    (found,) = lexisnexis.records(text)
    assert (found["text"], found["graphic"], found["load_date"]) == (
        "The ferry ran late.",
        "The quay.",
        "March 5, 2019",
    )


def test_an_edition_behind_the_day_of_the_newer_form_is_no_title_and_the_end_is_no_text(tmp_path):
    text = (
        "Document 1 of 2\n\nFerry to Gull Rock runs late\n\nQuenby Echo\n\nMarch 4, 2019 Monday\nEvening Edition\n\n"
        "Length: 20 words\n\nBody\n\nThe ferry to Gull Rock ran late on Monday.\n\nLoad-Date: March 5, 2019\n\n"
        "End of Document\n\nDocument 2 of 2\n\nLamp stays lit\n\nGannet Post\n\nMarch 5, 2019 Tuesday\n\n"
        "Length: 9 words\n\nBody\n\nThe lamp of Quenby stays lit for another winter.\n\nEnd of Document\n"
    )
    found = [(one.outlet, one.published, one.title) for one in take(tmp_path, text)]
    assert found == [
        ("Quenby Echo", "2019-03-04", "Ferry to Gull Rock runs late"),
        ("Gannet Post", "2019-03-05", "Lamp stays lit"),
    ]
    assert [one.text for one in take(tmp_path, text)][1] == "The lamp of Quenby stays lit for another winter."


EUROPRESSE = """L'Écho de Quenby
lundi 4 mars 2019 • 33 mots • p. 3

Le bac a du retard

Ida Corrie

Le bac de Gull Rock a eu du retard lundi, et personne ne s'en est plaint.

© 2019 L'Écho de Quenby. Tous droits réservés. Le présent document est protégé par les lois et conventions internationales sur le droit d'auteur et son utilisation est régie par ces lois et conventions.

news·20190304·EQ·0012


Gannet Post, no. 812 • mardi 5 mars 2019 • 12 mots

La lampe reste allumée

La lampe de Quenby reste allumée un hiver de plus.

© 2019 Gannet Post. Tous droits réservés. Le présent document est protégé par les lois.

news·20190305·GP·0003
"""


def test_the_text_of_europresse_is_told_apart_by_its_numbers(tmp_path):
    (tmp_path / "a.txt").write_text(EUROPRESSE)
    one, two = read([tmp_path / "a.txt"], Clean())
    assert (one.outlet, one.published, one.title) == ("L'Écho de Quenby", "2019-03-04", "Le bac a du retard")
    assert (
        one.byline == "Ida Corrie" and one.text.startswith("Le bac de Gull Rock") and "droits" not in one.text
    )
    assert (two.outlet, two.published, two.byline) == ("Gannet Post", "2019-03-05", None)
    assert two.text == "La lampe de Quenby reste allumée un hiver de plus."


@given(st.text(alphabet="news·20190304EQ©mots1 \n•,"))
def test_nothing_breaks_the_reading_of_europresse(text):
    assert all(isinstance(one, dict) for one in europresse.records(text)) and europresse.is_download(
        text
    ) in (True, False)


def test_labels_of_a_download_may_have_other_letters(tmp_path):
    text = OLD.replace("LENGTH: 20 words", "LÄNGE: 20 Wörter").replace("LANGUAGE: ENGLISH", "SPRACHE: GERMAN")
    (tmp_path / "a.txt").write_text(text)
    first = next(iter(read([tmp_path / "a.txt"], Clean())))
    assert "LÄNGE" not in first.text and "SPRACHE" not in first.text


def test_a_correction_that_the_archive_appends_is_said_of_the_document():
    text = "Lamp stays lit\n\nGannet Post\n\nMarch 5, 2019 Tuesday\n\nCorrection Appended\n\nLength: 20 words\n\nBody\n\nThe lamp stays lit, the keeper said.\n\nCorrection\n\nThe lamp is of 1884, not of 1848.\n\nLoad-Date: March 6, 2019\n\nEnd of Document\n"
    (found,) = lexisnexis.records(text)
    assert (found["notice"], found["text"]) == ("correction", "The lamp stays lit, the keeper said.")
    (plain,) = lexisnexis.records(text.replace("Correction\n\nThe lamp is of 1884, not of 1848.\n\n", ""))
    assert plain["notice"] is None
