"""Witnesses in the columns of an aligned table."""

from __future__ import annotations

import csv
from itertools import pairwise

from retold.errors import InputError
from retold.messages import N_
from retold.readers import signatures
from retold.readers.content import Content, Head
from retold.readers.registry import ANY, NEVER, Format
from retold.readers.witnesses.tables import Columns, WitnessFormat, check_size, text_of

_DELIMITERS = "\t;,"
_SIGILS = frozenset(
    {
        "witness",
        "witnesses",
        "sigil",
        "siglum",
        "sigla",
        "manuscript",
        "ms",
        "ms.",
        "zeuge",
        "sigle",
        "témoin",
    }
)
_Row = tuple[int, list[str]]  # its line and its cells


def columns(name: str, text: str) -> Columns:
    """The tokens of each witness by its sigil, '' for a gap, all of one length.

    The first row holds the sigils. Cells are parted by tabs, semicolons or
    commas, whichever stands in the first row; in a table of tabs a quotation
    mark is a plain character. Rows that are too short are filled with gaps and
    rows without a token are left out. A first column that counts the places is
    no witness. A table whose first column is called witness or sigil has a row
    for each, and is turned.

    Raises `InputError` for what is no such table.
    """
    header, rows = _upright(*_parsed(name, text))
    check_size(name, len(header))
    sigils = _sigils(name, header)
    tokens_of: Columns = {sigil: [] for sigil in sigils}
    for number, row in rows:
        for sigil, token in zip(sigils, _tokens(name, number, row, len(sigils)), strict=True):
            tokens_of[sigil].append(token)
    if not any(any(tokens) for tokens in tokens_of.values()):
        raise InputError(
            N_("{name}: has no token below its first row").format(name=name),
            N_("give a row for each place of the text"),
        )
    return tokens_of


def _upright(header: list[str], rows: list[_Row]) -> tuple[list[str], list[_Row]]:
    """A table with a column for each witness and no other."""
    if header[0].strip().casefold() in _SIGILS and rows:
        every = [header, *(row for _, row in rows)]
        width = max(map(len, every))
        turned = [[row[at] if at < len(row) else "" for row in every] for at in range(width)]
        return turned[0][1:], [(number, row[1:]) for number, row in enumerate(turned[1:], start=2)]
    counted = [row[0].strip() if row else "" for _, row in rows]
    numbers = [int(cell) for cell in counted if cell.isdecimal() and len(cell) <= len(str(len(rows)))]
    rising = len(numbers) == len(rows) > 1 and all(b - a == 1 for a, b in pairwise(numbers))
    if rising and header[2:]:
        return header[1:], [(number, row[1:]) for number, row in rows]
    return header, rows


def _parsed(name: str, text: str) -> tuple[list[str], list[tuple[int, list[str]]]]:
    """The first row that is not blank, and the numbered rows that follow it."""
    lines = text.split("\n")
    top = next((n for n, line in enumerate(lines) if line.strip()), None)
    if top is None:
        raise InputError(
            N_("{name}: is empty").format(name=name),
            N_("give a table with a row of sigils and a row for each place"),
        )
    delimiter = max(_DELIMITERS, key=lines[top].count)
    if delimiter not in lines[top]:
        cure = N_("give a column for each witness, parted by tabs, semicolons or commas")
        raise InputError(N_("{name}: its first row holds one cell only").format(name=name), cure)
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
        raise InputError(
            N_("{name}: broken table ({error})").format(name=name, error=error),
            N_("close every quotation mark in it"),
        ) from error


def _sigils(name: str, header: list[str]) -> list[str]:
    sigils = [cell.strip() for cell in header]
    if "" in sigils:
        cure = N_("name every column in the first row")
        raise InputError(
            N_("{name}: column {index} has no sigil").format(name=name, index=sigils.index("") + 1), cure
        )
    twice = next((s for s in sigils if sigils.count(s) > 1), None)
    if twice is not None:
        raise InputError(
            N_("{name}: two columns are called {twice}").format(name=name, twice=twice),
            N_("give every witness a sigil of its own"),
        )
    return sigils


def _tokens(name: str, number: int, row: list[str], width: int) -> list[str]:
    """The cells of one row, filled up to the width of the table."""
    if any(cell.strip() for cell in row[width:]):
        cause = N_("{name}:{number}: has {count} cells under {width} sigils").format(
            name=name, number=number, count=len(row), width=width
        )
        raise InputError(cause, N_("part tokens and nothing else by the delimiter"))
    cells = [cell.strip() for cell in row[:width]]
    return cells + [""] * (width - len(cells))


def _probe(head: Head) -> float:
    return NEVER if head.folder is not None or signatures.is_binary(head.data) else ANY


def _read(content: Content) -> Columns:
    return columns(content.where, text_of(content))


FORMAT: WitnessFormat = Format(
    "aligned table",
    (".tsv", ".csv", ".txt"),
    _probe,
    _read,
    "the tokens of each column, or of each row; an empty cell is a gap",
)
