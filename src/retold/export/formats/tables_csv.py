"""CSV (RFC 4180, UTF-8): one file for each flat table of a trace.

A cell that a spreadsheet would take for a formula gets an apostrophe before it: articles are hostile input.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from retold.archive import flat
from retold.archive.columns import TABLES
from retold.export.formats.base import ExportFormat, Piece

if TYPE_CHECKING:
    from retold.archive.store import Trace

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def _pieces(trace: Trace) -> Iterator[Piece]:
    return (Piece(name, ".csv", _lines(trace, name)) for name in TABLES)


def _lines(trace: Trace, table: str) -> Iterator[bytes]:
    yield _line(column.name for column in TABLES[table].columns)
    for row in flat.rows(trace, table):
        yield _line(map(cell, row))


def _line(cells: Iterable[Any]) -> bytes:
    held = io.StringIO()
    csv.writer(held).writerow(list(cells))
    return held.getvalue().encode("utf-8", "replace")


def cell(value: Any) -> Any:
    """A value as a cell: true and false as words, nothing where there is none, and no formula.

    >>> cell("=1+1"), cell(True), cell(-2), cell(None)
    ("'=1+1", 'true', -2, None)
    """
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str) and value.startswith(_FORMULA):
        return f"'{value}"
    return value


FORMAT = ExportFormat("csv", "a table a file, for any program", _pieces, single=False, tables=True)
