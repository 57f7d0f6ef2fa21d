"""The cost of a tree over versions, and of every way to graft a branch into it.

Sankoff's dynamic programme ("Minimal mutation trees of sequences", 1975) on all
units at once. Going from reading s to another reading t costs the weight of t,
wherever in the tree it happens. That cost is reversible: the sum over a tree,
the root's own readings included, does not depend on where the root stands, so
that the skeleton is learnt without any belief about direction.

A reading that only one version has is singular: all singular readings share the
last slot of a column, and going from one to another is never free.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from retold import parameters
from retold.algorithms.trees import Parents, preorder
from retold.steps.lineage.readings import UNKNOWN, Bools, Floats, Readings
from retold.tables import Ints

_P = parameters.of("lineage", "parsimony")
MOST_SHARED = _P.integer("most_shared")
FAR = 1e6  # more than any tree costs


@dataclass(frozen=True, slots=True, eq=False)
class Columns:
    """Units that part the versions alike, added up; S slots, the last for singular readings.

    Slots come before columns: what is done to each column then runs along the memory.
    """

    leaf: Floats  # [versions, S, columns] 0 at the version's slot, FAR elsewhere
    weights: Floats  # [versions + 1, S, columns] cost of each slot; the last row is for unseen nodes
    slots: Ints  # [units, readings] slot of each reading, S - 1 for singular, -1 for none
    column: Ints  # [units] column of each unit
    lost: Bools  # [versions, columns] where a version's reading is lost: it may have had any
    fork: float = 0.0  # what each neighbour of a version beyond the second costs

    @property
    def versions(self) -> int:
        """How many versions there are; unseen nodes are numbered from here."""
        return len(self.leaf)


def columns(readings: Readings) -> Columns:
    """The units of a text as columns for the search, equal partings joined."""
    units, versions = readings.states.shape
    most = readings.weights.shape[1] if units else 0
    slots = np.full((units, max(1, most)), -1, dtype=np.int32)
    size = 1 + min(MOST_SHARED, most)
    for unit in range(units):
        slots[unit] = _slots(readings.states[unit], slots.shape[1], size)
    lost = readings.states == UNKNOWN
    mapped = np.take_along_axis(slots, readings.states.clip(0), axis=1) if units else readings.states
    mapped = np.where(lost, UNKNOWN, mapped)
    keys, inverse = np.unique(mapped, axis=0, return_inverse=True)
    column: Ints = inverse.reshape(-1).astype(np.int32)
    leaf = np.full((versions, size, len(keys)), FAR)
    for version in range(versions):
        leaf[version, keys[:, version], np.arange(len(keys))] = 0.0
    free: Bools = (keys == UNKNOWN).T
    leaf = np.where(free[:, None, :], _free(leaf.shape[1:]), leaf)
    return Columns(leaf, _slot_weights(readings, slots, column, len(keys), size), slots, column, free)


def _slots(states: Ints, most: int, size: int) -> Ints:
    """Shared readings, the commonest first, get a slot each; all others the last one.

    Where a version's reading is lost, any reading may have been shared.
    """
    least = 1 if (states == UNKNOWN).any() else 2
    counts = np.bincount(states[states != UNKNOWN], minlength=most)
    order = np.argsort(-counts, kind="stable")
    shared = [s for s in order if counts[s] >= least][: size - 1]
    slots = np.where(counts > 0, size - 1, -1).astype(np.int32)
    slots[shared] = np.arange(len(shared))
    return slots


def _slot_weights(readings: Readings, slots: Ints, column: Ints, count: int, size: int) -> Floats:
    """The summed weights of each column's slots, the singular slot by version."""
    versions = readings.states.shape[1]
    shared = np.zeros((size, count))
    for reading in range(readings.weights.shape[1]):
        used = (slots[:, reading] >= 0) & (slots[:, reading] < size - 1)
        np.add.at(shared, (slots[used, reading], column[used]), readings.weights[used, reading])
    weights = np.repeat(shared[None], versions + 1, axis=0)
    rows = np.arange(len(readings.states))
    for version in range(versions):
        states = readings.states[:, version]
        singular = (states != UNKNOWN) & (slots[rows, states] == size - 1)
        np.add.at(weights[version, -1], column[singular], readings.weights[rows, states][singular])
    weights[versions, -1] = FAR
    _close_unused(weights, slots, column)
    return weights


def _close_unused(weights: Floats, slots: Ints, column: Ints) -> None:
    """Bar slots that no reading has, but leave one free where every reading is singular.

    An unseen node may stand there for a reading that nobody kept.
    """
    _, size, count = weights.shape
    shared = np.zeros(count, dtype=np.int64)
    shared[column] = ((slots >= 0) & (slots < size - 1)).sum(axis=1)
    for slot in range(size - 1):
        weights[:, slot, shared.clip(min=1) <= slot] = FAR


@dataclass(slots=True, eq=False)
class Passes:
    """What the two passes of the programme leave at each node.

    `below[v]` is the cost of v's branch by v's reading, `up[v]` what that branch
    costs a parent by the parent's reading, `above[v]` the cost of all the rest.
    """

    below: Floats  # [nodes, S, columns]
    up: Floats
    above: Floats


def passes(table: Columns, parents: Parents) -> Passes:
    """Both passes over a whole tree."""
    count = len(parents)
    shape = (count, *table.leaf.shape[1:])
    found = Passes(np.zeros(shape), np.zeros(shape), np.zeros(shape))
    order = preorder(parents)
    for node in order:
        found.below[node] = own(table, node)
    for node in reversed(order):
        found.up[node] = upward(table, node, found.below[node])
        if parents[node] >= 0:
            found.below[parents[node]] += found.up[node]
    downward(table, parents, order, found)
    return found


