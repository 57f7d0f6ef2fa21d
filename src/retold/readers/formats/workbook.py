"""Workbooks of Excel (XLSX): the rows of every sheet with a column for the text, read with openpyxl."""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Mapping
from datetime import datetime, time
from itertools import chain
from typing import Any

from retold import parameters
from retold.messages import N_
from retold.model import SetAside
from retold.readers import fields, headers, optional, records, zipdocs
from retold.readers.content import Content, Head
from retold.readers.registry import ArticleFormat, Format, Found
from retold.readers.sources import Refused

_P = parameters.of("readers", "workbook")
_COLUMNS = _P.integer("columns")
_ROWS = _P.integer("rows")
_EMPTY = _P.integer("empty")  # empty rows behind each other that end a sheet
_SUFFIXES = (".xlsx", ".xlsm")


def _probe(head: Head) -> float:
    return zipdocs.claim(head, _SUFFIXES, b"xl/workbook.xml")


def _read(content: Content) -> Found:
    openpyxl = optional.module("openpyxl", content.where, N_("an Excel workbook (XLSX)"))
    with zipdocs.package(content, N_("Excel workbook (XLSX)")) as package:
        package.check()
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # of styles and extensions, which hold no text
                book = openpyxl.load_workbook(
                    package.stream, read_only=True, data_only=True, keep_links=False
                )
            yield from _articles(book, content)
        except (KeyError, ValueError, TypeError, AttributeError, OSError, SyntaxError, EOFError) as error:
            why = N_("is an Excel workbook (XLSX) that is damaged")
            raise Refused(content.where, why, N_("save it anew, or as CSV")) from error


def _articles(book: Any, content: Content) -> Found:
    empty = True
    for sheet in book.worksheets:
        rows = _rows(sheet)
        names = next(rows, {})
        if "text" not in fields.roles(list(names)):
            continue
        empty = False
        tail = f":{sheet.title}" if len(book.worksheets) > 1 else ""
        first = next(rows, None)
        if first is None:
            why = N_(
                "is a sheet ({title}) without a row in the {empty:,} below the names of its columns"
            ).format(title=sheet.title, empty=_EMPTY)
            yield SetAside(f"{content.where}{tail}", why, N_("put the rows below the names"))
            continue
        yield from records.numbered(chain([first], rows), content.where, tail)
    if empty:
        why = N_("is an Excel workbook (XLSX) without a sheet that has a column for the text")
        yield SetAside(content.where, why, records.NAME_THE_TEXT)


def _rows(sheet: Any) -> Iterator[Mapping[str, object]]:
    """First the names of the columns, each with None; then every row that holds anything."""
    sheet.reset_dimensions()  # a sheet may lie about its size
    rows = _filled(sheet)
    names = _names(rows)
    yield dict.fromkeys(name for name in names if name)
    for row in rows:
        yield {name: _day(cell) for name, cell in zip(names, row, strict=False) if name and cell is not None}


def _filled(sheet: Any) -> Iterator[tuple[object, ...]]:
    """The rows that hold anything, up to a long empty stretch."""
    blank = 0
    for row in sheet.iter_rows(max_col=_COLUMNS, max_row=_ROWS, values_only=True):
        if any(cell not in (None, "") for cell in row):
            blank = 0
            yield row
            continue
        blank += 1
        if blank > _EMPTY:
            return


def _names(rows: Iterator[tuple[object, ...]]) -> list[str]:
    """The names of the columns, below what stands above them."""
    return headers.first_of(([str(cell or "").strip() for cell in row] for row in rows), list) or []


def _day(cell: object) -> object:
    """A cell; a day that the sheet keeps as its midnight is a day."""
    midnight = isinstance(cell, datetime) and cell.time() == time()
    return cell.date().isoformat() if isinstance(cell, datetime) and midnight else cell


FORMAT: ArticleFormat = Format(
    "Excel workbook (XLSX)",
    _SUFFIXES,
    _probe,
    _read,
    "every known column; all others in `extra` (extra `documents`)",
)
