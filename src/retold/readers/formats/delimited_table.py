"""Tables with a header: commas, semicolons, tabs or bars between the cells."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from operator import itemgetter

from retold import parameters
from retold.messages import N_
from retold.model import Article, SetAside
from retold.readers import decode, fields, headers, stamps
from retold.readers.content import Content, Head
from retold.readers.registry import LIKELY, NO, ArticleFormat, Format
from retold.readers.texts import of_lines

_SUFFIXES = (".csv", ".tsv", ".tab")
_DELIMITERS = "\t,;|"
_P = parameters.of("readers", "table")
_COLUMNS, _LONGEST_HEADER = _P.integer("columns"), _P.integer("header")
_ORDER_ROWS = _P.integer("order_rows")
_LARGEST_CELL = 2**31 - 1  # what the csv module takes everywhere; its own default is far below an article


def articles(
    rows: Iterable[tuple[int, bytes]], where: str, largest: int
) -> Iterator[tuple[int, Article | SetAside]]:
    """Articles from the numbered lines of a table; `largest` bounds a cell, in characters.

    Needs a column that `fields.roles` knows as the text.
    """
    notes: list[SetAside] = []
    texts = _decoded(rows, where, notes)
    csv.field_size_limit(max(csv.field_size_limit(), min(largest, _LARGEST_CELL)))
    delimiter, names = _header(texts)
    if "text" not in fields.roles(names):
        shown = ", ".join(names[:8])
        cure = N_("name the column of the text `text`, `body` or `content`")
        why = N_("has no column for the text (columns: {shown})").format(shown=shown)
        yield 1, SetAside(where, why, cure)
        return
    for number, item in _rows(texts, names, delimiter, where):
        yield from ((number, note) for note in notes)
        notes.clear()
        yield number, item


def _header(texts: Iterator[tuple[int, str]]) -> tuple[str, list[str]]:
    """The delimiter and the names of the columns: the first line, or one below it that names what we know.

    What exports write above their header is passed over.
    """
    rows = (_parted(line) for _, line in texts)
    return headers.first_of(rows, itemgetter(1)) or (",", [])


def _parted(line: str) -> tuple[str, list[str]]:
    """The delimiter of a line that may be the header, and its cells."""
    delimiter = max(_DELIMITERS, key=line.count)
    return delimiter, [name.strip() for name in next(csv.reader([line], delimiter=delimiter), [])]


def _rows(
    texts: Iterator[tuple[int, str]], names: list[str], delimiter: str, where: str
) -> Iterator[tuple[int, Article | SetAside]]:
    for number, row in _in_one_order(_cells(texts, delimiter, where), names):
        if isinstance(row, SetAside):
            yield number, row
        elif any(cell.strip() for cell in row):
            yield number, _article(row, names, f"{where}:{number}")


def _cells(
    texts: Iterator[tuple[int, str]], delimiter: str, where: str
) -> Iterator[tuple[int, list[str] | SetAside]]:
    """The rows below the header by the number of their first line, or why one cannot be read."""
    last = [1]
    # Strict: a stray or unclosed quote would otherwise swallow rows or change the words of a quotation.
    reader = csv.reader(_noting(texts, last), delimiter=delimiter, strict=True)
    while True:
        number = last[0] + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            why = N_("broken table row ({error})").format(error=error)
            yield number, SetAside(f"{where}:{number}", why, N_("mend or remove it"))
            continue
        yield number, cells


def _in_one_order(
    rows: Iterator[tuple[int, list[str] | SetAside]], names: list[str]
) -> Iterator[tuple[int, list[str] | SetAside]]:
    """The rows, with days in numbers (03/04/2019) written out where others show which is the month."""
    known = fields.candidates(names)
    columns = [names.index(name) for role in ("published", "updated") for name in known.get(role, ())]
    first = list(islice(rows, _ORDER_ROWS))
    orders = {at: order for at in columns if (order := stamps.order(_column(first, at))) is not None}
    for number, row in chain(first, rows):
        if isinstance(row, list):
            for at in (one for one in orders if one < len(row)):
                row[at] = stamps.ordered(row[at], orders[at])
        yield number, row


def _column(rows: list[tuple[int, list[str] | SetAside]], at: int) -> list[str]:
    return [row[at] for _, row in rows if isinstance(row, list) and at < len(row)]


def _article(cells: list[str], names: list[str], place: str) -> Article | SetAside:
    if len(cells) > len(names):
        why = N_("has {count} cells under {columns} columns").format(count=len(cells), columns=len(names))
        return SetAside(place, why, N_("put cells that hold the delimiter in quotes"))
    article = fields.article(dict(zip(names, cells, strict=False)))
    return article or SetAside(place, N_("an article without text"), N_("give it a text or remove it"))


def _noting(texts: Iterator[tuple[int, str]], last: list[int]) -> Iterator[str]:
    """The lines alone; `last` keeps the number of the one handed out last."""
    for number, text in texts:
        last[0] = number
        yield text


def _decoded(
    rows: Iterable[tuple[int, bytes]], where: str, notes: list[SetAside]
) -> Iterator[tuple[int, str]]:
    """Lines as text; the first that is not UTF-8 leaves a note."""
    noted = False
    for number, row in rows:
        text, note = decode.decode(row)
        if note and not noted:
            noted = True
            notes.append(SetAside(f"{where}:{number}", note, N_("save the file as UTF-8")))
        whole = text.replace("\x00", "").replace("\r\n", "\n").replace("\r", "\n")
        for line in re.findall(r"[^\n]*\n|[^\n]+", whole):  # old line ends within a line of bytes
            yield number, line


def _probe(head: Head) -> float:
    """A table looks like any text, so the suffix tells, or a first line that names several known columns."""
    first, _, rest = head.text.partition("\n")
    delimiter = max(_DELIMITERS, key=first.count)
    if first.count(delimiter) < _COLUMNS - 1 or delimiter not in rest or len(first) > _LONGEST_HEADER:
        return NO
    names = [name.strip().strip('"') for name in first.lstrip("\ufeff").split(delimiter)]
    known = fields.roles(names)
    return LIKELY if "text" in known and len(known) >= _COLUMNS and all(names) else NO


def _parse(rows: Iterable[tuple[int, bytes]], content: Content) -> Iterator[tuple[int, Article | SetAside]]:
    return articles(rows, content.where, content.limits.largest_bytes)


FORMAT: ArticleFormat = Format(
    "table (CSV, TSV)", _SUFFIXES, _probe, of_lines(_parse), "every known column; all others in `extra`"
)
