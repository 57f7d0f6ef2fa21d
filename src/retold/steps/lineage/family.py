"""The lineage of one family: versions of one report."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from retold import parameters
from retold.algorithms.trees import spanning_tree
from retold.model import Derivation, Evidence, Lineage, Node
from retold.settings import LineageSearch
from retold.steps.lineage import (
    agency,
    bypass,
    calibration,
    compatibility,
    contamination,
    departures,
    document,
    evidence,
    explain,
    ground_rules,
    handouts,
    houses,
    naming,
    orient,
    parsimony,
    passing,
    pricing,
    readings,
    rivals,
    skeleton,
    sources,
    texts,
    undated,
    union,
)
from retold.steps.lineage.graph import Edge, Graph, origins, pruned
from retold.steps.lineage.orient import Hypothesis
from retold.steps.lineage.pricing import Prices
from retold.steps.lineage.readings import Floats
from retold.steps.lineage.skeleton import TIE, Tree
from retold.tables import Grid, Ints, Witness

_P = parameters.of("lineage", "family")
MOST_ALTERNATIVES = _P.integer("most_alternatives")
LEAST_DIRECTED = _P.number("least_directed")
UNKNOWN_SUPPORT = _P.number("unknown_support")
_MOST_ODDS = 30.0  # beyond which a probability changes no more


def infer(
    grid: Grid, settings: LineageSearch, prefix: str = "", at_hand: houses.Houses | None = None
) -> Lineage:
    """Who had it from whom among the versions of one report.

    `grid` is their collation; ids of unseen sources begin with `prefix`.
    `at_hand` are the outlets that the whole story has reports of, those of the family unless given.
    A version put together from two reports may tie their versions into one family;
    each report is followed by itself, and then second sources are looked for.
    The skeleton is learnt from the readings, the direction from times, credits
    and the polarity of readings. What nothing decides is left undirected.
    """
    if not grid.witnesses:
        return Lineage((), (), (), (0, 0))
    if len(grid.witnesses) == 1 and not grid.witnesses[0].credits:
        return _alone(grid.witnesses[0])
    holdings = texts.holdings(grid.witnesses)
    known = at_hand or houses.at_hand(grid.witnesses)
    clues = evidence.clues(grid.witnesses, settings, known)
    clues = passing.without(clues, grid.witnesses, holdings, known)
    parts = texts.parted(holdings)
    if document.is_rewritten(parts, clues):
        parts = [list(range(len(grid.witnesses)))]
    found = [_of_text(texts.only(grid, part), clues.of(part), settings, prefix) for part in parts]
    home = {v: number for number, part in enumerate(parts) for v in part}
    every = [home[v] for v in range(len(home))]
    family = contamination.Family(grid.witnesses, holdings, clues.time, every, wired=clues.wired)
    whole = bypass.with_bypassed_sources(union.join(found), family)
    main, *others = (
        contamination.with_cited_sources(
            contamination.with_second_sources(one, family, settings), family, clues
        )
        for one in (whole, *whole.alternatives)
    )
    return replace(main, alternatives=tuple(others))


def _alone(witness: Witness) -> Lineage:
    """The lineage of the only version of a report that names no source."""
    return Lineage((Node(witness.id, witness.article.outlet, True, 1.0),), (), (witness.id,), (1, 1))


def _of_text(grid: Grid, clues: evidence.Clues, settings: LineageSearch, prefix: str) -> Lineage:
    """The lineage of the versions of one text; names of unseen sources begin with `prefix`."""
    found = compatibility.weighted(readings.read(grid))
    if document.is_document(clues):
        return _of_document(grid, found, clues, settings, prefix)
    table = parsimony.columns(found)
    prices = pricing.fitted_prices(table, settings)
    edited = evidence.edited(found, clues)
    table = pricing.with_fork_price(table, prices, settings, edited)
    prices = prices.sharpened(edited)
    trees = skeleton.search(table, prices.unseen, settings)
    observed = orient.Observed(grid, found, clues, evidence.strange(found.cells, grid.witnesses, clues))
    if undated.is_undated(grid, clues, table, trees[0]):
        return _of_undated(observed, prices, settings.support, prefix)
    tied = skeleton.least_laden([t for t in trees if t.cost <= trees[0].cost + TIE], table)
    shares = _shares(trees, prices)
    tied.sort(key=lambda t: (-sum(shares[s] for s in t.splits), sorted(t.splits)))
    drawn = []
    for tree in tied[:MOST_ALTERNATIVES]:
        rows = parsimony.rows(table, list(tree.parents), found)
        whole = replace(observed, readings=found.restored(rows))
        hypothesis = _hypothesis(whole, tree, rows, prices)
        likeliest, *others = _lineages(hypothesis, prices, settings.support, prefix)
        drawn.append((likeliest, others))
    tied_ones = [one for one, _ in drawn]
    main, *others = _distinct([*tied_ones, *drawn[0][1]])[:MOST_ALTERNATIVES]
    return replace(main, origins_range=_range(tied_ones), alternatives=tuple(others))


def _of_document(
    grid: Grid, found: readings.Readings, clues: evidence.Clues, settings: LineageSearch, prefix: str
) -> Lineage:
    """The lineage of the stamped versions of one document: its likeliest history, others that are likely."""
    observed = orient.Observed(grid, found, clues, np.zeros((len(grid.witnesses),) * 2))
    whole = orient.hypothesis(observed, [])
    best = document.posterior(whole)
    graphs = [document.graph(one, settings.support) for one in (best, *document.modes(best))]
    drawn = []
    for one in graphs:
        founded, sourced = _with_credited_source(
            ground_rules.with_founded_arrows(one, clues), whole, observed
        )
        told = explain.explained(founded, sourced)
        drawn.append(_with_posteriors(_stated(told, sourced, settings.support, prefix), told))
    main, *others = _distinct(drawn)
    return replace(main, alternatives=tuple(others))


def _of_undated(observed: orient.Observed, prices: Prices, support: float, prefix: str) -> Lineage:
    """The lineage of versions of one text without clues: the likeliest tree and what arrows are told."""
    plain = orient.hypothesis(observed, [])
    scores = undated.scores(observed.grid.witnesses, plain.distance)
    whole = orient.held_to(plain, spanning_tree(-scores))
    graph = orient.graph(whole, prices.sharpness, support, undated.supports(scores))
    told = explain.explained(_with_sure_arrows(graph, whole), whole)
    stated = _stated(told, whole, support, prefix)
    return replace(_with_posteriors(stated, told), origins_range=stated.origins_range)


def _with_credited_source(
    graph: Graph, whole: Hypothesis, observed: orient.Observed
) -> tuple[Graph, Hypothesis]:
    """The graph with the source that all versions credit and nobody holds, above the first of them.

    A house that prints an agency's text and then edits its own page has the later versions from its own.
    """
    clues, copies = observed.clues, {copy for _, copy in graph.edges}
    key = next(iter(sources.credited_keys(clues)), None)
    if key is None:
        return graph, whole
    root = next(v for v in range(graph.versions) if v not in copies)
    source = sources.unseen_source(observed.readings.states[:, root], [root], key, clues)
    graph = replace(graph, edges={**graph.edges, (graph.versions, root): Edge(1.0, True)})
    return sources.with_names(graph, [source], observed.grid), orient.hypothesis(observed, [source])


def _with_posteriors(stated: Lineage, graph: Graph) -> Lineage:
    """The lineage with the probabilities of its edges as they are, without calibration, and one origin."""
    edges = [edge for _, edge in sorted(graph.edges.items())]
    derivations = [
        replace(one, support=round(edge.support, 4))
        for one, edge in zip(stated.derivations, edges, strict=True)
    ]
    return replace(stated, derivations=tuple(derivations), origins_range=(1, 1))


def _hypothesis(observed: orient.Observed, tree: Tree, rows: Ints, prices: Prices) -> Hypothesis:
    """What the branching is sought in: where texts alone speak, the skeleton as it stands."""
    if observed.clues.mute:
        plain = orient.hypothesis(observed, sources.of_tree(tree, rows, observed.clues))
        return orient.held_to(plain, tree.parents)
    return orient.best_hypothesis(observed, tree, rows, prices.sharpness)


def _shares(trees: list[Tree], prices: Prices) -> dict[int, float]:
    """For each edge of any near-optimal tree, the share of them that has it."""
    weights = {t: math.exp(-prices.sharpness * (t.cost - trees[0].cost)) for t in trees}
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


def _lineages(hypothesis: Hypothesis, prices: Prices, support: float, prefix: str) -> list[Lineage]:
    """The lineage that one skeleton leads to, and those in which one version has another likely source."""
    graph = _graph(hypothesis, prices, support)
    found = [_told(graph, hypothesis, support, prefix)]
    for rival in rivals.rivals(graph, hypothesis, prices.sharpness):
        other = _told(rivals.with_rival(graph, rival), hypothesis, support, prefix)
        found.append(_with_chance(other, hypothesis, rival))
    return found


def _graph(hypothesis: Hypothesis, prices: Prices, support: float) -> Graph:
    """The graph that one skeleton leads to: each pass gives it anew."""
    graph = orient.graph(hypothesis, prices.sharpness, support)
    graph = agency.with_takes(graph, hypothesis)
    graph = _with_supports(graph, hypothesis, prices)
    graph = _reattached(graph, hypothesis, prices)
    return sources.with_names(graph, hypothesis.unseen, hypothesis.grid)


def _told(graph: Graph, hypothesis: Hypothesis, support: float, prefix: str) -> Lineage:
    """The lineage with its sure arrows and what speaks for them."""
    sure = agency.with_credited_sources(_with_sure_arrows(graph, hypothesis), hypothesis)
    return _stated(explain.explained(sure, hypothesis), hypothesis, support, prefix)


def _with_chance(lineage: Lineage, hypothesis: Hypothesis, rival: rivals.Rival) -> Lineage:
    """The lineage in which the other source's support is how often such a chance proved right, no more."""
    copy, seen = hypothesis.grid.witnesses[rival.copy].id, rival.source < len(hypothesis.grid.witnesses)
    stated = calibration.of_rival(rival.chance, seen)
    derivations = tuple(replace(e, support=stated) if e.copy == copy else e for e in lineage.derivations)
    return replace(lineage, derivations=derivations)


