"""Documents that people write: DOCX, ODT, EPUB, RTF, PDF, XLSX and Markdown give paragraphs and a title."""

from __future__ import annotations

import csv
import io
import re
import time
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retold.model import Article, SetAside
from retold.readers import documents, frontmatter, optional, pages, read, zipdocs
from retold.readers.content import Head
from retold.readers.documents import Paragraph
from retold.readers.formats import (
    electronic_book,
    markdown_text,
    open_document,
    pdf_document,
    rich_text,
    word_document,
    workbook,
)
from retold.readers.sources import Refused
from retold.settings import Clean

FERRY = "The ferry to Gull Rock ran late on Monday."
MIND = "Nobody on the quay seemed to mind."
BOTH = f"{FERRY}\n\n{MIND}"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"


def zipped(members: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            how = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(name, data, how)
    return out.getvalue()


def docx(*paragraphs: str) -> bytes:
    body = "".join(f"<w:p>{one}</w:p>" for one in paragraphs)
    return zipped({"word/document.xml": f"<w:document xmlns:w='{W}'><w:body>{body}</w:body></w:document>"})


def run(text: str) -> str:
    return f"<w:r><w:t xml:space='preserve'>{text}</w:t></w:r>"


def styled(name: str, text: str) -> str:
    return f"<w:pPr><w:pStyle w:val='{name}'/></w:pPr>{run(text)}"


def odt(body: str) -> bytes:
    content = f"<o:document-content xmlns:o='{OFFICE}' xmlns:t='{TEXT}'><o:body><o:text>{body}</o:text></o:body></o:document-content>"
    return zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content})


def epub(*chapters: str) -> bytes:
    items = "".join(
        f"<item id='c{i}' href='c%20{i}.xhtml' media-type='application/xhtml+xml'/>"
        for i, _ in enumerate(chapters)
    )
    order = "".join(f"<itemref idref='c{i}'/>" for i, _ in enumerate(chapters))
    head = "<d:title xmlns:d='d'>Quenby Echo [Mon, 04 Mar 2019]</d:title><d:date xmlns:d='d'>2019-03-04</d:date><d:publisher xmlns:d='d'>calibre</d:publisher>"
    return zipped(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": "<container><rootfiles><rootfile full-path='in/book.opf'/></rootfiles></container>",
            "in/book.opf": f"<package><metadata>{head}</metadata><manifest>{items}</manifest><spine>{order}</spine></package>",
            **{f"in/c {i}.xhtml": f"<html><body>{one}</body></html>" for i, one in enumerate(chapters)},
        }
    )


def pdf(*printed: list[str]) -> bytes:
    """A PDF of these pages, each a list of lines."""
    objects = ["<</Type/Catalog/Pages 2 0 R>>", "", "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"]
    kids = []
    for lines in printed:
        drawn = "".join(f"1 0 0 1 50 {780 - 14 * i} Tm ({line}) Tj " for i, line in enumerate(lines))
        stream = f"BT /F1 10 Tf {drawn}ET"
        objects.append(f"<</Length {len(stream)}>>stream\n{stream}\nendstream")
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents {len(objects)} 0 R>>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<</Type/Pages/Kids[{' '.join(kids)}]/Count {len(kids)}>>"
    out, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj{one}endobj\n".encode("latin-1")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    return (
        out
        + f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer<</Size {size}/Root 1 0 R>>\nstartxref\n{len(out)}\n%%EOF".encode()
    )


def take(tmp_path: Path, data: bytes, name: str) -> list[Article | SetAside]:
    (tmp_path / name).write_bytes(data)
    return list(read([tmp_path / name], Clean()))


def test_a_word_document_gives_its_paragraphs_and_the_title_of_its_style(tmp_path):
    data = docx(
        styled("Title", "Ferry late"),
        run("The ferry to ")
        + "<w:hyperlink>"
        + run("Gull Rock")
        + "</w:hyperlink>"
        + run(" ran late on Monday."),
        run(MIND),
    )
    (found,) = take(tmp_path, data, "a.docx")
    assert (found.title, found.text) == ("Ferry late", BOTH)


