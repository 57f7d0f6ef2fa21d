"""Tables as JSON in other ways than as a list of records: by column, by key, with the columns named once."""

from __future__ import annotations

from collections.abc import Mapping

from retold.readers import fields


def rows(value: Mapping[str, object]) -> list[Mapping[str, object]] | None:
    """The records of an object that holds a table; None where it holds none.

    >>> rows({"title": {"0": "Ferry", "1": "Lamp"}, "text": {"0": "It sank.", "1": "It is lit."}})
    [{'title': 'Ferry', 'text': 'It sank.'}, {'title': 'Lamp', 'text': 'It is lit.'}]
    >>> rows({"columns": ["title", "text"], "data": [["Ferry", "It sank."]]})
    [{'title': 'Ferry', 'text': 'It sank.'}]
    >>> rows({"a1": {"text": "It sank."}, "a2": {"text": "It is lit."}})
    [{'id': 'a1', 'text': 'It sank.'}, {'id': 'a2', 'text': 'It is lit.'}]
    """
    return _split(value) or _by_column(value) or _by_key(value)


def _split(value: Mapping[str, object]) -> list[Mapping[str, object]] | None:
    """Rows of cells below `columns`."""
    names, cells = value.get("columns"), value.get("data")
    if not isinstance(names, list) or not isinstance(cells, list) or not _holds_text(names):
        return None
    return [dict(zip(names, row, strict=False)) for row in cells if isinstance(row, list)]


def _by_column(value: Mapping[str, object]) -> list[Mapping[str, object]] | None:
    """Columns whose cells have the numbers of their rows for keys; a list may be the paragraphs of a text."""
    if not _holds_text(list(value)):
        return None
    columns = {name: cells for name, cells in value.items() if isinstance(cells, Mapping)}
    keys: Mapping[str, object] = next(iter(columns.values()), {})
    if len(columns) < len(value) or any(cells.keys() != keys.keys() for cells in columns.values()):
        return None
    return [{name: cells[key] for name, cells in columns.items()} for key in keys]


def _by_key(value: Mapping[str, object]) -> list[Mapping[str, object]] | None:
    """Records under their ids; each must be an article."""
    records: list[Mapping[str, object]] = [
        {"id": key, **one} for key, one in value.items() if isinstance(one, Mapping)
    ]
    if not records or len(records) < len(value):
        return None
    return records if all(fields.article(one) is not None for one in records) else None


def _holds_text(names: list[object]) -> bool:
    return "text" in fields.roles([name for name in names if isinstance(name, str)])
