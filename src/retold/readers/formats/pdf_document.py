"""PDF documents with a text layer, read with pdfium; pages that are pictures alone are said so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from retold import parameters
from retold.messages import N_
from retold.model import SetAside
from retold.readers import documents, optional, pages
from retold.readers.content import Content, Head
from retold.readers.documents import Paragraph
from retold.readers.registry import CERTAIN, NO, ArticleFormat, Format, Found
from retold.readers.sources import Refused

_P = parameters.of("readers", "pdf_document")
_MOST_PAGES = _P.integer("pages")
_LEAST = _P.integer("least")  # characters of a page, on the average, that is no picture
_MAGIC = b"%PDF-"
_LINE_END_HYPHEN = re.compile("[\x02\ufffe]")  # how pdfium writes a hyphen at the end of a line
_WITHIN = parameters.of("readers", "pdf_document").integer("within")


def _probe(head: Head) -> float:
    return CERTAIN if head.data.startswith(_MAGIC) or _MAGIC in _led(head.data) else NO


def _led(data: bytes) -> bytes:
    """The first bytes, where they do not open as text: some writers put a few before the mark."""
    return data[:_WITHIN] if data[:1] in (b"\x00", b"\xef", b"\r", b"\n") else b""


def _read(content: Content) -> Found:
    pdfium = optional.module("pypdfium2", content.where, "a PDF")
    data = content.whole()
    if content.copied is not None:
        yield content.copied
        return
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        raise Refused(content.where, _fault(str(error)), N_("save it anew, without a password")) from error
    try:
        yield from _articles(document, content)
    except pdfium.PdfiumError as error:
        raise Refused(
            content.where, N_("is a PDF with a page that is damaged"), N_("save it anew")
        ) from error
    finally:
        document.close()


def _fault(reason: str) -> str:
    return N_("is a PDF with a password") if "assword" in reason else N_("is a PDF that is damaged")


def _articles(document: Any, content: Content) -> Found:
    count = len(document)
    if count > _MOST_PAGES:
        why = N_("is a PDF of {count:,} pages, of which {most:,} are read").format(
            count=count, most=_MOST_PAGES
        )
        yield SetAside(content.where, why, N_("split it"))
    printed = list(_printed(document, min(count, _MOST_PAGES), content))
    if sum(map(len, printed)) < _LEAST * max(1, len(printed)):
        raise Refused(
            content.where, N_("is a PDF without a text layer"), N_("recognise its text (OCR) first")
        )
    text = [Paragraph(one) for one in pages.paragraphs(printed)]
    yield from documents.records(text, content.where)


def _printed(document: Any, count: int, content: Content) -> Iterator[str]:
    """The text of each page, within what may be unpacked."""
    allowance = content.allowance()
    for number in range(count):
        page = document[number]
        layer = page.get_textpage()
        text = _LINE_END_HYPHEN.sub("-\n", str(layer.get_text_bounded())).replace("\r\n", "\n")
        layer.close()
        page.close()
        if not allowance.spend(len(text)):
            raise Refused(
                content.where, N_("unpacks to far more than its size"), N_("split it, if you trust it")
            )
        yield text


FORMAT: ArticleFormat = Format(
    "PDF with a text layer",
    (".pdf",),
    _probe,
    _read,
    "paragraphs; page heads and line ends undone, hyphens mended (extra `documents`)",
)
