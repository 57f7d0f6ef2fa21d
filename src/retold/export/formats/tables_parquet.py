"""Parquet: one file for each flat table of a trace, with the meaning of every column as its metadata."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING

from retold.archive import flat
from retold.archive.columns import TABLES
from retold.export.formats.base import ExportFormat, Piece

if TYPE_CHECKING:
    from retold.archive.store import Trace


def _pieces(trace: Trace) -> Iterator[Piece]:
    return (Piece(name, ".parquet", _file(trace, name)) for name in TABLES)


def _file(trace: Trace, table: str) -> Iterator[bytes]:
    """The file in blocks: what each batch added."""
    from pyarrow import parquet

    held = io.BytesIO()
    with parquet.ParquetWriter(held, flat.schema(table), compression="zstd") as writer:
        for batch in flat.batches(trace, table):
            writer.write_batch(batch)
    yield held.getvalue()


FORMAT = ExportFormat(
    "parquet", "a table a file, for data frames and DuckDB", _pieces, single=False, text=False, tables=True
)
