"""A page that retold wrote: results, not an article."""

from __future__ import annotations

import re

from retold import parameters
from retold.messages import N_
from retold.readers.content import Content, Head
from retold.readers.registry import CERTAIN, NO, ArticleFormat, Format, Found
from retold.readers.skipped import result

_MARK = re.compile(r'<meta\s+name="generator"\s+content="retold\b', re.IGNORECASE)
_HEAD = parameters.of("readers", "result_page").integer("head")


def _probe(head: Head) -> float:
    return CERTAIN if head.start.startswith("<") and _MARK.search(head.start[:_HEAD]) else NO


def _read(content: Content) -> Found:
    return result(content.source, N_("a page of results"), N_("give the articles that it was made from"))


FORMAT: ArticleFormat = Format(
    "page of retold", (), _probe, _read, "nothing: it is skipped with one line for all results"
)
