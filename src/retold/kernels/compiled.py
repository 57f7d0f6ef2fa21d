"""Compiled kernels: numba overrides of what gains, cached on disk after the first use.

Each method keeps the reference's contract; the shared test holds them equal.
Loading numba takes about half a second, so only `choose` imports this module.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from retold.kernels import scan, tokens
from retold.kernels.reference import UNIT, Kernels, Scores, Terms, chain_events, weights
from retold.kernels.tokens import jit as _jit
from retold.tables import Bags, Hashes, Ints, ManyWords, Words

T = TypeVar("T")

_PRIME = np.int64(0x100000001B3)
_MIX = np.int64(0x1E3779B97F4A7C15)
_PARTS, _THREADS = 16, 2
_WHOLE = np.int64(0x2545F4914F6CDD1D)
_NEVER = np.float32(-1e9)


class CompiledKernels(Kernels):
    """The reference with its Python loops compiled."""

    name = "compiled"

    def windows(self, forms: Hashes, width: int) -> Hashes:
        """See `Kernels.windows`."""
        return _windows(np.ascontiguousarray(forms, dtype=np.int64), width)

    def words(
        self,
        texts: Sequence[str],
        split: Callable[[str], Words],
        classes: Callable[[], NDArray[np.uint16]],
        form: Callable[[str], int],
    ) -> ManyWords:
        """See `Kernels.words`."""
        import pyarrow as pa

        try:
            packed = pa.array(texts, pa.large_string())
        except UnicodeEncodeError:  # half characters
            return super().words(texts, split, classes, form)
        _, places, content = packed.buffers()
        bounds = np.frombuffer(places, np.int64, len(texts) + 1)
        data = np.frombuffer(content or b"", np.uint8)
        starts, ends, forms, shapes, firsts = tokens.words(data, bounds, classes())
        owners = np.searchsorted(firsts, np.flatnonzero(forms == 0), side="right") - 1
        for word, text in zip(np.flatnonzero(forms == 0).tolist(), owners.tolist(), strict=True):
            forms[word] = form(texts[text][starts[word] : ends[word]])
        return ManyWords(starts, ends, forms, shapes, firsts)

    def grams(self, words: ManyWords, width: int) -> tuple[Hashes, NDArray[np.int64], Hashes]:
        """See `Kernels.grams`."""
        return _grams(words.forms, words.bounds, width)

    def meetings(
        self, bounds: NDArray[np.int64], articles: Ints, sizes: Ints, terms: Terms
    ) -> tuple[Ints, Ints, NDArray[np.float64]]:
        """See `Kernels.meetings`; two halves of the work at a time."""
        held, holds = (bounds, articles), scan.turned(bounds, articles, len(sizes))
        common, least, share = terms
        weighs = weights(common)

        def of(part: tuple[int, int]) -> tuple[Ints, Ints, NDArray[np.int64]]:
            return scan.met(held, holds, sizes, weighs, part, (least, share * UNIT))

        a, b, weight = (np.concatenate(part) for part in zip(*in_threads(of, len(sizes)), strict=True))
        order = np.lexsort((b, a))
        return a[order], b[order], weight[order] / UNIT

    def bags(self, words: ManyWords) -> Bags:
        """See `Kernels.bags`."""
        forms, shapes, numbers = scan.numbered(words.forms, words.shapes)
        order = np.argsort(forms)
        rank = np.empty(len(order), np.int32)
        rank[order] = np.arange(len(order), dtype=np.int32)
        held, times, bounds = scan.counted(rank[numbers], words.bounds, len(forms))
        return Bags(held, times, bounds, forms[order], shapes[order])

    def alike(
        self,
        bounds: NDArray[np.int64],
        words: Ints,
        weights: Scores,
        telling: NDArray[np.bool_],
        terms: tuple[float, NDArray[np.int64]],
    ) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float64]]:
        """See `Kernels.alike`; in parts, as many at a time as there are threads."""
        vectors, (partial, known) = (bounds, words, weights), terms
        held = scan.inverted(bounds, words, weights, telling)

        def of(part: tuple[int, int]) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
            return scan.alike(vectors, held, part, partial)

        keys, dots = (np.concatenate(part) for part in zip(*in_threads(of, len(bounds) - 1), strict=True))
        more = np.setdiff1d(known[:, 0] << 32 | known[:, 1], keys)
        keys, dots = np.r_[keys, more], np.r_[dots, scan.dots(vectors, more)]
        order = np.argsort(keys)
        return keys[order] >> 32, keys[order] & 0xFFFFFFFF, dots[order].round(9)

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


def in_threads(work: Callable[[tuple[int, int]], T], size: int) -> list[T]:
    """The results of `work` on every part of a range, in order; kernels let go of the interpreter's lock."""
    step = max(1, -(-size // _PARTS))
    parts = [(low, min(size, low + step)) for low in range(0, max(1, size), step)]
    with ThreadPoolExecutor(min(_THREADS, os.cpu_count() or 1)) as pool:
        return list(pool.map(work, parts))


@_jit
def _windows(forms: Hashes, width: int) -> Hashes:
    hashes = np.empty(max(0, len(forms) - width + 1), np.int64)
    for place in range(len(hashes)):
        hashes[place] = _window(forms, place, width)
    return hashes


@_jit
def _grams(forms: Hashes, bounds: NDArray[np.int64], width: int) -> tuple[Hashes, NDArray[np.int64], Hashes]:
    texts = len(bounds) - 1
    hashes = np.empty(len(forms), np.int64)
    sizes, keys = np.zeros(texts, np.int64), np.zeros(texts, np.int64)
    count = 0
    for text in range(texts):
        low, high = bounds[text], bounds[text + 1]
        key = high - low
        for word in range(low, high):
            key ^= (forms[word] ^ (forms[word] >> 29)) * ((word - low + 1) * _WHOLE | 1)
        keys[text] = key
        wide = min(width, max(1, high - low))
        for first in range(low, high - wide + 1):
            hashes[count] = _window(forms, first, wide)
            count += 1
        sizes[text] = max(0, high - low - wide + 1)
    return hashes[:count].copy(), sizes, keys


@_jit
def _window(forms: Hashes, first: int, width: int) -> np.int64:
    value = np.int64(width)
    for place in range(first, first + width):
        value = (value * _PRIME) ^ (forms[place] * _MIX)
    return value ^ ((value >> 31) & np.int64(0x1FFFFFFFF))


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
