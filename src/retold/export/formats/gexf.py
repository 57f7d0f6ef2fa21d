"""GEXF 1.3 for Gephi: all lineages as one graph that grows with time.

A version begins when it was published, a tie when its copy was. Times are xsd:dateTime in UTC, and the
beginning of the day where only that is known; an unseen source is there from the first of its copies. What
has no time at all is always there. An edge is undirected where nothing tells which way the text went.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree

from retold.archive import graph
from retold.export.formats.base import ExportFormat, Piece, element, xml_piece

if TYPE_CHECKING:
    from retold.archive.store import Trace

_SPACE = "http://gexf.net/1.3"
_NODE = {"story": "string", "seen": "boolean", "support": "double", "origin": "boolean", "outlet": "string",
         "title": "string", "url": "string", "published": "string"}  # fmt: skip
_EDGE = {"story": "string", "derivation": "string", "directed": "boolean", "support": "double",
         "substance": "integer", "wording": "integer", "style": "integer", "why": "string"}  # fmt: skip


def _pieces(trace: Trace) -> Iterator[Piece]:
    yield xml_piece("lineage", ".gexf", document(graph.stories(trace)))


def document(found: Iterable[graph.StoryGraph]) -> ElementTree.Element:
    """The graph as a GEXF document."""
    root = element(None, "gexf", {"xmlns": _SPACE, "version": "1.3"})
    element(element(root, "meta"), "creator", text="retold")
    form = {
        "mode": "dynamic",
        "defaultedgetype": "directed",
        "timeformat": "dateTime",
        "timerepresentation": "interval",
    }
    top = element(root, "graph", form)
    _attributes(top, "node", _NODE)
    _attributes(top, "edge", _EDGE)
    nodes, edges = element(top, "nodes"), element(top, "edges")
    drawn: set[str] = set()
    for one in found:
        starts = _starts(one)
        for version in one.versions:
            if version.node.id not in drawn:
                drawn.add(version.node.id)
                _node(nodes, version, starts.get(version.node.id))
        for tie in one.ties:
            _edge(edges, tie, starts.get(tie.edge.copy))
    return root


def _attributes(top: ElementTree.Element, kind: str, given: Mapping[str, str]) -> None:
    held = element(top, "attributes", {"class": kind, "mode": "static"})
    for name, value in given.items():
        element(held, "attribute", {"id": f"{kind}-{name}", "title": name, "type": value})


def _starts(one: graph.StoryGraph) -> dict[str, datetime]:
    """When each version is there from: its own time, or the first of what was copied from it."""
    found = {v.node.id: v.when.low for v in one.versions if v.when is not None}
    unseen = {v.node.id for v in one.versions if v.article is None}
    sources: defaultdict[str, list[str]] = defaultdict(list)
    for tie in one.ties:
        if tie.edge.source in unseen:
            sources[tie.edge.copy].append(tie.edge.source)
    waiting = list(found)
    while waiting:  # an unseen source may have unseen copies
        copy = waiting.pop()
        for source in sources[copy]:
            if source not in found or found[copy] < found[source]:
                found[source] = found[copy]
                waiting.append(source)
    return found


def _node(nodes: ElementTree.Element, one: graph.Version, start: datetime | None) -> None:
    made = element(nodes, "node", {"id": one.node.id, "label": one.label, "start": _time(start)})
    _values(made, "node", _NODE, graph.node_data(one))


def _edge(edges: ElementTree.Element, one: graph.Tie, start: datetime | None) -> None:
    kind = "directed" if one.edge.directed else "undirected"
    ends = {"id": f"{one.story} {one.edge.id}", "source": one.edge.source, "target": one.edge.copy}
    made = element(edges, "edge", {**ends, "type": kind, "weight": _weight(one), "start": _time(start)})
    _values(made, "edge", _EDGE, graph.edge_data(one))


def _weight(one: graph.Tie) -> float:
    return round(one.edge.support, 6)


def _values(made: ElementTree.Element, kind: str, known: Mapping[str, str], data: Mapping[str, Any]) -> None:
    held = element(made, "attvalues")
    for name in known:
        if name in data:
            value = data[name]
            shown = str(value).lower() if isinstance(value, bool) else value
            element(held, "attvalue", {"for": f"{kind}-{name}", "value": shown})


def _time(when: datetime | None) -> str | None:
    return None if when is None else f"{when.isoformat(timespec='seconds')[:19]}Z"


FORMAT = ExportFormat("gexf", "the lineages as a graph over time, for Gephi", _pieces)
