"""Downloads of Europresse (HTML): an `<article>` for each document, told by the classes of its parts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from retold.messages import N_
from retold.model import SetAside
from retold.readers import fields, stamps
from retold.readers.content import Content, Head
from retold.readers.registry import CERTAIN, NEVER, NO, ArticleFormat, Format, Record
from retold.readers.texts import NO_TEXT, of_text

_MARK = re.compile(r"class=[\"'](?:[^\"'<>]{0,80} )?DocPublicationName\b")
_BLOCKS = ("p", "li", "h2", "h3")
_CONTAINERS = ("docOcurrContainer", "DocText")  # of the text, in newer and older downloads
_PAGE = re.compile(r"\bp\.\s*([\w\s,-]{1,20})")
_NUMBER = re.compile(r"[a-z]{2,10}·(\d{8})·\S{1,40}")
_WRITTEN = re.compile(r"\A(?:par|by|de|von)\s+", re.IGNORECASE)


def _probe(head: Head) -> float:
    if not head.start.startswith("<"):
        return NEVER
    return CERTAIN if _MARK.search(head.text) else NO


def _parse(text: str, content: Content) -> Iterator[Record | SetAside]:
    from lxml import etree, html

    if content.copied is not None:
        yield content.copied
        return
    try:
        root = html.document_fromstring(text.encode("utf-8"), parser=html.HTMLParser(encoding="utf-8"))
    except (etree.ParserError, ValueError):
        yield SetAside(content.where, N_("is a download of Europresse that is damaged"), N_("save it anew"))
        return
    for number, document in enumerate(root.iter("article"), 1):
        article = fields.article(_record(document), "\n\n".join(_blocks(document)))
        place = f"{content.where}:{number}"
        yield SetAside(place, *NO_TEXT) if article is None else Record(article, f":{number}")


def _record(document: Any) -> dict[str, object]:
    head = " ".join(filter(None, (_words(document, "DocHeader"), _words(document, "DocHeader1"))))
    number = _NUMBER.search(_words(document, "publiC-lblNodoc"))
    page = _PAGE.search(head)
    parts = [part.strip() for part in re.split(r"[,•]|\s-\s", head)]
    written = next((day for part in _joined(parts) if (day := stamps.visible(part))), None)
    day = written or (f"{number[1][:4]}-{number[1][4:6]}-{number[1][6:]}" if number else None)
    return {
        "outlet": _words(document, "DocPublicationName").split(",")[0].strip(),
        "published": day,
        "title": _words(document, "titreArticle"),
        "byline": _WRITTEN.sub(
            "", _words(document, "sm-margin-bottomNews") or _words(document, "docAuthors")
        ),
        "page": page[1].strip(" ,") if page else None,
        "header": head,
        "document_number": number[0] if number else None,
    }


def _joined(parts: list[str]) -> Iterator[str]:
    """Parts of a head alone and two behind each other: "lundi", "4 mars 2019", "Monday, March 4", "2019"."""
    for at, part in enumerate(parts):
        yield part
        yield " ".join(parts[at : at + 2])
        yield " ".join(parts[at : at + 3])


def _blocks(document: Any) -> Iterator[str]:
    """The paragraphs of the text container; where it has no blocks, its text alone."""
    classed = (next(_classed(document, name), None) for name in _CONTAINERS)
    container = next((one for one in classed if one is not None), None)
    if container is None:
        return
    blocks = list(container.iter(*_BLOCKS)) or [container]
    yield from filter(None, (" ".join(one.text_content().split()) for one in blocks))


def _words(document: Any, name: str) -> str:
    found = (" ".join(one.text_content().split()) for one in _classed(document, name))
    return next(filter(None, found), "")


def _classed(document: Any, name: str) -> Iterator[Any]:
    return (one for one in document.iter() if name in (one.get("class") or "").split())


FORMAT: ArticleFormat = Format(
    "Europresse (HTML)",
    (),
    _probe,
    of_text(_parse, marked_up=True),
    "each document: outlet, day, title, byline, page; the text",
)
