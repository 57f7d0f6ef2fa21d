"""How likely each edge is, over all directed forests, or all trees, weighed by the product of their edges.

The sum over all forests is a determinant (Tutte's matrix-tree theorem), and its derivatives are the
probabilities: one inversion gives them all, exactly and without sampling (Koo, Globerson, Carreras & Collins,
"Structured prediction models via the matrix-tree theorem", 2007).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class ForestSum:
    """What all forests together say; for each node, its edges and its being a root add up to 1."""

    edges: Floats  # [n, n] the probability of each edge u→v
    roots: Floats  # [n] the probability of each node's being a root
    total: float  # the natural logarithm of the sum of all weights


def sum_over_forests(score: Floats, root: Floats) -> ForestSum:
    """The probabilities of edges and of roots.

    `score[u, v]` is the natural logarithm of the weight of u→v, `root[v]` that of v as a root. Cubic in n.

    >>> found = sum_over_forests(np.array([[0.0, 0.0], [-9.0, 0.0]]), np.array([-3.0, -3.0]))
    >>> found.edges.round(2).tolist(), found.roots.round(2).tolist()
    ([[0.0, 0.95], [0.0, 0.0]], [1.0, 0.05])
    """
    apart = ~np.eye(len(root), dtype=bool)
    logs = np.where(apart, score, -np.inf)
    least = -25.0  # below a node's best, where a choice counts no less: keeps the inversion sound
    best = np.maximum(logs.max(axis=0), root)  # each node takes just one choice, so that it may be scaled
    weight = np.where(apart, np.exp((logs - best).clip(min=least)), 0.0)
    starts = np.exp((root - best).clip(min=least))
    laplacian = np.diag(weight.sum(axis=0) + starts) - weight
    inverse = np.linalg.inv(laplacian)
    edges = weight * (inverse.diagonal()[None, :] - inverse.T)
    total = float(np.linalg.slogdet(laplacian)[1] + best.sum())
    return ForestSum(edges.clip(0.0, 1.0), (starts * inverse.diagonal()).clip(0.0, 1.0), total)


def sum_over_trees(score: Floats) -> Floats:
    """The probability of each edge, over all undirected trees that span the nodes; [n, n], symmetric.

    `score[u, v]` is the natural logarithm of the weight of u-v. An edge's probability is its weight times the
    resistance between its ends (Kirchhoff 1847). Cubic in n.

    >>> sum_over_trees(np.array([[0.0, 2.0, 0.0], [2.0, 0.0, 0.0], [0.0, 0.0, 0.0]])).round(2)[0].tolist()
    [0.0, 0.94, 0.53]
    """
    apart = ~np.eye(len(score), dtype=bool)
    least = -25.0  # below the best of the two ends, where an edge counts no less: keeps the inversion sound
    logs = np.where(apart, score, -np.inf)
    best = logs.max(axis=1)
    scale = np.maximum(best[:, None], best[None, :])
    logs = np.where(apart, np.maximum(logs, scale + least), -np.inf)
    weight = np.exp(logs - logs.max())
    inverse = np.zeros_like(weight)
    inverse[1:, 1:] = np.linalg.inv((np.diag(weight.sum(axis=1)) - weight)[1:, 1:])
    own = inverse.diagonal()
    found: Floats = weight * (own[:, None] + own[None, :] - 2 * inverse)
    return found.clip(0.0, 1.0)
