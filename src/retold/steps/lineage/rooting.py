"""Where a tree has its root: what the evidence says of the same tree rooted at each of its nodes."""

from __future__ import annotations

import numpy as np

from retold import parameters
from retold.algorithms import trees
from retold.steps.lineage.readings import Bools, Floats

_P = parameters.of("lineage", "rooting")
CHAIN = _P.number("chain")
HUB = _P.number("hub")
TIED = _P.number("tied")


def root_scores(parents: list[int], evidence: Floats, edited: float = 0.0) -> Floats:
    """What the evidence says for the same tree rooted at each node.

    Where a text is retold, one that three or more stand nearest to is the likelier
    source of them all; where it is edited on (`edited`, 0 to 1), versions form chains.
    """
    branch = trees.descendants(parents)
    edges = [(p, v) for v, p in enumerate(parents) if p >= 0]
    degree = np.bincount(np.array(edges, dtype=np.int64).reshape(-1), minlength=len(parents))
    hub, chain = HUB * np.log(degree.clip(min=2) / 2), CHAIN * np.log(degree.clip(min=1))
    scores: Floats = (1 - edited) * hub - edited * chain
    for p, v in edges:
        scores += np.where(branch[v], evidence[v, p], evidence[p, v])
    return scores


def over_gaps(parents: list[int], time: Floats, dated: Bools) -> Floats:
    """What times say, for the tree rooted at each node, across nodes that have none.

    `time` and `dated` are by node. A later text may not be the source of an earlier one
    even where versions without a time, or unseen sources, stand between the two.
    """
    steps = trees.path_lengths(parents)
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


def rerooted(parents: list[int], scores: Floats) -> list[int]:
    """Each tree of a forest rerooted at its node of the highest score, if that is above its root's."""
    found = list(parents)
    branch = trees.descendants(parents)
    for root in [v for v, p in enumerate(parents) if p < 0]:
        inside = np.flatnonzero(branch[root])
        best = int(inside[scores[inside].argmax()])
        if scores[best] > scores[root] + 1e-9:
            found = trees.rerooted(found, best)
    return found


def forward_probabilities(parents: list[int], scores: Floats) -> Floats:
    """For each node with a source, how likely the edge runs from that source and not to it.

    `scores` are those of the tree rooted at every node. Without evidence either way is
    as likely, however many nodes stand on the one side and on the other.
    """
    branch = trees.descendants(parents)
    found = np.full(len(parents), 0.5)
    for copy, source in enumerate(parents):
        if source >= 0:
            inside = branch[copy]
            outside = branch[trees.root_of(parents, copy)] & ~inside
            lead = _lead(scores[outside], scores[inside])
            found[copy] = 1.0 / (1.0 + np.exp(-np.clip(lead, -50, 50)))
    return found


def _lead(here: Floats, there: Floats) -> float:
    """Log-odds that the root is on this side, by the mean of the nodes of each; 0 where their best tie.

    Two ends of a chain that are as good as each other would each have its arrow by the mean alone.
    """
    tied = abs(float(here.max() - there.max())) < TIED
    return 0.0 if tied else _mean_odds(here) - _mean_odds(there)


def _mean_odds(scores: Floats) -> float:
    """The logarithm of the mean of what the scores are logarithms of."""
    most = float(scores.max())
    return most + float(np.log(np.exp(scores - most).mean()))
