"""GraphML, written story by story: all lineages of a trace as one graph, of any size.

The types of all values are known beforehand, so that nothing but the names of the nodes has to be held;
writers of libraries look at the whole graph first. GraphML allows no edge without direction among directed
ones: an edge's `directed` says whether one is known.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from retold.archive import graph
from retold.archive.graph import StoryGraph
from retold.export.formats.base import ExportFormat, Piece, xml_text

if TYPE_CHECKING:
    from retold.archive.store import Trace

# Attribute and type of all that `graph.node_data` and `graph.edge_data` give.
_NODE = {
    "label": "string", "story": "string", "seen": "boolean", "support": "double", "origin": "boolean",
    "outlet": "string", "title": "string", "url": "string", "published": "string",
}  # fmt: skip
_EDGE = {
    "derivation": "string", "story": "string", "source_label": "string", "copy_label": "string",
    "directed": "boolean", "support": "double", "substance": "long", "wording": "long", "style": "long",
    "why": "string",
}  # fmt: skip
_HEAD = (
    '<?xml version="1.0" encoding="utf-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/'
    'xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">\n'
)


def streamed(stories: Iterable[StoryGraph]) -> Iterator[bytes]:
    """One graph of these stories, as GraphML, a block a story."""
    yield (_HEAD + "".join(_keys()) + '<graph edgedefault="directed">\n').encode()
    met: set[str] = set()
    for one in stories:
        yield "".join(_story(one, met)).encode("utf-8", "replace")
    yield b"</graph>\n</graphml>\n"


def _keys() -> Iterator[str]:
    for place, known in (("node", _NODE), ("edge", _EDGE)):
        for name, kind in known.items():
            yield f'<key id="{place}_{name}" for="{place}" attr.name="{name}" attr.type="{kind}"/>\n'


def _story(one: StoryGraph, met: set[str]) -> Iterator[str]:
    """The nodes that no other story had, and the edges."""
    for version in one.versions:
        if version.node.id not in met:
            met.add(version.node.id)
            yield f"<node id={_quoted(version.node.id)}>{_data('node', graph.node_data(version))}</node>\n"
    for tie in one.ties:
        ends = f"source={_quoted(tie.edge.source)} target={_quoted(tie.edge.copy)}"
        key = _quoted(f"{tie.story} {tie.edge.id}")
        yield f"<edge {ends} id={key}>{_data('edge', graph.edge_data(tie))}</edge>\n"


def _data(place: str, values: Mapping[str, object]) -> str:
    return "".join(f'<data key="{place}_{name}">{_value(value)}</data>' for name, value in values.items())


def _value(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else escape(xml_text(str(value)))


def _quoted(text: str) -> str:
    return quoteattr(xml_text(text))


def _pieces(trace: Trace) -> Iterator[Piece]:
    yield Piece("lineage", ".graphml", streamed(graph.stories(trace)))


FORMAT = ExportFormat("graphml", "the lineages as a graph, for networkx, yEd, igraph", _pieces)
