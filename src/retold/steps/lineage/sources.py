"""Unseen sources: which are named by a credit line, and what can be known of their text."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from retold import parameters
from retold.messages import N_
from retold.model import Credit, Evidence
from retold.steps.lineage import evidence
from retold.steps.lineage.evidence import Clues
from retold.steps.lineage.graph import Graph
from retold.steps.lineage.readings import UNKNOWN, Floats, Readings
from retold.steps.lineage.skeleton import Tree
from retold.tables import MISSING, Grid, Ints

_P = parameters.of("lineage", "sources")
FEEDS = _P.number("feeds")
NO_COPY = _P.number("no_copy")
LATER_TAKE = _P.number("later_take")

EARLIER = _P.number("earlier")

Pieces = tuple[tuple[str | None, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True, eq=False)
class Unseen:
    """A source that nobody holds, as it may have been."""

    row: Ints  # [units] its readings, UNKNOWN where nothing tells
    beside: tuple[int, ...]  # versions that stand next to it
    key: str = ""  # of the outlet that credits name
    name: str | None = None
    carriers: Mapping[int, Credit] = field(default_factory=dict)  # who credits that outlet
    twin: bool = False  # whether it stands where a version stands in the skeleton


def of_tree(tree: Tree, rows: Ints, clues: Clues) -> list[Unseen]:
    """The unseen nodes of a skeleton, named by the credits of the versions beside them."""
    found = []
    for node, beside in _beside(tree, len(clues.credited)).items():
        keys = Counter(key for v in beside for key in clues.credited[v])
        key = max(sorted(keys), key=lambda k: keys[k], default="")
        found.append(unseen_source(rows[node], beside, key, clues))
    return found


def unseen_source(row: Ints, beside: Sequence[int], key: str, clues: Clues, *, twin: bool = False) -> Unseen:
    """An unseen source with the name that credits of this key give it, if there is a key."""
    carriers = {v: credits[key] for v, credits in enumerate(clues.credited) if key in credits}
    name = next(iter(carriers.values())).name if carriers else None
    return Unseen(row, tuple(beside), key, name, carriers, twin)


def assumed(unseen: Sequence[Unseen], clues: Clues) -> list[int]:
    """Those that no credit calls for: all but the first of each outlet credited and not in the family."""
    called_for: dict[str, int] = {}
    for number, one in enumerate(unseen):
        if one.key and one.key not in clues.outlets:
            called_for.setdefault(one.key, number)
    return [n for n in range(len(unseen)) if n not in called_for.values()]


def _beside(tree: Tree, seen: int) -> dict[int, list[int]]:
    """The seen neighbours of each unseen node of a tree."""
    found: dict[int, list[int]] = {node: [] for node in range(seen, len(tree.parents))}
    for node, parent in enumerate(tree.parents):
        if node >= seen and 0 <= parent < seen:
            found[node].append(parent)
        if node < seen <= parent:
            found[parent].append(node)
    return found


def keys(clues: Clues) -> list[str]:
    """The outlets that versions credit, most credited first."""
    found = Counter(key for credits in clues.credited for key in credits)
    return sorted(found, key=lambda k: (-found[k], k))


def credited_keys(clues: Clues) -> list[str]:
    """Those of them that are not in the family."""
    return [key for key in keys(clues) if key not in clues.outlets]


def twin_row(readings: Readings, tree: Tree, version: int) -> Ints:
    """What a source that stands where `version` stands in the skeleton has read.

    A reading that comes into two of the branches around the version was handed on
    there, even if the version itself lacks it. What the version alone has may be its own.
    """
    branches = _branches(tree, version, readings.states.shape[1])
    row: Ints = readings.states[:, version].copy()
    for unit, states in enumerate(readings.states):
        held = Counter(s for branch in branches for s in set(states[branch].tolist()))
        common = sorted((s for s, n in held.items() if n >= 2), key=lambda s: (-held[s], s))
        if held[int(row[unit])] == 0 or (row[unit] == readings.absent[unit] and common):
            row[unit] = common[0] if common else UNKNOWN
    return row


def _branches(tree: Tree, version: int, seen: int) -> list[list[int]]:
    """The versions of each branch at a version, its own place aside."""
    near: dict[int, list[int]] = {}
    for node, parent in enumerate(tree.parents):
        if parent >= 0:
            near.setdefault(node, []).append(parent)
            near.setdefault(parent, []).append(node)
    found = []
    for start in near.get(version, ()):
        branch, known = [start], {version, start}
        for node in branch:
            fresh = [n for n in near[node] if n not in known]
            known.update(fresh)
            branch += fresh
        found.append([n for n in branch if n < seen])
    return found


def lean(leaning: Floats, clues: Clues, unseen: Sequence[Unseen]) -> None:
    """Add what clocks and credits say to the log-odds of edges from and to unseen sources.

    An unseen source came before its copies. A copy has its text from the source it
    credits, or else from a version that credits the same; and a credited source is
    nobody's copy but of another take of its own.
    """
    seen = len(clues.time)
    for number, one in enumerate(unseen, start=seen):
        for source in range(seen):
            others = [v for v in (one.carriers or one.beside) if v != source]
            if others:
                leaning[source, number] += float(min(clues.time[source, v] for v in others))
        others_wired = [v for v in range(seen) if clues.wired[v] and clues.keys[v] != one.key]
        leaning[number, others_wired] -= evidence.AGENCY
        if one.key:
            leaning[number, :seen] += FEEDS * (one.key not in clues.outlets)
            leaning[number, sorted(one.carriers)] += evidence.CREDIT
            kin = [v for v, own in enumerate(clues.keys) if own == one.key]
            kin += [n for n, other in enumerate(unseen, start=seen) if other.key == one.key]
            first = _first_takes(clues, one)
            leaning[number, first] -= NO_COPY
            leaning[number, [v for v in kin if first and v < seen and v not in first]] -= LATER_TAKE
            strangers = [n for n in range(len(leaning)) if n not in kin]
            leaning[strangers, number] -= NO_COPY
    for key in credited_keys(clues):
        carriers = [v for v, credits in enumerate(clues.credited) if key in credits]
        leaning[np.ix_(carriers, carriers)] += evidence.CREDIT - evidence.DIRECT


def _first_takes(clues: Clues, one: Unseen) -> list[int]:
    """Versions of the credited outlet's own that are stamped before all others that have its text."""
    own = [v for v, key in enumerate(clues.keys) if key == one.key]
    others = [v for v in {*one.carriers, *one.beside} if v not in own]
    return [v for v in own if others and all(clues.time[u, v] <= -EARLIER for u in others)]


