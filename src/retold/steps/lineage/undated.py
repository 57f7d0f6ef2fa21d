"""Versions of one text of which nothing but the texts speaks: which stand next to which, by posterior.

A distance, in what was typed (`typed`), says little by itself: it counts beside what lies around both ends
(local scaling; Zelnik-Manor & Perona, "Self-tuning spectral clustering", 2004). All trees that span the
versions are weighed by these and summed exactly (`retold.algorithms.forests`): a tie is as sure as its edge.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from retold import parameters
from retold.algorithms.forests import sum_over_trees
from retold.steps.lineage import pricing, typed
from retold.steps.lineage.evidence import Clues
from retold.steps.lineage.parsimony import Columns
from retold.steps.lineage.readings import Floats
from retold.steps.lineage.skeleton import Tree
from retold.tables import MISSING, Grid, Witness

_P = parameters.of("lineage", "undated")
LEAST = _P.integer("least")
ACCIDENTAL = _P.number("accidental")
NEIGHBOURS = _P.integer("neighbours")
SHARPNESS = _P.number("sharpness")
STATED, PROVED = _P.row("stated"), _P.row("proved")


def is_undated(grid: Grid, clues: Clues, table: Columns, found: Tree) -> bool:
    """Whether these are whole texts of one house, or of none, and neither clues nor readings say more.

    `found` is the tree by the readings in `table`: if they call for an unseen source, it stands, unless all
    are takes of a known house, which has its own at hand, or many readings come up twice even so: such
    versions are reworded all over and have words in common by accident.
    """
    texts = len(grid.witnesses)
    whole = texts >= LEAST and not (grid.cells == MISSING).any()
    if not (whole and clues.mute and len(set(clues.keys)) == 1):
        return False
    settled = any(clues.keys) or len(found.parents) == texts
    return settled or pricing.excess(table, list(found.parents)) >= ACCIDENTAL


def supports(scores: Floats) -> Floats:
    """How sure a tie between each two versions is: its posterior, as often as such ties proved right."""
    found: Floats = np.interp(sum_over_trees(scores), STATED, PROVED)
    return found


def scores(witnesses: Sequence[Witness], readings: Floats) -> Floats:
    """[versions, versions] the log-odds of each tie; `readings` are the weighted ones that u→v brings in.

    The cheaper way counts: to leave a passage out takes less than to write it.
    """
    apart = typed.log_distances(witnesses, np.minimum(readings, readings.T))
    return -SHARPNESS * _locally_scaled(np.exp(apart))


def _locally_scaled(apart: Floats) -> Floats:
    """The logarithms of distances, each beside those of its ends to their nearest neighbours."""
    nearest = min(NEIGHBOURS, len(apart) - 1)
    others = np.sort(np.where(np.eye(len(apart), dtype=bool), np.inf, apart), axis=1)[:, :nearest]
    around = np.log1p(others.mean(axis=1))
    scaled: Floats = np.log(apart) - (around[:, None] + around[None, :]) / 2
    return scaled
