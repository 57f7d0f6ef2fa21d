"""An older web archive (ARC 1 and 2, as Heritrix wrote it before WARC): the pages that were stored."""

from __future__ import annotations

from retold.messages import N_
from retold.readers import webpages, webrecords
from retold.readers.content import Content, Head
from retold.readers.registry import CERTAIN, NO, ArticleFormat, Format, Found


def _probe(head: Head) -> float:
    return CERTAIN if head.data.startswith(b"filedesc://") else NO


def _read(content: Content) -> Found:
    return webpages.stored(content, webrecords.arc_records, N_("a web archive (ARC)"))


FORMAT: ArticleFormat = Format(
    "web archive (ARC)", (".arc",), _probe, _read, "every page that was answered whole, with its address"
)
