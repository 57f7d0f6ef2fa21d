"""Articles of documents that people write or export: one report, or the documents of a press archive."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from retold.model import SetAside
from retold.readers import fields, press, topline
from retold.readers.registry import Record
from retold.readers.texts import NO_TEXT


class Paragraph(NamedTuple):
    """A paragraph of a document; `level`: 1 for its title, 2 and more for headings below, 0 for text."""

    text: str
    level: int = 0


def records(
    paragraphs: Sequence[Paragraph], where: str, head: Mapping[str, object] | None = None, tail: str = ""
) -> Iterator[Record | SetAside]:
    """The article that a document is, or those of the press archive that it was downloaded from.

    A title among its first paragraphs is the article's; `head` has fields that the document gives besides.
    """
    text = "\n\n".join(one.text for one in paragraphs)
    kind = press.kind_of("\n".join(one.text for one in paragraphs))
    if kind is not None:
        lines = "\n\n".join(one.text.replace("\t", " ") for one in paragraphs)
        yield from press.articles(kind, lines, where)
        return
    title = next((one.text for one in paragraphs[:3] if one.level == 1), None)
    told, text = topline.above(text)
    article = fields.article({**told, **(head or {}), **({"title": title} if title else {})}, text)
    yield SetAside(f"{where}{tail}", *NO_TEXT) if article is None else Record(article, tail)
