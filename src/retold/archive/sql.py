"""Questions in SQL over a stored trace, answered by DuckDB.

The query sees the trace's tables and nothing else of the machine: one that was pasted from somewhere can
neither read nor write another file, nor load anything.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from retold import extras
from retold.archive import addresses, files, store
from retold.errors import InputError
from retold.messages import N_


def answer(path: str | Path, query: str) -> tuple[list[str], Iterator[tuple[Any, ...]]]:
    """The names of the columns and the rows that a query gives.

    Raises `InputError` for a query that cannot be answered, `StoreError` for what is no trace and
    `ExtraError` where DuckDB is not installed.
    """
    duckdb = extras.module("duckdb")
    here = addresses.here(path)
    folder, _ = files.opened(here)
    connection = store.connect(here)
    _locked(connection, folder.resolve())
    try:
        found = connection.execute(query)
    except duckdb.Error as error:
        raise InputError(
            N_("the query cannot be answered ({reason})").format(reason=_first_line(error)),
            N_("see docs/tables.md"),
        ) from error
    if found is None:  # DuckDB's answer to a remark and to blanks
        raise InputError(N_("the query asks nothing"), N_("see docs/tables.md"))
    return _distinct([one[0] for one in found.description or ()]), _rows(found, duckdb.Error)


def _locked(connection: Any, folder: Path) -> None:
    place = str(folder).replace("'", "''")
    connection.execute(f"SET allowed_directories = ['{place}']")
    connection.execute("SET enable_external_access = false")
    connection.execute("SET lock_configuration = true")


def _rows(found: Any, refusal: type[Exception]) -> Iterator[tuple[Any, ...]]:
    try:
        while rows := found.fetchmany(1_000):
            yield from rows
    except refusal as error:
        raise InputError(
            N_("the query cannot be answered ({reason})").format(reason=_first_line(error)),
            N_("see docs/tables.md"),
        ) from error


def _first_line(error: Exception) -> str:
    return str(error).strip().partition("\n")[0]


def _distinct(columns: list[str]) -> list[str]:
    """The names, each once: a row for machines has a field for each."""
    found: list[str] = []
    for name in columns:
        number, new = 1, name
        while new in found:
            number += 1
            new = f"{name}_{number}"
        found.append(new)
    return found
