"""On how many origins a reading rests: roots of the lineage once all who lack it are taken out.

An unseen source stays if it must have had the reading: two or more of its
copies have it; or one of two has it, has it from nowhere else, and the other
has no other reading instead.
Edges that nothing directs join their ends: such a part is one origin.
Who has a reading that his source left out goes back to the nearest source above it that has
it: he may have seen that too. The most origins there can be count him apart.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import NamedTuple

from retold import parameters
from retold.algorithms import components
from retold.model import Derivation, Lineage

_P = parameters.of("claims", "origins")
_UNSURE = _P.number("unsure")


class Origins(NamedTuple):
    """Node ids of the roots, and the least and most there can be."""

    ids: tuple[str, ...]
    least: int
    most: int


def of(carriers: Collection[str], lineage: Lineage, rivals: Collection[str] = ()) -> Origins:
    """Origins of a reading that the articles `carriers` have; `rivals` have another reading instead."""
    main = roots(carriers, lineage, lineage.derivations, rivals)
    sure = [e for e in lineage.derivations if e.support >= _UNSURE]
    apart = roots(carriers, lineage, lineage.derivations, rivals, over=False)
    counts = [len(main), len(apart), len(roots(carriers, lineage, sure, rivals))]
    counts += [len(roots(carriers, other, other.derivations, rivals)) for other in lineage.alternatives]
    return Origins(main, max(1, min(counts)) if main else 0, max(counts))


def roots(
    carriers: Collection[str],
    lineage: Lineage,
    edges: Iterable[Derivation],
    rivals: Collection[str] = (),
    over: bool = True,
) -> tuple[str, ...]:
    """The roots that the carriers go back to, by id, among the nodes that can have had the reading.

    With `over` also over sources that have no such reading and no other, if one above them has it.
    """
    edges = list(edges)
    seen = {node.id for node in lineage.nodes if node.seen} | set(carriers)
    kept = set(carriers) | _unseen_with(set(carriers), set(rivals), lineage, edges)
    ways = [e for e in edges if e.source in kept and e.copy in kept]
    part = _parts(kept, [e for e in ways if not e.directed])
    entered = {part[e.copy] for e in ways if e.directed and part[e.copy] != part[e.source]}
    entered |= (
        _with_sources_above(kept - {e.copy for e in ways}, kept, set(rivals), edges, part) if over else set()
    )
    found: dict[str, list[str]] = {}
    for node in sorted(kept):
        if part[node] not in entered:
            found.setdefault(part[node], []).append(node)
    return tuple(sorted(_name(group, lineage, seen) for group in found.values()))


def _with_sources_above(
    tops: set[str], kept: set[str], rivals: set[str], edges: list[Derivation], part: dict[str, str]
) -> set[str]:
    """The parts of those of `tops` above whose sources, all without the reading, one has it after all."""
    above: dict[str, set[str]] = {}
    for edge in edges:
        if edge.directed:
            above.setdefault(edge.copy, set()).add(edge.source)
    found: set[str] = set()
    for top in tops:
        waiting, met = [top], {top}
        while waiting:
            sources = above.get(waiting.pop(), set()) - met - rivals
            met |= sources
            waiting += sources - kept
        found |= {part[top]} if any(part[node] != part[top] for node in met & kept) else set()
    return found


def _name(group: list[str], lineage: Lineage, seen: Collection[str]) -> str:
    """The node that stands for an undirected part: an origin, an unseen one, or the smallest id."""
    return min(group, key=lambda node: (node not in lineage.origins, node in seen, node))


def _unseen_with(carriers: set[str], rivals: set[str], lineage: Lineage, edges: list[Derivation]) -> set[str]:
    """Unseen sources that must have had the reading, or are the only known way to it."""
    unseen = {node.id for node in lineage.nodes if not node.seen}
    having = set(carriers)
    waiting = True
    while waiting:  # an unseen source above another is judged once the lower one is
        new = {u for u in unseen - having if _had(u, having, rivals, edges)}
        having |= new
        waiting = bool(new)
    return having - carriers


def _had(source: str, having: set[str], rivals: set[str], edges: list[Derivation]) -> bool:
    """Whether an unseen source had it: two branches have it, or one that has it from nowhere else."""
    branches = {e.copy for e in edges if e.source == source} | {
        e.source for e in edges if e.copy == source and not e.directed
    }
    with_it, against = branches & having, branches & rivals
    if len(with_it) != 1 or against:
        return len(with_it) >= 2 and len(with_it) > len(against)
    only = next(iter(with_it))
    elsewhere = any(e.copy == only and e.source != source and e.source in having for e in edges)
    return not elsewhere and len(branches) <= 2  # of three copies, one alone more likely added it


def _parts(nodes: Iterable[str], joined: Iterable[Derivation]) -> dict[str, str]:
    """For each node the name of its part: those that undirected edges join."""
    return components.representatives(nodes, ((edge.source, edge.copy) for edge in joined))


def connected(carriers: Collection[str], lineage: Lineage) -> list[set[str]]:
    """The carriers, parted into those whom any chain of derivations joins."""
    every = {node.id for node in lineage.nodes} | set(carriers)
    ends = [e for e in lineage.derivations if e.source in every and e.copy in every]
    part = _parts(every, ends)
    groups: dict[str, set[str]] = {}
    for carrier in carriers:
        groups.setdefault(part[carrier], set()).add(carrier)
    return [groups[name] for name in sorted(groups)]
