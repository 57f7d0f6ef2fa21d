"""What decisions do to one story: ties that are none, names of one person, changes that are false."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from retold.algorithms.components import members
from retold.decisions.rulings import Rulings
from retold.model import Change, Derivation, Lineage, Party, Statement

Said = Mapping[str, Sequence[Statement]]  # by article


def without_ties(lineage: Lineage, rulings: Rulings) -> tuple[Lineage, set[str]]:
    """The lineage without the ties that were decided to be none, and the decisions that took one away.

    Whichever way a tie goes. Nothing is put in its place: the copy has no source, or its others. An unseen
    source without a name that is left with one copy explains nothing and goes too.
    """
    barred = rulings.no_copies()
    gone = {barred[edge.ends] for edge in lineage.derivations if edge.ends in barred}
    if not gone:
        return lineage, gone
    others = (without_ties(other, rulings)[0] for other in lineage.alternatives)
    made = replace(_pruned(lineage, barred), alternatives=tuple(others))
    return made, gone


def _pruned(lineage: Lineage, barred: Mapping[frozenset[str], str]) -> Lineage:
    touched = {name for edge in lineage.derivations if edge.ends in barred for name in edge.ends}
    edges = [edge for edge in lineage.derivations if edge.ends not in barred]
    idle = {
        node.id
        for node in lineage.nodes
        if not node.seen and node.id in touched and _explains(node.id, edges) < (1 if node.name else 2)
    }
    nodes = tuple(node for node in lineage.nodes if node.id not in idle)
    kept = tuple(edge for edge in edges if idle.isdisjoint(edge.ends))
    return replace(lineage, nodes=nodes, derivations=kept).rooted()


def _explains(source: str, edges: Iterable[Derivation]) -> int:
    """How many ties a source has."""
    return sum(source in (edge.source, edge.copy) for edge in edges)


def parted(family: Sequence[str], lineage: Lineage) -> list[tuple[tuple[str, ...], Lineage]]:
    """The families that a lineage's ties leave of one, each with its part of the lineage."""
    edges = [(e.source, e.copy) for e in lineage.derivations]
    found = []
    for part in members([node.id for node in lineage.nodes], edges):
        inside = set(part)
        versions = tuple(name for name in family if name in inside)
        if versions:
            found.append((versions, _within(lineage, inside)))
    return sorted(found, key=lambda item: item[0])


def _within(lineage: Lineage, inside: set[str]) -> Lineage:
    origins = tuple(name for name in lineage.origins if name in inside)
    return Lineage(
        nodes=tuple(node for node in lineage.nodes if node.id in inside),
        derivations=tuple(edge for edge in lineage.derivations if edge.copy in inside),
        origins=origins,
        origins_range=(len(origins), len(origins)),
    )


# ---- persons ----


def renamed(said: Said, rulings: Rulings) -> tuple[dict[str, Sequence[Statement]], set[str]]:
    """The statements with one name for each person, and the decisions that changed one."""
    names: dict[str, tuple[str, str]] = {}
    for one in rulings.of("same_person"):
        for other in one.names[1:]:
            names[_folded(other)] = (one.names[0], one.id)
    if not names:
        return dict(said), set()
    effective: set[str] = set()
    made = {
        article: [_renamed(one, names, effective) for one in several] for article, several in said.items()
    }
    return dict(made), effective


def _renamed(one: Statement, names: Mapping[str, tuple[str, str]], effective: set[str]) -> Statement:
    def party(given: Party) -> Party:
        name, ruling = names.get(_folded(given.name or ""), (given.name, ""))
        effective.update({ruling} if ruling else ())
        return replace(given, name=name)

    return replace(
        one, speakers=tuple(map(party, one.speakers)), addressees=tuple(map(party, one.addressees))
    )


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()


# ---- changes ----


def true_changes(changes: Iterable[Change], rulings: Rulings) -> tuple[list[Change], set[str]]:
    """The changes but for those decided to be false, and the decisions that took one away."""
    false = {change: one.id for one in rulings.of("change_false") for change in one.changes}
    every = list(changes)
    return [c for c in every if c.id not in false], {false[c.id] for c in every if c.id in false}
