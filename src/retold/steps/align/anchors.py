"""Anchors of two texts and the chain they make; what stands out of order is kept as a move."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from retold import parameters
from retold.kernels.gaps import Gap
from retold.steps.align import gaps
from retold.steps.align.ground import Draft, Run
from retold.tables import Ints

_P = parameters.of("align", "anchors")
_REACH = _P.integer("reach")
_EDGE = _P.integer("edge")


def chained(draft: Draft) -> Ints:
    """Put the heaviest chain of anchors in; the anchors found, chained or not: [k, 3]."""
    ground = draft.ground
    runs = ground.kernels.runs(ground.ids_a, ground.ids_b, ground.settings.anchor)
    for i, j, length in ground.kernels.chain(runs).tolist():
        draft.put(Run(i, i + length, j, j + length))
    return runs


def moves(draft: Draft, runs: Ints) -> None:
    """Put in what is left of the anchors as moved blocks, the longest first.

    A block may hold small changes: its runs stand in one order, a few words apart.
    """
    groups = _grouped(_left(draft, runs))
    for group in sorted(groups, key=lambda g: (-sum(r.a_high - r.a_low for r in g), g[0])):
        still = [run for run in group if draft.is_free(run)]
        if sum(run.a_high - run.a_low for run in still) >= draft.ground.settings.move:
            _put(draft, still)


def in_gaps(draft: Draft) -> None:
    """Align the words between the chain's anchors."""
    n, m = len(draft.ground.ids_a), len(draft.ground.ids_b)
    gaps.fill_all(draft, _between([Run(0, 0, 0, 0), *sorted(draft.main), Run(n, n, m, m)]))


def _between(runs: list[Run]) -> list[Gap]:
    return [(one.a_high, one.b_high, other.a_low, other.b_low) for one, other in pairwise(runs)]


def _left(draft: Draft, runs: Ints) -> list[Run]:
    """The parts of the anchors that no chained anchor holds."""
    ground = draft.ground
    parts = ground.kernels.left(runs, draft.free_a, draft.free_b, ground.settings.anchor)
    return [Run(i, i + size, j, j + size, moved=True) for i, j, size in parts.tolist()]


def _grouped(parts: list[Run]) -> list[list[Run]]:
    """Runs that follow each other closely in both texts, together."""
    groups: list[list[Run]] = []
    open_groups: list[list[Run]] = []
    for run in sorted(parts):
        open_groups = [g for g in open_groups if run.a_low - g[-1].a_high <= _REACH][-64:]
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


def _put(draft: Draft, group: list[Run]) -> None:
    for run in group:
        draft.put(run)
    first, last = group[0], group[-1]
    low = _room(draft.free_a, first.a_low, -1), _room(draft.free_b, first.b_low, -1)
    high = _room(draft.free_a, last.a_high, 1), _room(draft.free_b, last.b_high, 1)
    before, after = (*low, first.a_low, first.b_low), (last.a_high, last.b_high, *high)
    gaps.fill_all(draft, [*_between(group), before, after], moved=True)


def _room(free: np.ndarray[tuple[int], np.dtype[np.bool_]], place: int, step: int) -> int:
    """How far free words reach from a place, at most `_EDGE` of them."""
    for _ in range(_EDGE):
        next_word = place if step > 0 else place - 1
        if not 0 <= next_word < len(free) or not free[next_word]:
            break
        place += step
    return place
