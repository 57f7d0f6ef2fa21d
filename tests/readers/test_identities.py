"""Ids are given once, and files that come again are known."""

from __future__ import annotations

from pathlib import Path

from retold.model import Article, SetAside
from retold.readers.identities import Identities
from retold.readers.sources import FileSource, held


def file(path: Path, data: bytes = b"The ferry sank.") -> FileSource:
    path.write_bytes(data)
    return FileSource(name=path.name, where=path.name, named=True, path=path)


def test_an_article_without_id_is_named_after_its_file_then_with_its_suffix(tmp_path: Path) -> None:
    known, source = Identities(), file(tmp_path / "a.txt")
    names = [known.admit(Article("", f"text {n}"), source, "") for n in range(3)]
    assert [one.id for one in names if isinstance(one, Article)] == ["a", "a.txt"]
    assert isinstance(names[2], SetAside) and names[2].cure == "rename the file"


def test_an_own_id_again_is_told_apart_by_its_text(tmp_path: Path) -> None:
    known, source = Identities(), file(tmp_path / "a.txt")
    assert known.admit(Article("x", "one"), source, ":1") == Article("x", "one")
    assert "again" in str(known.admit(Article("x", "one"), source, ":2"))
    assert "another text" in str(known.admit(Article("x", "two"), source, ":3"))


def test_a_file_under_a_second_name_is_the_same_file(tmp_path: Path) -> None:
    known, source = Identities(), file(tmp_path / "a.txt")
    (tmp_path / "b.txt").hardlink_to(tmp_path / "a.txt")
    assert known.again(source, source.path.stat()) is None
    assert "the same as" in str(known.again(file(tmp_path / "c.txt"), (tmp_path / "b.txt").stat()))


def test_streamed_files_of_one_size_are_compared_by_their_bytes(tmp_path: Path) -> None:
    known = Identities()
    one, other, again = (file(tmp_path / n, d) for n, d in (("a", b"11"), ("b", b"22"), ("c", b"11")))
    assert known.copied_stream(one, 2) is None
    assert known.copied_stream(other, 2) is None
    assert "the same as a" in str(known.copied_stream(again, 2))


def test_a_member_is_only_known_by_its_container(tmp_path: Path) -> None:
    source = held(file(tmp_path / "a"), "m", b"11")
    known = Identities()
    assert known.copied_stream(source, 2) is None
    assert known.copied_stream(source, 2) is None
    assert known.known("m", b"digest") is None
    assert "the same as m" in str(known.known("n", b"digest"))


def test_a_folder_is_entered_once_for_each_path_that_is_given(tmp_path: Path) -> None:
    known = Identities()
    assert [known.entered(tmp_path), known.entered(tmp_path)] == [False, True]
    known.next_path()
    assert not known.entered(tmp_path)
