"""Feeds (RSS 0.9 to 2.0, Atom): entries with a whole text; where a summary is all, the link is named."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin

from retold import parameters
from retold.messages import N_
from retold.model import SetAside
from retold.readers import fields, xmltree
from retold.readers.content import Content, Head
from retold.readers.registry import CERTAIN, NEVER, NO, ArticleFormat, Format, Found, Record

_ROOT = re.compile(r"<(?:rss|feed|rdf:RDF)[\s>]", re.IGNORECASE)
_BASE = "{http://www.w3.org/XML/1998/namespace}base"
_P = parameters.of("readers", "feed")
_SUMMARY = N_("is an entry with a summary alone")
_SUMMARY_OF = N_("is an entry with a summary alone of {link}")
_BLOCKS, _WORDS = _P.integer("blocks"), _P.integer("words")
_MEDIA = "{http://search.yahoo.com/mrss/}"  # of pictures and films beside the entry, whatever their names
_CUT = ("…", "...", "[…]", "[...]", "»", ">")  # the end of a summary that leads on
_ROLES = {
    "title": "title",
    "encoded": "content_html",
    "content": "content_html",
    "description": "summary",
    "summary": "summary",
    "pubdate": "published",
    "published": "published",
    "date": "date",
    "updated": "updated",
    "modified": "updated",
    "creator": "author",
    "author": "author",
    "link": "link",
    "guid": "guid",
    "language": "language",
}


def _probe(head: Head) -> float:
    if not head.start.startswith("<"):
        return NEVER
    return CERTAIN if _ROOT.search(head.start[:2000]) and "<html" not in head.start[:2000].lower() else NO


def _read(content: Content) -> Found:
    root = xmltree.parsed(content)
    if content.copied is not None:
        yield content.copied
        return
    outlet = _outlet(root)
    entries = [one for one in root.iter() if xmltree.name(one) in ("item", "entry")]
    for number, entry in enumerate(entries, 1):
        yield from _article(entry, outlet, f"{content.where}:{number}", number)
    if not entries:
        yield SetAside(content.where, N_("is a feed without an entry"), N_("remove it"))


def _article(entry: Any, outlet: str | None, place: str, number: int) -> Iterator[Record | SetAside]:
    record = _record(entry)
    source = next((xmltree.words(one) for one in entry if xmltree.name(one) == "source"), "")
    if "content_html" not in record and (whole := _whole_text(entry)):
        record["content_html"] = whole
        record.pop("summary", None)
    article = fields.article({"outlet": source or outlet, **record}) if "content_html" in record else None
    if article is not None:
        yield Record(article, f":{number}")
        return
    why = (_SUMMARY_OF if "link" in record else _SUMMARY).format(link=record.get("link"))
    yield SetAside(place, why, N_("save the page that it names, and give that"))


def _whole_text(entry: Any) -> str:
    """The markup of a description that is a whole report: paragraphs, and more words than summaries have."""
    for child in entry:
        if xmltree.name(child) in ("description", "summary"):
            markup = _marked(child)
            text = (fields.marked_text(markup) or "").strip()
            blocks = [line for line in text.split("\n") if line.strip()]
            if len(blocks) >= _BLOCKS and len(text.split()) >= _WORDS and not text.endswith(_CUT):
                return markup
    return ""


def _record(entry: Any) -> dict[str, object]:
    """The parts of an entry by names that `fields` knows; its id is an address and names no article."""
    found: dict[str, object] = {}
    for child in (one for one in entry if not str(one.tag).startswith(_MEDIA)):
        role = _ROLES.get(xmltree.name(child))
        value = _value(child, role)
        if role and value and role != "guid":
            found.setdefault(role, value)
    return found


def _value(child: Any, role: str | None) -> str:
    if role == "link" and child.get("href"):
        return _whole(child) if child.get("rel", "alternate") == "alternate" else ""
    if role == "content_html":
        return _marked(child)
    if role == "author":
        return xmltree.first(child, "name") or xmltree.words(child)
    if role == "title" and child.get("type") == "html":  # Atom: escaped markup
        return fields.marked_text("".join(child.itertext())) or ""
    return xmltree.words(child)


def _whole(link: Any) -> str:
    """The address of a link; one that is relative is joined to the bases around it (xml:base)."""
    address = str(link.get("href"))
    for one in (link, *link.iterancestors()):
        try:
            address = urljoin(one.get(_BASE) or "", address)
        except ValueError:  # such as a bracket without its fellow
            break
    return address


def _marked(element: Any) -> str:
    """The markup of a text, whether it is escaped or stands in the feed as elements."""
    from lxml import etree

    inner = "".join(etree.tostring(child, encoding="unicode") for child in element)
    return f"{element.text or ''}{inner}"


def _outlet(root: Any) -> str | None:
    """The title of the feed itself."""
    top = next((one for one in root if xmltree.name(one) == "channel"), root)
    return next((xmltree.words(one) for one in top if xmltree.name(one) == "title"), None)


FORMAT: ArticleFormat = Format(
    "feed (RSS, Atom)", (".rss", ".atom"), _probe, _read, "entries with a whole text; a line for each other"
)
