"""The lineage of one family: versions of one report."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from retold import parameters
from retold.model import Derivation, Evidence, Lineage, Node
from retold.settings import LineageSearch
from retold.steps.lineage import (
    adherence,
    agency,
    agreement,
    draft,
    evidence,
    explain,
    joining,
    naming,
    orient,
    parsimony,
    pricing,
    readings,
    skeleton,
    sources,
    splice,
    texts,
)
from retold.steps.lineage.draft import Draft, Edge
from retold.steps.lineage.orient import Scene
from retold.steps.lineage.readings import Floats
from retold.steps.lineage.skeleton import TIE, Tree
from retold.tables import Grid, Ints

_P = parameters.of("lineage", "family")
MOST_ALTERNATIVES = _P.integer("most_alternatives")
KEEN = _P.number("keen")
LEAST_TRUST = _P.number("least_trust")
LEAST_DIRECTED = _P.number("least_directed")
MOST_TRUST = _P.number("most_trust")


def infer(grid: Grid, settings: LineageSearch, prefix: str = "") -> Lineage:
    """Who had it from whom among the versions of one report.

    `grid` is their collation; ids of unseen sources begin with `prefix`.
    A version spliced from two reports may tie their versions into one family;
    each report is followed by itself, and then second sources are looked for.
    The skeleton is learnt from the readings, the direction from times, credits
    and the polarity of readings. What nothing decides is left undirected.
    """
    if not grid.witnesses:
        return Lineage((), (), (), (0, 0))
    kept = texts.holdings(grid.witnesses)
    clues = evidence.clues(grid.witnesses, settings)
    parts = texts.parted(kept)
    found = [_of_text(texts.only(grid, part), clues.of(part), settings, prefix) for part in parts]
    home = {v: number for number, part in enumerate(parts) for v in part}
    family = splice.Family(grid.witnesses, kept, clues.time, [home[v] for v in range(len(home))])
    whole = joining.join(found)
    others = tuple(splice.seconded(one, family, settings) for one in whole.alternatives)
    return replace(splice.seconded(whole, family, settings), alternatives=others)


def _of_text(grid: Grid, clues: evidence.Clues, settings: LineageSearch, prefix: str) -> Lineage:
    """The lineage of the versions of one text; names of unseen sources begin with `prefix`."""
    found = agreement.weighed(readings.read(grid))
    table = parsimony.columns(found)
    settings = pricing.fitted(table, settings)
    edited = evidence.edited(found, clues)
    table = pricing.forking(table, settings, edited)
    settings = replace(settings, sharpness=settings.sharpness * (1 + KEEN * edited))
    trees = skeleton.search(table, settings)
    ground = orient.Ground(grid, found, clues, evidence.strange(found.cells, grid.witnesses, clues))
    tied = [t for t in trees if t.cost <= trees[0].cost + TIE]
    shares = _shares(trees, settings)
    tied.sort(key=lambda t: (-sum(shares[s] for s in t.splits), sorted(t.splits)))
    drawn = [
        _lineage(_scene(ground, t, parsimony.rows(table, list(t.parents), found), settings), settings, prefix)
        for t in tied[:MOST_ALTERNATIVES]
    ]
    main = drawn[0]
    others = tuple(one for one in _distinct(drawn) if one != main)
    return Lineage(main.nodes, main.derivations, main.origins, _range(drawn), others)


def _scene(ground: orient.Ground, tree: Tree, rows: Ints, settings: LineageSearch) -> Scene:
    """What the branching is sought in: where texts alone speak, the skeleton as it stands."""
    if ground.clues.mute:
        scene = orient.scene(ground, sources.of_tree(tree, rows, ground.clues))
        return adherence.held(scene, tree)
    return orient.chosen(ground, tree, rows, settings)


def _shares(trees: list[Tree], settings: LineageSearch) -> dict[int, float]:
    """For each edge of any near-optimal tree, the share of them that has it."""
    weights = {t: math.exp(-settings.sharpness * (t.cost - trees[0].cost)) for t in trees}
    shares: dict[int, float] = {}
    for tree, weight in weights.items():
        for split in tree.splits:
            shares[split] = shares.get(split, 0.0) + weight
    return {split: share / sum(weights.values()) for split, share in shares.items()}


def _distinct(drawn: list[Lineage]) -> list[Lineage]:
    """Lineages with different edges, in their order."""
    seen: dict[tuple[tuple[str, str, bool], ...], Lineage] = {}
    for one in drawn:
        seen.setdefault(tuple((e.source, e.copy, e.directed) for e in one.derivations), one)
    return list(seen.values())


def _range(drawn: list[Lineage]) -> tuple[int, int]:
    return min(one.origins_range[0] for one in drawn), max(one.origins_range[1] for one in drawn)


def _lineage(scene: Scene, settings: LineageSearch, prefix: str) -> Lineage:
    """The lineage that one skeleton leads to."""
    made = orient.draft(scene, settings)
    agency.settle(made, scene)
    _believe(made, scene, settings)
    _rehang(made, scene, settings)
    sources.record(made, scene.unseen, scene.grid)
    _blunt(made)
    explain.edges(made, scene)
    return _frozen(made, scene, settings, prefix)


def _rehang(made: Draft, scene: Scene, settings: LineageSearch) -> None:
    """Hang versions that hardly hang on an unseen source on others that go back to it too.

    All moves are chosen before the first is made; a source that is left without use is taken out.
    """
    score = orient.scores(scene, settings)
    unseen = [node for node in made.nodes() if node >= made.versions]
    for source, nearest, copy in [move for node in unseen for move in _moves(made, node, score)]:
        if (nearest, copy) not in made.edges:
            made.edges[nearest, copy] = made.edges.pop((source, copy))
            made.edges[nearest, copy].directed = False
    orient.tidy(made, {node for node in unseen if scene.unseen[node - made.versions].name is not None})


def _moves(made: Draft, source: int, score: Floats) -> Iterator[tuple[int, int, int]]:
    """From which source, to which version and which copy, the likeliest first.

    Where no copy is sure, the one stays that the others have most likely followed.
    """
    copies = made.copies(source)
    below: dict[int, list[int]] = {copy: [copy] * (copy < made.versions) for copy in copies}
    for version in range(made.versions):
        for copy in set(made.ancestors(version)) & below.keys():
            below[copy].append(version)
    weak = [c for c in copies if c < made.versions and _hardly(made.edges[source, c])]
    weak = [c for c in weak if made.edges[source, c].directed]
    loose = {version for copy in weak for version in below[copy]}
    held = [v for copy in copies if copy not in weak for v in below[copy] if v not in loose]
    if weak and not held:
        among = score[np.ix_(weak, weak)]
        first = weak.pop(int((among.sum(axis=1) - among.diagonal()).argmax()))
        held = list(below[first])
    while weak:
        row, column = divmod(int(score[np.ix_(held, weak)].argmax()), len(weak))
        nearest, copy = held[row], weak.pop(column)
        held += below[copy]
        yield source, nearest, copy


def _blunt(made: Draft) -> None:
    """Draw no arrow to or from an unseen source that is hardly believed."""
    for ends, edge in made.edges.items():
        if max(ends) >= made.versions and _hardly(edge):
            edge.directed = False


def _hardly(edge: Edge) -> bool:
    return _calibrated(edge.support) < LEAST_DIRECTED


def _believe(made: Draft, scene: Scene, settings: LineageSearch) -> None:
    """How sure each unseen node is: what it saves over the best of its neighbours in its place."""
    for node in [n for n in made.nodes() if n >= made.versions]:
        if scene.unseen[node - made.versions].name is not None:
            continue
        near = made.sources(node) + made.copies(node)
        with_it = sum(_apart(scene, node, n) for n in near) + settings.unseen_price
        without = min(sum(_apart(scene, c, n) for n in near) for c in near)
        odds = settings.sharpness * (without - with_it)
        made.beliefs[node] = 1 / (1 + math.exp(-max(-30.0, min(30.0, odds))))
        words = f"{len(near)} versions share readings that none of them can have given the others"
        made.reasons[node] = [Evidence("shared readings", (), odds, words)]
        for edge in (made.edges.get((node, n)) or made.edges[n, node] for n in near):
            edge.support *= made.beliefs[node]


def _apart(scene: Scene, a: int, b: int) -> float:
    return float(scene.distance[a, b] + scene.distance[b, a]) / 2


def _frozen(made: Draft, scene: Scene, settings: LineageSearch, prefix: str) -> Lineage:
    """The draft as a lineage, everything in a fixed order."""
    used = made.nodes()
    ids = {n: scene.grid.witnesses[n].id for n in used if n < made.versions}
    ids |= naming.unseen_names(made, scene.grid.witnesses, prefix)
    nodes = [_node(made, scene, n, ids[n]) for n in used]
    derivations = [
        Derivation(ids[u], ids[v], e.directed, _stated(made, (u, v), settings), tuple(e.evidence))
        for (u, v), e in sorted(made.edges.items())
    ]
    roots = draft.origins(made)
    return Lineage(
        tuple(nodes), tuple(derivations), tuple(ids[r] for r in roots), _least_most(made, roots, settings)
    )


def _stated(made: Draft, ends: tuple[int, int], settings: LineageSearch) -> float:
    """The support that is stated of an edge; an arrow between versions is never below its threshold.

    Where the tie is unsure and its direction is not, such arrows proved right as often as that.
    """
    edge = made.edges[ends]
    least = settings.support if edge.directed and max(ends) < made.versions else 0.0
    return max(least, _calibrated(edge.support))


def _calibrated(support: float) -> float:
    """What stated support came to on generated stories, whose texts share more by chance than models say."""
    return round(LEAST_TRUST + (MOST_TRUST - LEAST_TRUST) * float(np.clip(support, 0.0, 1.0)), 4)


def _node(made: Draft, scene: Scene, node: int, name: str) -> Node:
    if node < made.versions:
        return Node(name, scene.grid.witnesses[node].article.outlet, True, 1.0)
    return Node(
        id=name,
        name=made.names.get(node),
        seen=False,
        support=_calibrated(made.beliefs.get(node, 0.5)),
        evidence=tuple(made.reasons.get(node, ())),
        text=sources.text(made, scene.grid, scene.readings, node),
    )


def _least_most(made: Draft, roots: list[int], settings: LineageSearch) -> tuple[int, int]:
    """The fewest origins: as many as there are; the most: with unsure edges cut."""
    unsure = sum(_calibrated(e.support) < settings.support / 2 for e in made.edges.values())
    return len(roots), len(roots) + unsure
