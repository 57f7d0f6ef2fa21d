"""From the skeleton to a directed draft: the optimum branching and how sure each edge is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from retold.settings import LineageSearch
from retold.steps.lineage import branching, evidence, parsimony, sources, vocabulary
from retold.steps.lineage.draft import Draft, Edge
from retold.steps.lineage.evidence import Clues, Polarity
from retold.steps.lineage.parsimony import UNKNOWN, Columns
from retold.steps.lineage.readings import Bools, Floats, Readings
from retold.steps.lineage.skeleton import Tree
from retold.steps.lineage.sources import Named
from retold.tables import Grid, Ints

ORIGIN = 1.0  # log-odds against one more origin within a family
STRANGE = 16.0  # log-odds against a main source that shares no more than chance would


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """All that is known about the nodes of one skeleton, seen and unseen."""

    grid: Grid
    readings: Readings
    clues: Clues
    polar: Polarity
    rows: Ints  # [nodes, units] readings, UNKNOWN where nothing is kept of them
    distance: Floats  # [nodes, nodes] weighted readings that u→v brings in
    scratch: Floats  # [nodes] weighted readings of a node without a source
    leaning: Floats  # [nodes, nodes] log-odds of u→v from everything but distance
    strange: Floats  # [nodes, nodes] 0 to 1: how far u is from holding v's text at all
    common: float  # weight of the words that all versions share
    named: tuple[Named, ...]


def scene(grid: Grid, readings: Readings, table: Columns, tree: Tree, given: Clues) -> Scene:
    """Rows, distances and evidence for the nodes of a tree and for the sources that credits name."""
    rows = parsimony.rows(table, list(tree.parents), readings)
    beside = _beside(tree, len(grid.witnesses))
    named = sources.named(rows, beside, given.credited, given.outlets)
    for one in named:
        if one.node >= len(rows):
            rows = np.vstack([rows, sources.row(readings, sorted(one.carriers))])
    polar = evidence.polarity(readings, rows, grid.witnesses, given)
    leaning = evidence.leaning(polar, rows)
    seen = len(grid.witnesses)
    leaning[:seen, :seen] += given.time + given.credit + given.agency
    _bound_unseen(leaning, given.time, beside)
    sources.lean(leaning, given.time, named)
    held = np.where(rows == UNKNOWN, 0.0, readings.weights[np.arange(rows.shape[1]), rows.clip(0)])
    distance = np.stack([((rows != row) * held).sum(axis=1) for row in rows])
    common = vocabulary.PLAIN * float((readings.cells >= 0).all(axis=1).sum())
    strange = _strange(evidence.strange(readings.cells, grid.witnesses), beside, named, len(rows))
    return Scene(
        grid, readings, given, polar, rows, distance, held.sum(axis=1), leaning, strange, common, tuple(named)
    )  # fmt: skip


def _beside(tree: Tree, seen: int) -> dict[int, list[int]]:
    """The seen neighbours of each unseen node of a tree."""
    found: dict[int, list[int]] = {node: [] for node in range(seen, len(tree.parents))}
    for node, parent in enumerate(tree.parents):
        if node >= seen and 0 <= parent < seen:
            found[node].append(parent)
        if node < seen <= parent:
            found[parent].append(node)
    return found


def _strange(between: Floats, beside: dict[int, list[int]], named: Sequence[Named], nodes: int) -> Floats:
    """The same for all nodes; an unseen one has what its neighbours have, or who credits it."""
    seen = len(between)
    found = np.zeros((nodes, nodes))
    found[:seen, :seen] = between
    near = beside | {one.node: sorted(one.carriers) for one in named}
    for node, versions in near.items():
        if versions:
            found[node, :seen] = between[versions].min(axis=0)
    return found


def _bound_unseen(leaning: Floats, time: Floats, beside: dict[int, list[int]]) -> None:
    """An unseen node came before its copies: what is later than those did not give it its text."""
    for node, near in beside.items():
        for source in range(len(time)):
            others = [v for v in near if v != source]
            if others:
                leaning[source, node] += float(min(time[source, v] for v in others))


def draft(one: Scene, settings: LineageSearch) -> Draft:
    """The optimum branching as a draft: each edge with its support, directed where it may be."""
    alone = -settings.sharpness * (one.scratch + one.common) - ORIGIN
    parents = branching.best(scores(one, settings), alone)
    made = Draft(len(one.grid.witnesses), count=len(parents))
    onward = branching.onward(parents, one.leaning)
    branch = branching.below(parents)
    for copy, source in enumerate(parents):
        if source >= 0:
            tied = _adjacency(one, branch[copy], (source, copy), settings)
            way = float(onward[copy])
            directed = way >= settings.support
            made.edges[source, copy] = Edge(tied * way if directed else tied, directed)
    _tidy(made, {source.node for source in one.named})
    return made


def scores(one: Scene, settings: LineageSearch) -> Floats:
    """Log-odds of each edge; what a strange source seems to save is chance and does not count."""
    saved = (one.scratch[None, :] - one.distance).clip(min=0)
    blind = one.strange * (settings.sharpness * saved + STRANGE)
    result: Floats = one.leaning - settings.sharpness * one.distance - blind
    return result


def _adjacency(one: Scene, inside: Bools, edge: tuple[int, int], settings: LineageSearch) -> float:
    """How sure it is that a branch hangs on just this edge and on no other.

    Either way over an edge counts, and the branch may hang by any of its nodes:
    what it then costs less is the copy's own text.
    """
    ways = scores(one, settings) + settings.sharpness * one.scratch
    either = np.logaddexp(ways, ways.T)
    others = either[~inside][:, inside]
    return float(1.0 / np.exp((others - either[edge]).clip(max=30.0)).sum())


def _tidy(made: Draft, named: set[int]) -> None:
    """Take out unseen nodes that the branching left without use."""
    idle = [node for node in made.nodes() if node >= made.versions and not _useful(made, node, node in named)]
    while idle:
        made.drop(idle[0])
        idle = [n for n in made.nodes() if n >= made.versions and not _useful(made, n, n in named)]


def _useful(made: Draft, node: int, named: bool) -> bool:
    """A named source has a copy; a nameless one has two, or joins three."""
    copies, above = len(made.copies(node)), len(made.sources(node))
    if named:
        return copies > 0
    return copies + above > 2 or (copies == 2 and above == 0)
