"""The plain kernels: short, right, in numpy and Python.

This class is complete. A faster set inherits from it and overrides only what
gains; one test fixture runs every set against this one.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from retold.tables import Hashes, Ints

Scores = NDArray[np.float32]
Counts = NDArray[np.int64]

_PRIME = np.int64(0x100000001B3)
_MIX = np.int64(0x1E3779B97F4A7C15)
_CUTS = (0, 2, 4, 7, 11, 17, 26, 40, 64)  # words that a run may give up to fit behind another
_NEVER = np.float32(-1e9)  # a score no path can have


class Kernels:
    """Inner loops over flat arrays. All are pure: equal input gives equal output."""

    name = "reference"

    def windows(self, forms: Hashes, width: int) -> Hashes:
        """A hash for each run of `width` consecutive forms; [max(0, n - width + 1)].

        >>> found = Kernels().windows(np.array([7, 8, 7, 8]), 2)
        >>> bool(found[0] == found[2]), bool(found[0] == found[1])
        (True, False)
        """
        count = max(0, len(forms) - width + 1)
        hashes = np.full(count, width, dtype=np.int64)
        for offset in range(width):
            hashes = (hashes * _PRIME) ^ (forms[offset : offset + count] * _MIX)
        hashes ^= (hashes >> 31) & np.int64(0x1FFFFFFFF)
        return hashes

    def runs(self, a: Ints, b: Ints, width: int, most: int = 64) -> Ints:
        """Longest common runs that hold an n-gram of `width`: rows (in a, in b, length).

        An n-gram that pairs up in more than `most` ways starts no run; a run
        grows over it all the same. Rows are sorted by diagonal, then place.

        >>> Kernels().runs(np.array([1, 2, 3, 9], "i4"), np.array([8, 1, 2, 3], "i4"), 2).tolist()
        [[0, 1, 3]]
        """
        seeds = _seeds(self.windows(a.astype(np.int64), width), self.windows(b.astype(np.int64), width), most)
        return _grown(a, b, seeds, width)

    def chain(self, runs: Ints) -> Ints:
        """The heaviest set of runs that stand in the same order in both texts.

        A run weighs its length less one, and may be cut to fit behind another.
        Sparse dynamic programming over a Fenwick tree (Eppstein et al. 1992).

        >>> Kernels().chain(np.array([[0, 5, 9], [9, 0, 4], [20, 20, 4]], "i4")).tolist()
        [[0, 5, 9], [20, 20, 4]]
        """
        if len(runs) <= 1:
            return runs
        last, before = _chained(runs)
        picked = []
        while last >= 0:
            picked.append(last)
            last = before[last]
        return _trimmed(runs[picked[::-1]])

    def path(self, scores: Scores, opening: float) -> Ints:
        """The best monotone matching of rows to columns: pairs (row, column) in order.

        `scores[i, j]` is the gain of matching i with j, 0 or less for never.
        Each run of diagonal neighbours costs `opening`, except one that begins
        in the first corner or ends in the last: it goes on with what stands there.

        >>> Kernels().path(np.eye(3, dtype="f4"), 0.2).tolist()
        [[0, 0], [1, 1], [2, 2]]
        """
        matched, best = _tables(scores, np.float32(opening))
        return _traced(matched, best, np.float32(opening))

    def meetings(
        self, keys: Hashes, articles: Ints, common: int
    ) -> tuple[Ints, Ints, Ints, NDArray[np.float64]]:
        """How often two articles meet in equal keys: (a, b, times, weight), a < b, sorted.

        `keys` is sorted and `articles` rises within a key, each article at most
        once. A key in k articles weighs log2(1 + common / k) / log2(1 + common / 2);
        one in more than `common` articles makes no pair.
        """
        starts = np.flatnonzero(np.r_[True, keys[1:] != keys[:-1]]) if len(keys) else np.zeros(0, np.int64)
        sizes = np.diff(np.r_[starts, len(keys)])
        held = [int(k) for k in np.unique(sizes) if 2 <= k <= common]
        parts = [(*_met(articles, starts[sizes == k], k), rarity(k, common)) for k in held]
        return _summed(parts)


def rarity(holders: int, common: int) -> float:
    """What an n-gram in so many articles weighs: 1 for two, towards 0 for many.

    >>> rarity(2, 60), round(rarity(60, 60), 2)
    (1.0, 0.2)
    """
    return float(np.log2(1 + common / holders) / np.log2(1 + common / 2))


# ---- runs ----


def _seeds(a: Hashes, b: Hashes, most: int) -> Ints:
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


def _grown(a: Ints, b: Ints, seeds: Ints, width: int) -> Ints:
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


# ---- chain ----


def _chained(runs: Ints) -> tuple[int, list[int]]:
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
    cuts: Counts = np.concatenate([np.minimum(cut, length - 1) for cut in _CUTS])
    places, inverse = np.unique(j + length, return_inverse=True)
    opens_a, opens_b = np.tile(i, len(_CUTS)) + cuts, np.tile(j, len(_CUTS)) + cuts
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


def _trimmed(chain: Ints) -> Ints:
    """The chain without overlaps: a later run gives up what an earlier one holds."""
    kept: list[tuple[int, int, int]] = []
    end_i = end_j = 0
    for i, j, length in chain.tolist():
        cut = max(0, end_i - i, end_j - j)
        if cut < length:
            kept.append((i + cut, j + cut, length - cut))
            end_i, end_j = i + length, j + length
    return np.array(kept, dtype=np.int32).reshape(-1, 3)


# ---- path ----


def _tables(scores: Scores, opening: np.float32) -> tuple[Scores, Scores]:
    """Best totals with (row, column) matched, and up to (row, column); both [n + 1, m + 1]."""
    rows, columns = scores.shape
    matched = np.full((rows + 1, columns + 1), _NEVER, np.float32)
    best = np.zeros((rows + 1, columns + 1), np.float32)
    matched[0, 0] = 0
    for i in range(rows):
        row = scores[i]
        gain = np.maximum(matched[i, :-1], best[i, :-1] - opening) + row
        matched[i + 1, 1:] = np.where(row > 0, gain, _NEVER)
        if i == rows - 1:
            matched[-1, -1] += opening
        best[i + 1] = np.maximum.accumulate(np.maximum(best[i], matched[i + 1]))
    return matched, best


def _traced(matched: Scores, best: Scores, opening: np.float32) -> Ints:
    """Walk back from the last corner; rows are given up before columns."""
    i, j = matched.shape[0] - 1, matched.shape[1] - 1
    pairs: list[tuple[int, int]] = []
    while i > 0 and j > 0:
        if best[i, j] == best[i - 1, j]:
            i -= 1
        elif best[i, j] == best[i, j - 1]:
            j -= 1
        else:
            i, j = _diagonal(matched, best, (i, j), opening, pairs)
    return np.array(pairs[::-1], dtype=np.int32).reshape(-1, 2)


def _diagonal(
    matched: Scores, best: Scores, corner: tuple[int, int], opening: np.float32, pairs: list[tuple[int, int]]
) -> tuple[int, int]:
    """Follow one run of matched neighbours back to where it was opened."""
    i, j = corner
    while True:
        i, j = i - 1, j - 1
        pairs.append((i, j))
        if i == 0 or j == 0 or matched[i, j] < best[i, j] - opening:
            return i, j


# ---- meetings ----


def _met(articles: Ints, starts: NDArray[np.int64], size: int) -> tuple[Ints, Ints]:
    """All pairs within the keys that `size` articles share."""
    table = articles[starts[:, None] + np.arange(size)]
    first, second = np.triu_indices(size, 1)
    return table[:, first].ravel(), table[:, second].ravel()


def _summed(parts: list[tuple[Ints, Ints, float]]) -> tuple[Ints, Ints, Ints, NDArray[np.float64]]:
    """Equal pairs added up."""
    if not parts:
        none = np.zeros(0, np.int32)
        return none, none, none, np.zeros(0)
    a = np.concatenate([p[0] for p in parts]).astype(np.int64)
    b = np.concatenate([p[1] for p in parts]).astype(np.int64)
    weights = np.concatenate([np.full(len(p[0]), p[2]) for p in parts])
    keys, inverse, times = np.unique(a << 32 | b, return_inverse=True, return_counts=True)
    totals = np.bincount(inverse, weights, minlength=len(keys))
    first, second = (keys >> 32).astype(np.int32), (keys & 0xFFFFFFFF).astype(np.int32)
    return first, second, times.astype(np.int32), totals.astype(np.float64)
