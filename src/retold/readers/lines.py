"""JSON: a record on each line, one list of records, or one record."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping

from retold.model import Article, SetAside
from retold.readers import decode, fields

# Keys under which feeds and search services put their list of records.
_LISTS = ("articles", "items", "results", "entries", "documents", "docs", "data", "records", "stories")
_NO_RECORD = ("is no JSON object", 'write each article as {"id": …, "text": …}')
_NO_TEXT = "name its text `text`, `body` or `content`"


def read(rows: Iterable[tuple[int, bytes]], where: str) -> Iterator[tuple[int, Article | SetAside]]:
    """Articles from numbered lines; a line that is none gives the reason. Blank lines are passed over."""
    noted = False
    for number, row in rows:
        if not row.strip():
            continue
        place = f"{where}:{number}"
        text, note = decode.decode(row)
        if note and not noted:
            noted = True
            yield number, SetAside(place, note, "save the file as UTF-8")
        yield number, _line(text, place)


def _line(text: str, place: str) -> Article | SetAside:
    try:
        record = json.loads(decode.tidy(text))
    except (ValueError, RecursionError) as error:
        return broken(place, error)
    return _record(record, place)


def whole(text: str, where: str) -> list[tuple[str, Article | SetAside]] | None:
    """The records of one JSON text, each with the tail of its name: '' for one alone, `:1` … in a list.

    None if it is an object that describes something else.
    """
    try:
        found = json.loads(decode.tidy(text))
    except (ValueError, RecursionError) as error:
        return [("", broken(where, error))]
    if isinstance(found, Mapping):
        article = fields.article(found)
        if article is not None:
            return [("", article)]
        found = next((found[name] for name in _LISTS if _is_list_of_records(found.get(name))), None)
        if found is None:
            return None
    if not isinstance(found, list):
        return [("", SetAside(where, *_NO_RECORD))]
    return [(f":{number}", _record(record, f"{where}:{number}")) for number, record in enumerate(found, 1)]


def broken(place: str, error: Exception) -> SetAside:
    """The line for JSON that cannot be read."""
    reason = f"{error.msg} at column {error.colno}" if isinstance(error, json.JSONDecodeError) else "too deep"
    return SetAside(place, f"broken JSON ({reason})", "mend or remove it")


def _record(record: object, place: str) -> Article | SetAside:
    if not isinstance(record, Mapping):
        return SetAside(place, *_NO_RECORD)
    article = fields.article(record)
    if article is not None:
        return article
    if "text" in fields.roles([name for name in record if isinstance(name, str)]):
        return SetAside(place, "an article without text", "give it a text or remove it")
    shown = ", ".join(list(map(str, record))[:8])
    return SetAside(place, f"an article without text (fields: {shown})", _NO_TEXT)


def _is_list_of_records(value: object) -> bool:
    return isinstance(value, list) and bool(value) and isinstance(value[0], Mapping)
