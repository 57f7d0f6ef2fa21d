"""JSON lines: a record on each line."""

from __future__ import annotations

import re
from collections.abc import Iterable

from retold.messages import N_
from retold.model import SetAside
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


def _parse(rows: Iterable[tuple[int, bytes]], content: Content) -> Numbered:
    """Articles from numbered lines, and of lines that hold a whole page that page.

    A line that is none gives the reason. Blank lines are passed over.
    """
    noted = False
    for number, row in rows:
        if not row.strip():
            continue
        place = f"{content.where}:{number}"
        text, note = decode.decode(row)
        if note and not noted:
            noted = True
            yield number, SetAside(place, note, N_("save the file as UTF-8"))
        value = records.parsed(text, place)
        page = records.page(value) if _PAGE.search(row) else None
        if page is not None:
            yield number, held(content.source, f"{number}.html", page[0], **page[1])
        else:
            yield number, value if isinstance(value, SetAside) else records.record(value, place)


FORMAT: ArticleFormat = Format(
    "JSON lines", _SUFFIXES, _probe, of_lines(_parse), "every known field; all others in `extra`"
)
