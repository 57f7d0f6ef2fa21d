"""An answer in each form it is asked in: the page, or its content as JSON, CSV or GraphML."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Any

from starlette.responses import Response, StreamingResponse

from retold.archive.columns import TABLES
from retold.archive.graph import StoryGraph
from retold.archive.store import Trace
from retold.errors import InputError
from retold.export.formats import graphml
from retold.export.formats.tables_csv import cell
from retold.messages import N_
from retold.report import rows

FORMS = ("json", "csv", "graphml")
_KINDS = {
    "json": "application/json",
    "csv": "text/csv; charset=utf-8",
    "graphml": "application/graphml+xml; charset=utf-8",
}


@dataclass(frozen=True, slots=True)
class Content:
    """What stands on a page, each form made when it is asked for.

    `rows` are plain rows for JSON, `table` those for CSV; `graph` has the stories of it as graphs, one after
    the other.
    """

    page: Callable[[], str]
    rows: Callable[[], Iterable[Mapping[str, Any]]]
    table: Callable[[], Iterable[Mapping[str, Any]]]
    graph: Callable[[], Iterable[StoryGraph]]


def answer(content: Content, form: str) -> Response:
    """The content in a form; '' is the page."""
    if form == "":
        return as_page(content.page())
    made: dict[str, Callable[[], bytes]] = {
        "json": lambda: as_json(content.rows()),
        "csv": lambda: as_csv(content.table()),
    }
    if form == "graphml":
        return StreamingResponse(_begun(graphml.streamed(content.graph())), media_type=_KINDS[form])
    return Response(made[form](), media_type=_KINDS[form])


def as_page(text: str, status: int = 200) -> Response:
    """A page as an answer."""
    return Response(text.encode("utf-8", "replace"), status, media_type="text/html; charset=utf-8")


def as_json(found: Iterable[Mapping[str, Any]]) -> bytes:
    """Rows as one array of JSON, a row a line."""
    lines = ",\n".join(rows.line(dict(row)) for row in found)
    return f"[\n{lines}\n]\n".encode()


def as_csv(found: Iterable[Mapping[str, Any]]) -> bytes:
    """Rows as CSV with the names of the first; no cell is a formula."""
    held = io.StringIO()
    writer = csv.writer(held)
    for number, row in enumerate(found):
        if not number:
            writer.writerow(row)
        writer.writerow([cell(_flat(value)) for value in row.values()])
    return held.getvalue().encode("utf-8", "replace")


def _begun(blocks: Iterator[bytes]) -> Iterator[bytes]:
    """The same blocks, the first made now: what cannot be answered says so before an answer has begun."""
    return chain([next(blocks), next(blocks)], blocks)


def table_rows(trace: Trace, table: str) -> list[dict[str, Any]]:
    """One flat table of a trace; raises `InputError` for an unknown one."""
    from retold.archive import flat

    if table not in TABLES:
        cure = N_("use one of {names}").format(names=", ".join(TABLES))
        raise InputError(N_("no table {table!r:.40}").format(table=table), cure)
    names = [column.name for column in TABLES[table].columns]
    return [dict(zip(names, row, strict=True)) for row in flat.rows(trace, table)]


def _flat(value: Any) -> Any:
    """A value as one cell: lists are parted by semicolons."""
    if isinstance(value, (list, tuple)):
        return "; ".join(map(str, value))
    return json.dumps(value) if isinstance(value, dict) else value
