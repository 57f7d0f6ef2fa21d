"""From the skeleton to a directed graph: the maximum branching and how sure each edge is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from retold import parameters
from retold.algorithms.arborescence import maximum_branching
from retold.algorithms.trees import descendants
from retold.steps.lineage import evidence, rooting, sources, vocabulary
from retold.steps.lineage.evidence import Clues, Polarity
from retold.steps.lineage.graph import Edge, Graph, pruned
from retold.steps.lineage.readings import UNKNOWN, Bools, Floats, Readings
from retold.steps.lineage.skeleton import Tree
from retold.steps.lineage.sources import Unseen
from retold.tables import Grid, Ints

_P = parameters.of("lineage", "orient")
MOST_HUBS = _P.integer("most_hubs")
MOST_TRIED = _P.integer("most_tried")
MOST_KEYS = _P.integer("most_keys")
MOST_UNSEEN = _P.integer("most_unseen")
LOST = _P.number("lost")
TWIN = _P.number("twin")
ANONYMOUS = _P.number("anonymous")
ORIGIN = _P.number("origin")
STRANGE = _P.number("strange")
BARRED = 1000.0  # log-odds against an edge that the skeleton does not have: more than anything says for it


@dataclass(frozen=True, slots=True, eq=False)
class Observed:
    """What is known of the versions of one text before a source is assumed."""

    grid: Grid
    readings: Readings
    clues: Clues
    strange: Floats  # [versions, versions] 0 to 1: how far u is from holding v's text at all


@dataclass(frozen=True, slots=True, eq=False)
class Hypothesis:
    """The versions with some sources that nobody holds, and all that is known of either."""

    grid: Grid
    readings: Readings
    clues: Clues
    polar: Polarity
    rows: Ints  # [nodes, units] readings, UNKNOWN where nothing is kept of them
    distance: Floats  # [nodes, nodes] weighted readings that u→v brings in
    scratch: Floats  # [nodes] weighted readings of a node without a source
    leaning: Floats  # [nodes, nodes] log-odds of u→v from everything but distance
    strange: Floats  # [nodes, nodes]
    common: float  # weight of the words that all versions share
    unseen: tuple[Unseen, ...]


def hypothesis(observed: Observed, unseen: Sequence[Unseen]) -> Hypothesis:
    """Rows, distances and evidence for the versions and for sources that nobody holds."""
    readings, clues, seen = observed.readings, observed.clues, len(observed.grid.witnesses)
    rows = np.vstack([readings.states.T, *(one.row[None] for one in unseen)]).astype(np.int32)
    polar = evidence.polarity(readings, rows, clues)
    leaning = -np.logaddexp(0.0, -2 * evidence.leaning(polar, rows))  # of a way, not of being tied
    leaning[:seen, :seen] += clues.time + clues.credit + clues.agency
    leaning[:seen, :seen] += evidence.RECENT * clues.skipped * polar.retold[:seen, :seen].clip(max=0)
    sources.lean(leaning, clues, unseen)
    held = np.where(rows == UNKNOWN, 0.0, readings.weights[np.arange(rows.shape[1]), rows.clip(0)])
    distance = np.stack([((rows != row) * held).sum(axis=1) for row in rows])
    common = vocabulary.PLAIN * float((readings.cells >= 0).all(axis=1).sum())
    strange = _strange(observed.strange, unseen)
    return Hypothesis(
        observed.grid, readings, clues, polar, rows, distance, held.sum(axis=1), leaning, strange, common,
        tuple(unseen),
    )  # fmt: skip


def _strange(between: Floats, unseen: Sequence[Unseen]) -> Floats:
    """The same for all nodes: an unseen one has what any who credits it has, or any neighbour.

    As a copy it had its text from a source that most of them have it from.
    """
    seen = len(between)
    near = [sorted(one.carriers or one.beside) for one in unseen]
    from_unseen = [between[some].min(axis=0) if some else np.zeros(seen) for some in near]
    rows = np.vstack([between, *from_unseen])
    to_unseen = [
        rows[:, some].mean(axis=1, keepdims=True) if some else np.zeros((len(rows), 1)) for some in near
    ]
    found: Floats = np.hstack([rows, *to_unseen])
    return found


def best_hypothesis(observed: Observed, tree: Tree, rows: Ints, sharpness: float) -> Hypothesis:
    """The hypothesis with the unseen sources that explain most: those of the skeleton, and twins of versions.

    A twin stands where a version stands in the skeleton: the version is then a copy
    nearly word for word of a source that nobody holds. Credits may name it; else it
    must explain more than its price, as when stamps say that the version came late.
    """

    def worth(one: Hypothesis) -> float:
        return total_log_odds(one, sharpness)

    found = hypothesis(observed, sources.of_tree(tree, rows, observed.clues))
    hubs = _hubs(tree, len(observed.grid.witnesses))
    twins = {v: sources.twin_row(observed.readings, tree, v) for v in hubs}
    for key in sources.credited_keys(observed.clues):
        if all(one.key != key for one in found.unseen):
            named = [sources.unseen_source(twins[v], (v,), key, observed.clues, twin=True) for v in hubs]
            found = max((hypothesis(observed, [*found.unseen, one]) for one in named), key=worth)
    while 1 < len(observed.strange) <= MOST_TRIED:
        best = max(_others(found, observed, twins), key=worth, default=found)
        if worth(best) <= worth(found) + 1e-9:
            break
        found = best
    return found


def _hubs(tree: Tree, seen: int) -> list[int]:
    """The versions with most neighbours in the skeleton."""
    degree = np.bincount([n for v, p in enumerate(tree.parents) if p >= 0 for n in (v, p)], minlength=seen)
    return sorted(range(seen), key=lambda v: (-int(degree[v]), v))[:MOST_HUBS]


def _others(found: Hypothesis, observed: Observed, twins: Mapping[int, Ints]) -> Iterator[Hypothesis]:
    """The hypothesis with one unseen source less, or with the twin of one more version."""
    for number in sources.assumed(found.unseen, observed.clues):
        yield hypothesis(observed, [*found.unseen[:number], *found.unseen[number + 1 :]])
    if len(found.unseen) < MOST_UNSEEN:
        for version, row in twins.items():
            for key in ["", *sources.keys(observed.clues)[:MOST_KEYS]]:
                one = sources.unseen_source(row, (version,), key, observed.clues, twin=True)
                yield hypothesis(observed, [*found.unseen, one])


def held_to(one: Hypothesis, parents: Sequence[int]) -> Hypothesis:
    """The hypothesis, with nodes as in the skeleton that `parents` is, in which only its edges are left."""
    aside = np.ones((len(parents),) * 2, dtype=bool)
    for node, parent in enumerate(parents):
        if parent >= 0:
            aside[node, parent] = aside[parent, node] = False
    return replace(one, leaning=one.leaning - aside * BARRED)


def total_log_odds(one: Hypothesis, sharpness: float) -> float:
    """Log-odds of the best branching, the prices of its unseen sources taken off."""
    score, alone = scores(one, sharpness), as_origins(one, sharpness)
    parents = maximum_branching(score, alone)
    each = [alone[v] if p < 0 else score[p, v] for v, p in enumerate(parents)]
    assumed = [one.unseen[n] for n in sources.assumed(one.unseen, one.clues)]
    return float(sum(each)) - sum(_price(source, one.clues) for source in assumed)


def _price(source: Unseen, clues: Clues) -> float:
    """Log-odds against an unseen source that no credit calls for."""
    if clues.anonymous:
        return ANONYMOUS
    return TWIN if source.twin else LOST


def as_origins(one: Hypothesis, sharpness: float) -> Floats:
    """Log-odds of each node as an origin."""
    found: Floats = -sharpness * (one.scratch + one.common) - ORIGIN
    return found


def graph(one: Hypothesis, sharpness: float, support: float, ties: Floats | None = None) -> Graph:
    """The maximum branching: each edge with its support, directed where that is as sure as `support`.

    `ties` [nodes, nodes] says how sure a tie between two nodes is, where something else tells that.
    """
    parents = maximum_branching(scores(one, sharpness), as_origins(one, sharpness))
    score = rooting.root_scores(parents, one.leaning, _edited(one)) + _over_gaps(one, parents)
    parents = rooting.rerooted(parents, score)
    forward = rooting.forward_probabilities(parents, score)
    branch = descendants(parents)
    edges = {}
    for copy, source in enumerate(parents):
        if source >= 0:
            ends = (source, copy)
            tied = _adjacency(one, branch[copy], ends, sharpness) if ties is None else float(ties[ends])
            ahead = float(forward[copy])
            directed = ahead >= support
            edges[source, copy] = Edge(tied * ahead if directed else tied, directed)
    return pruned(Graph(len(one.grid.witnesses), edges), named(one))


def named(one: Hypothesis) -> set[int]:
    """The unseen nodes that a credit names."""
    seen = len(one.grid.witnesses)
    return {node for node, source in enumerate(one.unseen, start=seen) if source.name is not None}


def _over_gaps(one: Hypothesis, parents: list[int]) -> Floats:
    """What times say across versions without one and across unseen sources."""
    seen, every = len(one.grid.witnesses), len(parents)
    time, dated = np.zeros((every, every)), np.zeros(every, dtype=bool)
    time[:seen, :seen], dated[:seen] = one.clues.time, one.clues.dated
    return rooting.over_gaps(parents, time, dated)


def _edited(one: Hypothesis) -> float:
    """How far (0 to 1) the versions are of a text that is edited on."""
    seen = len(one.grid.witnesses)
    return evidence.share_edited(one.polar.retold[:seen, :seen])


def scores(one: Hypothesis, sharpness: float) -> Floats:
    """Log-odds of each edge; what a strange source seems to save is chance and does not count."""
    saved = (one.scratch[None, :] - one.distance).clip(min=0)
    blind = one.strange * (sharpness * saved + STRANGE)
    result: Floats = one.leaning - sharpness * one.distance - blind
    return result


def _adjacency(one: Hypothesis, inside: Bools, edge: tuple[int, int], sharpness: float) -> float:
    """How sure it is that a branch is attached by just this edge and by no other.

    Either way over an edge counts, and the branch may be attached by any of its nodes:
    what it then costs less is the copy's own text.
    """
    forth = scores(one, sharpness) + sharpness * one.scratch
    either = np.logaddexp(forth, forth.T)
    others = either[~inside][:, inside]
    return float(1.0 / np.exp((others - either[edge]).clip(max=30.0)).sum())