def _reattached(graph: Graph, hypothesis: Hypothesis, prices: Prices) -> Graph:
    """The graph with versions that hardly come from an unseen source attached to others that go back to it.

    All moves are chosen before the first is made; a source that is left without use is taken out.
    """
    score = orient.scores(hypothesis, prices.sharpness)
    moves = [move for node in graph.unseen() for move in _moves(graph, node, score)]
    edges = dict(graph.edges)
    for source, nearest, copy in moves:
        if (nearest, copy) not in edges:
            edges[nearest, copy] = replace(edges.pop((source, copy)), directed=False)
    return pruned(replace(graph, edges=edges), orient.named(hypothesis))


def _moves(graph: Graph, source: int, score: Floats) -> Iterator[tuple[int, int, int]]:
    """From which source, to which version and which copy, the likeliest first.

    Where no copy is sure, the one stays that the others have most likely followed.
    """
    copies = graph.copies(source)
    below: dict[int, list[int]] = {copy: [copy] * (copy < graph.versions) for copy in copies}
    for version in range(graph.versions):
        for copy in set(graph.ancestors(version)) & below.keys():
            below[copy].append(version)
    weak = [c for c in copies if c < graph.versions and _is_weak(graph.edges[source, c])]
    weak = [c for c in weak if graph.edges[source, c].directed]
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


