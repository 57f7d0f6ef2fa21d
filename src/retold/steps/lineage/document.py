"""Versions of one document that a house keeps with their times: each edge by its posterior probability.

A document has one first version; every other was made from one source among the rest. How likely a source is
has three parts. Revisions are of all sizes, so that the chance of one falls with a power of its size, in
readings and as typed; what is the same for all sources of a large revision then hardly counts.
The custom: most revisions are made from the version stamped last before, and the more versions stand between,
the seldomer an old one is taken up again; how strictly, each document shows itself. The clock: a source is
seldom stamped later than its copy.
There is no search and no sampling: all histories are summed (`retold.algorithms.forests`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from retold import parameters
from retold.algorithms.arborescence import maximum_branching
from retold.algorithms.forests import sum_over_forests
from retold.steps.lineage import typed
from retold.steps.lineage.evidence import Clues
from retold.steps.lineage.graph import Edge, Graph
from retold.steps.lineage.orient import Hypothesis
from retold.steps.lineage.readings import Floats

_P = parameters.of("lineage", "document")
SIZE = _P.number("size")
LAST = _P.row("last")
OLDER = _P.number("older")
CLOCK = _P.number("clock")
EARLIER = _P.number("earlier")
FIRST = _P.number("first")
LIKELY = _P.number("likely")
MOST_MODES = _P.integer("most_modes")


@dataclass(frozen=True, slots=True)
class Habits:
    """How documents are edited on, in log-odds."""

    size: float
    last: tuple[float, ...]  # as likely as each other
    older: float


HABITS = Habits(SIZE, LAST, OLDER)


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """What is known of each source u of each version v [versions, versions]."""

    apart: Floats  # the logarithm of what differs
    between: Floats  # n / (n + 1) for n versions between by the clock
    time: Floats  # log-odds by the clock


@dataclass(frozen=True, slots=True, eq=False)
class Posterior:
    """How likely each source of each version is, and the sources of the likeliest history."""

    edges: Floats  # [versions, versions] the probability that u is the source of v
    parents: tuple[int, ...]  # -1 for the first version


def is_document(clues: Clues) -> bool:
    """Whether these are stamped versions of one house that credit the same, or of none, without credits."""
    credits = {frozenset(named) for named in clues.credited}
    alike = len(credits) == 1 and (any(clues.keys) or not any(credits))
    return len(clues.keys) > 1 and len(set(clues.keys)) == 1 and all(clues.dated) and alike


def is_rewritten(texts: Sequence[Sequence[int]], clues: Clues) -> bool:
    """Whether these texts, of which each is some versions, are states of one that a house wrote anew.

    Their clocks show it; where they have none, that they are takes of one known house.
    """
    return (is_document(clues) and is_succession(texts, clues)) or (clues.mute and clues.of_one_house)


def is_succession(texts: Sequence[Sequence[int]], clues: Clues) -> bool:
    """Whether each text begins when the one before it has ended: a document that was rewritten as a whole.

    Reports of which one took something from another stand side by side in time.
    """
    return all(_is_later(a, b, clues) or _is_later(b, a, clues) for a, b in combinations(texts, 2))


def _is_later(versions: Sequence[int], than: Sequence[int], clues: Clues) -> bool:
    return bool((clues.time[np.ix_(versions, than)] < -EARLIER).all())


def posterior(one: Hypothesis) -> Posterior:
    """The posterior over all histories of the versions; `one` has no unseen source."""
    edges = chances(seen(one), HABITS)
    return Posterior(edges, likeliest(edges))


def likeliest(edges: Floats) -> tuple[int, ...]:
    """The source of each version in the history whose edges are likeliest together, -1 for the first one."""
    logs = np.log(edges.clip(min=1e-12))  # what has no chance at all still has a logarithm
    return tuple(maximum_branching(logs, np.full(len(edges), -1e6)))  # no second first version


def seen(one: Hypothesis) -> Seen:
    """What is known of each source of each version."""
    return Seen(typed.log_distances(one.grid.witnesses, one.distance), one.clues.skipped, one.clues.time)


def chances(given: Seen, habits: Habits) -> Floats:
    """[versions, versions] how likely u is the source of v, over all histories.

    How strictly this document is edited on from its last version nobody knows beforehand: each strictness
    counts by how well it explains the versions, and the probabilities are their mean.
    """
    sums = [_over_histories(given, habits, last) for last in habits.last]
    logs = np.array([log for _, log in sums])
    weights = np.exp(logs - logs.max())
    mean: Floats = np.tensordot(weights / weights.sum(), np.stack([edges for edges, _ in sums]), axes=1)
    return mean


def _over_histories(given: Seen, habits: Habits, last: float) -> tuple[Floats, float]:
    """The probabilities of the edges with one strictness, and the logarithm of how well it explains them."""
    usual = last * (given.between == 0) + habits.older * np.log1p(-given.between)
    scores: Floats = usual - habits.size * given.apart
    np.fill_diagonal(scores, -np.inf)
    late = (given.time < -EARLIER) | np.eye(len(scores), dtype=bool)
    best = np.where(late, -np.inf, scores).max(axis=0)  # against the best not later, so that
    copies = np.isfinite(best)  # what is new in a version costs the same in all histories
    best = np.where(copies, best, scores.max(axis=0))
    behind = np.minimum(scores - best, 0.0)  # a later one may be nearer still
    found = sum_over_forests(behind + CLOCK * given.time, np.full(len(scores), -FIRST))
    customary = np.logaddexp.reduce(np.where(late, -np.inf, usual)[:, copies], axis=0)
    return found.edges, found.total + float((best[copies] - customary).sum())


def graph(found: Posterior, support: float) -> Graph:
    """A history, each edge with its probability: an arrow where one way is as sure as `support`."""
    pairs = [(u, v) for v, u in enumerate(found.parents) if u >= 0]
    return Graph(len(found.parents), {pair: _edge(found, *pair, support) for pair in pairs})


def _edge(found: Posterior, source: int, copy: int, support: float) -> Edge:
    ahead, back = float(found.edges[source, copy]), float(found.edges[copy, source])
    directed = ahead >= support * (ahead + back)
    return Edge(ahead if directed else ahead + back, directed)


def modes(found: Posterior) -> list[Posterior]:
    """Other histories: the likeliest one with another source for one version, the likeliest first."""
    second = found.edges.copy()
    for copy, source in enumerate(found.parents):
        second[max(source, 0), copy] = 0.0
    rivals = [(float(second[u, v]), u, v) for u, v in np.argwhere(second >= LIKELY).tolist()]
    ranked = sorted(rivals, key=lambda rival: (-rival[0], rival[1:]))
    changed = [_with(found, u, v) for _, u, v in ranked if not _goes_back(found.parents, u, v)]
    return changed[:MOST_MODES]


def _with(found: Posterior, source: int, copy: int) -> Posterior:
    parents = [source if v == copy else u for v, u in enumerate(found.parents)]
    return Posterior(found.edges, tuple(parents))


def _goes_back(parents: tuple[int, ...], node: int, to: int) -> bool:
    """Whether a version is another one or goes back to it."""
    while node >= 0 and node != to:
        node = parents[node]
    return node == to
