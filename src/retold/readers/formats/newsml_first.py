"""Reports of agencies in the first generation of NewsML (1.0 to 1.2), which archives still hold."""

from __future__ import annotations

import re
from typing import Any

from retold.messages import N_
from retold.model import Article, SetAside
from retold.readers import fields, notices, stamps, xmltree
from retold.readers.content import Content, Head
from retold.readers.registry import ArticleFormat, Format, Found, Record, markup_claim

_ROOT = re.compile(r"<(?:\w+:)?NewsML[\s>]")


def _probe(head: Head) -> float:
    return markup_claim(head, _ROOT, 4000)


def _read(content: Content) -> Found:
    root = xmltree.parsed(content)
    if content.copied is not None:
        yield content.copied
        return
    items = [one for one in xmltree.within(root, "newsitem") if not any(xmltree.within(one, "newsitem"))]
    told = [(number, article) for number, item in enumerate(items, 1) if (article := article_of(item))]
    for number, article in told:
        yield Record(article, f":{number}" if len(items) > 1 else "")
    if not told:
        yield SetAside(
            content.where,
            N_("is NewsML without a report"),
            N_("give it a text or remove it"),
        )


def article_of(item: Any) -> Article | None:
    """The article of a `<NewsItem>` element, None if it has no text of its own."""
    name, version = xmltree.first(item, "newsitemid"), xmltree.first(item, "revisionid")
    record = {
        "id": notices.version_id(name, version),
        "outlet": _formal(item, "provider") or _formal(item, "source") or xmltree.first(item, "providerid"),
        "title": xmltree.first(item, "headline"),
        "byline": xmltree.first(item, "byline"),
        "published": stamps.iso(xmltree.first(item, "firstcreated", "thisrevisioncreated") or None),
        "updated": stamps.iso(xmltree.first(item, "thisrevisioncreated") or None),
        "language": _formal(item, "language"),
        "slugline": xmltree.first(item, "slugline"),
        **_told(item, name, version),
    }
    return fields.article({key: value for key, value in record.items() if value}, _text(item))


def _told(item: Any, name: str, version: str) -> dict[str, object]:
    """Version, status and notices."""
    return notices.extra(
        version=notices.numbered(version),
        replaces=notices.versions_before(name, version),
        status=_formal(item, "status"),
        signals=[_formal(item, "instruction"), xmltree.first(item, "slugline")],
    )


def _formal(item: Any, element: str) -> str:
    """The formal name that an element has, or a party within it."""
    for one in xmltree.within(item, element):
        for holder in (one, *xmltree.within(one, "party")):
            if holder.get("FormalName"):
                return str(holder.get("FormalName"))
    return ""


def _text(item: Any) -> str:
    """The paragraphs of the first content that has any; data without marks as they stand."""
    for content in xmltree.within(item, "datacontent"):
        if text := xmltree.body_text(content):
            return text
        if xmltree.words(content):
            return fields.marked_text("".join(content.itertext())) or ""
    return ""


FORMAT: ArticleFormat = Format(
    "NewsML 1",
    (),
    _probe,
    _read,
    "the report, headline, provider, times, byline; version, what it replaces, status and notices in `extra`",
)