def _with_sure_arrows(graph: Graph, one: Hypothesis) -> Graph:
    """The graph with those arrows alone that have a reason and are believed."""
    if not ground_rules.tells_a_way(one.readings, one.clues):
        return ground_rules.without_arrows(graph)
    alike, handed_down = ground_rules.same_words(one.readings), departures.shared(graph, one)
    founded = ground_rules.with_founded_arrows(_without_weak_arrows(graph), one.clues, handed_down, alike)
    loose = handouts.without_arrows(founded, one, handed_down)
    return handouts.with_common_sources(
        handouts.with_releases_above(loose, one, handed_down), one, handed_down
    )


def _without_weak_arrows(graph: Graph) -> Graph:
    """The graph in which no arrow leads to or from an unseen source that is hardly believed."""
    weak = {ends for ends, edge in graph.edges.items() if max(ends) >= graph.versions and _is_weak(edge)}
    edges = {ends: replace(e, directed=False) if ends in weak else e for ends, e in graph.edges.items()}
    return replace(graph, edges=edges)


def _is_weak(edge: Edge) -> bool:
    return calibration.bearing(edge.support) < LEAST_DIRECTED


def _with_supports(graph: Graph, hypothesis: Hypothesis, prices: Prices) -> Graph:
    """The graph with how sure each nameless unseen node is.

    That is what it saves over its best neighbour in its place.
    """
    edges, supports, reasons = dict(graph.edges), dict(graph.supports), dict(graph.reasons)
    for node in graph.unseen():
        if node in orient.named(hypothesis):
            continue
        near = graph.sources(node) + graph.copies(node)
        odds = _odds(hypothesis, node, near, prices)
        supports[node] = 1 / (1 + math.exp(-max(-_MOST_ODDS, min(_MOST_ODDS, odds))))
        reasons[node] = (Evidence("shared readings", (), odds, explain.in_common(len(near))),)
        for ends in ((node, n) if (node, n) in edges else (n, node) for n in near):
            edges[ends] = replace(edges[ends], support=edges[ends].support * supports[node])
    return replace(graph, edges=edges, supports=supports, reasons=reasons)


