"""A web archive (WARC, ISO 28500): the pages that were stored, each with its address."""

from __future__ import annotations

from retold.messages import N_
from retold.readers import webpages, webrecords
from retold.readers.content import Content, Head
from retold.readers.registry import CERTAIN, NO, ArticleFormat, Format, Found


def _probe(head: Head) -> float:
    return CERTAIN if head.data.startswith(b"WARC/") else NO


def _read(content: Content) -> Found:
    return webpages.stored(content, webrecords.records, N_("a web archive (WARC)"))


FORMAT: ArticleFormat = Format(
    "web archive (WARC)", (".warc",), _probe, _read, "every page that was answered whole, with its address"
)
