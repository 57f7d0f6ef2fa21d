"""An agency's earlier take in the corpus stands in for an unnamed source above its takes.

Versions that keep different parts of two takes of one agency look like copies of a
text that nobody holds. Where two takes of one outlet stand side by side, others
credit that outlet, and none is older than its first take, that take is the source.
"""

from __future__ import annotations

from dataclasses import replace

from retold import parameters
from retold.steps.lineage.evidence import CREDIT
from retold.steps.lineage.graph import Edge, Graph
from retold.steps.lineage.names import outlet_key
from retold.steps.lineage.orient import Hypothesis

_P = parameters.of("lineage", "agency")
LATER = _P.number("later")


def with_takes(graph: Graph, hypothesis: Hypothesis) -> Graph:
    """The graph with each unnamed unseen root replaced by the credited version below it, if there is one."""
    for node in graph.unseen():
        if node in graph.names or graph.sources(node):
            continue
        source = _credited_take(graph, hypothesis, node)
        if source is not None:
            graph = _replaced(graph, node, source)
    return graph


def _credited_take(graph: Graph, hypothesis: Hypothesis, node: int) -> int | None:
    """The first take of an outlet with a later one beside it, if others credit it and none precedes it."""
    seen = [c for c in graph.copies(node) if c < graph.versions]
    for one in seen:
        others = [c for c in seen if c != one]
        if not any(_same_outlet(hypothesis, one, c) for c in others):
            continue
        credited = any(hypothesis.clues.credit[one, v] >= CREDIT for v in others)
        first = all(hypothesis.clues.time[v, one] <= -LATER for v in others)
        if credited and first:
            return one
    return None


def _same_outlet(hypothesis: Hypothesis, one: int, other: int) -> bool:
    first, second = (outlet_key(hypothesis.grid.witnesses[v]) for v in (one, other))
    return first == second != ""


def _replaced(graph: Graph, node: int, source: int) -> Graph:
    """The graph with `source` in the place of an unseen root."""
    for copy in graph.copies(node):
        edges = dict(graph.edges)
        old = edges.pop((node, copy))
        left = replace(graph, edges=edges)
        if copy != source and (source, copy) not in edges and copy not in left.ancestors(source):
            edges[source, copy] = Edge(old.support, True, old.evidence)
        graph = replace(graph, edges=edges)
    return graph