def test_what_was_struck_out_of_a_word_document_is_no_text(tmp_path):
    struck = "<w:del><w:r><w:delText>The barge sank.</w:delText></w:r></w:del>"
    twice = f"<w:r><w:fallback><w:p>{run('A box.')}</w:p></w:fallback></w:r>"
    (found,) = take(tmp_path, docx(run(FERRY) + struck, run(MIND) + twice), "a.docx")
    assert found.text == BOTH


def test_a_word_document_under_another_name_is_read_as_one(tmp_path):
    (found,) = take(tmp_path, docx(run(FERRY), run(MIND)), "a.zip")
    assert found.text == BOTH


def test_an_open_document_gives_its_paragraphs_without_notes(tmp_path):
    note = "<t:note><t:note-body><t:p>A note.</t:p></t:note-body></t:note>"
    body = f"<t:h t:outline-level='1'>Ferry late</t:h><t:p>The ferry<t:s/>to <t:span>Gull Rock</t:span> ran late on Monday.{note}</t:p><t:p>{MIND}</t:p>"
    (found,) = take(tmp_path, odt(body), "a.odt")
    assert (found.title, found.text) == ("Ferry late", BOTH)


def test_each_document_of_a_book_is_an_article_of_its_paper(tmp_path):
    data = epub(
        "<h1>Echo</h1>",
        f"<h2>Ferry late</h2><p>{FERRY}</p><p>{MIND}</p>",
        "<h2>Lamp</h2><p>The lamp is lit.</p>",
    )
    one, two = take(tmp_path, data, "a.epub")
    assert (one.title, one.text, one.outlet, one.published) == (
        "Ferry late",
        BOTH,
        "Quenby Echo",
        "2019-03-04",
    )
    assert (two.title, two.text) == ("Lamp", "The lamp is lit.")


def test_rtf_gives_paragraphs_with_their_letters(tmp_path):
    pytest.importorskip("striprtf")
    data = rb"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}\pard The ferry to Gull Rock ran late on Monday, said Zo\'eb.\par Nobody on the quay \u8220?minded\u8221?.\par}"
    (found,) = take(tmp_path, data, "a.rtf")
    assert (
        found.text == "The ferry to Gull Rock ran late on Monday, said Zoë.\n\nNobody on the quay “minded”."
    )


def test_heads_and_line_ends_of_a_pdf_are_undone_and_hyphens_mended(tmp_path):
    pytest.importorskip("pypdfium2")
    one = [
        "Quenby Echo, 4 March 2019",
        "The ferry to Gull Rock ran late on Monday, as the har-",
        "bour office said in the evening of the same long day.",
        "Nobody on the quay seemed to mind the wait, and the",
        "well-known keeper of the lamp lit it as he always did,",
        "1",
    ]
    two = [
        "Quenby Echo, 4 March 2019",
        "before the boats came in from the bank with the mack-",
        "erel that the town had waited for since early morning.",
        "2",
    ]
    (found,) = take(tmp_path, pdf(one, two), "a.pdf")
    assert " ".join(found.text.split()) == (
        "The ferry to Gull Rock ran late on Monday, as the harbour office said in the evening of the same long "
        "day. Nobody on the quay seemed to mind the wait, and the well-known keeper of the lamp lit it as he "
        "always did, before the boats came in from the bank with the mackerel that the town had waited for "
        "since early morning."
    )


def test_a_pdf_of_pictures_and_a_damaged_one_are_told_apart(tmp_path):
    pytest.importorskip("pypdfium2")
    (bare,) = take(tmp_path, pdf([]), "a.pdf")
    (damaged,) = take(tmp_path, b"%PDF-1.7 of some length", "b.pdf")
    assert "text layer" in bare.why and "OCR" in bare.cure and "damaged" in damaged.why


def test_every_row_of_a_sheet_is_an_article_and_days_stay_days(tmp_path):
    openpyxl = pytest.importorskip("openpyxl")
    from datetime import datetime

    book = openpyxl.Workbook()
    book.active.append(["Headline", "Body", "Source", "Date", "Page"])
    book.active.append(["Ferry late", BOTH, "Quenby Echo", datetime(2019, 3, 4), 3])
    book.active.append([])
    book.active.append(["Lamp", "The lamp is lit.", "Gannet Post", datetime(2019, 3, 5, 9, 30), 1])
    book.create_sheet("Notes").append(["Only a note"])
    book.save(tmp_path / "a.xlsx")
    one, two = read([tmp_path / "a.xlsx"], Clean())
    assert (one.title, one.text, one.outlet, str(one.published)[:10], one.extra["Page"]) == (
        "Ferry late",
        BOTH,
        "Quenby Echo",
        "2019-03-04",
        3,
    )
    assert two.outlet == "Gannet Post" and str(two.published).startswith("2019-03-05T09:30")


