"""Tables for spreadsheets and data frames."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from retold import export
from retold.archive import flat
from retold.archive.columns import TABLES
from retold.archive.store import Trace
from retold.export.formats import tables_csv, tables_parquet, workbook
from retold.model import Article

FORMULA = '=HYPERLINK("http://x.example","click")'
HOSTILE = Trace(articles=(Article("a", f"{FORMULA}\nbell \x07 and \x1b[2J", outlet="@Post", title="-1+1"),))


def piece(trace: Trace, form: str, name: str) -> bytes:
    return next(b"".join(one.content) for one in export.pieces(trace, form) if one.name == name)


@pytest.mark.parametrize("name", TABLES)
def test_csv_gives_back_every_cell(name: str, trace: Trace) -> None:
    rows = list(csv.reader(io.StringIO(piece(trace, "csv", name).decode(), newline="")))
    assert rows[0] == [one.name for one in TABLES[name].columns]
    told = [["" if v is None else str(tables_csv.cell(v)) for v in row] for row in flat.rows(trace, name)]
    assert rows[1:] == told


def test_no_cell_of_csv_begins_a_formula() -> None:
    rows = list(csv.DictReader(io.StringIO(piece(HOSTILE, "csv", "articles").decode(), newline="")))
    assert rows[0]["outlet"] == "'@Post" and rows[0]["title"] == "'-1+1"
    assert rows[0]["text"] == f"'{HOSTILE.articles[0].text}"


@pytest.mark.parametrize("name", TABLES)
def test_parquet_gives_back_every_row(name: str, trace: Trace, tmp_path: Path) -> None:
    from pyarrow import parquet

    (tmp_path / "x.parquet").write_bytes(piece(trace, "parquet", name))
    found = parquet.read_table(tmp_path / "x.parquet")
    assert list(zip(*found.to_pydict().values(), strict=True)) == list(flat.rows(trace, name))
    assert tables_parquet.FORMAT.tables


def test_a_spreadsheet_has_a_sheet_a_table(trace: Trace) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.load_workbook(io.BytesIO(piece(trace, "xlsx", "trace")))
    assert book.sheetnames == ["about", *TABLES]
    for name in TABLES:
        rows = [tuple("" if v is None else v for v in row) for row in book[name].iter_rows(values_only=True)][
            1:
        ]
        assert rows == [tuple("" if v is None else v for v in row) for row in flat.rows(trace, name)]


def test_no_cell_of_a_spreadsheet_is_a_formula() -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.load_workbook(io.BytesIO(piece(HOSTILE, "xlsx", "trace")))
    cells = [cell for row in book["articles"].iter_rows(min_row=2) for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s", "n"}
    assert any(str(cell.value).startswith(FORMULA) for cell in cells)


def test_what_a_cell_cannot_hold_is_told_on_the_first_sheet() -> None:
    openpyxl = pytest.importorskip("openpyxl")
    long = Trace(articles=(Article("a", "gull " * 9_000),))
    book = openpyxl.load_workbook(io.BytesIO(piece(long, "xlsx", "trace")))
    cut = {row[0]: row[3] for row in book["about"].iter_rows(values_only=True)}
    assert cut["articles"] == "1 cells shortened" and cut["changes"] is None
    assert len(book["articles"].cell(2, 11).value) == workbook.CELL
