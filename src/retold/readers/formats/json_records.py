"""JSON: one list of records, a list within an object, or one record."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from retold import gazetteer, parameters
from retold.messages import N_
from retold.model import SetAside
from retold.readers import fields, records, turned
from retold.readers.content import Content, Head
from retold.readers.registry import LIKELY, NO, ArticleFormat, Format, Record
from retold.readers.texts import of_records

_LIST = re.compile(r"\[\s*(?:\{|\]\s*\Z)")
_DEEPEST = parameters.of("readers", "json_records").integer("deepest")  # levels above a list of records
_OBJECT = re.compile(r'\{\s*"')


def _probe(head: Head) -> float:
    """A list of objects, or one object; several objects on lines of their own are another format."""
    if _LIST.match(head.start):
        return LIKELY
    if not head.start.startswith("{") or head.suffix in (".jsonl", ".ndjson"):
        return NO
    first, _, rest = head.start.partition("\n")
    if records.is_object(first):
        return NO if rest.strip() else LIKELY
    return LIKELY if _OBJECT.match(head.start) else NO


def found(text: str, where: str, named: bool) -> Iterator[Record | SetAside]:
    """The records of one JSON text: one alone, or those of a list, named `:1` and so on.

    An object that is no article describes its folder: only a named one is refused.
    """
    value = records.parsed(text, where)
    if isinstance(value, SetAside):
        yield value
        return
    if isinstance(value, Mapping):
        article = fields.article(value)
        if article is not None:
            yield Record(article)
            return
        value = _listed(value) or turned.rows(value)
        if value is None:
            yield from [SetAside(where, N_("holds no article"), records.NAME_THE_TEXT)] if named else []
            return
    yield from _records(value, where)


def _records(value: object, where: str) -> Iterator[Record | SetAside]:
    if not isinstance(value, list):
        yield SetAside(where, *records.NO_RECORD)
        return
    for number, item in enumerate(value, 1):
        article = records.record(item, f"{where}:{number}")
        yield article if isinstance(article, SetAside) else Record(article, f":{number}")


def _listed(value: Mapping[str, object], depth: int = 0) -> object:
    """The list of records within an object or within an object of that, None if it has none."""
    for name in _list_names():
        inner = value.get(name)
        if isinstance(inner, Mapping) and depth < _DEEPEST:
            inner = _listed(inner, depth + 1)
        if isinstance(inner, list) and inner and isinstance(inner[0], Mapping):
            return _alone(inner, depth) or inner
    return None


def _alone(found: list[Mapping[str, object]], depth: int) -> object:
    """The list within the only item of a list, as backups have it; None where that item is a record."""
    if len(found) > 1 or depth >= _DEEPEST or fields.article(found[0]) is not None:
        return None
    return _listed(found[0], depth + 1)


@cache
def _list_names() -> tuple[str, ...]:
    return tuple(gazetteer.toml("fields")["lists"])


def _parse(text: str, content: Content) -> Iterator[Record | SetAside]:
    return found(text, content.where, content.source.named)


FORMAT: ArticleFormat = Format(
    "JSON", (".json",), _probe, of_records(_parse), "every known field of a record or a list of them"
)
