"""Downloads of press archives (LexisNexis, Factiva, ProQuest, Europresse, NewsBank and others) as text."""

from __future__ import annotations

from collections.abc import Iterator

from retold.model import SetAside
from retold.readers import press
from retold.readers.content import Content, Head
from retold.readers.registry import CERTAIN, NO, ArticleFormat, Format, Record
from retold.readers.texts import of_records


def _probe(head: Head) -> float:
    return CERTAIN if press.kind_of(head.text) is not None else NO


def _parse(text: str, content: Content) -> Iterator[Record | SetAside]:
    kind = press.kind_of(content.head.text)
    if kind is not None:
        yield from press.articles(kind, text, content.where)


FORMAT: ArticleFormat = Format(
    "press archive (LexisNexis, Factiva, ProQuest, Europresse, NewsBank, Retriever, GENIOS; text)",
    (),
    _probe,
    of_records(_parse),
    "each document: outlet, day, title, byline, section, page; the text",
)
