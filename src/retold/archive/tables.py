"""The tables of a stored trace: what a row of each is, and how lineages are taken apart and put together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from retold.model import (
    AlignedPair,
    Article,
    Change,
    Claim,
    Derivation,
    Lineage,
    Node,
    SetAside,
    Span,
    Statement,
    Story,
    StoryRecord,
)


@dataclass(frozen=True, slots=True)
class FurnitureRow:
    """A stretch of text that every step skips, and why."""

    span: Span
    reason: str


@dataclass(frozen=True, slots=True)
class LineageRow:
    """The lineage of a story (number 0), or one of its alternatives (1 and up)."""

    story: str
    number: int
    origins: tuple[str, ...]
    origins_range: tuple[int, int]


@dataclass(frozen=True, slots=True)
class NodeRow:
    """A node of a lineage."""

    story: str
    number: int
    node: Node


@dataclass(frozen=True, slots=True)
class DerivationRow:
    """A derivation of a lineage."""

    story: str
    number: int
    derivation: Derivation


TABLES: dict[str, type] = {
    "articles": Article,
    "stories": Story,
    "lineages": LineageRow,
    "nodes": NodeRow,
    "derivations": DerivationRow,
    "statements": Statement,
    "changes": Change,
    "claims": Claim,
    "alignments": AlignedPair,
    "furniture": FurnitureRow,
    "set_aside": SetAside,
}
Rows = dict[str, Iterable[Any]]  # by the name of the table


def of_record(record: StoryRecord) -> Rows:
    """What one story brings to each table."""
    return {
        "stories": [record.story],
        **of_lineages([(record.story.id, record.lineage)]),
        "statements": record.statements,
        "changes": record.changes,
        "claims": record.claims,
        "alignments": record.alignments,
    }


def of_lineages(lineages: Iterable[tuple[str, Lineage]]) -> Rows:
    """The rows of the three tables that hold lineages, from stories with theirs."""
    every = [(s, n, x) for s, top in lineages for n, x in enumerate((top, *top.alternatives))]
    return {
        "lineages": [LineageRow(s, n, x.origins, x.origins_range) for s, n, x in every],
        "nodes": [NodeRow(s, n, node) for s, n, x in every for node in x.nodes],
        "derivations": [DerivationRow(s, n, edge) for s, n, x in every for edge in x.derivations],
    }


def lineages(
    tops: Iterable[LineageRow], nodes: Iterable[NodeRow], edges: Iterable[DerivationRow]
) -> Iterator[tuple[str, Lineage]]:
    """Stories with their lineages, alternatives included; all rows are in the order they were written in."""
    nodes_of, edges_of = _Runs(nodes), _Runs(edges)
    story, whole = "", None
    for top in tops:
        key = (top.story, top.number)
        parts = tuple(row.node for row in nodes_of.run(key)), tuple(r.derivation for r in edges_of.run(key))
        one = Lineage(*parts, origins=top.origins, origins_range=top.origins_range)
        if whole is not None and top.story == story:
            whole = replace(whole, alternatives=(*whole.alternatives, one))
            continue
        if whole is not None:
            yield story, whole
        story, whole = top.story, one
    if whole is not None:
        yield story, whole


class _Runs:
    """Rows that come story by story, taken run by run."""

    def __init__(self, rows: Iterable[Any]) -> None:
        self._rows = iter(rows)
        self._next = next(self._rows, None)

    def run(self, key: tuple[str, int]) -> Iterator[Any]:
        """The rows that come next and are of this story and number."""
        while self._next is not None and (self._next.story, self._next.number) == key:
            yield self._next
            self._next = next(self._rows, None)
