"""XML that is no page: feeds and exchange formats, named and set aside."""

from __future__ import annotations

from retold.messages import N_
from retold.readers import markup
from retold.readers.content import Content, Head
from retold.readers.registry import LIKELY, NEVER, NO, ArticleFormat, Format, Found
from retold.readers.sources import Refused


def _probe(head: Head) -> float:
    if not head.start.startswith("<"):
        return NEVER
    return LIKELY if markup.is_xml(head.start) else NO


def _read(content: Content) -> Found:
    cure = N_("save the articles as text, HTML or JSON lines")
    raise Refused(content.where, N_("is XML of a kind that is not read"), cure)


FORMAT: ArticleFormat = Format(
    "other XML", (".xml", ".rss", ".atom"), _probe, _read, "nothing: a line says that it is not read"
)
