"""What a document hides, leads away with or sets at its foot is no text of a report."""

from __future__ import annotations

from pathlib import Path

import pytest

from retold.model import Article
from retold.readers import read
from retold.readers.formats import markdown_text, rich_text
from retold.settings import Clean
from tests.readers.test_documents import FERRY, MIND, docx, epub, run

ASIDE = "Ask the harbour office about this."


def texts(path: Path, data: bytes) -> list[tuple[str | None, str]]:
    path.write_bytes(data)
    return [(one.title, one.text) for one in read([path], Clean()) if isinstance(one, Article)]


def hidden(text: str, mark: str = "<w:vanish/>") -> str:
    return f"<w:r><w:rPr><w:b/>{mark}</w:rPr><w:t xml:space='preserve'>{text}</w:t></w:r>"


def test_a_run_that_is_hidden_is_no_text_and_one_that_is_shown_again_is(tmp_path: Path) -> None:
    shown = hidden(MIND, "<w:vanish w:val='false'/>")
    assert texts(tmp_path / "a.docx", docx(run(f"{FERRY} ") + hidden(ASIDE) + shown)) == [
        (None, f"{FERRY} {MIND}")
    ]


@pytest.mark.parametrize(
    "rich",
    [
        rf"{FERRY} {{\v {ASIDE}}}{MIND}",
        rf"{FERRY} {{\b\fs24\v\i {ASIDE} \'93Now\'94}}{MIND}",
        rf"{FERRY} \v {ASIDE}\v0 {MIND}",
    ],
)
def test_words_that_rich_text_hides_are_no_text(tmp_path: Path, rich: str) -> None:
    found = texts(tmp_path / "a.rtf", rf"{{\rtf1\ansi {rich}\par}}".encode())
    assert [" ".join(text.split()) for _, text in found] == [f"{FERRY} {MIND}"]


def test_signs_that_begin_as_the_sign_of_hidden_words_hide_nothing() -> None:
    assert rich_text._HIDDEN.sub("", r"{\vertalc The lamp} \viewkind4 burns") == (
        r"{\vertalc The lamp} \viewkind4 burns"
    )


def test_a_list_of_what_a_book_holds_is_no_article_and_a_report_with_links_is(tmp_path: Path) -> None:
    listed = "<h1>In this issue</h1><ol><li><p><a href='c%201.xhtml'>Ferry late</a></p></li><li><a href='x'>Lamp lit</a> 4</li></ol>"
    linked = f"<h1>Ferry late</h1><p>{FERRY} <a href='y'>{MIND}</a></p>"
    other = f"<h1>Lamp lit</h1><p>{MIND}</p>"
    assert [title for title, _ in texts(tmp_path / "a.epub", epub(listed, linked, other))] == [
        "Ferry late",
        "Lamp lit",
    ]


def test_a_note_at_the_foot_of_a_marked_down_text_goes_with_its_number() -> None:
    text = f"{FERRY}[^a] {MIND}\n\n[^a]: {ASIDE}\nIt is shut."
    assert [one.text for one in markdown_text.paragraphs(text)] == [f"{FERRY} {MIND}"]
