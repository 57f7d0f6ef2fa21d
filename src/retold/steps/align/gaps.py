"""Word alignment between anchors: the best path through a gap, solid islands first.

Large gaps take only runs of telling words; what lies between them is a smaller
gap, in which less is enough. Near-equal words become partners in small gaps.
"""

from __future__ import annotations

import numpy as np

from retold.kernels.reference import Scores
from retold.steps.align.ground import Draft, Ground, Run
from retold.tables import Ints

_LARGEST = 1_000_000  # cells of a gap that is searched whole
_NEAR_CELLS = 2_500  # cells of a gap in which near-equal words are looked for
_NEAR = 0.66  # share of letters that near-equal words have in common, in order
_NEAR_LETTERS = 4  # of a word that can be near another: he is not near the
_NEAR_WEIGHT = 0.6
_FIGURES_WEIGHT = 0.3  # two different figures are partners rather than strangers
_OPENINGS = ((6, 0.1), (15, 0.45), (40, 0.9))  # words of the gap's longer side: the cost of an island
_OPENING = 1.6  # in larger gaps


def fill(draft: Draft, low: tuple[int, int], high: tuple[int, int], moved: bool = False) -> None:
    """Align the words from `low` to before `high` (places in a and b) that are free.

    Works on a stack, not by recursion: hostile text cannot exhaust it.
    """
    waiting = [(low, high)]
    while waiting:
        (i, j), (end_i, end_j) = waiting.pop()
        if i >= end_i or j >= end_j or (end_i - i == 1 and end_j - j == 1):
            continue
        islands = _islands(draft, (i, j), (end_i, end_j))
        for run in islands:
            draft.put(Run(*run[:4], equal=run[4], moved=moved))
        if islands and max(end_i - i, end_j - j) > _OPENINGS[0][0]:
            waiting += _between(islands, (i, j), (end_i, end_j))


def _islands(
    draft: Draft, low: tuple[int, int], high: tuple[int, int]
) -> list[tuple[int, int, int, int, bool]]:
    (i, j), (end_i, end_j) = low, high
    if (end_i - i) * (end_j - j) > _LARGEST:
        return _sparse(draft, low, high)
    pairs = _path(draft, low, high)
    return _runs(draft.ground, pairs + np.array([i, j], np.int32))


def _path(draft: Draft, low: tuple[int, int], high: tuple[int, int]) -> Ints:
    size = max(high[0] - low[0], high[1] - low[1])
    opening = next((cost for most, cost in _OPENINGS if size <= most), _OPENING)
    table = scores(draft.ground, low, high)
    table[~draft.free_a[low[0] : high[0]]] = 0
    table[:, ~draft.free_b[low[1] : high[1]]] = 0
    return draft.ground.kernels.path(table, opening)


def scores(ground: Ground, low: tuple[int, int], high: tuple[int, int]) -> Scores:
    """The gain of making each word of a's gap a partner of each of b's."""
    left, right = ground.ids_a[low[0] : high[0]], ground.ids_b[low[1] : high[1]]
    weight = ground.weight[left]
    table = np.where(left[:, None] == right[None, :], weight[:, None], np.float32(0))
    if table.size <= _NEAR_CELLS:
        near = _near(ground.words_a[low[0] : high[0]], ground.words_b[low[1] : high[1]])
        lesser = np.minimum(weight[:, None], ground.weight[right][None, :])
        table = np.maximum(table, near * lesser)
    return table.astype(np.float32)


def _near(left: list[str], right: list[str]) -> Scores:
    """How near two words are in spelling: a slip, an ending, another figure."""
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import cdist

    alike = cdist(left, right, scorer=OSA.normalized_similarity, score_cutoff=_NEAR, dtype=np.float32)
    figures_left, figures_right = _figures(left), _figures(right)
    long_enough = np.array([len(word) >= _NEAR_LETTERS for word in left], np.float32)
    table: Scores = (alike * long_enough[:, None] * np.float32(_NEAR_WEIGHT)).astype(np.float32)
    table[figures_left[:, None] & figures_right[None, :]] = _FIGURES_WEIGHT
    return table


def _figures(words: list[str]) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    return np.array([word[:1].isdigit() for word in words], dtype=np.bool_)


def _sparse(
    draft: Draft, low: tuple[int, int], high: tuple[int, int]
) -> list[tuple[int, int, int, int, bool]]:
    """A gap too large to search whole: runs of two words that tell enough, chained."""
    ground = draft.ground
    left, right = ground.ids_a[low[0] : high[0]].copy(), ground.ids_b[low[1] : high[1]].copy()
    left[~draft.free_a[low[0] : high[0]]] = -1
    right[~draft.free_b[low[1] : high[1]]] = -2
    runs = ground.kernels.runs(left, right, 2, most=4)
    total = np.r_[0, np.cumsum(np.where(left >= 0, ground.weight[left], 0))]
    telling = total[runs[:, 0] + runs[:, 2]] - total[runs[:, 0]] >= _OPENING
    chain = ground.kernels.chain(runs[telling])
    return [(low[0] + i, low[0] + i + n, low[1] + j, low[1] + j + n, True) for i, j, n in chain.tolist()]


def _runs(ground: Ground, pairs: Ints) -> list[tuple[int, int, int, int, bool]]:
    """Matched cells as runs of neighbours, equal words and near-equal ones apart."""
    if not len(pairs):
        return []
    equal = ground.ids_a[pairs[:, 0]] == ground.ids_b[pairs[:, 1]]
    breaks = np.any(np.diff(pairs, axis=0) != 1, axis=1) | (equal[1:] != equal[:-1])
    firsts = np.flatnonzero(np.r_[True, breaks]).tolist()
    lasts = np.flatnonzero(np.r_[breaks, True]).tolist()
    rows = pairs.tolist()
    return [
        (rows[f][0], rows[last][0] + 1, rows[f][1], rows[last][1] + 1, bool(equal[f]))
        for f, last in zip(firsts, lasts, strict=True)
    ]


def _between(
    islands: list[tuple[int, int, int, int, bool]], low: tuple[int, int], high: tuple[int, int]
) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    starts = [low, *((one[1], one[3]) for one in islands)]
    ends = [*((one[0], one[2]) for one in islands), high]
    return list(zip(starts, ends, strict=True))