def test_a_sheet_whose_rows_are_out_of_reach_is_told(tmp_path):
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    book.active.append(["Headline", "Body"])
    book.active.cell(5000, 2, FERRY)
    book.save(tmp_path / "a.xlsx")
    (note,) = read([tmp_path / "a.xlsx"], Clean())
    assert isinstance(note, SetAside) and "without a row" in note.why


def test_markdown_loses_its_marks_and_joins_its_lines(tmp_path):
    data = f"---\noutlet: Quenby Echo\n---\n# Ferry *late*\n\nThe ferry to [Gull Rock](https://x.example)\nran **late** on Monday.\n\n![boat](b.png)\n\n* {MIND}\n"
    (found,) = take(tmp_path, data.encode(), "a.md")
    assert (found.title, found.text, found.outlet) == ("Ferry late", BOTH, "Quenby Echo")


def test_a_press_archive_in_a_word_document_is_told_apart(tmp_path):
    lines = [
        "1 of 2 DOCUMENTS",
        "Quenby Echo",
        "March 4, 2019 Monday",
        "Ferry late",
        "LENGTH: 9 words",
        FERRY,
        "LOAD-DATE: March 5, 2019",
        "2 of 2 DOCUMENTS",
        "Gannet Post",
        "March 5, 2019",
        "Lamp",
        "LENGTH: 4 words",
        "The lamp is lit.",
        "LOAD-DATE: March 6, 2019",
    ]
    one, two = take(tmp_path, docx(*map(run, lines)), "a.docx")
    assert (one.outlet, one.text, one.published) == ("Quenby Echo", FERRY, "2019-03-04")
    assert (two.outlet, two.text) == ("Gannet Post", "The lamp is lit.")


def test_a_missing_library_is_named_with_what_to_install():
    with pytest.raises(Refused) as refused:
        optional.module("no_such_library.part", "a.pdf", "a PDF")
    assert "no_such_library" in refused.value.note.why and "pip install" in refused.value.note.cure


