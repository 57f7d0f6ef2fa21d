"""The alignment table of CollateX as JSON: one file for each report of several versions.

`table` has a row for each witness, a list of tokens for each place, null where the witness has none.
`names` says what each witness is called, `moves` which places of a witness stand elsewhere in the others.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from retold.export import collations
from retold.export.formats.base import ExportFormat, FileNames, Piece, text_piece

if TYPE_CHECKING:
    from retold.archive.store import Trace


def _pieces(trace: Trace) -> Iterator[Piece]:
    names = FileNames()
    for report in collations.reports(trace):
        text = json.dumps(table(report), ensure_ascii=False, indent=1)
        yield text_piece(names.of(f"{report.title}-{report.number}"), ".json", f"{text}\n")


def table(report: collations.Report) -> dict[str, Any]:
    """One report as CollateX gives it."""
    found = report.collation
    return {
        "witnesses": list(found.sigils),
        "names": report.names,
        "table": [[_cell(column[k]) for column in found.columns] for k in range(len(found.sigils))],
        "moves": [{"witness": m.sigil, "columns": m.columns, "home": m.home} for m in found.moves],
    }


def _cell(token: str) -> list[dict[str, str]] | None:
    """A place of one witness; `t` is the token as it stands, `n` as it is compared."""
    return [{"t": f"{token} ", "n": token.casefold()}] if token else None


FORMAT = ExportFormat(
    "collatex", "an aligned table for each report of several versions", _pieces, single=False
)
