"""Compiled kernels: numba overrides of what gains, cached on disk after the first use.

Each method keeps the reference's contract; the shared test holds them equal.
Loading numba takes about half a second, so only `choose` imports this module.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import ParamSpec, TypeVar

import numba
import numpy as np
from numpy.typing import NDArray

from retold.kernels.reference import Kernels, Scores, chain_events
from retold.tables import Hashes, Ints

P = ParamSpec("P")
R = TypeVar("R")

_PRIME = np.int64(0x100000001B3)
_MIX = np.int64(0x1E3779B97F4A7C15)
_NEVER = np.float32(-1e9)


def _jit(function: Callable[P, R]) -> Callable[P, R]:
    """Compile on first use and keep the result beside the module (typed, as numba is not)."""
    compiled: Callable[P, R] = numba.njit(cache=True, nogil=True)(function)
    return compiled


class CompiledKernels(Kernels):
    """The reference with its Python loops compiled."""

    name = "compiled"

    def windows(self, forms: Hashes, width: int) -> Hashes:
        """See `Kernels.windows`."""
        return _windows(np.ascontiguousarray(forms, dtype=np.int64), width)

    def chain(self, runs: Ints) -> Ints:
        """See `Kernels.chain`."""
        if len(runs) <= 1:
            return runs
        events, rank_end, rank_open, cuts = chain_events(runs)
        return _chain(runs.astype(np.int64), events, rank_end, rank_open, cuts).astype(np.int32)

    def path(self, scores: Scores, opening: float) -> Ints:
        """See `Kernels.path`."""
        if not scores.size:
            return np.zeros((0, 2), np.int32)
        return _path(np.ascontiguousarray(scores, dtype=np.float32), np.float32(opening))


@_jit
def _windows(forms: Hashes, width: int) -> Hashes:
    count = max(0, len(forms) - width + 1)
    hashes = np.empty(count, np.int64)
    for place in range(count):
        value = np.int64(width)
        for offset in range(width):
            value = (value * _PRIME) ^ (forms[place + offset] * _MIX)
        hashes[place] = value ^ ((value >> 31) & np.int64(0x1FFFFFFFF))
    return hashes


@_jit
def _chain(
    runs: NDArray[np.int64],
    events: NDArray[np.int64],
    rank_end: NDArray[np.int64],
    rank_open: NDArray[np.int64],
    cuts: NDArray[np.int64],
) -> NDArray[np.int64]:
    count, places = len(runs), rank_end.max()
    best, holder = np.zeros(places + 1, np.int64), np.full(places + 1, -1, np.int64)
    weight, before = np.zeros(count, np.int64), np.full(count, -1, np.int64)
    for event in events:
        opening, run = event - count, event % count
        if opening < 0:
            _put(best, holder, rank_end[run], weight[run], run)
            continue
        found, last = _best(best, holder, rank_open[opening])
        gain = found + runs[run, 2] - 1 - cuts[opening]
        if gain > weight[run]:
            weight[run], before[run] = gain, last
    _, last = _best(best, holder, places)
    return _trimmed(runs, before, last)


@_jit
def _best(best: NDArray[np.int64], holder: NDArray[np.int64], place: int) -> tuple[int, int]:
    weight, run = 0, -1
    while place > 0:
        if best[place] > weight:
            weight, run = int(best[place]), int(holder[place])
        place -= place & -place
    return weight, run


@_jit
def _put(best: NDArray[np.int64], holder: NDArray[np.int64], place: int, weight: int, run: int) -> None:
    while place < len(best):
        if weight > best[place]:
            best[place] = weight
            holder[place] = run
        place += place & -place


@_jit
def _trimmed(runs: NDArray[np.int64], before: NDArray[np.int64], last: int) -> NDArray[np.int64]:
    size = 0
    run = last
    while run >= 0:
        size += 1
        run = int(before[run])
    order = np.empty(size, np.int64)
    run = last
    for place in range(size - 1, -1, -1):
        order[place] = run
        run = int(before[run])
    kept = np.empty((size, 3), np.int64)
    count = end_i = end_j = 0
    for one in order:
        i, j, length = runs[one]
        cut = max(0, end_i - i, end_j - j)
        if cut < length:
            kept[count] = i + cut, j + cut, length - cut
            count += 1
            end_i, end_j = i + length, j + length
    return kept[:count]


@_jit
def _path(scores: Scores, opening: np.float32) -> Ints:
    rows, columns = scores.shape
    matched = np.full((rows + 1, columns + 1), _NEVER, np.float32)
    best = np.zeros((rows + 1, columns + 1), np.float32)
    matched[0, 0] = 0
    for i in range(1, rows + 1):
        for j in range(1, columns + 1):
            gain = scores[i - 1, j - 1]
            if gain > 0:
                matched[i, j] = max(matched[i - 1, j - 1], best[i - 1, j - 1] - opening) + gain
            if i == rows and j == columns:
                matched[i, j] += opening
            best[i, j] = max(best[i - 1, j], best[i, j - 1], matched[i, j])
    return _traced(matched, best, opening)


@_jit
def _traced(matched: Scores, best: Scores, opening: np.float32) -> Ints:
    i, j = matched.shape[0] - 1, matched.shape[1] - 1
    pairs = np.empty((min(i, j), 2), np.int32)
    count = 0
    inside = False
    while i > 0 and j > 0:
        if not inside and best[i, j] == best[i - 1, j]:
            i -= 1
        elif not inside and best[i, j] == best[i, j - 1]:
            j -= 1
        else:
            i, j = i - 1, j - 1
            pairs[count, 0], pairs[count, 1] = i, j
            count += 1
            inside = i > 0 and j > 0 and matched[i, j] >= best[i, j] - opening
    return pairs[:count][::-1].copy()
