"""Anchors of two texts and the chain they make; what stands out of order is kept as a move."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from retold import parameters
from retold.kernels.gaps import Gap
from retold.steps.align import gaps
from retold.steps.align.workspace import Run, Workspace
from retold.tables import Ints

_P = parameters.of("align", "anchors")
_REACH = _P.integer("reach")
_EDGE = _P.integer("edge")
_WAYS = _P.integer("ways")
_MOST_OPEN = 64  # blocks that a run is held against: bounds the time that hostile text may take


def add_chain(workspace: Workspace) -> Ints:
    """Put the heaviest chain of anchors in; the anchors found, chained or not: [k, 3]."""
    encoded = workspace.encoded
    runs = encoded.kernels.runs(encoded.ids_a, encoded.ids_b, encoded.settings.anchor, _WAYS)
    for i, j, length in encoded.kernels.chain(runs).tolist():
        workspace.add(Run(i, i + length, j, j + length))
    return runs


def add_moves(workspace: Workspace, runs: Ints) -> None:
    """Put in what is left of the anchors as moved blocks, the longest first.

    A block may hold small changes: its runs stand in one order, a few words apart.
    """
    groups = _grouped(_left(workspace, runs))
    for group in sorted(groups, key=lambda g: (-sum(r.a_high - r.a_low for r in g), g[0])):
        still = [run for run in group if workspace.is_free(run)]
        if sum(run.a_high - run.a_low for run in still) >= workspace.encoded.settings.move:
            _put(workspace, still)


def add_gaps(workspace: Workspace) -> None:
    """Align the words between the chain's anchors."""
    n, m = len(workspace.encoded.ids_a), len(workspace.encoded.ids_b)
    gaps.fill_all(workspace, _between([Run(0, 0, 0, 0), *sorted(workspace.main), Run(n, n, m, m)]))


def _between(runs: list[Run]) -> list[Gap]:
    return [(one.a_high, one.b_high, other.a_low, other.b_low) for one, other in pairwise(runs)]


def _left(workspace: Workspace, runs: Ints) -> list[Run]:
    """The parts of the anchors that no chained anchor holds."""
    encoded = workspace.encoded
    parts = encoded.kernels.left(runs, workspace.free_a, workspace.free_b, encoded.settings.anchor)
    return [Run(i, i + size, j, j + size, moved=True) for i, j, size in parts.tolist()]


def _grouped(parts: list[Run]) -> list[list[Run]]:
    """Runs that follow each other closely in both texts, together."""
    groups: list[list[Run]] = []
    open_groups: list[list[Run]] = []
    for run in sorted(parts):
        open_groups = [g for g in open_groups if run.a_low - g[-1].a_high <= _REACH][-_MOST_OPEN:]
        home = next((g for g in open_groups if _follows(g[-1], run)), None)
        if home is None:
            home = []
            groups.append(home)
            open_groups.append(home)
        home.append(run)
    return groups


def _follows(one: Run, other: Run) -> bool:
    ahead_a, ahead_b = other.a_low - one.a_high, other.b_low - one.b_high
    return 0 <= ahead_a <= _REACH and 0 <= ahead_b <= _REACH


def _put(workspace: Workspace, group: list[Run]) -> None:
    for run in group:
        workspace.add(run)
    first, last = group[0], group[-1]
    low = _room(workspace.free_a, first.a_low, -1), _room(workspace.free_b, first.b_low, -1)
    high = _room(workspace.free_a, last.a_high, 1), _room(workspace.free_b, last.b_high, 1)
    before, after = (*low, first.a_low, first.b_low), (last.a_high, last.b_high, *high)
    gaps.fill_all(workspace, [*_between(group), before, after], moved=True)


def _room(free: np.ndarray[tuple[int], np.dtype[np.bool_]], place: int, step: int) -> int:
    """How far free words reach from a place, at most `_EDGE` of them."""
    for _ in range(_EDGE):
        next_word = place if step > 0 else place - 1
        if not 0 <= next_word < len(free) or not free[next_word]:
            break
        place += step
    return place
