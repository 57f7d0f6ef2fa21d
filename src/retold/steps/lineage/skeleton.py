"""The undirected tree of a text's versions, by minimum description length.

A tree over the versions, any of which may stand inside it, and over unseen
nodes: weighted readings along the edges plus a price for each unseen node and, where
a text is edited on, a small one for each fork.
Branches are pruned and grafted elsewhere until nothing helps; the search
begins anew several times, and every tree that ties with the best is kept.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from retold import parameters
from retold.algorithms.trees import UNUSED, Parents, preorder, rerooted, spanning_tree, subtree
from retold.settings import LineageSearch
from retold.steps.lineage import parsimony
from retold.steps.lineage.parsimony import Columns
from retold.steps.lineage.readings import Floats

TIE = 1e-6  # trees this near each other cost the same
_P = parameters.of("lineage", "skeleton")
NEAR = _P.number("near")
MOST_TIES = _P.integer("most_ties")
SWEEPS = _P.integer("sweeps")
EFFORT = _P.number("effort")
ROUND_EFFORT = _P.number("round_effort")
RATCHET = _P.row("ratchet")
FEW = _P.integer("few")

Splits = frozenset[int]  # each edge as a set of versions: a bit for each, version 0 left out


@dataclass(frozen=True, slots=True)
class Tree:
    """A tree as the parent of each node; versions first, then unseen nodes."""

    parents: tuple[int, ...]
    cost: float
    splits: Splits


def search(table: Columns, price: float, settings: LineageSearch) -> list[Tree]:
    """Near-optimal trees where an unseen node costs `price`, the best first and ties in a fixed order."""
    if table.versions == 1:
        return [Tree((-1,), 0.0, frozenset())]
    rng = np.random.default_rng(settings.seed)
    best: dict[Splits, Tree] = {}
    for start in range(_starts(table, settings.starts)):
        lowest = min(best.values(), key=_rank) if best else None
        parents = _beginning(table, price, rng, start, lowest)
        tree = _tree(table, _descend(table, parents, price, rng), price)
        best[tree.splits] = tree
    return _plateau(table, min(best.values(), key=_rank), price)


def least_laden(trees: list[Tree], table: Columns) -> list[Tree]:
    """Those of equally good trees in which versions with losses hand least on.

    Between two others such a version would have had just those readings, now lost, that lead over.
    """
    lost = np.asarray(table.lost.any(axis=1), np.bool_)
    if not lost.any():
        return trees
    laden = [int(parsimony.neighbours(list(t.parents))[: len(lost)][lost].sum()) for t in trees]
    return [t for t, degree in zip(trees, laden, strict=True) if degree == min(laden)]


def improved(table: Columns, parents: Parents, price: float, seed: int) -> Parents:
    """A tree after one round of pruning and grafting."""
    return _sweep(table, parents, price, np.random.default_rng(seed))[0]


def rounds(table: Columns) -> int:
    """How many rounds of pruning and grafting a family of this size can have, none in the largest."""
    per_round = float(table.versions) ** 2 * table.leaf[0].size
    return int(min(SWEEPS, ROUND_EFFORT // max(per_round, 1)))


def _starts(table: Columns, wanted: int) -> int:
    """How many beginnings a family of this size can have."""
    touched = 2.0 * table.versions
    per_start = 3 * touched * touched * table.leaf[0].size * 8
    return max(1, min(wanted, int(EFFORT // max(per_start, 1))))


def _rank(tree: Tree) -> tuple[float, int, list[int]]:
    return (round(tree.cost, 6), len(tree.splits), sorted(tree.splits))


def _tree(table: Columns, parents: Parents, price: float) -> Tree:
    """A tidy tree, rooted at version 0 and its unseen nodes numbered in a fixed order."""
    tidy = _renumbered(table, rerooted(parents, 0))
    return Tree(tuple(tidy), parsimony.total(table, tidy, price), frozenset(_masks(table, tidy).values()))


# ---- beginnings ----


def _beginning(
    table: Columns, price: float, rng: np.random.Generator, start: int, best: Tree | None
) -> Parents:
    """The nearest-neighbour tree first; then random additions and shaken copies of the best."""
    if start == 0 or best is None:
        return spanning_tree(between(table))
    if start % 2:
        return _added(table, price, rng)
    shaken = replace(table, weights=table.weights * _noise(table, rng))
    return _sweep(shaken, list(best.parents), price, rng)[0]


def _noise(table: Columns, rng: np.random.Generator) -> Floats:
    """Random factors, one a column (the parsimony ratchet of Nixon 1999)."""
    factors: Floats = rng.choice(RATCHET, size=table.leaf.shape[2])
    return factors


def between(table: Columns) -> Floats:
    """The cost of an edge between each two versions, halfway between both directions."""
    cost = np.zeros((table.versions, table.versions))
    own = table.leaf == 0.0
    own &= ~table.lost[:, None, :]
    held = np.where(own, table.weights[: table.versions], 0.0)
    for a in range(table.versions):
        same = (own & own[a]).copy()
        same[:, -1] = False
        differ = ~same.any(axis=1) & ~table.lost & ~table.lost[a]
        cost[a] = ((held.sum(axis=1) + held[a].sum(axis=0)) * differ).sum(axis=-1) / 2
        cost[a, a] = 0.0
    return cost


def _added(table: Columns, price: float, rng: np.random.Generator) -> Parents:
    """Versions added one by one, in random order, each where it costs least."""
    order = [int(v) for v in rng.permutation(table.versions)]
    parents = [UNUSED] * table.versions
    parents[order[0]] = -1
    for node in order[1:]:
        found = parsimony.passes(table, parents)
        branch = parsimony.upward(table, node, parsimony.own(table, node))
        _, place = _best_graft(table, parents, found, branch, price)
        parents = _grafted(table, parents, node, place)
    return parents


# ---- prune and regraft ----

Place = tuple[str, int]  # ("node" or "edge above", node)


def _descend(table: Columns, parents: Parents, price: float, rng: np.random.Generator) -> Parents:
    """Prune and graft until a whole round, seen from two roots, helps nothing."""
    idle = 0
    for _ in range(rounds(table)):
        parents = rerooted(parents, int(rng.integers(table.versions)))
        parents, gained = _sweep(table, parents, price, rng)
        idle = 0 if gained else idle + 1
        if idle == 2:
            break
    return parents


def _sweep(table: Columns, parents: Parents, price: float, rng: np.random.Generator) -> tuple[Parents, bool]:
    """One round: every branch in random order goes where it costs least."""
    gained = False
    cost = parsimony.total(table, parents, price)
    for node in [int(v) for v in rng.permutation(len(parents))]:
        if node >= len(parents) or parents[node] < 0:
            continue
        rest = _pruned(table, parents, node)
        found, branch = _views(table, parents, rest, node)
        least, place = _best_graft(table, rest, found, branch, price)
        least += parsimony.shape(table, parents, subtree(parents, node), price)
        if least < cost - TIE:
            parents, cost, gained = _regrafted(table, parents, rest, node, place), least, True
    merged = _merged(table, parents, price, cost)
    return (merged, True) if merged is not None else (parents, gained)


def _views(table: Columns, parents: Parents, rest: Parents, node: int) -> tuple[parsimony.Passes, Floats]:
    """The passes over the tree without the branch, and the branch's message."""
    nodes = subtree(parents, node)
    below = {v: parsimony.own(table, v).copy() for v in nodes}
    for v in reversed(nodes):
        message = parsimony.upward(table, v, below[v])
        if v == node:
            return parsimony.passes(table, rest), message
        below[parents[v]] += message
    raise AssertionError("a branch holds its own top")


