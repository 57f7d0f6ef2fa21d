"""A database of SQLite: the rows of every table that has a column for the text."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from typing import Any
from urllib.parse import quote

from retold.messages import N_
from retold.model import SetAside
from retold.readers import fields, records
from retold.readers.content import Content, Head
from retold.readers.registry import CERTAIN, NO, ArticleFormat, Format, Found
from retold.readers.sources import FileSource, Refused

_MAGIC = b"SQLite format 3\x00"
_TABLES = (
    "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name"
)


def _probe(head: Head) -> float:
    return CERTAIN if head.data.startswith(_MAGIC) else NO


def _read(content: Content) -> Found:
    try:
        with closing(_opened(content)) as database:
            yield from _articles(database, content)
    except sqlite3.Error as error:
        raise Refused(
            content.where, N_("is an SQLite database that is damaged"), N_("write it again")
        ) from error


def _opened(content: Content) -> sqlite3.Connection:
    """A connection that cannot write, and that trusts nothing in the file."""
    if isinstance(content.source, FileSource):
        content.distinct()
        path = quote(str(content.source.path.absolute()))
        database = sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)
    else:
        database = sqlite3.connect(":memory:")
        database.deserialize(content.whole())
    for pragma in ("trusted_schema = OFF", "query_only = ON", "cell_size_check = ON"):
        database.execute(f"PRAGMA {pragma}")
    database.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, content.limits.largest_bytes)
    database.text_factory = lambda data: data.decode("utf-8", "replace")
    return database


def _articles(database: sqlite3.Connection, content: Content) -> Found:
    tables = [name for (name,) in database.execute(_TABLES) if _holds_texts(database, name)]
    if not tables:
        why = N_("is an SQLite database without a table that has a column for the text")
        yield SetAside(content.where, why, records.NAME_THE_TEXT)
    for table in tables:
        tail = f":{table}" if len(tables) > 1 else ""
        yield from records.numbered(_rows(database, table), content.where, tail)


def _holds_texts(database: sqlite3.Connection, table: str) -> bool:
    columns = [row[1] for row in database.execute(f"PRAGMA table_info({_named(table)})")]
    return "text" in fields.roles(columns)


def _rows(database: sqlite3.Connection, table: str) -> Iterator[dict[str, Any]]:
    found = database.execute(f"SELECT * FROM {_named(table)}")  # the name is quoted
    names = [column[0] for column in found.description]
    for row in found:
        yield {name: value for name, value in zip(names, row, strict=True) if not isinstance(value, bytes)}


def _named(table: str) -> str:
    return '"' + table.replace('"', '""') + '"'


FORMAT: ArticleFormat = Format(
    "SQLite database",
    (".sqlite", ".sqlite3", ".db"),
    _probe,
    _read,
    "the rows of tables with a column for the text",
)
