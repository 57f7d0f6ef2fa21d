"""The lineage of each story as a picture (PNG), at twice the size of the drawing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from retold import extras
from retold.export import drawings
from retold.export.formats.base import ExportFormat, FileNames, Piece

if TYPE_CHECKING:
    from retold.archive.store import Trace

_ZOOM = 2


def _pieces(trace: Trace) -> Iterator[Piece]:
    renderer = extras.module("resvg_py")
    names = FileNames()
    for title, svg in drawings.drawings(trace):
        yield Piece(names.of(title), ".png", [bytes(renderer.svg_to_bytes(svg_string=svg, zoom=_ZOOM))])


FORMAT = ExportFormat("png", "a picture for each story", _pieces, single=False, text=False)
