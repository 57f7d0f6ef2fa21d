"""JSON of CollateX: its input, a list of witnesses, and its output, a table; each witness is an article.

`retold stemma` reads the alignment of the table itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from retold.messages import N_
from retold.model import Article, SetAside
from retold.readers import body, fields, records
from retold.readers.content import Content, Head
from retold.readers.registry import CERTAIN, NO, ArticleFormat, Format, Record
from retold.readers.texts import of_records

_WITNESSES = re.compile(r'\{\s*(?:"table"\s*:|"witnesses"\s*:\s*\[\s*(?:"|\{\s*"(?:id|content|tokens)"))')
_SIGLA = re.compile(r'"witnesses"\s*:')


def _probe(head: Head) -> float:
    return CERTAIN if _WITNESSES.match(head.start) and _SIGLA.search(head.start) else NO


def _parse(text: str, content: Content) -> Iterator[Record | SetAside]:
    value = records.parsed(text, content.where)
    if isinstance(value, SetAside):
        yield value
        return
    found = list(_witnesses(value)) if isinstance(value, Mapping) else []
    for number, (sigil, words) in enumerate(found, 1):
        made = body.make(words)
        tail = f":{sigil or number}"
        whole = bool(made.text)
        yield (
            Record(Article("", made.text, title=made.title), tail)
            if whole
            else SetAside(
                f"{content.where}{tail}", N_("is a witness without a text"), N_("give it one or remove it")
            )
        )
    if not found:
        yield SetAside(content.where, N_("is a collation without a witness"), N_("give it some or remove it"))


def _witnesses(value: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """The sigil and the text of each witness: of a table its column, else what the witness holds."""
    given, table = value.get("witnesses"), value.get("table")
    for number, one in enumerate(given if isinstance(given, list) else []):
        if isinstance(one, Mapping):
            yield (
                fields.words(one.get("id")) or "",
                _tokens(one.get("tokens")) or str(one.get("content") or ""),
            )
        elif isinstance(table, list) and number < len(table):
            yield fields.words(one) or "", _tokens(table[number])


def _tokens(value: object) -> str:
    """The words of tokens, or of cells of tokens, spaces between those that bring none."""
    if isinstance(value, Mapping):
        word = value.get("t")
        return word if isinstance(word, str) else ""
    if not isinstance(value, list):
        return value if isinstance(value, str) else ""
    parts = [part for item in value if (part := _tokens(item))]
    spaced = any(part[-1:].isspace() for part in parts)
    return ("" if spaced else " ").join(parts)


FORMAT: ArticleFormat = Format(
    "CollateX (JSON)", (), _probe, of_records(_parse), "each witness, under its sigil"
)
