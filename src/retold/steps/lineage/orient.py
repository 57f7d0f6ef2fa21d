"""From the skeleton to a directed draft: the optimum branching and how sure each edge is."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from retold.settings import LineageSearch
from retold.steps.lineage import branching, evidence, parsimony, vocabulary
from retold.steps.lineage.draft import Draft, Edge
from retold.steps.lineage.evidence import Clues, Polarity
from retold.steps.lineage.parsimony import UNKNOWN, Columns
from retold.steps.lineage.readings import Bools, Floats, Readings
from retold.steps.lineage.skeleton import Tree
from retold.tables import Grid, Ints

STRIKING = 0.4  # share of the clock's weight at which an edge runs against it
SPLICED = 2.0  # log-odds against a version's being spliced from two


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """All that is known about the nodes of one skeleton, seen and unseen."""

    grid: Grid
    readings: Readings
    clues: Clues
    polar: Polarity
    rows: Ints  # [nodes, units] readings, UNKNOWN where nothing is kept of them
    sure: Bools  # [nodes, units]
    distance: Floats  # [nodes, nodes] weighted readings that u→v brings in
    scratch: Floats  # [nodes] weighted readings of a node without a source
    leaning: Floats  # [nodes, nodes] log-odds of u→v from everything but distance
    common: float  # weight of the words that all versions share


def scene(grid: Grid, readings: Readings, table: Columns, tree: Tree, given: Clues) -> Scene:
    """Rows, distances and evidence for the nodes of a tree."""
    rows, sure = parsimony.rows(table, list(tree.parents), readings)
    polar = evidence.polarity(readings, rows, grid.witnesses)
    leaning = evidence.leaning(polar, rows)
    seen = len(grid.witnesses)
    leaning[:seen, :seen] += given.time + given.credit + given.agency
    _bound_unseen(leaning, given.time, tree, seen)
    held = np.where(rows == UNKNOWN, 0.0, readings.weights[np.arange(rows.shape[1]), rows.clip(0)])
    distance = np.stack([((rows != row) * held).sum(axis=1) for row in rows]) if len(rows) else held
    common = vocabulary.PLAIN * float((readings.cells >= 0).all(axis=1).sum())
    return Scene(grid, readings, given, polar, rows, sure, distance, held.sum(axis=1), leaning, common)


def _bound_unseen(leaning: Floats, time: Floats, tree: Tree, seen: int) -> None:
    """An unseen node came before its copies: what is later than those did not give it its text."""
    for node in range(seen, len(tree.parents)):
        beside = [v for v, p in enumerate(tree.parents) if p == node and v < seen]
        if 0 <= tree.parents[node] < seen:
            beside.append(tree.parents[node])
        for source in range(seen):
            others = [v for v in beside if v != source]
            if others:
                leaning[source, node] += float(min(time[source, v] for v in others))


def draft(one: Scene, settings: LineageSearch, apart: frozenset[int] = frozenset()) -> Draft:
    """The optimum branching as a draft: each edge with its support, directed where it may be.

    `apart` are versions that shall have no source.
    """
    parents = branching.best(
        one.leaning - settings.sharpness * one.distance, -settings.sharpness * one.scratch, apart
    )
    made = Draft(len(one.grid.witnesses), count=len(parents))
    onward = branching.onward(parents, one.leaning)
    branch = branching.below(parents)
    for copy, source in enumerate(parents):
        if source >= 0:
            tied = _adjacency(one, branch[copy], source, copy, settings.sharpness)
            way = float(onward[copy])
            directed = way >= settings.support
            made.edges[source, copy] = Edge(tied * way if directed else tied, directed)
    _tidy(made)
    return made


def against_time(made: Draft, one: Scene, settings: LineageSearch) -> bool:
    """Whether some edge runs clearly against the stamps of its ends."""
    seen = made.versions
    return any(max(e) < seen and one.clues.time[e] < -STRIKING * settings.clock for e in made.edges)


def value(made: Draft, one: Scene, settings: LineageSearch) -> float:
    """What a draft costs in log-odds: texts brought in, evidence defied, second sources assumed."""
    known = len(one.rows)
    copies = {v for _, v in made.edges}
    roots = [n for n in made.nodes() if n not in copies]
    readings = sum(float(one.scratch[r]) for r in roots if r < known)
    # Texts that share words which no version lacks are not each made from nothing.
    readings += (len(roots) - 1) * one.common
    defied = 0.0
    for (u, v), edge in made.edges.items():
        if max(u, v) < known:
            readings += -edge.saved if edge.second else float(one.distance[u, v])
            defied += (SPLICED if edge.second else 0.0) - float(one.leaning[u, v])
    return settings.sharpness * readings + defied


def _adjacency(one: Scene, inside: Bools, source: int, copy: int, sharpness: float) -> float:
    """How sure it is that a branch hangs on just this edge and on no other."""
    ways = one.leaning - sharpness * (one.distance + one.scratch[:, None])
    either = np.logaddexp(ways, ways.T)[~inside][:, inside]
    mine = np.logaddexp(ways[source, copy], ways[copy, source])
    return float(1.0 / np.exp(either - mine).clip(max=1e12).sum())


def _tidy(made: Draft) -> None:
    """Take out unseen nodes that the branching left with fewer than two copies and no use."""
    while True:
        idle = [
            node
            for node in made.nodes()
            if node >= made.versions and len(made.copies(node)) + len(made.sources(node)) <= 2
            and not (len(made.copies(node)) == 2 and not made.sources(node))
        ]
        if not idle:
            return
        made.drop(idle[0])
