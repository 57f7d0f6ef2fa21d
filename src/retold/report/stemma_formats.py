"""A lineage in the formats of textual scholars and graph tools: Newick, Graphviz, GraphML.

Plain text out, plain data in; nothing is written to disk here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.sax.saxutils import escape, quoteattr

from retold.model import Derivation, Lineage, Node

_NOT_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_GRAPHML = "http://graphml.graphdrawing.org/xmlns"
_KEYS = (
    ("name", "node", "string"),
    ("seen", "node", "boolean"),
    ("nodeSupport", "node", "double"),
    ("directed", "edge", "boolean"),
    ("support", "edge", "double"),
)


def newick(lineage: Lineage) -> str:
    r"""The lineage as Newick: one tree, from its origins down, inner nodes labelled.

    Several origins stand below one nameless root. Newick knows only trees: of a
    version with two sources it keeps the surer one; undirected edges are written
    from `source` to `copy`.

    >>> edge = Derivation("A", "B", True, 0.9)
    >>> nodes = (Node("A", None, True, 1.0), Node("B", None, True, 1.0))
    >>> newick(Lineage(nodes, (edge,), ("A",), (1, 1)))
    '(B)A;\n'
    """
    copies = _tree(lineage)
    held = {copy for below in copies.values() for copy in below}
    roots = [node.id for node in lineage.nodes if node.id not in held]
    texts = [_branch(root, copies) for root in roots]
    return (texts[0] if len(texts) == 1 else f"({','.join(texts)})") + ";\n"


def _tree(lineage: Lineage) -> dict[str, list[str]]:
    """Each node's copies, every copy under its surest source."""
    surest: dict[str, Derivation] = {}
    for edge in lineage.derivations:
        if edge.copy not in surest or edge.support > surest[edge.copy].support:
            surest[edge.copy] = edge
    copies: dict[str, list[str]] = {}
    for edge in surest.values():
        copies.setdefault(edge.source, []).append(edge.copy)
    return copies


def _branch(root: str, copies: Mapping[str, list[str]]) -> str:
    """One node and all below it; without recursion, for chains of a thousand."""
    order = [root]
    for node in order:
        order += sorted(copies.get(node, ()))
    written: dict[str, str] = {}
    for node in reversed(order):
        below = [written.pop(copy) for copy in sorted(copies.get(node, ()))]
        written[node] = (f"({','.join(below)})" if below else "") + _newick_name(node)
    return written[root]


def _newick_name(name: str) -> str:
    """A label, quoted where Newick asks for it."""
    plain = " ".join(_NOT_XML.sub(" ", name).split())
    return plain if re.fullmatch(r"[\w.+*/-]+", plain) else "'" + plain.replace("'", "''") + "'"


def dot(lineage: Lineage) -> str:
    """The lineage for Graphviz: unseen sources dashed, undirected edges without an arrow.

    >>> edge = Derivation("A", "B", False, 0.5)
    >>> nodes = (Node("A", None, True, 1.0), Node("B", None, False, 0.5))
    >>> print(dot(Lineage(nodes, (edge,), ("A",), (1, 1))), end="")
    digraph lineage {
      "A";
      "B" [style=dashed];
      "A" -> "B" [dir=none, label="0.50"];
    }
    """
    lines = ["digraph lineage {"]
    for node in lineage.nodes:
        features = [] if node.seen else ["style=dashed"]
        if node.name and not node.seen:
            features.insert(0, f"label={_dot_text(node.name)}")
        lines.append(f"  {_dot_text(node.id)}{_features(features)};")
    for edge in lineage.derivations:
        features = [f'label="{edge.support:.2f}"']
        if not edge.directed:
            features.insert(0, "dir=none")
        lines.append(f"  {_dot_text(edge.source)} -> {_dot_text(edge.copy)}{_features(features)};")
    return "\n".join([*lines, "}", ""])


def _features(features: list[str]) -> str:
    return f" [{', '.join(features)}]" if features else ""


def _dot_text(text: str) -> str:
    plain = _NOT_XML.sub(" ", text).replace("\\", "\\\\").replace('"', '\\"')
    return '"' + " ".join(plain.split()) + '"'


def graphml(lineage: Lineage) -> str:
    """The lineage as GraphML, with support, seen and directed as data of nodes and edges.

    All edges are written as directed ones, since many readers take no mixed graph.
    The datum `directed` says whether a direction is known.
    """
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', f'<graphml xmlns="{_GRAPHML}">']
    for key, home, kind in _KEYS:
        name = "support" if key == "nodeSupport" else key
        lines.append(f'  <key id="{key}" for="{home}" attr.name="{name}" attr.type="{kind}"/>')
    lines.append('  <graph id="lineage" edgedefault="directed">')
    lines += [_graphml_node(node) for node in lineage.nodes]
    lines += [_graphml_edge(edge) for edge in lineage.derivations]
    return "\n".join([*lines, "  </graph>", "</graphml>", ""])


def _graphml_node(node: Node) -> str:
    name = "" if node.name is None else f'<data key="name">{_xml(node.name)}</data>'
    seen = f'<data key="seen">{str(node.seen).lower()}</data>'
    support = f'<data key="nodeSupport">{node.support}</data>'
    return f"    <node id={_xml_id(node.id)}>{name}{seen}{support}</node>"


def _graphml_edge(edge: Derivation) -> str:
    ends = f"source={_xml_id(edge.source)} target={_xml_id(edge.copy)}"
    directed = str(edge.directed).lower()
    data = f'<data key="directed">{directed}</data><data key="support">{edge.support}</data>'
    return f"    <edge {ends}>{data}</edge>"


def _xml(text: str) -> str:
    return escape(_NOT_XML.sub("\ufffd", text))


def _xml_id(text: str) -> str:
    return quoteattr(_NOT_XML.sub("\ufffd", text))
