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

from retold.kernels import dp, scan, spelling, tokens
from retold.kernels.gaps import Gap, GapCosts, Reading
from retold.kernels.rarity import UNIT, weights
from retold.kernels.reference import WHOLE, Counts, Distinct, Enough, Flags, Kernels, Scores, Terms
from retold.kernels.tokens import jit as _jit
from retold.tables import Bags, Edges, Hashes, Ints, ManyWords, Words

T = TypeVar("T")

_PARTS, _THREADS, _TURNS = 16, 2, 4
Sums = tuple[Ints, Ints, NDArray[np.int64], NDArray[np.int64]]


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
        try:
            packed = [text.encode() for text in texts]
        except UnicodeEncodeError:  # half characters
            return super().words(texts, split, classes, form)
        bounds = np.cumsum([0, *map(len, packed)])
        data = np.frombuffer(b"".join(packed), np.uint8)
        starts, ends, forms, shapes, firsts = tokens.words(data, bounds, classes())
        owners = np.searchsorted(firsts, np.flatnonzero(forms == 0), side="right") - 1
        for word, text in zip(np.flatnonzero(forms == 0).tolist(), owners.tolist(), strict=True):
            forms[word] = form(texts[text][starts[word] : ends[word]])
        return ManyWords(starts, ends, forms, shapes, firsts)

    def grams(self, words: ManyWords, width: int) -> tuple[Hashes, NDArray[np.int64], Hashes]:
        """See `Kernels.grams`."""
        return _grams(words.forms, words.bounds, width)

    def holders(self, hashes: Hashes, articles: Ints, stands: Flags) -> tuple[Hashes, Counts, Ints, Ints]:
        """See `Kernels.holders`."""
        return scan.holders(hashes, articles, stands)

    def meetings(
        self, bounds: NDArray[np.int64], articles: Ints, sizes: Ints, terms: Terms
    ) -> tuple[Ints, Ints, Counts, Counts]:
        """See `Kernels.meetings`; two halves of the work at a time."""
        common, least, share = terms
        return _met((bounds, articles), sizes, common, (least, share * UNIT))

    def sums(
        self,
        bounds: NDArray[np.int64],
        articles: Ints,
        count: int,
        common: int,
        below: int | None = None,
    ) -> Sums:
        """See `Kernels.sums`."""
        return _met((bounds, articles), np.zeros(count, np.int32), common, (0, 0.0), below)

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
        terms: tuple[float, NDArray[np.int64], Enough],
    ) -> Edges:
        """See `Kernels.alike`; of the likely pairs only those that are enough are ever held together."""
        (partial, known, enough), vectors = terms, (bounds, words, weights)
        index = scan.inverted(bounds, words, weights, telling)

        def looked_at(keys: NDArray[np.int64]) -> Edges:
            found = Edges(keys, scan.dots(vectors, keys).round(9))
            return found.some(enough(found))

        def of(part: tuple[int, int]) -> Edges:
            return looked_at(scan.likely(vectors, index, part, partial))

        return Edges.joined([looked_at(known), *in_threads(of, len(bounds) - 1)])

    def likely(
        self,
        bounds: NDArray[np.int64],
        words: Ints,
        weights: Scores,
        telling: NDArray[np.bool_],
        terms: tuple[float, int],
    ) -> NDArray[np.int64]:
        """See `Kernels.likely`; in parts, as many at a time as there are threads."""
        (partial, first), vectors = terms, (bounds, words, weights)
        held = np.zeros(len(telling), np.bool_)
        held[words[bounds[first] :]] = True
        index = scan.inverted(bounds, words, weights, telling & held)

        def of(part: tuple[int, int]) -> NDArray[np.int64]:
            return scan.likely(vectors, index, (first + part[0], first + part[1]), partial)

        return np.sort(np.concatenate(in_threads(of, len(bounds) - 1 - first)))

    def dots(
        self, bounds: NDArray[np.int64], words: Ints, weights: Scores, keys: NDArray[np.int64]
    ) -> NDArray[np.float64]:
        """See `Kernels.dots`."""

        def of(part: tuple[int, int]) -> NDArray[np.float64]:
            return scan.dots((bounds, words, weights), keys[slice(*part)])

        return np.concatenate(in_threads(of, len(keys))).round(9)

    def chain(self, runs: Ints) -> Ints:
        """See `Kernels.chain`."""
        return dp.chain(runs) if len(runs) > 1 else runs

    def path(self, scores: Scores, opening: float) -> Ints:
        """See `Kernels.path`."""
        if not scores.size:
            return np.zeros((0, 2), np.int32)
        return dp.path(np.ascontiguousarray(scores, dtype=np.float32), np.float32(opening))

    def numbered(self, one: Distinct, other: Distinct) -> tuple[Ints, Ints, Hashes]:
        """See `Kernels.numbered`."""
        return dp.numbered(one.values, one.places, other.values, other.places)

    def runs(self, a: Ints, b: Ints, width: int, most: int) -> Ints:
        """See `Kernels.runs`."""
        return dp.runs(a.astype(np.int64), b.astype(np.int64), width, most)

    def left(self, runs: Ints, free_a: Flags, free_b: Flags, least: int) -> Ints:
        """See `Kernels.left`."""
        return dp.left(runs, free_a, free_b, least)

    def blocks(self, one: Reading, other: Reading, weight: Scores, gaps: Ints, costs: GapCosts) -> Ints:
        """See `Kernels.blocks`."""
        return dp.blocks(_spelt(one), _spelt(other), weight, gaps, costs)

    def gains(self, one: Reading, other: Reading, weight: Scores, gap: Gap, costs: GapCosts) -> Scores:
        """See `Kernels.gains`."""
        return spelling.gains(_spelt(one), _spelt(other), weight, gap, costs)


