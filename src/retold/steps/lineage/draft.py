"""A lineage in the making: nodes by number, edges with what speaks for them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from retold.model import Evidence


@dataclass(slots=True)
class Edge:
    """One derivation in the making."""

    support: float
    directed: bool
    evidence: list[Evidence] = field(default_factory=list)


@dataclass(slots=True)
class Draft:
    """Nodes 0 … versions - 1 are seen, all later ones unseen."""

    versions: int
    edges: dict[tuple[int, int], Edge] = field(default_factory=dict)
    names: dict[int, str] = field(default_factory=dict)  # of unseen nodes
    beliefs: dict[int, float] = field(default_factory=dict)  # support of unseen nodes
    reasons: dict[int, list[Evidence]] = field(default_factory=dict)  # for unseen nodes

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

    def nodes(self) -> list[int]:
        """The seen nodes and every unseen one that has an edge."""
        used = {node for edge in self.edges for node in edge}
        return [*range(self.versions), *sorted(n for n in used if n >= self.versions)]

    def drop(self, node: int) -> None:
        """Take an unseen node out; its copies go to its source."""
        above, below = self.sources(node), self.copies(node)
        for source in above:
            edge = self.edges.pop((source, node))
            for copy in below:
                old = self.edges[node, copy]
                both = old.directed and edge.directed
                self.edges[source, copy] = Edge(min(edge.support, old.support), both, old.evidence)
        for copy in below:
            self.edges.pop((node, copy), None)


def origins(draft: Draft) -> list[int]:
    """One node for each undirected part into which no directed edge leads, in order."""
    part = {node: node for node in draft.nodes()}

    def top(node: int) -> int:
        while part[node] != node:
            node = part[node]
        return node

    for (u, v), edge in sorted(draft.edges.items()):
        if not edge.directed:
            part[top(v)] = top(u)
    entered = {top(v) for (u, v), edge in draft.edges.items() if edge.directed and top(u) != top(v)}
    parts: dict[int, list[int]] = {}
    for node in draft.nodes():
        parts.setdefault(top(node), []).append(node)
    roots = [members for one, members in parts.items() if one not in entered]
    return sorted(_first(draft, members) for members in roots)


def _first(draft: Draft, members: list[int]) -> int:
    """The member that no other member leads to; it stands for its part."""
    inside = set(members)
    free = [m for m in members if not inside & set(draft.sources(m))]
    return free[0] if free else members[0]