def with_names(graph: Graph, unseen: Sequence[Unseen], grid: Grid) -> Graph:
    """The graph with the names of its unseen nodes, and the credits that name them as evidence."""
    used = set(graph.unseen())
    for node, source in enumerate(unseen, start=graph.versions):
        if source.name is not None and node in used:
            graph = _named(graph, node, source, source.name, grid)
    return graph


def _named(graph: Graph, node: int, source: Unseen, name: str, grid: Grid) -> Graph:
    """The graph with one more unseen node named by its carriers, as sure as its surest copy."""
    edges, reasons = dict(graph.edges), list(graph.reasons.get(node, ()))
    for version, credit in sorted(source.carriers.items()):
        why = credit_evidence(grid, source, version)
        reasons.append(why)
        edge = edges.get((node, version))
        if edge is not None:
            support = edge.support * credit.support
            edges[node, version] = replace(edge, support=support, evidence=(*edge.evidence, why))
    copies = [edge.support for (u, _), edge in edges.items() if u == node]
    return replace(
        graph,
        edges=edges,
        names={**graph.names, node: name},
        supports={**graph.supports, node: max([graph.supports.get(node, 0.0), *copies])},
        reasons={**graph.reasons, node: tuple(reasons)},
    )


def credit_evidence(grid: Grid, source: Unseen, version: int) -> Evidence:
    """What a version that credits a source says of it."""
    credit = source.carriers[version]
    words = N_("{copy} credits {name}").format(copy=grid.witnesses[version].id, name=credit.name)
    return Evidence("credit", credit.spans, _log_odds(credit.support), words)


def _log_odds(support: float) -> float:
    held = min(max(support, 0.01), 0.99)
    return math.log(held / (1 - held))


# ---- what can be known of an unseen text ----


def text(graph: Graph, grid: Grid, readings: Readings, node: int) -> Pieces:
    """The text of an unseen node in pieces, each with its witnesses; None where they differ.

    A piece is known when more than half of the copies agree. One copy alone tells nothing.
    """
    copies = _witnesses_of(graph, node)
    if len(copies) < 2:
        return ()
    pieces: list[tuple[int, int, tuple[int, ...]]] = []  # first locus, one past the last, witnesses
    for locus in range(len(readings.cells)):
        held = _agreeing(grid, readings, copies, locus)
        if held is None:
            continue
        if pieces and pieces[-1][2] == held:
            pieces[-1] = (pieces[-1][0], locus + 1, held)
        else:
            pieces.append((locus, locus + 1, held))
    return tuple(_piece(grid, readings, *piece) for piece in pieces)


def _witnesses_of(graph: Graph, node: int) -> list[int]:
    """The seen copies of an unseen node, through other unseen ones."""
    found: list[int] = []
    for copy in graph.copies(node):
        found += [copy] if copy < graph.versions else _witnesses_of(graph, copy)
    return sorted(set(found))


def _agreeing(grid: Grid, readings: Readings, copies: list[int], locus: int) -> tuple[int, ...] | None:
    """The copies that share a word here, () where it cannot be known, None where there was nothing."""
    copies = [v for v in copies if readings.cells[locus, v] != MISSING]
    forms = [_form(grid, readings, locus, v) for v in copies]
    if not forms:
        return ()
    form, count = Counter(forms).most_common(1)[0]
    if 2 * count <= len(copies):
        return ()
    return tuple(v for v, f in zip(copies, forms, strict=True) if f == form) if form else None


def _form(grid: Grid, readings: Readings, locus: int, version: int) -> int:
    word = int(readings.cells[locus, version])
    return int(grid.witnesses[version].words.forms[word]) if word >= 0 else 0


def _piece(
    grid: Grid, readings: Readings, low: int, high: int, held: tuple[int, ...]
) -> tuple[str | None, tuple[str, ...]]:
    """The words of one piece as its first witness has them."""
    if not held:
        return None, ()
    witness = grid.witnesses[held[0]]
    column = readings.cells[low:high, held[0]]
    words = np.sort(column[column >= 0])
    parts = np.split(words, np.flatnonzero(np.diff(words) != 1) + 1)
    pieces = [witness.span(int(p[0]), int(p[-1]) + 1).of(witness.text) for p in parts]
    return " ".join(pieces), tuple(grid.witnesses[v].id for v in held)