def _met(
    held: tuple[NDArray[np.int64], Ints],
    sizes: Ints,
    common: int,
    enough: tuple[int, float],
    below: int | None = None,
) -> Sums:
    """Pairs that meet often and weightily enough, with how often and in what weight; by parts, sorted."""
    weighs, parted = weights(common), len(sizes) if below is None else below
    found = []
    # what is turned is as large as what is held: some of it at a time
    for low, high in _parts(parted, _TURNS):
        firsts, keys = scan.turned(*held, (low, high))

        def of(part: tuple[int, int]) -> Sums:
            holds, where = (firsts[part[0] : part[1] + 1], keys), (low + part[0], low + part[1])  # noqa: B023
            return scan.met(held, holds, sizes, weighs, where, enough)

        found += in_threads(of, high - low)
    a, b, times, weight = (np.concatenate(part) for part in zip(*found, strict=True))
    order = np.lexsort((b, a))
    return a[order], b[order], times[order], weight[order]


def _spelt(one: Reading) -> spelling.Text:
    return one.ids, one.free, one.spelling.letters


def in_threads(work: Callable[[tuple[int, int]], T], size: int) -> list[T]:
    """The results of `work` on every part of a range, in order; kernels let go of the interpreter's lock."""
    with ThreadPoolExecutor(min(_THREADS, os.cpu_count() or 1)) as pool:
        return list(pool.map(work, _parts(size, _PARTS)))


def _parts(size: int, most: int) -> list[tuple[int, int]]:
    """A range in so many parts, or fewer of a short one; one empty part of an empty one."""
    step = max(1, -(-size // most))
    return [(low, min(size, low + step)) for low in range(0, max(1, size), step)]


@_jit
def _windows(forms: Hashes, width: int) -> Hashes:
    hashes = np.empty(max(0, len(forms) - width + 1), np.int64)
    for place in range(len(hashes)):
        hashes[place] = dp.window(forms, place, width)
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
            key ^= (forms[word] ^ (forms[word] >> 29)) * ((word - low + 1) * WHOLE | 1)
        keys[text] = key
        wide = min(width, max(1, high - low))
        for first in range(low, high - wide + 1):
            hashes[count] = dp.window(forms, first, wide)
            count += 1
        sizes[text] = max(0, high - low - wide + 1)
    return hashes[:count].copy(), sizes, keys
