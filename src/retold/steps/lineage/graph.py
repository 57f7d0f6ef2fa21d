"""The graph of a lineage by the numbers of its nodes: a value that each pass of `family` gives anew."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace

from retold.algorithms import components
from retold.model import Evidence

Ends = tuple[int, int]  # source, copy


@dataclass(frozen=True, slots=True)
class Edge:
    """One derivation: how sure it is, whether its direction is, and what speaks for it."""

    support: float
    directed: bool
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Graph:
    """Nodes 0 … versions - 1 are seen, all later ones unseen."""

    versions: int
    edges: Mapping[Ends, Edge] = field(default_factory=dict)
    names: Mapping[int, str] = field(default_factory=dict)  # of unseen nodes
    supports: Mapping[int, float] = field(default_factory=dict)  # of unseen nodes
    reasons: Mapping[int, tuple[Evidence, ...]] = field(default_factory=dict)  # for unseen nodes

    def sources(self, copy: int) -> list[int]:
        """The sources of a node, in order."""
        return sorted(u for u, v in self.edges if v == copy)

    def copies(self, source: int) -> list[int]:
        """The copies of a node, in order."""
        return sorted(v for u, v in self.edges if u == source)

    def ancestors(self, node: int) -> Iterator[int]:
        """All nodes from which edges lead to this one, nearest first, each once."""
        waiting, seen = self.sources(node), {node}
        while waiting:
            one = waiting.pop(0)
            if one not in seen:
                seen.add(one)
                waiting += self.sources(one)
                yield one

    def arrows(self) -> Graph:
        """The graph less its edges without a direction."""
        return replace(self, edges={ends: edge for ends, edge in self.edges.items() if edge.directed})

    def nodes(self) -> list[int]:
        """The seen nodes and every unseen one that has an edge."""
        return [*range(self.versions), *self.unseen()]

    def unseen(self) -> list[int]:
        """The unseen nodes that have an edge, in order."""
        return sorted({node for ends in self.edges for node in ends if node >= self.versions})

    def without(self, node: int) -> Graph:
        """The graph less an unseen node; its copies go to its sources."""
        above, below = self.sources(node), self.copies(node)
        edges = {ends: edge for ends, edge in self.edges.items() if node not in ends}
        for source in above:
            edge = self.edges[source, node]
            for copy in below:
                old = self.edges[node, copy]
                both = old.directed and edge.directed
                edges[source, copy] = Edge(min(edge.support, old.support), both, old.evidence)
        return replace(self, edges=edges)


def pruned(graph: Graph, named: Collection[int]) -> Graph:
    """The graph less unseen nodes of no use: a `named` one without a copy, another without two copies
    or three neighbours.
    """
    while idle := [node for node in graph.unseen() if not _is_useful(graph, node, node in named)]:
        graph = graph.without(idle[0])
    return graph


def _is_useful(graph: Graph, node: int, named: bool) -> bool:
    copies, above = len(graph.copies(node)), len(graph.sources(node))
    if named:
        return copies > 0
    return copies + above > 2 or (copies == 2 and above == 0)


def origins(graph: Graph, *, guessed: bool = True) -> list[int]:
    """One node for each undirected part into which no directed edge leads, in order.

    A part is stood for by the member from which its edges run as they are kept, or, where that would be a
    mere guess (not `guessed`), by its first member.
    """
    nodes = graph.nodes()
    loose = [ends for ends, edge in graph.edges.items() if not edge.directed]
    part = components.representatives(nodes, loose)
    entered = {part[v] for (u, v), edge in graph.edges.items() if edge.directed and part[u] != part[v]}
    parts = [one for one in components.members(nodes, loose) if part[one[0]] not in entered]
    return sorted(_first(graph, members, guessed) for members in parts)


def _first(graph: Graph, members: list[int], guessed: bool) -> int:
    """The member that no other member leads to; it stands for its part."""
    inside = set(members)
    led_to = {v for (u, v), e in graph.edges.items() if u in inside and (e.directed or guessed)}
    free = [m for m in sorted(members) if m not in led_to]
    return free[0] if free else min(members)
