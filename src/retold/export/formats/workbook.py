"""A spreadsheet (Office Open XML): one sheet for each flat table of a trace.

No cell is a formula, whatever an article begins with. What a sheet cannot hold is cut, and the first sheet
says where: cells of more than 32,767 characters, tables of more than 1,048,576 rows.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any

from retold import extras
from retold.archive import flat
from retold.archive.columns import TABLES
from retold.export.formats.base import ExportFormat, Piece, xml_text

if TYPE_CHECKING:
    from retold.archive.store import Trace

CELL = 32_767  # characters of a cell
ROWS = 1_048_576  # of a sheet, its head included


def _pieces(trace: Trace) -> Iterator[Piece]:
    yield Piece("trace", ".xlsx", [_workbook(trace)])


def _workbook(trace: Trace) -> bytes:
    book = extras.module("openpyxl").Workbook(write_only=True)
    about = book.create_sheet("about")
    about.append(["table", "a row is", "rows", "cut"])
    for name, table in TABLES.items():
        rows, cut = _sheet(book.create_sheet(name), trace, name)
        about.append([name, table.row, rows, cut or None])
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def _sheet(sheet: Any, trace: Trace, table: str) -> tuple[int, str]:
    """Fill one sheet; gives its rows, and in words what was cut."""
    sheet.freeze_panes = "A2"
    sheet.append([column.name for column in TABLES[table].columns])
    rows = flat.rows(trace, table)
    count, long = 0, 0
    for row in islice(rows, ROWS - 1):
        count += 1
        long += sum(isinstance(value, str) and len(value) > CELL for value in row)
        sheet.append([_cell(sheet, value) for value in row])
    left = sum(1 for _ in rows)
    notes = [f"{left} rows left out" if left else "", f"{long} cells shortened" if long else ""]
    return count, ", ".join(filter(None, notes))


def _cell(sheet: Any, value: Any) -> Any:
    """A value as a cell; text is text even where it looks like a formula."""
    if not isinstance(value, str):
        return value
    made = extras.module("openpyxl.cell").WriteOnlyCell(sheet, "")
    made._value = xml_text(value)[:CELL]  # the setter would read a formula
    made.data_type = "s"
    return made


FORMAT = ExportFormat("xlsx", "a spreadsheet, a sheet a table", _pieces, text=False)
