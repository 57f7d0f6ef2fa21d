"""What is known and not read is named, and never taken for plain text."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.model import Article, SetAside
from retold.readers import markup, read, signatures
from retold.readers.content import Head
from retold.readers.formats import foreign, xml_other
from retold.settings import Clean

FERRY = "The ferry to Gull Rock ran late on Monday. Nobody on the quay seemed to mind."
SAVED = f'From: <Saved>\nMIME-Version: 1.0\nSnapshot-Content-Location: https://echo.example\nContent-Type: multipart/related;\n\ttype="text/html"\n\n{FERRY}'


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7 of some length", "a PDF"),
        (b"SQLite format 3\x00" + bytes(80), "an SQLite database"),
        (b"PAR1" + bytes(80), "a Parquet file"),
        (b"WARC/1.0\r\nWARC-Type: response\r\n\r\n<p>The ferry", "a web archive (WARC)"),
        (b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>The ferry", "an answer of a web server"),
        (b"Return-Path: <x@y.example>\nReceived: from a by b\n with c\n\n", "an e-mail"),
        (SAVED.encode(), "a saved page with its parts (MHTML)"),
        (b"7z\xbc\xaf\x27\x1c The ferry", "a 7z archive"),
        (bytes(range(256)) * 2, "a binary file"),
    ],
)
def test_a_foreign_file_is_one_line_that_names_it(tmp_path: Path, data: bytes, kind: str) -> None:
    (tmp_path / "a.txt").write_bytes(data)
    (one,) = read([tmp_path], Clean())
    assert isinstance(one, SetAside)
    assert kind in one.why and one.cure


@pytest.mark.parametrize(
    ("suffix", "kind"), [(".css", "a style sheet"), (".js", "a script"), (".eml", "an e-mail")]
)
def test_a_suffix_tells_where_the_content_does_not(tmp_path: Path, suffix: str, kind: str) -> None:
    (tmp_path / f"a{suffix}").write_text("body { colour: sea }")
    (one,) = read([tmp_path], Clean())
    assert isinstance(one, SetAside) and kind in one.why


@pytest.mark.parametrize(
    "text",
    [
        f"From Quenby on Monday\n\n{FERRY}",
        f"Subject: ferries\n\n{FERRY}",
        f"From: our correspondent\nDate: Monday\n\n{FERRY}",
        f"Quenby: the ferry\nGull Rock: the barge\n\n{FERRY}",
        f"WARNING: {FERRY}",
        f"---\noutlet: Quenby Echo\n---\n{FERRY}",
    ],
)
def test_a_report_that_opens_a_little_like_a_message_is_a_report(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.txt").write_text(text)
    assert isinstance(next(iter(read([tmp_path], Clean()))), Article)


def test_feeds_are_named_as_xml_and_pages_are_pages() -> None:
    assert markup.is_xml("<?xml version='1.0'?><rss/>") and not markup.is_page("<?xml version='1.0'?><rss/>")
    assert markup.is_page("<?xml version='1.0'?><!DOCTYPE html><html>")
    assert xml_other.FORMAT.probe(Head.of(b"The ferry")) < 0 < xml_other.FORMAT.probe(Head.of(b"<rss>"))


def test_every_suffix_of_the_table_is_one_of_the_format() -> None:
    assert set(foreign.FORMAT.suffixes) == set(signatures.suffixes())
    assert all(signatures.by_suffix(suffix) for suffix in signatures.suffixes())
    assert signatures.by_suffix(".txt") is None


def test_a_document_is_known_by_its_members() -> None:
    assert signatures.packed_document({"mimetype", "META-INF/container.xml"}) == "an electronic book (EPUB)"
    assert signatures.packed_document({"a.txt"}) is None


@given(st.binary(max_size=300))
def test_no_bytes_raise(data: bytes) -> None:
    head = Head.of(data)
    signatures.signed(head)
    signatures.is_binary(data)
    markup.is_page(head.start)


@given(st.text(alphabet="From: \n\tabc@-", max_size=80))
def test_no_headers_raise(text: str) -> None:
    signatures.signed(Head.of(text.encode()))
