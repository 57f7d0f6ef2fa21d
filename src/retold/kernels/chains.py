"""Common runs of two texts and the heaviest chain of them, plainly: in numpy and Python."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from retold.tables import Hashes, Ints

Counts = NDArray[np.int64]

CUTS = (0, 2, 4, 7, 11, 17, 26, 40, 64)  # words that a run may give up to fit behind another


# ---- runs ----


def seeds(a: Hashes, b: Hashes, most: int) -> Ints:
    """Pairs of places with equal hashes, sorted by diagonal and place; [k, 2]."""
    order_a, order_b = np.argsort(a, kind="stable"), np.argsort(b, kind="stable")
    sorted_b = b[order_b]
    low = np.searchsorted(sorted_b, a[order_a], side="left")
    count = np.searchsorted(sorted_b, a[order_a], side="right") - low
    _, inverse, times = np.unique(a[order_a], return_inverse=True, return_counts=True)
    count = np.where(count * times[inverse] <= most, count, 0)
    left = np.repeat(order_a, count)
    within = np.arange(count.sum()) - np.repeat(np.cumsum(count) - count, count)
    right = order_b[np.repeat(low, count) + within]
    by_diagonal = np.lexsort((left, right - left))
    return np.stack([left, right], axis=1)[by_diagonal].astype(np.int32)


def grown(a: Ints, b: Ints, seeds: Ints, width: int) -> Ints:
    """Seeds grown as far as the words agree; what grows into the next takes it in."""
    if not len(seeds):
        return np.zeros((0, 3), np.int32)
    breaks = np.any(np.diff(seeds, axis=0) != 1, axis=1)
    firsts = np.flatnonzero(np.r_[True, breaks])
    lasts = np.flatnonzero(np.r_[breaks, True])
    lengths = lasts - firsts + width
    left, right = a.tolist(), b.tolist()
    found: list[tuple[int, int, int]] = []
    for (i, j), length in zip(seeds[firsts].tolist(), lengths.tolist(), strict=True):
        _grow(left, right, found, (i, j, length))
    return np.array(found, dtype=np.int32).reshape(-1, 3)


def _grow(a: list[int], b: list[int], found: list[tuple[int, int, int]], run: tuple[int, int, int]) -> None:
    i, j, length = run
    end_i, end_j = i + length, j + length
    if found and found[-1][1] - found[-1][0] == j - i and i < found[-1][0] + found[-1][2]:
        return  # the run before has grown over this one
    while i > 0 and j > 0 and a[i - 1] == b[j - 1]:
        i, j = i - 1, j - 1
    while end_i < len(a) and end_j < len(b) and a[end_i] == b[end_j]:
        end_i, end_j = end_i + 1, end_j + 1
    found.append((i, j, end_i - i))


def left(runs: Ints, free_a: NDArray[np.bool_], free_b: NDArray[np.bool_], least: int) -> Ints:
    """See `Kernels.left`."""
    parts = [np.zeros((0, 3), np.int32)]
    for i, j, length in runs.tolist():
        free = free_a[i : i + length] & free_b[j : j + length]
        edges = np.flatnonzero(np.diff(np.r_[False, free, False].astype(np.int8)))
        lows, sizes = edges[::2], edges[1::2] - edges[::2]
        found = np.stack([i + lows, j + lows, sizes], axis=1)
        parts.append(found[sizes >= least].astype(np.int32))
    return np.concatenate(parts)


# ---- chain ----


def chained(runs: Ints) -> tuple[int, list[int]]:
    """The last run of the heaviest chain, and for each run the one before it (-1: none)."""
    events, rank_end, rank_open, cuts = (part.tolist() for part in chain_events(runs))
    count, places = len(runs), max(rank_end)
    length = runs[:, 2].tolist()
    tree = _Fenwick(places)
    weight, before = [0] * count, [-1] * count
    for event in events:
        opening, run = event - count, event % count
        if opening < 0:
            tree.put(rank_end[run], weight[run], run)
            continue
        best, last = tree.best(rank_open[opening])
        gain = best + length[run] - 1 - cuts[opening]
        if gain > weight[run]:
            weight[run], before[run] = gain, last
    return tree.best(places)[1], before


def chain_events(runs: Ints) -> tuple[Counts, Counts, Counts, Counts]:
    """What happens along a: each run ends once, and opens in several ways, each cut deeper.

    Gives the events in order (below `len(runs)`: that run ends; above: opening
    event - len(runs), of run event % len(runs)), each run's rank by its end in b,
    and for each opening the rank up to which it may look back, and the cut.
    """
    i, j, length = runs[:, 0].astype(np.int64), runs[:, 1].astype(np.int64), runs[:, 2].astype(np.int64)
    cuts: Counts = np.concatenate([np.minimum(cut, length - 1) for cut in CUTS])
    places, inverse = np.unique(j + length, return_inverse=True)
    opens_a, opens_b = np.tile(i, len(CUTS)) + cuts, np.tile(j, len(CUTS)) + cuts
    rank_open: Counts = np.searchsorted(places, opens_b, side="right").astype(np.int64)
    when = np.concatenate([i + length, opens_a])
    order: Counts = np.lexsort((np.arange(len(when)), when)).astype(np.int64)
    return order, inverse.astype(np.int64) + 1, rank_open, cuts


class _Fenwick:
    """Best (weight, run) over the places up to one; the first put wins a tie."""

    __slots__ = ("_best", "_runs", "_size")

    def __init__(self, size: int) -> None:
        self._size = size
        self._best = [0] * (size + 1)
        self._runs = [-1] * (size + 1)

    def put(self, place: int, weight: int, run: int) -> None:
        while place <= self._size:
            if weight > self._best[place]:
                self._best[place], self._runs[place] = weight, run
            place += place & -place

    def best(self, place: int) -> tuple[int, int]:
        weight, run = 0, -1
        while place > 0:
            if self._best[place] > weight:
                weight, run = self._best[place], self._runs[place]
            place -= place & -place
        return weight, run


def trimmed(chain: Ints) -> Ints:
    """The chain without overlaps: a later run gives up what an earlier one holds."""
    kept: list[tuple[int, int, int]] = []
    end_i = end_j = 0
    for i, j, length in chain.tolist():
        cut = max(0, end_i - i, end_j - j)
        if cut < length:
            kept.append((i + cut, j + cut, length - cut))
            end_i, end_j = i + length, j + length
    return np.array(kept, dtype=np.int32).reshape(-1, 3)
