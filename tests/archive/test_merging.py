"""Rows that stay are copied between the new ones, in the order of the stories."""

from __future__ import annotations

from pathlib import Path

import pytest

from retold.archive import files, merging, tables
from retold.archive.lazy import StoredRows
from retold.archive.merging import Kept
from retold.model import Article, Change, SetAside, Story


def story(name: str, *articles: str) -> Story:
    return Story(name, articles, (articles,), 1.0)


def change(name: str, story: str) -> Change:
    return Change(name, story, None, "a", "b", False, "wording", (), (), "x", "y", "wording", 0.9, ())


def rows(*stories: str) -> tables.Rows:
    return {"changes": [change(f"{name}{n}", name) for name in stories for n in range(2)]}


@pytest.fixture
def older(tmp_path: Path) -> Path:
    folder = tmp_path / "older"
    folder.mkdir()
    articles = [Article(name, "It rained.") for name in "aceg"]
    files.written([{"articles": articles}, rows("s1", "s3", "s5", "s7")], folder)
    return folder


def merged(into: Path, kept: Kept, *parts: tables.Rows) -> Path:
    into.mkdir()
    merging.merge(kept, parts, into)
    return into


def test_new_rows_stand_where_their_story_stands(
    older: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "GROUP", 2)
    order = {name: place for place, name in enumerate(("s0", "s1", "s2", "s5", "s7", "s8"))}
    kept = Kept(older, order, {}, {}, frozenset(("s1", "s7")), frozenset(), frozenset())
    into = merged(tmp_path / "new", kept, rows("s0"), rows("s2", "s5"), rows("s8"))
    found = [one.story for one in StoredRows(into / "changes.parquet", Change)]
    assert found == [name for name in order for _ in range(2)]
    assert sorted(file.name for file in into.iterdir()) == sorted(f"{name}.parquet" for name in tables.TABLES)


def test_articles_stay_unless_they_go_or_come_anew(older: Path, tmp_path: Path) -> None:
    ids = {name: place for place, name in enumerate("abcd")}
    kept = Kept(older, {}, ids, {}, frozenset(), frozenset(), frozenset("bc"))
    fresh = [Article("b", "It snowed."), Article("c", "It thawed."), Article("d", "It froze.")]
    into = merged(tmp_path / "new", kept, {"articles": fresh})
    found = list(StoredRows(into / "articles.parquet", Article))
    assert [(one.id, one.text) for one in found] == [
        ("a", "It rained."), ("b", "It snowed."), ("c", "It thawed."), ("d", "It froze."),
    ]  # fmt: skip


def test_stories_stay_where_nothing_of_them_changed(tmp_path: Path) -> None:
    older = tmp_path / "older"
    older.mkdir()
    files.written([{"stories": [story("s1", "a"), story("s3", "b"), story("s5", "c")]}], older)
    order = {name: place for place, name in enumerate(("s1", "s2", "s3"))}
    kept = Kept(older, order, {}, {}, frozenset(("s1", "s3")), frozenset(("s1",)), frozenset())
    into = merged(tmp_path / "new", kept, {"stories": [story("s2", "z"), story("s3", "b", "d")]})
    found = list(StoredRows(into / "stories.parquet", Story))
    assert found == [story("s1", "a"), story("s2", "z"), story("s3", "b", "d")]


def test_notes_come_whole(older: Path, tmp_path: Path) -> None:
    kept = Kept(older, {"s9": 0}, {}, {"z": 0}, frozenset(), frozenset(), frozenset())
    note = SetAside("z", "It is empty.", "Leave it out.")
    into = merged(tmp_path / "new", kept, {"set_aside": [note]})
    assert list(StoredRows(into / "set_aside.parquet", SetAside)) == [note]
    assert list(StoredRows(into / "changes.parquet", Change)) == []
