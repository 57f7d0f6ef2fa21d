"""Reports of agencies in NewsML-G2 of the IPTC: a news item, or several in a message."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from retold.messages import N_
from retold.model import Article, SetAside
from retold.readers import fields, notices, xmltree
from retold.readers.content import Content, Head
from retold.readers.registry import ArticleFormat, Format, Found, Record, markup_claim

_ROOT = re.compile(r"<(?:\w+:)?(?:newsItem|newsMessage|packageItem|knowledgeItem)[\s>]")
_BEFORE = (
    "previousversion",
    "previous",
    "replaces",
    "corrects",
)  # ends of the codes of links to what was before


def _probe(head: Head) -> float:
    return markup_claim(head, _ROOT, 4000)


def _read(content: Content) -> Found:
    root = xmltree.parsed(content)
    if content.copied is not None:
        yield content.copied
        return
    items = [one for one in root.iter() if xmltree.name(one) == "newsitem"]
    for number, item in enumerate(items, 1):
        tail = f":{number}" if len(items) > 1 else ""
        yield from _article(item, f"{content.where}{tail}", tail)
    if not items:
        yield SetAside(
            content.where, N_("is NewsML-G2 without a news item"), N_("give the items that it lists")
        )


def _article(item: Any, place: str, tail: str) -> Iterator[Record | SetAside]:
    article = article_of(item)
    if article is not None:
        yield Record(article, tail)
        return
    withdrawn = notices.kind(_code(item, "pubstatus")) == "kill"
    why = (
        N_("is a notice that withdraws a report ({id})")
        if withdrawn
        else N_("an article without text ({id})")
    )
    yield SetAside(place, why.format(id=item.get("guid") or N_("no guid")), N_("give it a text or remove it"))


def article_of(item: Any) -> Article | None:
    """The article of a `<newsItem>` element, None if it has no text."""
    version, guid = item.get("version") or "", item.get("guid") or ""
    record = {
        "id": notices.version_id(guid, version),
        "outlet": _provider(item),
        "title": _headline(item),
        "byline": xmltree.first(item, "by"),
        "published": xmltree.first(item, "contentcreated", "firstcreated", "versioncreated"),
        "updated": xmltree.first(item, "versioncreated"),
        "language": _attribute(item, "tag", "language"),
        "slugline": xmltree.first(item, "slugline"),
        "credit": xmltree.first(item, "creditline"),
        "urgency": xmltree.first(item, "urgency"),
        **_told(item, guid, version),
    }
    return fields.article({name: value for name, value in record.items() if value}, _text(item))


def _told(item: Any, guid: str, version: str) -> dict[str, object]:
    """Version, status, embargo and notices."""
    signals = [one.get("qcode") or one.get("uri") or "" for one in xmltree.within(item, "signal")]
    return notices.extra(
        version=notices.numbered(version),
        replaces=[*notices.versions_before(guid, version), *_linked(item)],
        status=_code(item, "pubstatus"),
        signals=[*signals, xmltree.first(item, "slugline"), xmltree.first(item, "headline")],
        rest={"embargo": xmltree.first(item, "embargoed"), "note": xmltree.first(item, "ednote")},
    )


def _linked(item: Any) -> Iterator[str]:
    """What the links of an item call the version before it."""
    for link in xmltree.within(item, "link"):
        role = (link.get("rel") or "").lower()
        if role.rpartition(":")[2] in _BEFORE:
            yield link.get("residref") or link.get("href") or ""


def _provider(item: Any) -> str | None:
    provider = next(xmltree.within(item, "provider"), None)
    if provider is None:
        return None
    literal = provider.get("literal") or (provider.get("qcode") or "").rpartition(":")[2]
    return xmltree.first(provider, "name") or literal or None


def _headline(item: Any) -> str:
    """The headline: the one whose role says that it is the main one, else the first."""
    every = list(xmltree.within(item, "headline"))
    main = next((one for one in every if (one.get("role") or "").endswith(("main", "headline"))), None)
    return xmltree.words(main if main is not None else next(iter(every), None))


def _text(item: Any) -> str:
    """The text of the content: blocks of its markup, or plain data whose empty lines part paragraphs."""
    for inline in xmltree.within(item, "inlinexml"):
        if text := xmltree.body_text(inline):
            return text
    data = next(xmltree.within(item, "inlinedata"), None)
    return "" if data is None else fields.marked_text("".join(data.itertext())) or ""


def _code(item: Any, element: str) -> str:
    return _attribute(item, "qcode", element) or _attribute(item, "uri", element)


def _attribute(item: Any, attribute: str, element: str) -> str:
    found = (one.get(attribute) for one in xmltree.within(item, element))
    return str(next(filter(None, found), ""))


FORMAT: ArticleFormat = Format(
    "NewsML-G2",
    (),
    _probe,
    _read,
    "the report, headline, provider, times, byline; version, what it replaces, embargo, notices in `extra`",
)