def _pruned(table: Columns, parents: Parents, node: int) -> Parents:
    """The tree without a branch; an unseen node left with two neighbours is taken out."""
    rest = list(parents)
    for v in subtree(parents, node):
        rest[v] = UNUSED
    return _contracted(table, rest, parents[node])


def _contracted(table: Columns, parents: Parents, node: int) -> Parents:
    """Take out `node` if it is unseen and has no more than two neighbours."""
    if node < table.versions:
        return parents
    children = [v for v, parent in enumerate(parents) if parent == node]
    if parents[node] == -1 or len(children) > 1:
        return parents
    for child in children:
        parents[child] = parents[node]
    parents[node] = UNUSED
    return parents


def _best_graft(
    table: Columns, rest: Parents, found: parsimony.Passes, branch: Floats, price: float
) -> tuple[float, Place]:
    """The cheapest place for a branch and the cost of the whole, the branch's own shape left out."""
    nodes = preorder(rest)
    at_node, on_edge = parsimony.grafts(found, nodes, branch)
    at_node += parsimony.crowding(table, rest, nodes)
    held = parsimony.shape(table, rest, nodes, price)
    on_edge[0] = parsimony.FAR * len(found.below[0])  # there is no edge above the root
    node, edge = int(np.argmin(at_node)), int(np.argmin(on_edge))
    if at_node[node] <= on_edge[edge] + price + TIE:
        return float(at_node[node]) + held, ("node", nodes[node])
    return float(on_edge[edge]) + price + held, ("edge above", nodes[edge])


