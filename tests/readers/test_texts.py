"""Readers of texts: notes first, then articles; several records of one file are one file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from retold.model import Article, SetAside
from retold.readers.content import Content, opened
from retold.readers.identities import Identities
from retold.readers.limits import Limits
from retold.readers.registry import Found, Record
from retold.readers.sources import FileSource
from retold.readers.texts import of_article, of_lines, of_records, of_text


def take(path: Path, reader: Callable[[Content], Found], known: Identities | None = None) -> list[object]:
    source = FileSource(name=path.name, where=path.name, named=True, path=path)
    with opened(source, Limits(50), known or Identities()) as content:
        return list(reader(content))


def write(folder: Path, data: bytes, name: str = "a") -> Path:
    (folder / name).write_bytes(data)
    return folder / name


def test_a_guess_is_told_before_the_article(tmp_path):
    note, record = take(
        write(tmp_path, b"the caf\xe9 on the quay"), of_article(lambda text: Article("", text))
    )
    assert isinstance(note, SetAside) and "cp1252" in note.why
    assert record == Record(Article("", "the café on the quay"))


def test_no_article_is_a_line(tmp_path):
    (note,) = take(write(tmp_path, b"x"), of_article(lambda _: None))
    assert isinstance(note, SetAside) and "without text" in note.why


def test_the_text_is_parsed_once_and_whole(tmp_path):
    reader = of_text(lambda text, content: [Record(Article(content.where, text))])
    assert take(write(tmp_path, b"One.\nTwo."), reader) == [Record(Article("a", "One.\nTwo."))]


def test_a_file_of_records_again_is_refused_as_a_whole(tmp_path):
    reader = of_records(lambda text, _: [Record(Article("", text), ":1"), Record(Article("", text), ":2")])
    known = Identities()
    assert len(take(write(tmp_path, b"x", "a"), reader, known)) == 2
    (note,) = take(write(tmp_path, b"x", "b"), reader, known)
    assert "the same as a" in str(note)


def test_lines_carry_their_number_and_long_ones_are_named_where_they_stand(tmp_path):
    reader = of_lines(lambda rows, _: ((n, Article("", row.decode().strip())) for n, row in rows))
    found = take(write(tmp_path, b"one\n" + b"x" * 99 + b"\nthree\n"), reader)
    assert [one.tail if isinstance(one, Record) else one.where for one in found] == [":1", "a:2", ":3"]


def test_lines_without_any_article_are_told(tmp_path):
    (note,) = take(write(tmp_path, b"one\n"), of_lines(lambda *_: iter(())))
    assert isinstance(note, SetAside) and "no article" in note.why
