"""The lineage of each story as a drawing over time (SVG)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from retold.export import drawings
from retold.export.formats.base import ExportFormat, FileNames, Piece, text_piece

if TYPE_CHECKING:
    from retold.archive.store import Trace


def _pieces(trace: Trace) -> Iterator[Piece]:
    names = FileNames()
    return (text_piece(names.of(title), ".svg", svg) for title, svg in drawings.drawings(trace))


FORMAT = ExportFormat("svg", "a drawing for each story", _pieces, single=False)
