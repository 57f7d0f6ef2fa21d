"""A source: something with a name that can be opened."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from io import BufferedReader
from pathlib import PurePosixPath
from typing import BinaryIO, cast

from retold.model import SetAside
from retold.readers.limits import Allowance


class Refused(Exception):
    """Something that is not read: raised within the readers, and turned into its `SetAside` by them."""

    def __init__(self, where: str, why: str, cure: str) -> None:
        super().__init__(where, why, cure)
        self.note = SetAside(where, why, cure)


def part(stream: BinaryIO, size: int) -> bytes:
    """The next bytes that are there, at most `size`, b"" at the end: a damaged stream gives what it has."""
    return cast(BufferedReader, stream).read1(size)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Something to read.

    `name` is what ids are made from: the path as given, or the path inside the
    folder or archive that was given. `where` is what people see in a message.
    """

    name: str
    where: str
    named: bool  # given itself, not found in a folder or an archive
    inner: str = ""  # the name as it tells the format, where that differs: `a.csv` of `a.csv.gz`
    size: int | None = None  # bytes, where they are known before reading
    depth: int = 0  # archives it lies in
    allowance: Allowance | None = None  # what may still be unpacked, if it lies in an archive
    known: Mapping[str, str] = field(default_factory=dict)  # fields of articles that are silent about them

    def open(self) -> BinaryIO:
        """The bytes from the beginning; raises `Refused` or `OSError`."""
        raise NotImplementedError

    @property
    def suffix(self) -> str:
        """The suffix that tells the format, in lower case."""
        return PurePosixPath(self.inner or self.name).suffix.lower()

    @property
    def stem(self) -> str:
        """The name without its suffix: of a named file its last part, else with its folders."""
        name = self.inner or self.name
        name = PurePosixPath(name).name if self.named else name
        suffix = PurePosixPath(name).suffix
        return name[: -len(suffix)] if suffix else name
