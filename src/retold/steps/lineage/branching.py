"""The best branching of a directed graph, and what a tree says when it is hung up elsewhere."""

from __future__ import annotations

import numpy as np

from retold import parameters
from retold.steps.lineage.parsimony import order_of
from retold.steps.lineage.readings import Bools, Floats
from retold.tables import Ints

_NEVER = -1e15
_P = parameters.of("lineage", "branching")
CHAIN = _P.number("chain")
HUB = _P.number("hub")


def best(score: Floats, root: Floats) -> list[int]:
    """The parent of each node in the spanning branching of highest score, -1 for its roots.

    `score[u, v]` is for the edge u→v, `root[v]` for v without a source; all finite.
    There are as many roots as pay.
    Chu and Liu 1965, Edmonds 1967, on a dense matrix; ties go to the smaller number.

    >>> best(np.array([[0.0, 5.0, 1.0], [0.0, 0.0, 4.0], [0.0, 0.0, 0.0]]), np.zeros(3))
    [-1, 0, 1]
    """
    count = len(root)
    graph = np.full((count + 1, count + 1), _NEVER)
    graph[1:, 1:] = score
    graph[0, 1:] = root
    np.fill_diagonal(graph, 2 * _NEVER)
    return [int(p) - 1 for p in _branching(graph)[1:]]


def _branching(graph: Floats) -> Ints:
    """Each node's parent; node 0 is the root. All cycles of a round are contracted at once."""
    count = len(graph)
    parents: Ints = graph.argmax(axis=0).astype(np.int32)
    parents[0] = -1
    group, cycles = _cycles(parents)
    if not cycles:
        return parents
    gain = graph.copy()
    inside = np.concatenate(cycles)
    gain[:, inside] -= graph[parents[inside], inside]
    size = int(group.max()) + 1
    small = np.full((size, size), _NEVER)
    entry = np.zeros((size, size, 2), dtype=np.int32)
    for v in range(1, count):
        for u in range(count):
            a, b = group[u], group[v]
            if a != b and gain[u, v] > small[a, b]:
                small[a, b] = gain[u, v]
                entry[a, b] = u, v
    np.fill_diagonal(small, 2 * _NEVER)
    for b, a in enumerate(_branching(small)):
        if b > 0:
            u, v = entry[a, b]
            parents[v] = u
    return parents


def _cycles(parents: Ints) -> tuple[Ints, list[Ints]]:
    """A group number for each node (those of one cycle share one), and the cycles."""
    count = len(parents)
    seen = np.full(count, -1)
    cycles: list[Ints] = []
    group = np.full(count, -1, dtype=np.int32)
    for start in range(count):
        node = start
        while node >= 0 and seen[node] < 0:
            seen[node] = start
            node = int(parents[node])
        if node >= 0 and seen[node] == start and group[node] < 0:
            ring = [node]
            while parents[ring[-1]] != node:
                ring.append(int(parents[ring[-1]]))
            group[ring] = count + len(cycles)
            cycles.append(np.array(sorted(ring), dtype=np.int32))
    _, numbered = np.unique(np.where(group < 0, np.arange(count), group), return_inverse=True)
    return numbered.astype(np.int32).reshape(-1), cycles


def below(parents: list[int]) -> Bools:
    """`found[u, v]`: whether v stands in the branch of u, itself included."""
    count = len(parents)
    found = np.eye(count, dtype=bool)
    for v in range(count):
        node = parents[v]
        while node >= 0:
            found[node, v] = True
            node = parents[node]
    return found


def root_scores(parents: list[int], evidence: Floats, edited: float = 0.0) -> Floats:
    """What the evidence says for the same tree hung up at each node.

    Where a text is retold, one that three or more stand nearest to is the likelier
    source of them all; where it is edited on (`edited`, 0 to 1), versions form chains.
    """
    branch = below(parents)
    edges = [(p, v) for v, p in enumerate(parents) if p >= 0]
    degree = np.bincount(np.array(edges, dtype=np.int64).reshape(-1), minlength=len(parents))
    hub, chain = HUB * np.log(degree.clip(min=2) / 2), CHAIN * np.log(degree.clip(min=1))
    scores: Floats = (1 - edited) * hub - edited * chain
    for p, v in edges:
        scores += np.where(branch[v], evidence[v, p], evidence[p, v])
    return scores


def over_gaps(parents: list[int], time: Floats, dated: Bools) -> Floats:
    """What times say, for the tree hung up at each node, across nodes that have none.

    `time` and `dated` are by node. A later text may not be the source of an earlier one
    even where versions without a time, or unseen sources, stand between the two.
    """
    steps = _steps(parents)
    scores = np.zeros(len(parents))
    for u, v in _across_undated(parents, dated):
        beyond_u = steps[:, u] + steps[u, v] == steps[:, v]
        beyond_v = steps[:, v] + steps[u, v] == steps[:, u]
        scores += np.where(beyond_u, time[u, v], 0.0) + np.where(beyond_v, time[v, u], 0.0)
    return scores


def _across_undated(parents: list[int], dated: Bools) -> list[tuple[int, int]]:
    """Pairs of dated nodes between which, on the way, stand undated ones alone; one at least."""
    near: list[list[int]] = [[] for _ in parents]
    for v, p in enumerate(parents):
        if p >= 0:
            near[v].append(p)
            near[p].append(v)
    found = set()
    for start in np.flatnonzero(dated).tolist():
        seen, open_nodes = {start}, [n for n in near[start] if not dated[n]]
        while open_nodes:
            node = open_nodes.pop()
            seen.add(node)
            found |= {(start, n) for n in near[node] if dated[n] and n > start}
            open_nodes += [n for n in near[node] if not dated[n] and n not in seen]
    return sorted(found)


def _steps(parents: list[int]) -> Floats:
    """Edges between each two nodes of a forest; infinite between two trees."""
    steps = np.full((len(parents),) * 2, np.inf)
    np.fill_diagonal(steps, 0.0)
    placed: list[int] = []
    for node in order_of(parents):
        if parents[node] >= 0:
            steps[node, placed] = steps[placed, node] = steps[parents[node], placed] + 1
        placed.append(node)
    return steps


def hung(parents: list[int], scores: Floats) -> list[int]:
    """Each tree of a forest hung up at its node of the highest score."""
    found = list(parents)
    branch = below(parents)
    for root in [v for v, p in enumerate(parents) if p < 0]:
        inside = np.flatnonzero(branch[root])
        best = int(inside[scores[inside].argmax()])
        node, above = best, -1
        while node >= 0 and scores[best] > scores[root] + 1e-9:
            found[node], node, above = above, parents[node], node
    return found


def onward(parents: list[int], scores: Floats) -> Floats:
    """For each node with a source, how likely the edge runs from that source and not to it.

    `scores` are those of the tree hung up at every node. Without evidence either way is
    as likely, however many nodes stand on the one side and on the other.
    """
    branch = below(parents)
    found = np.full(len(parents), 0.5)
    for copy, source in enumerate(parents):
        if source >= 0:
            inside = branch[copy]
            outside = branch[top(parents, copy)] & ~inside
            lead = _mean_odds(scores[outside]) - _mean_odds(scores[inside])
            found[copy] = 1.0 / (1.0 + np.exp(-np.clip(lead, -50, 50)))
    return found


def _mean_odds(scores: Floats) -> float:
    """The logarithm of the mean of what the scores are logarithms of."""
    most = float(scores.max())
    return most + float(np.log(np.exp(scores - most).mean()))


def top(parents: list[int], node: int) -> int:
    """The root above a node."""
    while parents[node] >= 0:
        node = parents[node]
    return node
