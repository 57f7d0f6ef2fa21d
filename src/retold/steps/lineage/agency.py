"""What versions credit at hand is their source: an agency's take above its copies.

Versions that keep different parts of two takes of one agency look like copies of a
text that nobody holds. Where two takes of one outlet stand side by side, others
credit that outlet, and none is older than its first take, that take is the source.
And of two copies that nothing sets in an order each goes back to the take that both
credit, not to the other copy. So does the later of two papers that credit one agency whose
reports nobody holds: takes differ, and two that have one of them need not have it from each other.
"""

from __future__ import annotations

from dataclasses import replace

from retold import parameters
from retold.steps.lineage import sources
from retold.steps.lineage.evidence import CREDIT
from retold.steps.lineage.graph import Edge, Ends, Graph
from retold.steps.lineage.names import outlet_key
from retold.steps.lineage.orient import Hypothesis
from retold.steps.lineage.readings import UNKNOWN

_P = parameters.of("lineage", "agency")
LATER = _P.number("later")
_ANOTHER, _ONE = _P.number("another"), _P.number("one")


def with_takes(graph: Graph, hypothesis: Hypothesis) -> Graph:
    """The graph with each unnamed unseen root replaced by the credited version below it, if there is one."""
    for node in graph.unseen():
        if node in graph.names or graph.sources(node):
            continue
        source = _credited_take(graph, hypothesis, node)
        if source is not None:
            graph = _replaced(graph, node, source)
    return graph


def with_credited_sources(graph: Graph, hypothesis: Hypothesis) -> Graph:
    """The graph in which copies go back to the versions at hand that they credit."""
    graph = with_credited_takes(with_credited_ends(graph, hypothesis), hypothesis)
    return with_common_source(graph, hypothesis)


def with_common_source(graph: Graph, hypothesis: Hypothesis) -> Graph:
    """The graph in which no paper has from another what both credit to an unseen source that stands in it."""
    for ends, edge in sorted(graph.edges.items()):
        source = _credited_by_both(graph, hypothesis, ends) if edge.directed else None
        if source is not None:
            why = sources.credit_evidence(
                hypothesis.grid, hypothesis.unseen[source - graph.versions], ends[1]
            )
            edges = {one: other for one, other in graph.edges.items() if one != ends}
            edges[source, ends[1]] = Edge(edge.support, True, (why,))
            graph = replace(graph, edges=edges)
    return graph


def _credited_by_both(graph: Graph, hypothesis: Hypothesis, ends: Ends) -> int | None:
    """The named unseen source that both ends of an arrow between two papers credit; None where there is none.

    A paper that credits the other, too, has it from there, and so has an agency's own take. What is known of
    the source must be another take than the one that both have: most of its readings are others.
    """
    above, copy = ends
    clues = hypothesis.clues
    if max(ends) >= graph.versions or clues.credit[above, copy] >= CREDIT or _same_outlet(hypothesis, *ends):
        return None
    for node in graph.unseen():
        one = hypothesis.unseen[node - graph.versions]
        both = one.key and {above, copy} <= one.carriers.keys() and one.key not in clues.outlets
        free = both and (node, copy) not in graph.edges and copy not in graph.ancestors(node)
        if free and _differing(hypothesis, node, above) >= _ANOTHER and _differing(hypothesis, *ends) <= _ONE:
            return node
    return None


def _differing(hypothesis: Hypothesis, one: int, other: int) -> float:
    """The share of the readings of both that differ."""
    first, second = hypothesis.rows[one], hypothesis.rows[other]
    known = (first != UNKNOWN) & (second != UNKNOWN)
    return float((first != second)[known].sum() / max(1, int(known.sum())))


def with_credited_ends(graph: Graph, hypothesis: Hypothesis) -> Graph:
    """The graph in which no copy that credits a version hangs on another copy of it without a direction."""
    for ends in sorted(ends for ends, edge in graph.edges.items() if not edge.directed):
        for beside, copy in (ends, ends[::-1]):
            source = _credited_above(graph, hypothesis, beside, copy)
            if source is not None:
                edges = dict(graph.edges)
                edges[source, copy] = replace(edges.pop(ends), directed=True)
                graph = replace(graph, edges=edges)
                break
    return graph


def with_credited_takes(graph: Graph, hypothesis: Hypothesis) -> Graph:
    """The graph in which a copy whose sources nobody holds has a version that it credits as a source, too.

    Beside an agency that nobody holds a copy may name another whose report is at hand.
    """
    for copy in range(graph.versions):
        source = _credited_beside(graph, hypothesis, copy)
        if source is not None:
            edges = {ends: edge for ends, edge in graph.edges.items() if set(ends) != {source, copy}}
            edges[source, copy] = Edge(
                max(graph.edges[one, copy].support for one in graph.sources(copy)), True
            )
            graph = replace(graph, edges=edges)
    return graph


def _credited_above(graph: Graph, hypothesis: Hypothesis, beside: int, copy: int) -> int | None:
    """The nearest version from which arrows lead to `beside` and which `copy`, led to by none, credits."""
    arrows = graph.arrows()
    own = max(beside, copy) < graph.versions and not arrows.sources(copy)
    if not own or hypothesis.clues.credit[beside, copy] >= CREDIT:
        return None
    above = arrows.ancestors(beside)
    return next((one for one in above if _is_source(arrows, hypothesis, one, copy)), None)


def _credited_beside(graph: Graph, hypothesis: Hypothesis, copy: int) -> int | None:
    """The nearest version that a copy credits, where it goes back to named sources alone, held by nobody."""
    arrows = graph.arrows()
    above = list(arrows.ancestors(copy))
    if not above or any(one not in graph.names for one in above):
        return None
    fit = [one for one in range(graph.versions) if _is_source(arrows, hypothesis, one, copy)]
    return min(fit, key=lambda one: (float(hypothesis.distance[one, copy]), one), default=None)


def _is_source(arrows: Graph, hypothesis: Hypothesis, one: int, copy: int) -> bool:
    """Whether a copy credits a node that is a version, no later, and does not go back to the copy itself."""
    if one >= arrows.versions or one == copy:
        return False
    clues = hypothesis.clues
    credited = clues.credit[one, copy] >= CREDIT and clues.time[one, copy] >= 0
    return bool(credited) and copy not in arrows.ancestors(one)


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
