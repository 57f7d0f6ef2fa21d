"""Other sources that a version may well have had: what a single lineage, the likeliest, does not say.

A lineage takes for each version the source that explains it best. Where another one is nearly as good, as
of two papers that print a dispatch word for word, the lineage in which it stands is an alternative. How good
it is, the sum over all lineages of the same nodes tells, each weighed as the search weighs it: a determinant
(`retold.algorithms.forests`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from retold import parameters
from retold.algorithms.forests import sum_over_forests
from retold.steps.lineage import orient
from retold.steps.lineage.graph import Edge, Graph
from retold.steps.lineage.orient import Hypothesis
from retold.steps.lineage.readings import Floats

_P = parameters.of("lineage", "rivals")
LIKELY = _P.number("likely")


@dataclass(frozen=True, slots=True)
class Rival:
    """A source that a version may have had in place of the one it has."""

    chance: float
    source: int
    copy: int
    instead_of: int


def rivals(graph: Graph, one: Hypothesis, sharpness: float) -> list[Rival]:
    """Of each version the sources that are likely beside the one it has, the likeliest first.

    What only the texts say leaves them in the tree of the readings, and other trees tell the rest.
    """
    if one.clues.mute:
        return []
    chances = sum_over_forests(orient.scores(one, sharpness), orient.as_origins(one, sharpness)).edges
    return sorted(_likely(graph, chances), key=lambda rival: (-rival.chance, rival.copy, rival.source))


def _likely(graph: Graph, chances: Floats) -> Iterator[Rival]:
    nodes = graph.nodes()
    for copy in range(graph.versions):
        above = graph.sources(copy)
        for source in nodes if len(above) == 1 else ():
            chance = float(chances[source, copy])
            if chance >= LIKELY and source not in (copy, *above) and copy not in graph.ancestors(source):
                yield Rival(chance, source, copy, above[0])


def with_rival(graph: Graph, rival: Rival) -> Graph:
    """The graph in which a version has the other source, as sure as that is."""
    edges = dict(graph.edges)
    old = edges.pop((rival.instead_of, rival.copy))
    edges[rival.source, rival.copy] = Edge(rival.chance, old.directed)
    return replace(graph, edges=edges)
