"""A lineage as a tree that can be printed and drawn, and what its origins are.

A lineage is a directed acyclic graph: a version may have two parents. On paper
it is a tree in which every version stands below the parent it owes most, and its
other parents are noted beside it. The tree is a flat list in reading order, so
that a chain of a thousand copies is no deeper than any other.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from retold.messages import _
from retold.model import Change, Derivation, Lineage, Node, Weight
from retold.moments import Moment
from retold.views.index import Index, brief

_LAST = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Twig:
    """One version in a tree; the list of twigs is in reading order.

    `parent` is the place of its parent in that list, None for a root.
    `others` are the derivations from further parents. `closing` says that no
    sibling follows. The counts are of changes on the way from `parent` alone.
    """

    node: Node
    label: str
    when: Moment | None
    parent: int | None
    edge: Derivation | None
    others: tuple[Derivation, ...]
    closing: bool
    substance: int
    wording: int

    @property
    def sure(self) -> bool:
        """Whether the tie to its parent has a direction."""
        return self.edge is None or self.edge.directed

    @property
    def published(self) -> str:
        """When it came out, in a few cells."""
        return brief(self.when) if self.node.seen else _("not in this pile")


def tree(index: Index, story: str) -> list[Twig]:
    """The family tree of a story, roots with most copies first."""
    return grow(index.lineage(story), index, index.changes.get(story, ()))


def grow(lineage: Lineage, index: Index, changes: Iterable[Change] = ()) -> list[Twig]:
    """The tree of any lineage; `index` gives labels and times."""
    forest = _Forest(lineage, index, changes)
    twigs: list[Twig] = []
    places: dict[str, int] = {}
    for root in forest.roots():
        stack = [(root, True)]
        while stack:
            name, closing = stack.pop()
            if name in places:
                continue
            places[name] = len(twigs)
            twigs.append(forest.twig(name, closing, places))
            below = forest.below(name)
            stack += [(child, child == below[-1]) for child in reversed(below)]
    return twigs


class _Forest:
    """A lineage seen as trees: every version under the parent it owes most."""

    def __init__(self, lineage: Lineage, index: Index, changes: Iterable[Change]) -> None:
        self.index = index
        self.nodes = {n.id: n for n in lineage.nodes}
        self.parents = _parents(lineage, self.nodes)
        self.children: dict[str, list[str]] = defaultdict(list)
        for copy, edges in self.parents.items():
            self.children[edges[0].source].append(copy)
        self.changed = Counter((c.source, c.copy, c.weight) for c in changes if c.derivation is not None)

    def roots(self) -> list[str]:
        """Where trees begin, the largest first; the rest follows in case a circle has no beginning."""
        free = [n for n in self.nodes if n not in self.parents]
        sizes = {root: self._size(root) for root in free}
        free.sort(key=lambda n: (-sizes[n], self._order(n)))
        return free + sorted(self.parents, key=self._order)

    def below(self, name: str) -> list[str]:
        """The versions right below this one, the earliest first."""
        return sorted(self.children.get(name, ()), key=self._order)

    def twig(self, name: str, closing: bool, places: Mapping[str, int]) -> Twig:
        """The version as a line of the tree, once its parent has its place."""
        edges = self.parents.get(name, [])
        parent = places.get(edges[0].source) if edges else None
        attached = parent is not None
        return Twig(
            node=self.nodes[name],
            label=self.index.label(name),
            when=self.index.moments.get(name),
            parent=parent,
            edge=edges[0] if attached else None,
            others=tuple(edges[1:] if attached else edges),
            closing=closing,
            substance=self._changes(edges, name, "substance"),
            wording=self._changes(edges, name, "wording"),
        )

    def _changes(self, edges: list[Derivation], name: str, weight: Weight) -> int:
        """The changes on the tie that is drawn; those against a further parent are told beside it."""
        return self.changed[edges[0].source, name, weight] if edges else 0

    def _order(self, name: str) -> tuple[datetime, str, str]:
        when = self.index.moments.get(name)
        return (_LAST if when is None else when.low, self.index.label(name), name)

    def _size(self, root: str) -> int:
        return len(reached(root, self.children))


def followed(lineage: Lineage) -> list[Derivation]:
    """The derivations by which reports go back to their sources.

    Passages that a report of one's own took over make it no copy of their source: it stays an origin.
    """
    own = {*lineage.origins}
    return [edge for edge in lineage.derivations if not (edge.passages and edge.copy in own)]


def _parents(lineage: Lineage, nodes: Mapping[str, Node]) -> dict[str, list[Derivation]]:
    """The derivations into each version, the one it owes most first."""
    found: dict[str, list[Derivation]] = defaultdict(list)
    for edge in followed(lineage):
        if edge.source in nodes and edge.copy in nodes and edge.source != edge.copy:
            found[edge.copy].append(edge)
    for edges in found.values():
        edges.sort(key=lambda e: (not e.directed, -e.support, e.source))
    return dict(found)


def guides(twigs: list[Twig]) -> list[str]:
    """The lines left of each twig, as a tree is drawn with characters: "│  └─ "."""
    before: list[str] = []  # what stands left of the children of each twig
    drawn = []
    for twig in twigs:
        lead = "" if twig.parent is None else before[twig.parent]
        tie = "" if twig.parent is None else ("└─" if twig.closing else "├─")
        gap = "" if twig.parent is None else ("  " if twig.closing else "│ ")
        before.append(lead + gap)
        drawn.append(lead + tie)
    return drawn


# ---- origins ----


def descent(lineage: Lineage) -> dict[str, frozenset[str]]:
    """The origins that each version goes back to, itself included if it is one.

    An undirected tie may have been crossed either way, so it is followed both ways.
    """
    ways: dict[str, list[str]] = defaultdict(list)
    for edge in followed(lineage):
        ways[edge.source].append(edge.copy)
        if not edge.directed:
            ways[edge.copy].append(edge.source)
    found: dict[str, set[str]] = {n.id: set() for n in lineage.nodes}
    for origin in lineage.origins:
        for name in reached(origin, ways):
            found.setdefault(name, set()).add(origin)
    return {name: frozenset(origins) for name, origins in found.items()}


def undirected_part(lineage: Lineage, origin: str) -> frozenset[str]:
    """The nodes of which nobody can tell the first, the origin among them; it alone where it is the first."""
    ways: dict[str, list[str]] = {}
    for edge in followed(lineage):
        if not edge.directed:
            ways.setdefault(edge.source, []).append(edge.copy)
            ways.setdefault(edge.copy, []).append(edge.source)
    return frozenset(reached(origin, ways))


def reached(start: str, ways: Mapping[str, list[str]]) -> set[str]:
    """The nodes to which ways lead from a node, itself included."""
    seen = {start}
    stack = [start]
    while stack:
        for name in ways.get(stack.pop(), ()):
            if name not in seen:
                seen.add(name)
                stack.append(name)
    return seen
