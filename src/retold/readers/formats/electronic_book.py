"""Electronic books (EPUB 2 and 3): each document of the reading order that holds a text, as an article.

News readers pack an issue of a paper into one book: a document for each report.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

from retold.messages import N_
from retold.model import SetAside
from retold.readers import documents, xmltree, zipdocs
from retold.readers.content import Content, Head
from retold.readers.documents import Paragraph
from retold.readers.registry import CERTAIN, ArticleFormat, Format, Found, Record
from retold.readers.sources import Refused
from retold.readers.zipdocs import Package

_SUFFIXES = (".epub",)
_CONTAINER = "META-INF/container.xml"
_BLOCKS = ("p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "blockquote", "pre", "dd", "dt", "td")
_HEADING = re.compile(r"h\d")
_PAGES = ("application/xhtml+xml", "text/html")
_MAKERS = ("calibre",)  # programs that name themselves where a publisher should stand


def _probe(head: Head) -> float:
    told = zipdocs.claim_by_mimetype(head, b"application/epub+zip")
    return told if told == CERTAIN else zipdocs.claim(head, _SUFFIXES, _CONTAINER.encode())


def _read(content: Content) -> Found:
    with zipdocs.package(content, N_("electronic book (EPUB)")) as package:
        place = _package_file(package)
        root = package.tree(place)
        head, pages = _head(root), dict.fromkeys(_pages(root, place))
        members = set(package.names())
        trees = [package.tree(page) for page in pages if page in members]
        found = [list(paragraphs(tree)) for tree in trees if not _only_leads(tree)]
    texts = [given for given in found if any(not one.level for one in given)]
    if not texts:
        raise Refused(content.where, N_("is an electronic book (EPUB) without a text"), N_("remove it"))
    for number, given in enumerate(texts, 1):
        yield from _article(given, head, content.where, f":{number}" if len(texts) > 1 else "")


def _article(
    given: list[Paragraph], head: dict[str, object], where: str, tail: str
) -> Iterator[Record | SetAside]:
    title = next((one.text for one in given[:3] if one.level), None)
    whole = head if title is None else {**head, "title": title}
    yield from documents.records(given, where, whole, tail)


def _package_file(package: Package) -> str:
    root = package.tree(_CONTAINER)
    named = (one.get("full-path") for one in xmltree.within(root, "rootfile"))
    return str(next(filter(None, named), "content.opf"))


def _head(root: Any) -> dict[str, object]:
    """What a book says of itself: its publisher is the outlet, else its title without the day."""
    publisher = xmltree.first(root, "publisher")
    title = xmltree.first(root, "title")
    outlet = publisher if publisher and publisher.lower() not in _MAKERS else title.partition(" [")[0]
    return {
        "outlet": outlet,
        "published": xmltree.first(root, "date"),
        "language": xmltree.first(root, "language"),
        "book": title,
    }


def _pages(root: Any, place: str) -> Iterator[str]:
    """The names of the documents in their reading order, without the table of contents."""
    folder = posixpath.dirname(place)
    items = {one.get("id"): one for one in xmltree.within(root, "item")}
    for reference in xmltree.within(root, "itemref"):
        item = items.get(reference.get("idref"))
        if (
            item is not None
            and item.get("media-type") in _PAGES
            and "nav" not in (item.get("properties") or "")
        ):
            yield posixpath.normpath(posixpath.join(folder, unquote(item.get("href") or "")))


def _only_leads(root: Any) -> bool:
    """Whether a page has no words but links and headings, as a table of contents in the reading order."""
    blocks = [one for one in root.iter() if _is_block(one) and not _HEADING.fullmatch(xmltree.name(one))]
    linked = [link for one in blocks for link in xmltree.within(one, "a") if link.get("href")]
    return 0 < sum(map(_letters, blocks)) <= sum(map(_letters, linked))


def _letters(element: Any) -> int:
    return sum(map(str.isalpha, xmltree.words(element)))


def _is_block(element: Any) -> bool:
    """Whether an element is an innermost block."""
    below = (xmltree.name(one) for one in element.iterdescendants())
    return xmltree.name(element) in _BLOCKS and not any(name in _BLOCKS for name in below)


def paragraphs(root: Any) -> Iterator[Paragraph]:
    """The paragraphs of a page of a book; the innermost block has the words."""
    for element in root.iter():
        if _is_block(element):
            name, text = xmltree.name(element), xmltree.words(element)
            if text:
                yield Paragraph(text, int(name[1]) if name[0] == "h" and name[1:].isdigit() else 0)


FORMAT: ArticleFormat = Format(
    "electronic book (EPUB)",
    _SUFFIXES,
    _probe,
    _read,
    "each document with a text: its heading, the book's publisher, day and language",
)
