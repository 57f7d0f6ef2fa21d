"""The pages of a web archive, whatever its form: each answer that is whole, as a source with its address."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import BinaryIO

from retold.messages import N_
from retold.model import SetAside
from retold.readers import decode, webrecords
from retold.readers.content import Content
from retold.readers.registry import Found
from retold.readers.sources import MemberSource, Refused
from retold.readers.sources.members import held
from retold.readers.webrecords import WebRecord

_CHARSET = re.compile(r"charset\s{0,9}=\s{0,9}[\"']?([\w.:-]{2,40})")
_PAGES = ("text/html", "application/xhtml")


def stored(content: Content, read: Callable[[BinaryIO, int], Iterable[WebRecord]], kind: str) -> Found:
    """The pages of an archive whose records `read` gives, from its bytes and the largest size of one.

    `kind`: what the archive is, with its article. Raises `Refused` as `found` does.
    """
    _refuse_deep(content)
    content.distinct()
    yield from found(content, read(content.stream(), content.limits.largest_bytes), kind)


def found(content: Content, records: Iterable[WebRecord], kind: str) -> Found:
    """The pages as sources; a line that counts the records which could not be read.

    `kind`: what the archive is, with its article. Raises `Refused` where it lies too deep or unpacks too far.
    """
    largest, allowance = content.limits.largest_bytes, content.allowance()
    broken, pages = 0, 0
    for number, record in enumerate(records, 1):
        try:
            page = _page(record, largest)
        except ValueError:
            broken += 1
            continue
        if page is None:
            continue
        if not allowance.spend(len(page)):
            cure = N_("unpack it yourself, if you trust it")
            raise Refused(content.where, N_("unpacks to far more than its size"), cure)
        pages += 1
        yield _source(content, record, number, page)
    yield from _told(content, broken, pages, kind)


def _refuse_deep(content: Content) -> None:
    """Raise `Refused` where an archive lies too deep in others."""
    if content.source.depth >= content.limits.deepest:
        why = N_("lies in more than {deepest} archives").format(deepest=content.limits.deepest)
        raise Refused(content.where, why, N_("unpack it yourself"))


def _told(content: Content, broken: int, pages: int, kind: str) -> Iterator[SetAside]:
    if broken:
        why = N_("is {our_kind} with {broken:,} records that are damaged, too large or oddly packed").format(
            our_kind=kind, broken=broken
        )
        yield SetAside(content.where, why, N_("archive them again"))
    elif not pages:
        yield SetAside(
            content.where,
            N_("is {our_kind} without a page").format(our_kind=kind),
            N_("give one that holds answers in HTML"),
        )


def _page(record: WebRecord, largest: int) -> bytes | None:
    """The bytes of a page, None for what is no page or no good answer; raises `ValueError` for damage."""
    if record.block is None:
        raise ValueError("damaged")
    head, body = webrecords.answer(record, largest)
    kind = head.get("content-type", "").lower()
    page = kind.startswith(_PAGES) and head[":status"] == "200"
    return decode.as_utf8(body, _charset(kind)) if page and body.strip() else None


def _charset(kind: str) -> str | None:
    """The charset that an answer names in its head, which counts before what the page declares."""
    match = _CHARSET.search(kind)
    return match[1] if match else None


def _source(content: Content, record: WebRecord, number: int, page: bytes) -> MemberSource:
    """The page as a source; its address serves an article that names none."""
    address = record.fields.get("warc-target-uri", "").strip("<>")
    known = {"url": address} if address.startswith(("http://", "https://")) else {}
    return held(content.source, f"{number}.html", page, **known)
