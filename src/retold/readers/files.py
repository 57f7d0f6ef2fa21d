"""One file: what it is, who reads it, and under which ids its articles join the pile."""

from __future__ import annotations

import gzip
import stat
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import BinaryIO, cast

from retold.model import Article, SetAside
from retold.readers import decode, lines, plain, sniff, table
from retold.readers.register import Register
from retold.readers.sources import Source, unreadable
from retold.settings import Clean

_HEAD = 64 * 1024  # bytes that tell what a file is
_STREAMED = ("lines", "table")
_BROKEN_GZIP = (EOFError, zlib.error, gzip.BadGzipFile)
Found = Iterator[Article | SetAside]


@dataclass(frozen=True, slots=True)
class _Opened:
    """A file whose first bytes have been seen; `size` is the number of bytes on disk."""

    source: Source
    head: bytes  # unpacked
    packed: bool
    size: int

    def stream(self) -> BinaryIO:
        """The file from its beginning, unpacked."""
        path = self.source.path
        return cast(BinaryIO, gzip.open(path)) if self.packed else path.open("rb")


def read(source: Source, settings: Clean, register: Register) -> Found:
    """The articles of one file, or the reason there are none."""
    try:
        yield from _read(source, settings, register)
    except _BROKEN_GZIP:
        yield SetAside(source.where, "is a gzip file that breaks off or is damaged", "pack it again")
    except OSError as error:
        yield unreadable(source.where, error)


def _read(source: Source, settings: Clean, register: Register) -> Found:
    status = source.path.stat()
    if not stat.S_ISREG(status.st_mode):
        yield SetAside(source.where, "is no regular file", "copy its content into a file")
        return
    again = register.again(source, status)
    opened = _open(source, status.st_size) if again is None else again
    if isinstance(opened, SetAside):
        yield opened
        return
    kind = sniff.kind(decode.peek(opened.head), source.suffix)
    if kind in _STREAMED and not _needs_recoding(opened.head):
        yield from _streamed(opened, kind, settings, register)
    else:
        yield from _whole(opened, kind, settings, register)


def _open(source: Source, size: int) -> _Opened | SetAside:
    """The head of the file; the reason if it is empty or holds no text."""
    with source.path.open("rb") as raw:
        head = raw.read(_HEAD)
    packed = sniff.is_gzip(head)
    if packed:
        head = _unpacked_head(source)
    if not head.strip():
        return SetAside(source.where, "is empty", "remove it or give it a text")
    binary = sniff.binary(head)
    if binary is not None:
        cure = "give its text as .txt, .html, .jsonl or .csv"
        return SetAside(source.where, f"is {binary}, not text", cure)
    return _Opened(source, head, packed, size)


def _unpacked_head(source: Source) -> bytes:
    """The first bytes of a gzip stream, as many as can be unpacked."""
    head = b""
    with gzip.open(source.path) as stream:
        try:
            while len(head) < _HEAD and (chunk := stream.read1(_HEAD - len(head))):
                head += chunk
        except _BROKEN_GZIP:
            if not head:
                raise
    return head


def _needs_recoding(head: bytes) -> bool:
    """Whether bytes of a line feed are no line ends here (UTF-16 and UTF-32)."""
    marked = head.startswith((b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff"))
    return marked or sniff.wide(head[:4_000]) is not None


def _streamed(opened: _Opened, kind: sniff.Kind, settings: Clean, register: Register) -> Found:
    copied = register.copied_stream(opened.source, opened.size)
    if copied is not None:
        yield copied
        return
    with opened.stream() as stream:
        yield from _records(opened.source, stream, kind, settings, register)


def _whole(opened: _Opened, kind: sniff.Kind, settings: Clean, register: Register) -> Found:
    source, largest = opened.source, settings.largest_bytes
    cure = "split it, or raise [clean] largest_bytes"
    too_large = SetAside(source.where, f"is larger than {largest:,} bytes", cure)
    if opened.size > largest:
        yield too_large
        return
    with opened.stream() as stream:
        data = stream.read(largest + 1)
    copied = register.copied(source, data)
    if len(data) > largest or copied is not None:
        yield copied or too_large
        return
    decoded = decode.decode(data, marked_up=kind in ("page", "xml"))
    if decoded.note is not None:
        yield SetAside(source.where, decoded.note, "save the file as UTF-8")
    if kind in _STREAMED:
        recoded = BytesIO(decoded.text.encode("utf-8", "replace"))
        yield from _records(source, recoded, kind, settings, register)
    else:
        yield from _admitted(_parsed(kind, decoded.text, source), source, register)


def _parsed(kind: sniff.Kind, text: str, source: Source) -> Iterable[tuple[str, Article | SetAside]]:
    """What a text that is held whole gives, each with the tail of its fallback id."""
    if kind == "json":
        return _parsed_json(text, source)
    if kind == "xml":
        cure = "save the articles as text, HTML or JSON lines"
        return [("", SetAside(source.where, "is XML of a kind that is not read", cure))]
    article = _parsed_page(text) if kind == "page" else plain.read(text)
    nothing = SetAside(source.where, "an article without text", "give it a text or remove it")
    return [("", article or nothing)]


def _parsed_page(text: str) -> Article | None:
    from retold.readers import page

    return page.read(text)


def _parsed_json(text: str, source: Source) -> list[tuple[str, Article | SetAside]]:
    """The records. An object that is no article describes its folder: only a named one is refused."""
    records = lines.whole(text, source.where)
    if records is not None:
        return records
    if not source.named:
        return []
    return [("", SetAside(source.where, "holds no article", "name its text `text`, `body` or `content`"))]


def _records(
    source: Source, stream: BinaryIO, kind: sniff.Kind, settings: Clean, register: Register
) -> Found:
    refused: list[SetAside] = []
    rows = _rows(stream, settings.largest_bytes, source.where, refused)
    if kind == "lines":
        found = lines.read(rows, source.where)
    else:
        found = table.read(rows, source.where, settings.largest_bytes)
    empty = True
    for number, item in found:
        empty = False
        yield from refused
        refused.clear()
        yield from _admitted([(f":{number}", item)], source, register)
    yield from refused
    if empty and not refused:
        yield SetAside(source.where, "holds no article", "remove it or add rows to it")


def _rows(stream: BinaryIO, largest: int, where: str, refused: list[SetAside]) -> Iterator[tuple[int, bytes]]:
    """Lines with their numbers from 1; one that is too long is left out and named in `refused`."""
    number = 0
    while row := stream.readline(largest + 1):
        number += 1
        if len(row) <= largest:
            yield number, row
            continue
        refused.append(
            SetAside(f"{where}:{number}", f"is longer than {largest:,} bytes", "raise [clean] largest_bytes")
        )
        while row and not row.endswith(b"\n"):
            row = stream.readline(_HEAD)


def _admitted(items: Iterable[tuple[str, Article | SetAside]], source: Source, register: Register) -> Found:
    for tail, item in items:
        if isinstance(item, SetAside):
            yield item
            continue
        where = source.where + (tail if tail else "")
        yield register.admit(item, source, where, source.stem + tail)
