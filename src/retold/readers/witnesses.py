"""Witnesses of a tradition: an aligned table, an apparatus, or a folder of texts."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from pathlib import Path

from retold.errors import InputError
from retold.readers import apparatus, decode

_DELIMITERS = "\t;,"


def read(path: str | Path) -> Mapping[str, str | list[str]]:
    """Witnesses by sigil: tokens in columns, or whole texts from a folder.

    A folder holds a text file for each witness, named by its sigil. A file is a TEI
    apparatus, a Nexus matrix or an aligned table; its beginning tells which.
    Raises `InputError` for what is none of these.
    """
    name = str(path)
    if Path(path).is_dir():
        return _texts(name)
    text = _text(name)
    if text.lstrip()[:6].upper() == "#NEXUS":
        return apparatus.nexus(name, text)
    if text.lstrip().startswith("<"):
        return apparatus.tei(name, text)
    return read_table(path)


def _texts(name: str) -> dict[str, str]:
    """The text files of a folder by their names without the suffix."""
    files = [f for f in sorted(Path(name).iterdir()) if f.is_file() and not f.name.startswith(".")]
    if not files:
        raise InputError(f"{name}: holds no file", "give a text file for each witness")
    twice = next((f.stem for f in files if sum(g.stem == f.stem for g in files) > 1), None)
    if twice is not None:
        raise InputError(f"{name}: two files are called {twice}", "give every witness a name of its own")
    texts = {f: _text(str(f)) for f in files}
    empty = next((f for f, text in texts.items() if not text.strip()), None)
    if empty is not None:
        raise InputError(f"{empty}: is empty", "give the text of the witness, or remove the file")
    return {f.stem: text for f, text in texts.items()}


def read_table(path: str | Path) -> dict[str, list[str]]:
    """The tokens of each witness by its sigil, '' for a gap, all of one length.

    The first row holds the sigils. Cells are parted by tabs, semicolons or
    commas, whichever stands in the first row; in a table of tabs a quotation
    mark is a plain character. Rows that are too short are filled with gaps and
    rows without a token are left out.

    Raises `InputError` for a file that cannot be read and for what is no such table.
    """
    name = str(path)
    header, rows = _parsed(name, _text(name))
    sigils = _sigils(name, header)
    columns: dict[str, list[str]] = {sigil: [] for sigil in sigils}
    for number, row in rows:
        for sigil, token in zip(sigils, _tokens(name, number, row, len(sigils)), strict=True):
            columns[sigil].append(token)
    if not any(any(tokens) for tokens in columns.values()):
        raise InputError(f"{name}: has no token below its first row", "give a row for each place of the text")
    return columns


def _text(name: str) -> str:
    """The file's text, in whatever charset it is."""
    try:
        data = Path(name).read_bytes()
    except OSError as error:
        raise InputError(f"{name}: {error.strerror or error}", "name a table that can be read") from error
    if b"\x00" in data[:4_000] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise InputError(f"{name}: is a binary file", "give a table as text, parted by tabs or commas")
    return decode.decode(data).text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _parsed(name: str, text: str) -> tuple[list[str], list[tuple[int, list[str]]]]:
    """The first row that is not blank, and the numbered rows that follow it."""
    lines = text.split("\n")
    top = next((n for n, line in enumerate(lines) if line.strip()), None)
    if top is None:
        raise InputError(f"{name}: is empty", "give a table with a row of sigils and a row for each place")
    delimiter = max(_DELIMITERS, key=lines[top].count)
    if delimiter not in lines[top]:
        cure = "give a column for each witness, parted by tabs, semicolons or commas"
        raise InputError(f"{name}: its first row holds one cell only", cure)
    if delimiter == "\t":
        cells = [line.split("\t") for line in lines[top:]]
    else:
        cells = _quoted(name, lines[top:], delimiter)
    numbered = enumerate(cells[1:], start=top + 2)
    return cells[0], [(n, row) for n, row in numbered if any(cell.strip() for cell in row)]


def _quoted(name: str, lines: list[str], delimiter: str) -> list[list[str]]:
    """Rows whose cells may stand in quotation marks."""
    csv.field_size_limit(max(csv.field_size_limit(), sum(map(len, lines)) + 1))
    try:
        return list(csv.reader(lines, delimiter=delimiter))
    except csv.Error as error:
        raise InputError(f"{name}: broken table ({error})", "close every quotation mark in it") from error


def _sigils(name: str, header: list[str]) -> list[str]:
    sigils = [cell.strip() for cell in header]
    if "" in sigils:
        cure = "name every column in the first row"
        raise InputError(f"{name}: column {sigils.index('') + 1} has no sigil", cure)
    twice = next((s for s in sigils if sigils.count(s) > 1), None)
    if twice is not None:
        raise InputError(f"{name}: two columns are called {twice}", "give every witness a sigil of its own")
    return sigils


def _tokens(name: str, number: int, row: list[str], width: int) -> list[str]:
    """The cells of one row, filled up to the width of the table."""
    if any(cell.strip() for cell in row[width:]):
        cause = f"{name}:{number}: has {len(row)} cells under {width} sigils"
        raise InputError(cause, "part tokens and nothing else by the delimiter")
    cells = [cell.strip() for cell in row[:width]]
    return cells + [""] * (width - len(cells))
