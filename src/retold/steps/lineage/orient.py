"""From the skeleton to a directed draft: the optimum branching and how sure each edge is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from retold import parameters
from retold.settings import LineageSearch
from retold.steps.lineage import branching, evidence, sources, vocabulary
from retold.steps.lineage.draft import Draft, Edge
from retold.steps.lineage.evidence import Clues, Polarity
from retold.steps.lineage.parsimony import UNKNOWN
from retold.steps.lineage.readings import Bools, Floats, Readings
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


@dataclass(frozen=True, slots=True, eq=False)
class Ground:
    """What is known of the versions of one text before a source is assumed."""

    grid: Grid
    readings: Readings
    clues: Clues
    strange: Floats  # [versions, versions] 0 to 1: how far u is from holding v's text at all


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
    strange: Floats  # [nodes, nodes]
    common: float  # weight of the words that all versions share
    unseen: tuple[Unseen, ...]


def scene(ground: Ground, unseen: Sequence[Unseen]) -> Scene:
    """Rows, distances and evidence for the versions and for sources that nobody holds."""
    readings, clues, seen = ground.readings, ground.clues, len(ground.grid.witnesses)
    rows = np.vstack([readings.states.T, *(one.row[None] for one in unseen)]).astype(np.int32)
    polar = evidence.polarity(readings, rows, clues)
    leaning = -np.logaddexp(0.0, -2 * evidence.leaning(polar, rows))  # of a way, not of being tied
    leaning[:seen, :seen] += clues.time + clues.credit + clues.agency
    leaning[:seen, :seen] += evidence.RECENT * clues.skipped * polar.retold[:seen, :seen].clip(max=0)
    sources.lean(leaning, clues, unseen)
    held = np.where(rows == UNKNOWN, 0.0, readings.weights[np.arange(rows.shape[1]), rows.clip(0)])
    distance = np.stack([((rows != row) * held).sum(axis=1) for row in rows])
    common = vocabulary.PLAIN * float((readings.cells >= 0).all(axis=1).sum())
    strange = _strange(ground.strange, unseen)
    return Scene(
        ground.grid, readings, clues, polar, rows, distance, held.sum(axis=1), leaning, strange, common,
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


def chosen(ground: Ground, tree: Tree, rows: Ints, settings: LineageSearch) -> Scene:
    """The scene with the unseen sources that explain most: those of the skeleton, and twins of versions.

    A twin stands where a version stands in the skeleton: the version is then a copy
    nearly word for word of a source that nobody holds. Credits may name it; else it
    must explain more than its price, as when stamps say that the version came late.
    """
    found = scene(ground, sources.of_tree(tree, rows, ground.clues))
    hubs = _hubs(tree, len(ground.grid.witnesses))
    twins = {v: sources.twin(ground.readings, tree, v) for v in hubs}
    for key in sources.credited_keys(ground.clues):
        if all(one.key != key for one in found.unseen):
            named = [sources.called(twins[v], (v,), key, ground.clues, twin=True) for v in hubs]
            found = max(
                (scene(ground, [*found.unseen, one]) for one in named), key=lambda s: worth(s, settings)
            )
    while 1 < len(ground.strange) <= MOST_TRIED:
        best = max(_others(found, ground, twins), key=lambda s: worth(s, settings), default=found)
        if worth(best, settings) <= worth(found, settings) + 1e-9:
            break
        found = best
    return found


def _hubs(tree: Tree, seen: int) -> list[int]:
    """The versions with most neighbours in the skeleton."""
    degree = np.bincount([n for v, p in enumerate(tree.parents) if p >= 0 for n in (v, p)], minlength=seen)
    return sorted(range(seen), key=lambda v: (-int(degree[v]), v))[:MOST_HUBS]


def _others(found: Scene, ground: Ground, twins: Mapping[int, Ints]) -> Iterator[Scene]:
    """The scene with one unseen source less, or with the twin of one more version."""
    for number in sources.assumed(found.unseen, ground.clues):
        yield scene(ground, [*found.unseen[:number], *found.unseen[number + 1 :]])
    if len(found.unseen) < MOST_UNSEEN:
        for version, row in twins.items():
            for key in ["", *sources.keys(ground.clues)[:MOST_KEYS]]:
                one = sources.called(row, (version,), key, ground.clues, twin=True)
                yield scene(ground, [*found.unseen, one])


def worth(one: Scene, settings: LineageSearch) -> float:
    """Log-odds of the best branching, the prices of its unseen sources taken off."""
    score, alone = scores(one, settings), _alone(one, settings)
    parents = branching.best(score, alone)
    each = [alone[v] if p < 0 else score[p, v] for v, p in enumerate(parents)]
    assumed = [one.unseen[n] for n in sources.assumed(one.unseen, one.clues)]
    return float(sum(each)) - sum(_price(source, one.clues) for source in assumed)


def _price(source: Unseen, clues: Clues) -> float:
    """Log-odds against an unseen source that no credit calls for."""
    if clues.anonymous:
        return ANONYMOUS
    return TWIN if source.twin else LOST


def _alone(one: Scene, settings: LineageSearch) -> Floats:
    """Log-odds of each node as an origin."""
    found: Floats = -settings.sharpness * (one.scratch + one.common) - ORIGIN
    return found


def draft(one: Scene, settings: LineageSearch) -> Draft:
    """The optimum branching as a draft: each edge with its support, directed where it may be."""
    parents = branching.best(scores(one, settings), _alone(one, settings))
    made = Draft(len(one.grid.witnesses))
    score = branching.root_scores(parents, one.leaning, _edited(one)) + _over_gaps(one, parents)
    parents = branching.hung(parents, score)
    onward = branching.onward(parents, score)
    branch = branching.below(parents)
    for copy, source in enumerate(parents):
        if source >= 0:
            tied = _adjacency(one, branch[copy], (source, copy), settings)
            way = float(onward[copy])
            directed = way >= settings.support
            made.edges[source, copy] = Edge(tied * way if directed else tied, directed)
    named = (n for n, source in enumerate(one.unseen, start=made.versions) if source.name is not None)
    tidy(made, set(named))
    return made


def _over_gaps(one: Scene, parents: list[int]) -> Floats:
    """What times say across versions without one and across unseen sources."""
    seen, every = len(one.grid.witnesses), len(parents)
    time, dated = np.zeros((every, every)), np.zeros(every, dtype=bool)
    time[:seen, :seen], dated[:seen] = one.clues.time, one.clues.dated
    return branching.over_gaps(parents, time, dated)


def _edited(one: Scene) -> float:
    """How far (0 to 1) the versions are of a text that is edited on."""
    seen = len(one.grid.witnesses)
    return evidence.share_edited(one.polar.retold[:seen, :seen])


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


def tidy(made: Draft, named: set[int]) -> None:
    """Take out unseen nodes, but for the `named`, that are of no use: no two copies, no three neighbours."""
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
