"""Lineages of a few invented versions."""

from __future__ import annotations

from collections.abc import Sequence

from retold.model import Derivation, Lineage, Node


def node(name: str, seen: bool = True, called: str | None = None) -> Node:
    return Node(name, called, seen, 0.9)


def edge(source: str, copy: str, directed: bool = True, support: float = 0.9) -> Derivation:
    return Derivation(source, copy, directed, support)


def lineage(nodes: Sequence[Node], edges: Sequence[Derivation], roots: Sequence[str]) -> Lineage:
    return Lineage(tuple(nodes), tuple(edges), tuple(roots), (len(roots), len(roots)))
