"""What retold wrote is no article: passed over in a folder with one line, refused where it is named."""

from __future__ import annotations

from pathlib import Path

import pytest

import retold
from retold.model import Article, SetAside
from retold.readers import formats, read, skipped
from retold.readers.formats import result_page, stored_trace
from retold.readers.skipped import Skipped
from retold.report import page
from retold.settings import Clean

FERRY = (
    "The ferry to Gull Rock ran late on Monday, the harbour master said. Nobody on the quay seemed to mind."
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two articles, a trace of them, and its pages."""
    (tmp_path / "a.txt").write_text(FERRY)
    (tmp_path / "b.txt").write_text(FERRY.replace("Monday", "Tuesday"))
    trace = retold.trace(tmp_path)
    trace.save(tmp_path / "deep.trace")
    page.write(trace, tmp_path / "out.html")
    page.write_comparison(retold.compare(tmp_path / "a.txt", tmp_path / "b.txt"), tmp_path / "pair.html")
    return tmp_path


def test_results_among_articles_are_skipped_with_one_line(folder: Path) -> None:
    *articles, line = read([folder], Clean())
    assert [one.id for one in articles if isinstance(one, Article)] == ["a", "b"]
    assert isinstance(line, Skipped)
    assert all(name in line.where for name in ("deep.trace", "out.html", "pair.html"))


def test_a_named_result_is_refused(folder: Path) -> None:
    found = list(read([folder / "deep.trace", folder / "out.html"], Clean()))
    assert [type(one) for one in found] == [SetAside, SetAside]
    assert "retold show" in str(found[0])


def test_a_trace_of_a_folder_holds_no_note_on_its_older_results(folder: Path) -> None:
    with pytest.warns(UserWarning, match="made by retold"):
        again = retold.trace(folder)
    assert len(again.articles) == 2 and again.set_aside == ()


def test_a_folder_with_some_other_manifest_is_a_folder(tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_text('{"name": "ferries", "tables": 3}')
    (tmp_path / "a.txt").write_text(FERRY)
    assert [one.id for one in read([tmp_path], Clean()) if isinstance(one, Article)] == ["a"]


def test_a_page_that_speaks_of_retold_is_a_page(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(
        f"<html><head><title>retold</title></head><body><p>{FERRY} Made by retold.</p></body></html>"
    )
    assert isinstance(next(iter(read([tmp_path], Clean()))), Article)


def test_many_results_are_told_by_their_number() -> None:
    line = skipped.skipped_line([Skipped(f"{n}.html", "", "") for n in range(3)], 6)
    assert line.where == "0.html, 1.html, 2.html and 6 more"


def test_both_are_in_the_registry() -> None:
    assert {stored_trace.FORMAT.name, result_page.FORMAT.name} <= {
        one.name for one in formats.registry().formats
    }
