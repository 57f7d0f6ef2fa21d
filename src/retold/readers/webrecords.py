"""Records of a web archive (WARC 1.0 and 1.1, ISO 28500; ARC) and the answers of web servers in them.

Read here, and not by a library: archives come from anywhere, and a damaged record may cost itself alone.
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from retold import parameters

_P = parameters.of("readers", "webrecords")
_LINE = _P.integer("line")  # bytes of the longest line of a head
_LINES = _P.integer("lines")  # of a head
_SKIPPED = _P.integer("skipped")  # bytes passed over at a time
_KINDS = ("response", "resource")


@dataclass(frozen=True, slots=True)
class WebRecord:
    """A stored answer: its fields by their names in lower case, its block (None for one that is damaged)."""

    fields: dict[str, str]
    block: bytes | None


def records(stream: BinaryIO, largest: int) -> Iterator[WebRecord]:
    """The answers of an archive, one by one; a block above `largest` bytes counts as damaged."""
    while _next(stream):
        head = _head(stream)
        size = _size(head)
        if size is None:
            yield WebRecord(head, None)
            continue
        if head.get("warc-type", "").lower() not in _KINDS:
            _skip(stream, size)
            continue
        if size > largest:
            _skip(stream, size)
            yield WebRecord(head, None)
            continue
        block = stream.read(size)
        yield WebRecord(head, block if len(block) == size else None)


def arc_records(stream: BinaryIO, largest: int) -> Iterator[WebRecord]:
    """The same of an archive in ARC, whose records have a line for a head: address, …, kind, length."""
    while line := stream.readline(_LINE):
        parts = line.decode("utf-8", "replace").split()
        if len(parts) < 5 or "://" not in parts[0]:
            continue  # the empty line behind a record, or what is left of a damaged one
        head = {"warc-target-uri": parts[0], "warc-date": parts[2], "content-type": parts[-2]}
        size = _size({"content-length": parts[-1]})
        if size is None or size > largest:
            _skip(stream, size or 0)
            yield WebRecord(head, None)
            continue
        block = stream.read(size)
        if not parts[0].startswith("filedesc://"):
            yield WebRecord(head, block if len(block) == size else None)


def answer(record: WebRecord, largest: int) -> tuple[dict[str, str], bytes]:
    """The fields and the body of the answer in a record; the field ":status" is its number.

    Raises `ValueError` for a body that cannot be unpacked or unpacks to more than `largest` bytes.
    """
    block = record.block or b""
    if not block.startswith(b"HTTP/"):
        return {**record.fields, ":status": "200"}, block
    stream = io.BytesIO(block)
    status = stream.readline(_LINE).split(None, 2)
    head = _head(stream)
    head[":status"] = status[1].decode("ascii", "replace") if len(status) > 1 else ""
    body = stream.read()
    if "chunked" in head.get("transfer-encoding", "").lower():
        body = _joined(body)
    return head, _unpacked(body, head.get("content-encoding", "").lower(), largest)


def _next(stream: BinaryIO) -> bool:
    """Pass over everything up to the line that opens a record; whether there is one."""
    while line := stream.readline(_LINE):
        if line.startswith(b"WARC/"):
            return True
    return False


def _head(stream: BinaryIO) -> dict[str, str]:
    """The fields up to an empty line; lines that continue another are joined to it."""
    found: dict[str, str] = {}
    name = ""
    for _ in range(_LINES):
        line = stream.readline(_LINE)
        if not line.strip():
            break
        text = line.decode("utf-8", "replace").rstrip("\r\n")
        if text[0] in " \t" and name:
            found[name] += f" {text.strip()}"
            continue
        name, _, value = text.partition(":")
        name = name.strip().lower()
        found.setdefault(name, value.strip())
    return found


def _size(head: dict[str, str]) -> int | None:
    given = head.get("content-length", "")
    return int(given) if given.isascii() and given.isdigit() and len(given) < 15 else None


def _skip(stream: BinaryIO, size: int) -> None:
    while size > 0 and (data := stream.read(min(size, _SKIPPED))):
        size -= len(data)


def _joined(body: bytes) -> bytes:
    """The body of an answer that was sent in chunks; as it is where it was stored joined."""
    stream = io.BytesIO(body)
    chunks: list[bytes] = []
    while line := stream.readline(_LINE):
        try:
            size = int(line.split(b";")[0], 16)
        except ValueError:
            return body if not chunks else b"".join(chunks)
        if size <= 0:
            break
        chunks.append(stream.read(size))
        stream.readline(_LINE)
    return b"".join(chunks)


def _unpacked(body: bytes, packing: str, largest: int) -> bytes:
    if packing in ("", "identity") or not body:
        return body
    if packing not in ("gzip", "x-gzip", "deflate"):
        raise ValueError(f"packed by {packing[:20]}")
    if packing != "deflate" and not body.startswith(b"\x1f\x8b"):
        return body  # some crawlers store the body unpacked and keep the field
    try:
        unpacker = zlib.decompressobj(47)
        data = unpacker.decompress(body, largest + 1)
    except zlib.error as error:
        raise ValueError("damaged") from error
    if len(data) > largest:
        raise ValueError("too large")
    return data
