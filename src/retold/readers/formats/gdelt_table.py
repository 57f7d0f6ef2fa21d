"""Tables of GDELT as they are published: tabs, no header; told by their columns. They hold no texts.

The columns are those of GDELT's codebooks: Event Database 1.0 and 2.0, Mentions, Global Knowledge Graph 2.1.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from retold import parameters
from retold.messages import N_
from retold.model import SetAside
from retold.readers.content import Content, Head
from retold.readers.registry import CERTAIN, NO, ArticleFormat, Format, Found

_SHOWN = parameters.of("readers", "gdelt_table").integer("shown")
_ADDRESS = re.compile(rb"https?://\S+\Z", re.IGNORECASE)


class Table(NamedTuple):
    """One table of GDELT: what a row of it is, how many columns it has, and how its first ones look."""

    name: str
    columns: int
    address: int  # the column of the page that a row was made from
    first: re.Pattern[bytes]


_DAY = rb"(?:19|20)\d{6}"
_SECOND = rb"(?:19|20)\d{12}"
TABLES = (
    Table(
        N_("Global Knowledge Graph 2.1"), 27, 4, re.compile(_SECOND + rb"-T?\d+\t" + _SECOND + rb"\t[1-6]\t")
    ),
    Table(N_("Event Database 2.0"), 61, 60, re.compile(rb"\d+\t" + _DAY + rb"\t\d{6}\t\d{4}\t\d{4}\.\d+\t")),
    Table(N_("Event Database 1.0"), 58, 57, re.compile(rb"\d+\t" + _DAY + rb"\t\d{6}\t\d{4}\t\d{4}\.\d+\t")),
    Table("Mentions", 16, 5, re.compile(rb"\d+\t" + _SECOND + rb"\t" + _SECOND + rb"\t[1-6]\t")),
)


def table_of(row: bytes) -> Table | None:
    """The table of GDELT that a row is of, None if it is of none."""
    columns = row.count(b"\t") + 1
    return next((one for one in TABLES if one.columns == columns and one.first.match(row)), None)


def _probe(head: Head) -> float:
    return CERTAIN if table_of(_first_row(head)) is not None else NO


def _first_row(head: Head) -> bytes:
    return head.data.partition(b"\n")[0].rstrip(b"\r")


def _read(content: Content) -> Found:
    refused: list[SetAside] = []
    table = table_of(_first_row(content.head))
    rows, broken, pages = 0, 0, dict[str, None]()
    hosts = set[bytes]()
    for _, row in content.lines(refused):
        cells = row.rstrip(b"\r\n").split(b"\t")
        rows += 1
        if table is None or len(cells) != table.columns:
            broken += 1
        elif _ADDRESS.match(address := cells[table.address].strip()):
            hosts.add(address.split(b"/", 3)[2].lower())
            if len(pages) < _SHOWN:
                pages[address.decode("utf-8", "replace")] = None
    yield from refused
    if table is not None:
        yield _told(content.where, table, (rows, broken, len(hosts)), list(pages))


def _told(where: str, table: Table, counts: tuple[int, int, int], pages: list[str]) -> SetAside:
    rows, broken, hosts = counts
    torn = N_(" ({broken:,} of them broken)").format(broken=broken) if broken else ""
    why = N_(
        "is a table of GDELT ({name}, {columns} columns): {rows:,} rows{our_torn} that name pages of "
        "{hosts:,} sites, with codes, and no text of any"
    ).format(name=table.name, columns=table.columns, rows=rows, our_torn=torn, hosts=hosts)
    shown = f" ({', '.join(pages)} …)" if pages else ""
    column = N_("the addresses of its column {address}{shown}").format(address=table.address + 1, shown=shown)
    cure = N_("put {our_column} into a file, a line each, and give that with --fetch").format(
        our_column=column
    )
    return SetAside(where, why, cure)


FORMAT: ArticleFormat = Format(
    "table of GDELT (Events, Mentions, Knowledge Graph; no header)",
    (),
    _probe,
    _read,
    "nothing: a line says what it holds, and where its addresses are",
)
