"""JSON lines: a record on each line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from retold.messages import N_
from retold.model import Article, SetAside
from retold.readers import decode, records
from retold.readers.content import Content, Head
from retold.readers.registry import LIKELY, NO, ArticleFormat, Format
from retold.readers.sources.members import held
from retold.readers.texts import Numbered, of_lines

_PAGE = re.compile(rb"<(?:html|!doctype\s+html)[\s>]", re.I)
_SUFFIXES = (".jsonl", ".ndjson")


def _probe(head: Head) -> float:
    """Objects on lines of their own; one object alone is only told by the suffix."""
    if not head.start.startswith("{"):
        return NO
    first, _, rest = head.start.partition("\n")
    several = bool(rest.strip()) or head.suffix in _SUFFIXES
    return LIKELY if several and records.is_object(first) else NO


def articles(rows: Iterable[tuple[int, bytes]], where: str) -> Iterator[tuple[int, Article | SetAside]]:
    """Articles from numbered lines; a line that is none gives the reason. Blank lines are passed over."""
    noted = False
    for number, row in rows:
        if not row.strip():
            continue
        place = f"{where}:{number}"
        text, note = decode.decode(row)
        if note and not noted:
            noted = True
            yield number, SetAside(place, note, N_("save the file as UTF-8"))
        yield number, _article(text, place)


def _article(text: str, place: str) -> Article | SetAside:
    value = records.parsed(text, place)
    return value if isinstance(value, SetAside) else records.record(value, place)


def _parse(rows: Iterable[tuple[int, bytes]], content: Content) -> Numbered:
    """The articles, and of lines that hold a whole page that page."""
    for number, row in rows:
        page = records.page(_value(row)) if _PAGE.search(row) else None
        if page is not None:
            yield number, held(content.source, f"{number}.html", page[0], **page[1])
        else:
            yield from articles([(number, row)], content.where)


def _value(row: bytes) -> object:
    return records.parsed(decode.decode(row)[0], "")


FORMAT: ArticleFormat = Format(
    "JSON lines", _SUFFIXES, _probe, of_lines(_parse), "every known field; all others in `extra`"
)
