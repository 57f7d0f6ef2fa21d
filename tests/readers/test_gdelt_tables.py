"""Tables of GDELT come without a header and hold no texts: told by their form, and said so."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from retold.model import SetAside
from retold.readers import read
from retold.readers.content import Head
from retold.readers.formats import gdelt_table
from retold.settings import Clean

PAGE = "https://echo.example/ferry-late"


def row(columns: int, at: int, *first: str) -> str:
    cells = [*first, *["x;y"] * (columns - len(first))]
    cells[at] = PAGE
    return "\t".join(cells)


GRAPH = row(27, 4, "20150218230000-T12", "20150218230000", "1", "echo.example")
EVENTS = row(61, 60, "410412347", "20150218", "201502", "2015", "2015.1315", "GOV")
OLDER = row(58, 57, "221412347", "20120218", "201202", "2012", "2012.1315", "GOV")
MENTIONS = row(16, 5, "410412347", "20150218230000", "20150218231500", "1", "echo.example")


def take(path: Path, data: bytes) -> list[object]:
    path.write_bytes(data)
    return list(read([path], Clean()))


@pytest.mark.parametrize(
    ("line", "name", "column"),
    [(GRAPH, "Global Knowledge Graph 2.1", 5), (EVENTS, "Event Database 2.0", 61),
     (OLDER, "Event Database 1.0", 58), (MENTIONS, "Mentions", 6)],
)  # fmt: skip
def test_a_table_is_told_by_its_form_and_said_to_hold_no_text(
    tmp_path: Path, line: str, name: str, column: int
) -> None:
    [note] = take(tmp_path / "20150218230000.export.CSV", f"{line}\n{line}\r\n".encode())
    assert isinstance(note, SetAside)
    assert name in note.why and "2 rows" in note.why and "1 sites" in note.why and "no text" in note.why
    assert f"column {column} ({PAGE} …)" in note.cure and "--fetch" in note.cure


def test_broken_rows_are_counted_and_no_address_is_made_up(tmp_path: Path) -> None:
    other = GRAPH.replace(PAGE, "BBC Monitoring")
    [note] = take(tmp_path / "a.gkg.csv", f"{GRAPH}\n{other}\nhalf\ta row\n".encode())
    assert isinstance(note, SetAside) and "3 rows (1 of them broken)" in note.why and "1 sites" in note.why


def test_a_packed_table_is_known_too(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as packed:
        packed.writestr("20150218230000.gkg.csv", f"{GRAPH}\n")
    [note] = list(read([tmp_path / "a.zip"], Clean()))
    assert isinstance(note, SetAside) and "Knowledge Graph" in note.why


@pytest.mark.parametrize(
    "line",
    [
        "id\ttext\toutlet",
        "\t".join(["a"] * 27),
        "\t".join(["20150218230000-1", "20150218230000", "1"]),
        "\t".join(["1", "20150218", "201502", "2015", "2015.1", *["text"] * 20]),
    ],
)
def test_other_tables_are_none_of_gdelts(line: str) -> None:
    assert gdelt_table.table_of(line.encode()) is None
    assert gdelt_table.FORMAT.probe(Head.of(f"{line}\n".encode(), ".csv")) == 0
