"""JSON Feed (version 1 and 1.1): items with a whole text; where a summary is all, the link is named."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from retold.messages import N_
from retold.model import SetAside
from retold.readers import fields, records
from retold.readers.content import Content, Head
from retold.readers.registry import CERTAIN, NO, ArticleFormat, Format, Record
from retold.readers.texts import of_records

_SUMMARY = N_("is an entry with a summary alone")
_SUMMARY_OF = N_("is an entry with a summary alone of {link}")
_VERSION = re.compile(r'"version"\s*:\s*"https?:\\?/\\?/jsonfeed\.org\\?/version')


def _probe(head: Head) -> float:
    return CERTAIN if head.start.startswith("{") and _VERSION.search(head.start[:4000]) else NO


def _parse(text: str, content: Content) -> Iterator[Record | SetAside]:
    feed = records.parsed(text, content.where)
    if isinstance(feed, SetAside):
        yield feed
        return
    items = feed.get("items") if isinstance(feed, Mapping) else None
    if not isinstance(feed, Mapping) or not isinstance(items, list) or not items:
        yield SetAside(content.where, N_("is a feed without an entry"), N_("remove it"))
        return
    for number, item in enumerate(items, 1):
        yield _article(item, feed, f"{content.where}:{number}", number)


def _article(item: object, feed: Mapping[str, object], place: str, number: int) -> Record | SetAside:
    if not isinstance(item, Mapping):
        return SetAside(place, *records.NO_RECORD)
    link = fields.words(item.get("url")) or fields.words(item.get("id")) or ""
    whole = item.get("content_html") or item.get("content_text")
    article = fields.article(_record(item, feed), fields.marked_text(whole)) if whole else None
    if article is not None:
        return Record(article, f":{number}")
    why = (_SUMMARY_OF if link else _SUMMARY).format(link=link)
    return SetAside(place, why, N_("save the page that it names, and give that"))


def _record(item: Mapping[str, object], feed: Mapping[str, object]) -> dict[str, object]:
    """An item as a record; its id is an address and names no article, and the feed's title is the outlet."""
    left = ("id", "content_html", "content_text", "authors", "author", "date_published", "date_modified")
    rest = {str(name): value for name, value in item.items() if name not in left}
    return {
        "outlet": feed.get("title"),
        "language": feed.get("language"),
        **rest,
        "authors": item.get("authors") or item.get("author"),
        "published": item.get("date_published"),
        "updated": item.get("date_modified"),
        "guid_of_feed": item.get("id"),
    }


FORMAT: ArticleFormat = Format(
    "feed (JSON Feed)", (), _probe, of_records(_parse), "items with a whole text; a line for each other"
)
