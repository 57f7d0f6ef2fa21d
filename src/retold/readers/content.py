"""One opened content: its beginning, which tells the format, and bounded ways to take the whole.

Every way to take it is refused, by `Refused`, where a limit is passed or a packed stream is damaged.
"""

from __future__ import annotations

import io
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import BinaryIO, cast

from retold.messages import N_
from retold.model import SetAside
from retold.readers import decode
from retold.readers.identities import Identities
from retold.readers.limits import Allowance, Limits
from retold.readers.sources import FileSource, Refused, Source
from retold.readers.sources.base import part

_HEAD = 64 * 1024  # bytes that a format is told by
_HELD = 8 << 20  # bytes of a packed member that are held in memory, where a file on disk is needed
_SAVE_AS_UTF8 = N_("save the file as UTF-8")


@dataclass(frozen=True, slots=True)
class Head:
    """What a probe sees: the first bytes, as text as well, and the suffix in lower case."""

    data: bytes = b""
    suffix: str = ""
    text: str = ""
    start: str = ""  # the text without blanks at its beginning
    complete: bool = False  # whether these are all the bytes
    folder: Path | None = None  # of a folder, which has no bytes

    @staticmethod
    def of(data: bytes, suffix: str = "", complete: bool = True) -> Head:
        r"""The head of a content with these first bytes.

        >>> Head.of(b"\n<p>The ferry").start
        '<p>The ferry'
        """
        text = decode.peek(data)
        return Head(data, suffix, text, text.lstrip("\ufeff \t\r\n\f\v"), complete)


@dataclass(slots=True)
class Content:
    """What a reader is given; take it by one of the methods, once."""

    source: Source
    head: Head
    limits: Limits
    identities: Identities
    _stream: BinaryIO
    size: int | None = None  # bytes, where they are known before reading
    _broken: Refused | None = None  # met while the head was read
    copied: SetAside | None = None  # after the whole was taken: a line if it is that of another content

    @property
    def where(self) -> str:
        """The place to name in messages."""
        return self.source.where

    def whole(self) -> bytes:
        """All bytes, at most `largest_bytes`."""
        largest = self.limits.largest_bytes
        too_large = Refused(
            self.where,
            N_("is larger than {largest:,} bytes").format(largest=largest),
            N_("split it, or raise [clean] largest_bytes"),
        )
        if (self.size or 0) > largest:
            raise too_large
        data = self.head.data if self.head.complete else self.stream().read(largest + 1)
        if len(data) > largest:
            raise too_large
        self.copied = self.identities.copied(self.source, data)
        return data

    def text(self, marked_up: bool = False) -> tuple[str, SetAside | None]:
        """The whole as text, and a line that says so where it had to be guessed or mended.

        `marked_up`: a charset that it declares counts.
        """
        text, note = decode.decode(self.whole(), marked_up)
        if note is None and "\x00" in text:
            note, cure = N_("holds NUL characters; they were left out"), N_("check how the file was written")
            return text, SetAside(self.where, note, cure)
        return text, None if note is None else SetAside(self.where, note, _SAVE_AS_UTF8)

    def lines(self, refused: list[SetAside]) -> Iterator[tuple[int, bytes]]:
        """Its lines, numbered from 1, without holding the whole; UTF-16 and UTF-32 come as UTF-8.

        A line above `largest_bytes` is left out and named in `refused`.
        """
        if decode.is_wide(self.head.data):
            text, note = self.text()
            refused += [note] if note is not None else []
            return self._rows(io.BytesIO(text.encode("utf-8", "replace")), refused)
        self.distinct()
        return self._rows(self.stream(), refused)

    def file(self) -> BinaryIO:
        """A stream that can seek: the file itself, or a copy of a packed member that goes when closed."""
        self.distinct()
        if isinstance(self.source, FileSource):
            return self.stream()
        copy = SpooledTemporaryFile(_HELD)  # noqa: SIM115 (closed by the reader that asked for it)
        shutil.copyfileobj(self.stream(), copy, _HEAD)
        copy.seek(0)
        return cast(BinaryIO, copy)

    def stream(self) -> BinaryIO:
        """Its bytes from the beginning, one after another; for formats that watch their limits themselves."""
        if self._broken is None and isinstance(self.source, FileSource):
            self._stream.seek(0)
            return self._stream
        return cast(BinaryIO, io.BufferedReader(_Rejoined(self.head.data, self._stream, self._broken)))

    def distinct(self) -> None:
        """Raise `Refused` if the bytes are those of a content that was read before."""
        _refuse(self.identities.copied_stream(self.source, self.size))

    def allowance(self) -> Allowance:
        """What may be unpacked from it, in bytes: one allowance for all that is packed within each other."""
        return self.source.allowance or self.limits.allowance(self.size or len(self.head.data))

    def _rows(self, stream: BinaryIO, refused: list[SetAside]) -> Iterator[tuple[int, bytes]]:
        number, largest, blank = 0, self.limits.largest_bytes, 0
        while row := stream.readline(largest + 1):
            number += 1
            blank = 0 if row.strip() else blank + 1
            if blank > self.limits.most_blank:
                why, cure = (
                    N_("goes on with more than {blank:,} blank lines; the rest is left out").format(
                        blank=blank - 1
                    ),
                    N_("cut them"),
                )
                refused.append(SetAside(f"{self.where}:{number}", why, cure))
                return
            if len(row) <= largest:
                yield number, row
                continue
            why, cure = (
                N_("is longer than {largest:,} bytes").format(largest=largest),
                N_("raise [clean] largest_bytes"),
            )
            refused.append(SetAside(f"{self.where}:{number}", why, cure))
            while row and not row.endswith(b"\n"):
                row = stream.readline(_HEAD)


@contextmanager
def opened(source: Source, limits: Limits, identities: Identities) -> Iterator[Content]:
    """A source with its head read, closed at the end; raises `Refused` or `OSError`."""
    if isinstance(source, FileSource) and source.path.is_dir():
        yield Content(source, Head(folder=source.path), limits, identities, io.BytesIO())
        return
    with source.open() as stream:
        size = source.size
        if isinstance(source, FileSource):
            status = os.fstat(stream.fileno())
            size = status.st_size
            _refuse(identities.again(source, status))
        data, broken = _first(stream)
        complete = len(data) < _HEAD and broken is None
        head = Head.of(data, source.suffix, complete)
        yield Content(source, head, limits, identities, stream, size, broken)


def _refuse(note: SetAside | None) -> None:
    if note is not None:
        raise Refused(*note)


def _first(stream: BinaryIO) -> tuple[bytes, Refused | None]:
    """The first bytes, as many as a damaged stream gives, and what was met there."""
    found = b""
    try:
        while len(found) < _HEAD and (chunk := part(stream, _HEAD - len(found))):
            found += chunk
    except Refused as error:
        if not found:
            raise
        return found, error
    return found, None


class _Rejoined(io.RawIOBase):
    """The head and the rest of a stream that cannot be wound back."""

    def __init__(self, head: bytes, rest: BinaryIO, broken: Refused | None) -> None:
        self._head, self._rest, self._broken = io.BytesIO(head), rest, broken

    def readable(self) -> bool:
        """Always: it is read and nothing else."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Bytes of the head as long as there are any, then of the rest."""
        data = self._head.read(len(buffer))
        if not data and self._broken is not None:
            raise self._broken
        data = data or part(self._rest, len(buffer))
        buffer[: len(data)] = data
        return len(data)