def _regrafted(table: Columns, parents: Parents, rest: Parents, node: int, place: Place) -> Parents:
    """The branch below `node`, put back at `place`."""
    whole = list(rest)
    for v in subtree(parents, node):
        whole[v] = parents[v]
    return _grafted(table, whole, node, place)


def _grafted(table: Columns, parents: Parents, node: int, place: Place) -> Parents:
    """Hang `node` on another node, or on a new unseen node in the edge above it."""
    parents = list(parents)
    kind, target = place
    if kind == "node":
        parents[node] = target
        return parents
    between = _free_number(parents, table.versions)
    if between == len(parents):
        parents.append(UNUSED)
    parents[between] = parents[target]
    parents[target] = between
    parents[node] = between
    return parents


def _free_number(parents: Parents, versions: int) -> int:
    """A number for a new unseen node."""
    taken = (v for v in range(versions, len(parents)) if parents[v] == UNUSED)
    return next(taken, len(parents))


def _merged(table: Columns, parents: Parents, price: float, cost: float) -> Parents | None:
    """The best tree in which one unseen node has become one with a neighbour, if it is cheaper."""
    best, least = None, cost - TIE
    for edge in range(len(parents)):
        upper = parents[edge]
        if upper < 0 or max(edge, upper) < table.versions:
            continue
        tree = _one_node(table, parents, edge, upper)
        value = parsimony.total(table, tree, price)
        if value < least:
            best, least = tree, value
    return best


def _one_node(table: Columns, parents: Parents, lower: int, upper: int) -> Parents:
    """The edge between two nodes taken out, one of them unseen; the other stays."""
    stays, goes = (upper, lower) if lower >= table.versions else (lower, upper)
    tree = [stays if parent == goes else parent for parent in parents]
    if stays == lower:
        tree[stays] = parents[upper]
    tree[goes] = UNUSED
    return tree


# ---- shapes ----


def _renumbered(table: Columns, parents: Parents) -> Parents:
    """The same tree, its unseen nodes numbered by the versions below them, without holes."""
    masks = _masks(table, parents)
    unseen = [v for v, p in enumerate(parents) if v >= table.versions and p != UNUSED]
    unseen.sort(key=lambda v: masks[v])
    number = {old: table.versions + new for new, old in enumerate(unseen)}
    tree = [UNUSED] * (table.versions + len(unseen))
    for node, parent in enumerate(parents):
        if parent != UNUSED:
            tree[number.get(node, node)] = number.get(parent, parent)
    return tree


def _masks(table: Columns, parents: Parents) -> dict[int, int]:
    """For each node but the root, the versions that its edge cuts off from version 0."""
    order = preorder(parents)
    masks = {v: 1 << v if v < table.versions else 0 for v in order}
    for node in reversed(order[1:]):
        masks[parents[node]] |= masks[node]
    everyone = masks[order[0]]
    return {v: everyone ^ masks[v] if masks[v] & 1 else masks[v] for v in order[1:]}


# ---- all optima ----


def _plateau(table: Columns, best: Tree, price: float) -> list[Tree]:
    """The best tree, all that tie with it by chains of moves, and their near neighbours."""
    known = {best.splits: best}
    waiting, done = [best], 0
    most = MOST_TIES if _starts(table, MOST_TIES) > FEW else int(rounds(table) > FEW)
    while waiting and done < most:
        tree = waiting.pop(0)
        done += 1
        for other in _neighbours(table, tree, price, best.cost + NEAR):
            if other.splits in known:
                continue
            known[other.splits] = other
            if other.cost <= best.cost + TIE:
                waiting.append(other)
    return sorted(known.values(), key=_rank)


def _neighbours(table: Columns, tree: Tree, price: float, limit: float) -> Iterator[Tree]:
    """Trees one move away that cost no more than `limit`."""
    parents = list(tree.parents)
    for node in range(len(parents)):
        if parents[node] < 0:
            continue
        rest = _pruned(table, parents, node)
        found, branch = _views(table, parents, rest, node)
        nodes = preorder(rest)
        held = parsimony.shape(table, parents, subtree(parents, node), price)
        held += parsimony.shape(table, rest, nodes, price)
        at_node, on_edge = parsimony.grafts(found, nodes, branch)
        at_node += parsimony.crowding(table, rest, nodes)
        for target, cost in zip(nodes, at_node, strict=True):
            if cost + held <= limit:
                yield _tree(table, _regrafted(table, parents, rest, node, ("node", target)), price)
        for target, cost in zip(nodes[1:], on_edge[1:], strict=True):
            if cost + held + price <= limit:
                yield _tree(table, _regrafted(table, parents, rest, node, ("edge above", target)), price)
