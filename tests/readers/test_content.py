"""A content is taken whole, line by line, as text or as a file: within limits, from its first byte."""

from __future__ import annotations

import gzip
import io
from collections.abc import Iterator
from pathlib import Path

import pytest

from retold.model import SetAside
from retold.readers.content import Content, Head, opened
from retold.readers.identities import Identities
from retold.readers.limits import Allowance, Limits
from retold.readers.sources import FileSource, Refused, Source, Unpacked, held, member

LONG = b"".join(b"Row %06d of the harbour book.\n" % number for number in range(5_000))  # beyond the head


def file(path: Path, data: bytes) -> FileSource:
    path.write_bytes(data)
    return FileSource(name=path.name, where=str(path), named=True, path=path)


def packed(parent: Source, data: bytes, cut: int | None = None) -> Source:
    def opener() -> io.BufferedReader:
        stream = gzip.GzipFile(fileobj=io.BytesIO(gzip.compress(data)[:cut]))
        return Unpacked(stream, "p", "a gzip file", Allowance(10**9), (EOFError,)).buffered()

    return member(parent, "m", opener, Allowance(10**9))


@pytest.fixture(params=["file", "held", "packed"])
def source(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Source]:
    parent = file(tmp_path / "book.txt", LONG)
    made = {"file": parent, "held": held(parent, "m", LONG), "packed": packed(parent, LONG)}
    yield made[request.param]


def content(source: Source, largest: int = 10**7) -> Iterator[Content]:
    return opened(source, Limits(largest), Identities())  # type: ignore[return-value]


def test_the_whole_is_every_byte_once_though_the_head_was_read_before(source: Source) -> None:
    with content(source) as one:
        assert not one.head.complete
        assert one.whole() == LONG


def test_lines_are_numbered_and_go_over_the_end_of_the_head(source: Source) -> None:
    with content(source) as one:
        rows = list(one.lines([]))
    assert [number for number, _ in rows] == list(range(1, 5_001))
    assert b"".join(row for _, row in rows) == LONG


def test_a_file_can_seek_whatever_it_was_made_of(source: Source) -> None:
    with content(source) as one, one.file() as stream:
        assert stream.seek(0, io.SEEK_END) == len(LONG)
        stream.seek(31)
        assert stream.read(10) == LONG[31:41]


def test_the_whole_is_refused_above_the_bound(source: Source) -> None:
    with content(source, largest=1_000) as one, pytest.raises(Refused, match="larger than 1,000 bytes"):
        one.whole()


def test_a_line_above_the_bound_is_named_and_the_next_is_read(tmp_path: Path) -> None:
    refused: list[SetAside] = []
    with content(file(tmp_path / "a", b"one\n" + b"x" * 200 + b"\nthree\n"), largest=100) as one:
        assert list(one.lines(refused)) == [(1, b"one\n"), (3, b"three\n")]
    assert [note.where[-2:] for note in refused] == [":2"]


def test_lines_in_utf16_come_as_utf8(tmp_path: Path) -> None:
    with content(file(tmp_path / "a", "Bär\nZwei\n".encode("utf-16"))) as one:
        assert [row for _, row in one.lines([])] == ["Bär\n".encode(), b"Zwei\n"]


def test_a_damaged_stream_gives_what_it_has_and_then_refuses(tmp_path: Path) -> None:
    taken: list[bytes] = []
    damaged = packed(file(tmp_path / "a", b""), LONG, cut=-2_000)
    with content(damaged) as one, pytest.raises(Refused, match="breaks off"):
        for _, row in one.lines([]):
            taken.append(row)
    assert LONG.startswith(b"".join(taken)) and len(taken) > 1_000


def test_zero_characters_are_told_of(tmp_path: Path) -> None:
    with content(file(tmp_path / "a", b"The ferry\x00 sank. " * 5)) as one:
        assert "NUL" in str(one.text()[1])


def test_the_same_words_again_are_noted_and_not_refused(tmp_path: Path) -> None:
    known = Identities()
    for name in ("a", "b"):
        with opened(file(tmp_path / name, b"The ferry sank."), Limits(100), known) as one:
            one.whole()
    assert one.copied is not None and one.copied.why.endswith("/a")


def test_a_folder_has_no_bytes(tmp_path: Path) -> None:
    with content(FileSource(name="p", where="p", named=True, path=tmp_path)) as one:
        assert (one.head.folder, one.head.data) == (tmp_path, b"")


def test_a_head_knows_its_first_mark() -> None:
    assert Head.of(b"\xef\xbb\xbf \n{1}").start == "{1}"
