"""GraphML, written by networkx: all lineages of a trace as one graph.

GraphML allows no edge without direction among directed ones: an edge's `directed` says whether one is known.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING

from retold import extras
from retold.archive import graph
from retold.export.formats.base import ExportFormat, Piece, xml_text

if TYPE_CHECKING:
    from retold.archive.store import Trace


def _pieces(trace: Trace) -> Iterator[Piece]:
    networkx = extras.module("networkx")
    held = io.BytesIO()
    networkx.write_graphml_xml(_sound(graph.to_networkx(trace)), held, named_key_ids=True)
    yield Piece("lineage", ".graphml", [held.getvalue()])


def _sound(found: object) -> object:
    """The same graph with ids and texts that XML can hold."""
    networkx = extras.module("networkx")
    made = networkx.MultiDiGraph()
    made.add_nodes_from((xml_text(n), _texts(data)) for n, data in found.nodes(data=True))  # type: ignore[attr-defined]
    edges = found.edges(keys=True, data=True)  # type: ignore[attr-defined]
    made.add_edges_from((xml_text(s), xml_text(c), xml_text(k), _texts(data)) for s, c, k, data in edges)
    return made


def _texts(data: dict[str, object]) -> dict[str, object]:
    return {key: xml_text(value) if isinstance(value, str) else value for key, value in data.items()}


FORMAT = ExportFormat("graphml", "the lineages as a graph, for networkx, yEd, igraph", _pieces)
