"""Stories, collations and lineages: which versions there are and who had it from whom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from retold.algorithms import components
from retold.model import display
from retold.model.printing import one_line
from retold.model.spans import Evidence, Passage


@dataclass(frozen=True, slots=True)
class Story:
    """Articles about one event.

    `families` splits `articles` into versions of one report each; an article
    that shares no report stands alone. `cohesion` is the weakest tie, 0 to 1.
    `former` are ids of older stories that went into this one. `sources` are articles of other stories that
    those of this one, a digest, take pieces of.
    """

    id: str
    articles: tuple[str, ...]
    families: tuple[tuple[str, ...], ...]
    cohesion: float
    former: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()

    __repr__ = one_line

    @property
    def bearing(self) -> int:
        """How many articles bear on it: its own, and those that it takes from."""
        return len(self.articles) + len(self.sources)

    def _repr_html_(self) -> str:
        """As a notebook shows it."""
        rows = ((n, name) for n, report in enumerate(self.families, 1) for name in report)
        counts = f"{len(self.articles)} articles, {len(self.families)} reports"
        caption = f"Story {self.id}: {counts}, cohesion {self.cohesion:.2f}"
        return display.table(caption, ["report", "article"], rows)


@dataclass(frozen=True, slots=True)
class Move:
    """A run of columns that stands elsewhere in one version.

    `columns` is where the version `sigil` has the words, `home` where the
    others have them; both are half-open ranges of column numbers.
    """

    sigil: str
    columns: tuple[int, int]
    home: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Collation:
    """All versions of a text, aligned: a list of readings per place.

    `columns[k][i]` is what version `sigils[i]` has at place k, '' for nothing.
    Read down one version, the columns give its text in its own order.
    """

    sigils: tuple[str, ...]
    columns: tuple[tuple[str, ...], ...]
    moves: tuple[Move, ...] = ()

    __repr__ = one_line

    def _repr_html_(self) -> str:
        """As a notebook shows it."""
        return display.collation(self.sigils, self.columns)


@dataclass(frozen=True, slots=True)
class Node:
    """A version in a lineage, seen or unseen.

    `text`, for an unseen one, is what can be known of it: pieces, each with
    the ids of its witnesses; None in place of a piece that cannot be known.
    """

    id: str
    name: str | None
    seen: bool
    support: float
    evidence: tuple[Evidence, ...] = ()
    text: tuple[tuple[str | None, tuple[str, ...]], ...] = ()

    __repr__ = one_line

    @property
    def shown(self) -> str:
        """What a notebook calls it; an unseen one is marked as such."""
        return self.name or self.id if self.seen else f"{self.name or 'unnamed source'} (unseen)"


@dataclass(frozen=True, slots=True)
class Derivation:
    """`copy` took text from `source`; undirected when nothing tells which way.

    `passages` are given where it took only these: `a` in the source, `b` in the copy, which is no version of
    the source as a whole. Without any it is one.
    """

    source: str
    copy: str
    directed: bool
    support: float
    evidence: tuple[Evidence, ...] = ()
    passages: tuple[Passage, ...] = ()

    @property
    def id(self) -> str:
        """A name for the edge, unique in its lineage."""
        return f"{self.source}→{self.copy}"

    @property
    def ends(self) -> frozenset[str]:
        """Both articles, whichever way it goes."""
        return frozenset((self.source, self.copy))

    @property
    def why(self) -> str:
        """The weightiest evidence for it in words, '' where there is none."""
        best = max((one for one in self.evidence if one.weight > 0), key=lambda one: one.weight, default=None)
        return best.words if best else ""

    def row(self, names: Mapping[str, str]) -> tuple[object, ...]:
        """Source, arrow, copy, support and the weightiest evidence for it, as `Lineage` shows them."""
        ends = (names.get(self.source, self.source), names.get(self.copy, self.copy))
        return (ends[0], "→" if self.directed else "–", ends[1], self.support, self.why)


@dataclass(frozen=True, slots=True)
class OutsideSource:
    """An article of another story from which one of a story has a piece: as a node, and the derivation."""

    node: Node
    derivation: Derivation

    __repr__ = one_line


@dataclass(frozen=True, slots=True)
class Lineage:
    """Who had it from whom: a directed acyclic graph of derivations.

    `origins` are its roots; an undirected part into which nothing leads is one
    origin. `origins_range` is the least and most that the evidence allows.
    """

    nodes: tuple[Node, ...]
    derivations: tuple[Derivation, ...]
    origins: tuple[str, ...]
    origins_range: tuple[int, int]
    alternatives: tuple[Lineage, ...] = ()

    __repr__ = one_line

    def rooted(self) -> Lineage:
        """The lineage with the origins that its derivations leave; the range moves with their number.

        >>> a, b = Node("a", None, True, 1.0), Node("b", None, True, 1.0)
        >>> Lineage((a, b), (), ("a",), (1, 1)).rooted().origins
        ('a', 'b')
        """
        loose = [(e.source, e.copy) for e in self.derivations if not e.directed]
        fed = {edge.copy for edge in self.derivations if edge.directed}
        parts = components.members([node.id for node in self.nodes], loose)
        roots = [part for part in parts if fed.isdisjoint(part)]
        origins = tuple(next((o for o in self.origins if o in part), min(part)) for part in roots)
        more = len(origins) - len(self.origins)
        low, high = self.origins_range
        span = (max(1, low + more), max(1, high + more)) if origins else (0, 0)
        return replace(self, origins=origins, origins_range=span)

    def _repr_html_(self) -> str:
        """As a notebook shows it: the ties, and the nodes that have none."""
        names = {n.id: n.shown for n in self.nodes}
        tied = {end for edge in self.derivations for end in (edge.source, edge.copy)}
        rows = [edge.row(names) for edge in self.derivations]
        rows += [("", "", names[n.id], n.support, "") for n in self.nodes if n.id not in tied]
        low, high = self.origins_range
        caption = f"Lineage: {len(self.nodes)} versions, {len(self.origins)} origins ({low} to {high})"
        return display.table(caption, ["source", "", "copy", "support", "because"], rows)
