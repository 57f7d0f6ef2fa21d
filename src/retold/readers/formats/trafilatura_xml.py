"""Output of trafilatura in XML: one `<doc>`, or several of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from retold.model import SetAside
from retold.readers import fields, xmltree
from retold.readers.content import Content, Head
from retold.readers.registry import ArticleFormat, Format, Found, Record, markup_claim
from retold.readers.texts import NO_TEXT

_DOCUMENT = re.compile(r"<doc\s[^<>]{0,4000}>\s*(?:<main\b|<comments\b)")
_BLOCKS = ("p", "head", "item", "quote", "row", "ab")


def _probe(head: Head) -> float:
    return markup_claim(head, _DOCUMENT, 8000)


def _read(content: Content) -> Found:
    root = xmltree.parsed(content)
    if content.copied is not None:
        yield content.copied
        return
    documents = [root] if xmltree.name(root) == "doc" else list(xmltree.within(root, "doc"))
    for number, one in enumerate(documents, 1):
        tail = f":{number}" if len(documents) > 1 else ""
        article = fields.article(_record(one), "\n\n".join(_blocks(one)))
        yield SetAside(f"{content.where}{tail}", *NO_TEXT) if article is None else Record(article, tail)


def _record(document: Any) -> dict[str, object]:
    """What a document says of itself; its id is one of the program, its source the address."""
    given = {str(name): value for name, value in document.attrib.items()}
    outlet = given.pop("sitename", "") or given.get("hostname", "")
    rest = {name: value for name, value in given.items() if name not in ("id", "source")}
    return {**rest, "outlet": outlet, "url": given.get("url") or given.get("source")}


def _blocks(document: Any) -> Iterator[str]:
    """The paragraphs of the text: innermost blocks, comments of readers left out."""
    main = next(xmltree.within(document, "main"), None)
    for element in [] if main is None else xmltree.within(main, *_BLOCKS):
        inner = any(xmltree.name(below) in _BLOCKS for below in element.iterdescendants())
        words = "" if inner else xmltree.words(element)
        if words:
            yield words


FORMAT: ArticleFormat = Format(
    "trafilatura (XML)", (), _probe, _read, "the text, and all that it says of a page"
)
