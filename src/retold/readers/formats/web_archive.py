"""A web archive (WARC, ISO 28500): the pages that were stored, each with its address."""

from __future__ import annotations

from collections.abc import Iterator

from retold.model import SetAside
from retold.readers import webrecords
from retold.readers.content import Content, Head
from retold.readers.registry import CERTAIN, NO, ArticleFormat, Format, Found
from retold.readers.sources import MemberSource, Refused
from retold.readers.sources.members import held
from retold.readers.webrecords import WebRecord

_PAGES = ("text/html", "application/xhtml")


def _probe(head: Head) -> float:
    return CERTAIN if head.data.startswith(b"WARC/") else NO


def _read(content: Content) -> Found:
    """The pages as sources; a line that counts the records which could not be read."""
    if content.source.depth >= content.limits.deepest:
        raise Refused(
            content.where, f"lies in more than {content.limits.deepest} archives", "unpack it yourself"
        )
    largest, allowance = content.limits.largest_bytes, content.allowance()
    content.distinct()
    broken, pages = 0, 0
    for number, record in enumerate(webrecords.records(content.stream(), largest), 1):
        try:
            page = _page(record, largest)
        except ValueError:
            broken += 1
            continue
        if page is None:
            continue
        if not allowance.spend(len(page)):
            raise Refused(
                content.where, "unpacks to far more than its size", "unpack it yourself, if you trust it"
            )
        pages += 1
        yield _source(content, record, number, page)
    yield from _told(content, broken, pages)


def _told(content: Content, broken: int, pages: int) -> Iterator[SetAside]:
    if broken:
        why = f"is a web archive (WARC) with {broken:,} records that are damaged, too large or oddly packed"
        yield SetAside(content.where, why, "archive them again")
    elif not pages:
        yield SetAside(
            content.where, "is a web archive (WARC) without a page", "give one that holds answers in HTML"
        )


def _page(record: WebRecord, largest: int) -> bytes | None:
    """The bytes of a page, None for what is no page or no good answer; raises `ValueError` for damage."""
    if record.block is None:
        raise ValueError("damaged")
    head, body = webrecords.answer(record, largest)
    page = head.get("content-type", "").lower().startswith(_PAGES) and head[":status"] == "200"
    return body if page and body.strip() else None


def _source(content: Content, record: WebRecord, number: int, page: bytes) -> MemberSource:
    """The page as a source; its address serves an article that names none."""
    address = record.fields.get("warc-target-uri", "").strip("<>")
    known = {"url": address} if address.startswith(("http://", "https://")) else {}
    return held(content.source, f"{number}.html", page, **known)


FORMAT: ArticleFormat = Format(
    "web archive (WARC)", (".warc",), _probe, _read, "every page that was answered whole, with its address"
)
