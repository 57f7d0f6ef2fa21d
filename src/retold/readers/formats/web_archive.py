"""A web archive (WARC, ISO 28500): the pages that were stored, each with its address."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any, cast

from retold.model import SetAside
from retold.readers.content import Content, Head
from retold.readers.registry import CERTAIN, NO, ArticleFormat, Format, Found
from retold.readers.sources import MemberSource, Refused
from retold.readers.sources.base import part
from retold.readers.sources.members import held

_PAGES = ("text/html", "application/xhtml")


def _probe(head: Head) -> float:
    return CERTAIN if head.data.startswith(b"WARC/") else NO


def _read(content: Content) -> Found:
    """The pages as sources; a line that counts the records which could not be read."""
    if content.source.depth >= content.limits.deepest:
        raise Refused(content.where, f"lies in more than {content.limits.deepest} archives", "unpack it yourself")
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    kinds = WarcRecordType.response | WarcRecordType.resource
    records = ArchiveIterator(_Seen(content), record_types=kinds, parse_http=True)
    allowance, broken, pages = content.allowance(), 0, 0
    for number, record in enumerate(_unbroken(records), 1):
        if record is None:
            broken += 1
            continue
        try:
            page = _page(record, content.limits.largest_bytes)
        except Exception:  # a record may break off anywhere, and the next may be whole
            broken += 1
            continue
        if page is None:
            continue
        if not allowance.spend(len(page)):
            raise Refused(content.where, "unpacks to far more than its size", "unpack it yourself, if you trust it")
        pages += 1
        yield _source(content, record, number, page)
    yield from _told(content, broken, pages)


def _told(content: Content, broken: int, pages: int) -> Iterator[SetAside]:
    if broken:
        yield SetAside(content.where, f"has {broken:,} records that are damaged or too large", "archive them again")
    elif not pages:
        yield SetAside(content.where, "is a web archive without a page", "give one that holds answers in HTML")


def _unbroken(records: Any) -> Iterator[Any]:
    """The records one by one; None for the rest of an archive that breaks off."""
    walk = iter(records)
    while True:
        try:
            record = next(walk, None)
        except Exception:  # what the parser raises has no common base
            yield None
            return
        if record is None:
            return
        yield record


def _page(record: Any, largest: int) -> bytes | None:
    """The bytes of a page; None for a record that is none, or no good answer."""
    kind = (record.http_content_type or record.headers.get("Content-Type") or "").lower()
    status = record.http_headers.status_code if record.http_headers is not None else 200
    if not kind.startswith(_PAGES) or status != 200:
        return None
    data = cast(bytes, record.reader.read(largest + 1))
    if len(data) > largest:
        raise ValueError("too large")
    return data if data.strip() else None


def _source(content: Content, record: Any, number: int, page: bytes) -> MemberSource:
    """The page as a source; its address serves an article that names none."""
    address = record.headers.get("WARC-Target-URI", "").strip("<>")
    known = {"url": address} if address.startswith(("http://", "https://")) else {}
    return held(content.source, f"{number}.html", page, **known)


class _Seen(io.RawIOBase):
    """The bytes of a content as the parser asks for them."""

    def __init__(self, content: Content) -> None:
        self._stream = content.stream()

    def readable(self) -> bool:
        """Always: it is read and nothing else."""
        return True

    def read(self, size: int = -1) -> bytes:
        """The next bytes, at most `size`."""
        return part(self._stream, size if size >= 0 else 1 << 16)


FORMAT: ArticleFormat = Format(
    "web archive (WARC)", (".warc",), _probe, _read, "every page that was answered whole, with its address"
)
