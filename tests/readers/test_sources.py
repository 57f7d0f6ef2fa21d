"""Sources name what can be opened, and opening is refused where nothing good can come of it."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest

from retold.errors import InputError
from retold.model import SetAside
from retold.readers import names
from retold.readers.limits import Allowance
from retold.readers.sources import addresses, base, files, members


def file(path: Path) -> files.FileSource:
    return files.FileSource(name=path.name, where=str(path), named=True, path=path)


@pytest.mark.parametrize(
    ("source", "stem", "suffix"),
    [
        (base.Source(name="wire/report.of.monday.TXT", where="", named=True), "report.of.monday", ".txt"),
        (base.Source(name="wire/a.txt", where="", named=False), "wire/a", ".txt"),
        (base.Source(name="wire/a.csv.gz", where="", named=False, inner="wire/a.csv"), "wire/a", ".csv"),
        (base.Source(name="a", where="", named=True), "a", ""),
    ],
)
def test_the_stem_names_articles_and_the_suffix_tells_formats(
    source: base.Source, stem: str, suffix: str
) -> None:
    assert (source.stem, source.suffix) == (stem, suffix)


def test_an_address_is_a_source_that_refuses_with_a_cure() -> None:
    (source,) = files.named("https://echo.example/ferry")
    assert isinstance(source, addresses.AddressSource)
    with pytest.raises(base.Refused) as caught:
        source.open()
    assert "nothing is fetched" in str(caught.value.note)


@pytest.mark.parametrize(
    ("given", "why"), [("absent", "does not exist"), ("*.absent", "matches no file"), ("a\0b", "")]
)
def test_what_names_nothing_is_one_line(given: str, why: str) -> None:
    (note,) = files.named(given)
    assert isinstance(note, SetAside) and why in note.why


def test_what_is_no_path_says_what_to_give() -> None:
    with pytest.raises(InputError, match="list"):
        list(files.named(["a.txt"]))


def test_a_pipe_is_refused_unopened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(base.Refused, match="no regular file"):
        file(tmp_path / "pipe").open()


def test_an_entry_of_a_named_folder_goes_by_its_own_name_and_one_below_by_both(tmp_path: Path) -> None:
    one = files.entry(file(tmp_path), "wire")
    assert (one.name, files.entry(one, "a.txt").name) == ("wire", "wire/a.txt")


def test_a_member_goes_by_its_name_inside_a_named_archive(tmp_path: Path) -> None:
    outer = members.held(file(tmp_path / "o.zip"), "i.zip", b"", outlet="Echo")
    inner = members.held(outer, "a.txt", b"The ferry", url="https://echo.example")
    assert (outer.name, inner.name, inner.depth) == ("i.zip", "i.zip/a.txt", 2)
    assert inner.where == f"{tmp_path}/o.zip/i.zip/a.txt"
    assert inner.known == {"outlet": "Echo", "url": "https://echo.example"}
    assert inner.open().read() == b"The ferry"


class Broken(io.RawIOBase):
    """Gives three bytes, fails once, and then gives three more."""

    answers = (b"abc", None, b"def")

    def __init__(self) -> None:
        self.left = list(self.answers)

    def read1(self, _: int) -> bytes:
        answer = self.left.pop(0)
        if answer is None:
            raise EOFError
        return answer


def test_what_broke_once_stays_broken() -> None:
    stream = members.Unpacked(Broken(), "a.gz", "a gzip file", Allowance(99), (EOFError,))  # type: ignore[arg-type]
    buffer = memoryview(bytearray(8))
    assert stream.readinto(buffer) == 3
    for _ in range(2):
        with pytest.raises(base.Refused, match=r"breaks off or is damaged"):
            stream.readinto(buffer)


def test_nothing_is_given_beyond_the_allowance() -> None:
    stream = members.Unpacked(io.BytesIO(b"x" * 99), "a.gz", "a gzip file", Allowance(50), ())
    with pytest.raises(base.Refused, match="far more"):
        stream.buffered().read()


def test_part_gives_what_is_there() -> None:
    assert base.part(io.BytesIO(b"abc"), 2) == b"ab"


def test_folders_that_systems_add_are_hidden_and_files_about_a_folder_are_known() -> None:
    assert names.is_hidden("__MACOSX/a.txt") and names.is_hidden("a/.b/c") and not names.is_hidden("a/b.c")
    assert names.describes_folder("ReadMe.md") and not names.describes_folder("readme.html")