@pytest.mark.parametrize("name", ["a.docx", "a.odt", "a.epub", "a.xlsx"])
def test_a_document_that_breaks_off_is_one_line(tmp_path, name):
    whole = {
        "a.docx": docx(run(FERRY)),
        "a.odt": odt(f"<t:p>{FERRY}</t:p>"),
        "a.epub": epub(f"<p>{FERRY}</p>"),
    }.get(name) or docx(run(FERRY))
    (note,) = take(tmp_path, whole[: len(whole) // 2], name)
    assert isinstance(note, SetAside) and note.cure


def test_a_document_that_declares_entities_or_unpacks_too_far_is_refused(tmp_path):
    bomb = f"<!DOCTYPE d [<!ENTITY a 'aaaa'>]><w:document xmlns:w='{W}'>&a;</w:document>"
    (entities,) = take(tmp_path, zipped({"word/document.xml": bomb}), "a.docx")
    (large,) = take(tmp_path, docx(run(" " * 30_000_000)), "b.docx")
    assert "entities" in entities.why and "larger than" in large.why


def test_a_document_packed_by_an_unusual_method_is_refused(tmp_path):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("word/document.xml", f"<w:document xmlns:w='{W}'>{run(FERRY)}</w:document>")
    (note,) = take(tmp_path, held.getvalue(), "a.docx")
    assert isinstance(note, SetAside) and "method" in note.why and note.cure


def test_a_page_that_a_book_lists_again_and_again_is_read_once(tmp_path):
    with zipfile.ZipFile(io.BytesIO(epub(f"<p>{FERRY}</p>"))) as archive:
        members = {name: archive.read(name).decode() for name in archive.namelist()}
    listed = {name: re.sub(r"(<itemref\b[^>]*>)", r"\1" * 40, text) for name, text in members.items()}
    assert listed != members
    (found,) = take(tmp_path, zipped(listed), "a.epub")
    assert found.text == FERRY


@pytest.mark.long
def test_many_pages_of_many_short_lines_are_joined_in_time():
    began = time.process_time()
    (found,) = pages.paragraphs([f"{n}x\n" + "ab\n" * 300 + f"y{n}" for n in range(1000)])
    assert len(found) > 800_000 and time.process_time() - began < 20


def test_a_compound_keeps_its_hyphen_where_the_text_has_it_elsewhere():
    text = "the sea-bird flew over\nthe quay and the sea-\nbird came home to the har-\nbour."
    assert pages.paragraphs([text]) == [
        "the sea-bird flew over the quay and the sea-bird came home to the harbour."
    ]


def test_levels_and_fields_of_documents():
    (found,) = documents.records([Paragraph("Ferry late", 1), Paragraph(FERRY)], "a", {"outlet": "Echo"})
    assert (found.article.title, found.article.text, found.article.outlet) == ("Ferry late", FERRY, "Echo")
    assert frontmatter.front_matter(f"---\noutlet: Echo\n---\n{FERRY}") == ({"outlet": "Echo"}, FERRY)
    assert zipdocs.claim(Head.of(b"PK\x03\x04 word/document.xml"), (), b"word/document.xml") == 1


@pytest.mark.parametrize(
    "form", [word_document, open_document, electronic_book, rich_text, pdf_document, workbook, markdown_text]
)
def test_no_document_claims_plain_text(form):
    assert form.FORMAT.probe(Head.of(b"The ferry ran late.", ".txt")) <= 0


@given(st.lists(st.text(alphabet="ab-\n1 .", max_size=60), max_size=5))
def test_no_pages_raise(printed):
    pages.paragraphs(printed)


@settings(max_examples=60, deadline=None)
@given(
    st.binary(max_size=60),
    st.integers(0, 300),
    st.sampled_from(["a.docx", "a.odt", "a.epub", "a.rtf", "a.pdf", "a.xlsx"]),
)
def test_no_broken_document_raises(tmp_path_factory, noise, place, name):
    whole = {
        "a.docx": docx(run(FERRY)),
        "a.odt": odt(f"<t:p>{FERRY}</t:p>"),
        "a.epub": epub(f"<p>{FERRY}</p>"),
        "a.rtf": rb"{\rtf1\ansi " + FERRY.encode() + b"}",
        "a.pdf": pdf([FERRY]),
        "a.xlsx": zipped({"xl/workbook.xml": "<w/>"}),
    }[name]
    for one in take(tmp_path_factory.mktemp("x"), whole[:place] + noise + whole[place + len(noise) :], name):
        assert isinstance(one, (Article, SetAside))
        assert not isinstance(one, SetAside) or "Error" not in one.why, one


def test_a_first_line_with_room_for_the_next_word_is_a_headline():
    lines = "Ferry runs late\nThe ferry to Gull Rock ran late on Monday, as\nit had on every Monday of the long winter,\nand nobody minded."
    assert pages.paragraphs([lines])[0] == "Ferry runs late"
    full = lines.replace("Ferry runs late", "Nobody on the quay of Quenby seemed to mind")
    assert pages.paragraphs([full])[0].startswith("Nobody on the quay of Quenby seemed to mind The ferry")


ABOVE = [
    ["Export of 4 March, three papers", "Query: story OR text", ""],
    ["Text of the search, source, and more", "", ""],
    ["Headline", "Source", "Full Text"],
    ["Ferry late", "Quenby Echo", "The ferry ran late."],
]


def test_a_table_of_text_and_a_workbook_have_their_header_in_one_place(tmp_path):
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    for row in ABOVE:
        book.active.append(row)
    book.save(tmp_path / "a.xlsx")
    with (tmp_path / "b.csv").open("w", newline="") as file:
        csv.writer(file).writerows(ABOVE)
    for name in ("a.xlsx", "b.csv"):
        (found,) = read([tmp_path / name], Clean())
        assert (found.outlet, found.title, found.text) == ("Quenby Echo", "Ferry late", "The ferry ran late.")


def test_rows_above_the_names_of_the_columns_are_passed_over(tmp_path):
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    for row in (["Export of 4 March"], ["Paper", "Text"], ["Quenby Echo", "The ferry ran late."]):
        book.active.append(row)
    book.save(tmp_path / "a.xlsx")
    (found,) = read([tmp_path / "a.xlsx"], Clean())
    assert (found.outlet, found.text) == ("Quenby Echo", "The ferry ran late.")