def downward(table: Columns, parents: Parents, order: list[int], found: Passes) -> None:
    """Fill `above` for the nodes of `order`, parents first, from `below` and `up`."""
    for node in order:
        parent = parents[node]
        if parent < 0:
            found.above[node] = weights_of(table, node)
            continue
        rest = found.above[parent] + found.below[parent] - found.up[node]
        found.above[node] = entering(table, node, rest)


def own(table: Columns, node: int) -> Floats:
    """Which slots the node may have: its own for a version, any shared one for an unseen node."""
    if node < table.versions:
        leaf: Floats = table.leaf[node]
        return leaf
    return _free(table.leaf.shape[1:])


def _free(shape: tuple[int, ...]) -> Floats:
    """No slot costs anything, but none is singular: what a node may have of which nothing is known."""
    free = np.zeros(shape)
    free[-1] = FAR
    return free


def weights_of(table: Columns, node: int) -> Floats:
    """What each slot costs when it is brought in at this node."""
    weights: Floats = table.weights[min(node, table.versions)]
    return weights


def upward(table: Columns, node: int, below: Floats) -> Floats:
    """What a branch costs its parent, by the parent's slot."""
    anew = (below + weights_of(table, node)).min(axis=0)
    message: Floats = np.minimum(below, anew)
    message[-1] = anew  # a singular reading is nobody else's
    return message


def entering(table: Columns, node: int, rest: Floats) -> Floats:
    """The cost of all but the node's branch, by the node's slot."""
    anew = rest.min(axis=0) + weights_of(table, node)
    message: Floats = np.minimum(rest, anew)
    message[-1] = anew[-1]
    return message


def total(table: Columns, parents: Parents, price: float) -> float:
    """What a tree costs, each unseen node at its price and each fork at its own."""
    order = preorder(parents)
    below = {node: own(table, node).copy() for node in order}
    for node in reversed(order):
        if parents[node] >= 0:
            below[parents[node]] += upward(table, node, below[node])
    root = order[0]
    cost = float((below[root] + weights_of(table, root)).min(axis=0).sum())
    return cost + shape(table, parents, order, price)


def shape(table: Columns, parents: Parents, nodes: list[int], price: float) -> float:
    """What some nodes of a tree cost beside their readings: the unseen ones, and the forks at versions."""
    cost = price * sum(node >= table.versions for node in nodes)
    if not table.fork:
        return cost
    degrees = neighbours(parents)
    forks = sum(max(0, int(degrees[node]) - 2) for node in nodes if node < table.versions)
    return cost + table.fork * forks


def crowding(table: Columns, parents: Parents, nodes: list[int]) -> Floats:
    """What one neighbour more costs at each of the nodes."""
    full: Floats = np.zeros(len(nodes))
    if table.fork:
        full[(neighbours(parents)[nodes] >= 2) & (np.array(nodes) < table.versions)] = table.fork
    return full


def neighbours(parents: Parents) -> Ints:
    """How many neighbours each node of a tree has."""
    tied = np.array(parents, dtype=np.int32)
    copies = np.flatnonzero(tied >= 0)
    count: Ints = np.bincount(np.concatenate([copies, tied[copies]]), minlength=len(tied)).astype(np.int32)
    return count


def grafts(found: Passes, nodes: list[int], branch: Floats) -> tuple[Floats, Floats]:
    """The cost of setting `branch` (an upward message) at each node, and on the edge above it.

    Neither holds the price of unseen nodes.
    """
    at_node, on_edge = np.full(len(nodes), FAR), np.full(len(nodes), FAR)
    for place, node in enumerate(nodes):  # one at a time stays in the cache
        rest = found.above[node] + branch
        at_node[place] = (rest + found.below[node]).min(axis=0).sum()
        if len(branch) > 1:
            on_edge[place] = (rest + found.up[node])[:-1].min(axis=0).sum()
    return at_node, on_edge


def rows(table: Columns, parents: Parents, readings: Readings) -> Ints:
    """The readings of every node [nodes, units], UNKNOWN where an unseen one kept none.

    What a version has lost is given back from the tree, where the tree tells it.
    """
    found = passes(table, parents)
    states = np.full((len(parents), len(readings)), UNKNOWN, dtype=np.int32)
    states[: table.versions] = readings.states.T
    chosen: dict[int, Ints] = {}
    for node in preorder(parents):
        chosen[node] = _choice(table, node, found.below[node], chosen.get(parents[node]))
        if node >= table.versions or table.lost[node].any():
            known = states[node] != UNKNOWN
            states[node] = np.where(known, states[node], _readings_of(table, chosen[node]))
    return states


def _choice(table: Columns, node: int, below: Floats, above: Ints | None) -> Ints:
    """The cheapest slot in each column, the parent's one where that costs no more."""
    cost = below + weights_of(table, node)
    least: Ints = cost.argmin(axis=0).astype(np.int32)
    if above is None:
        return least
    held = below[above, np.arange(len(above))]
    stays = (held <= cost.min(axis=0) + 1e-9) & (above < len(cost) - 1)
    choice: Ints = np.where(stays, above, least)
    return choice


def _readings_of(table: Columns, chosen: Ints) -> Ints:
    """For each unit, the reading that stands in the chosen slot of its column, UNKNOWN for none."""
    there = table.slots == chosen[table.column][:, None]
    found: Ints = np.where(there.any(axis=1), there.argmax(axis=1), UNKNOWN).astype(np.int32)
    return found