def _odds(hypothesis: Hypothesis, node: int, near: list[int], prices: Prices) -> float:
    """Log-odds of an unseen node against its best neighbour's standing in its place."""
    with_it = sum(_apart(hypothesis, node, n) for n in near) + prices.unseen
    without = min(sum(_apart(hypothesis, c, n) for n in near) for c in near)
    return prices.sharpness * (without - with_it)


def _apart(hypothesis: Hypothesis, a: int, b: int) -> float:
    return float(hypothesis.distance[a, b] + hypothesis.distance[b, a]) / 2


def _stated(graph: Graph, hypothesis: Hypothesis, support: float, prefix: str) -> Lineage:
    """The graph as a lineage, everything in a fixed order."""
    used = graph.nodes()
    ids = {n: hypothesis.grid.witnesses[n].id for n in used if n < graph.versions}
    ids |= naming.unseen_names(graph, hypothesis.grid.witnesses, prefix)
    nodes = [_node(graph, hypothesis, n, ids[n]) for n in used]
    derivations = [
        Derivation(
            ids[u], ids[v], e.directed, calibration.stated(e, max(u, v) < graph.versions, support), e.evidence
        )
        for (u, v), e in sorted(graph.edges.items())
    ]
    roots = origins(graph, guessed=not hypothesis.clues.mute)
    return Lineage(
        tuple(nodes), tuple(derivations), tuple(ids[r] for r in roots), _origins_range(graph, roots, support)
    )


def _node(graph: Graph, hypothesis: Hypothesis, node: int, name: str) -> Node:
    if node < graph.versions:
        return Node(name, hypothesis.grid.witnesses[node].article.outlet, True, 1.0)
    return Node(
        id=name,
        name=graph.names.get(node),
        seen=False,
        support=calibration.bearing(graph.supports.get(node, UNKNOWN_SUPPORT)),
        evidence=graph.reasons.get(node, ()),
        text=sources.text(graph, hypothesis.grid, hypothesis.readings, node),
    )


def _origins_range(graph: Graph, roots: list[int], support: float) -> tuple[int, int]:
    """The fewest origins: as many as there are; the most: with unsure edges cut."""
    unsure = sum(calibration.bearing(e.support) < support / 2 for e in graph.edges.values())
    return len(roots), len(roots) + unsure
