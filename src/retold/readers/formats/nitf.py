"""A report of an agency in NITF, the News Industry Text Format of the IPTC."""

from __future__ import annotations

import re
from typing import Any

from retold.messages import N_
from retold.model import Article
from retold.readers import authors, body, notices, stamps, xmltree
from retold.readers.content import Content, Head
from retold.readers.registry import ArticleFormat, Format, Found, Record, markup_claim
from retold.readers.sources import Refused

_ROOT = re.compile(r"<(?:[\w-]+:)?nitf[\s>]", re.IGNORECASE)


def _probe(head: Head) -> float:
    return markup_claim(head, _ROOT, 4000)


def _read(content: Content) -> Found:
    root = xmltree.parsed(content)
    article = article_of(root)
    if article is None:
        why = N_("is a report in NITF without text")
        if _is_kill(root):
            why = N_("is a notice that withdraws a report ({id})").format(id=_of(root, "doc-id", "id-string"))
        raise Refused(content.where, why, N_("give it a text or remove it"))
    yield content.copied or Record(article)


def article_of(root: Any) -> Article | None:
    """The article of a `<nitf>` element, None if it has no text."""
    content = next((one for one in xmltree.within(root, "body.content") if not _is_aside(one)), None)
    found = [] if content is None else xmltree.within(content, "p", "hl2")
    blocks = [xmltree.words(one) for one in found if not _is_aside(one)]
    made = body.make(
        "\n\n".join(filter(None, blocks)), xmltree.first(root, "hl1", "hedline", "title") or None
    )
    if not made.text:
        return None
    return Article(
        id=_id(root),
        text=made.text,
        outlet=_of(root, "pubdata", "name")
        or xmltree.first(root, "distributor")
        or _of(root, "doc.rights", "owner")
        or _of(root, "doc.copyright", "holder")
        or None,
        title=made.title,
        published=_stamp(root, "date.issue", "story.date", "date.release") or _stamp(root, "pubdata"),
        updated=_stamp(root, "revision-history"),
        byline=_byline(root),
        url=_of(root, "pubdata", "ex-ref") or None,
        extra=_extra(root, made.furniture),
    )


def _id(root: Any) -> str:
    """The id of a report, and of a notice that withdraws the report of this id one of its own."""
    name = _of(root, "doc-id", "id-string")
    return f"{name}#kill" if name and _is_kill(root) else name


def _is_kill(root: Any) -> bool:
    """Whether this is a notice that withdraws a report."""
    return notices.kind(_status(root)) == "kill"


def _status(root: Any) -> str:
    return _of(root, "docdata", "management-status")


def _is_aside(element: Any) -> bool:
    """Whether an element stands in a note of the desk, or in a picture with its caption."""
    return any(xmltree.name(one) in ("note", "media") for one in element.iterancestors())


def _extra(root: Any, cut: tuple[str, ...]) -> dict[str, object]:
    """What else a desk says: the slug, the urgency, the place, an embargo, whether it corrects or kills."""
    status = _status(root)
    corrects = any(True for _ in xmltree.within(root, "correction"))
    found: dict[str, object] = {
        "slug": _of(root, "du-key", "key") or _of(root, "fixture", "fix-id"),
        "urgency": _of(root, "urgency", "ed-urg"),
        "version": _of(root, "du-key", "version"),
        "status": status,
        "notice": "correction" if corrects else notices.kind(status),
        "correction": _of(root, "correction", "info"),
        "location": xmltree.first(root, "location"),
        "distributor": xmltree.first(root, "distributor"),
        "furniture": cut,
    }
    return {name: value for name, value in found.items() if value}


def _byline(root: Any) -> str | None:
    """The persons of the byline, else its words; persons whom the report names are no writers."""
    byline = next((one for one in xmltree.within(root, "byline") if xmltree.words(one)), None)
    if byline is None:
        return None
    persons = [xmltree.words(one) for one in xmltree.within(byline, "person")]
    words = ", ".join(filter(None, persons)) or xmltree.words(byline)
    return authors.without_word(words, None) or None


def _of(root: Any, element: str, attribute: str) -> str:
    """An attribute of the first such element, '' where there is none."""
    found = (one.get(attribute) for one in xmltree.within(root, element))
    return str(next(filter(None, found), ""))


def _stamp(root: Any, *elements: str) -> Any:
    """The first time of these elements, in ISO 8601."""
    for element in elements:
        value = _of(root, element, "norm") or _of(root, element, "date.publication")
        found = stamps.iso(value)
        if found:
            return found
    return None


FORMAT: ArticleFormat = Format(
    "NITF",
    (),
    _probe,
    _read,
    "the report, title, provider, times, byline; slug, urgency and notices in `extra`",
)
