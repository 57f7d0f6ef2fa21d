"""The plain kernels: short, right, in numpy and Python.

This class is complete. A faster set inherits from it and overrides only what
gains; one test fixture runs every set against this one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from retold.kernels import chains
from retold.kernels import gaps as between
from retold.kernels.gaps import Gap, GapCosts, Reading
from retold.kernels.rarity import UNIT, weights
from retold.tables import Bags, Edges, Hashes, Ints, ManyWords, Words

Scores = NDArray[np.float32]
Flags = NDArray[np.bool_]
Counts = NDArray[np.int64]
Sums = NDArray[np.float64]

Enough = Callable[[Edges], Flags]
Terms = tuple[int, int, float]  # most holders of a key, fewest meetings, share of the lesser size

PRIME = np.int64(0x100000001B3)
MIX = np.int64(0x1E3779B97F4A7C15)
WHOLE = np.int64(0x2545F4914F6CDD1D)  # multiplier of the hash of a whole text
NEVER = np.float32(-1e9)  # a score no path can have


class Distinct(NamedTuple):
    """The different values of an array, rising, and the place of each of its own among them."""

    values: Hashes
    places: Ints

    @staticmethod
    def of(values: Hashes) -> Distinct:
        """The different ones of any values."""
        found, places = np.unique(values, return_inverse=True)
        return Distinct(found, places.astype(np.int32))


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
            hashes = (hashes * PRIME) ^ (forms[offset : offset + count] * MIX)
        hashes ^= (hashes >> 31) & np.int64(0x1FFFFFFFF)
        return hashes

    def words(
        self,
        texts: Sequence[str],
        split: Callable[[str], Words],
        classes: Callable[[], NDArray[np.uint16]],  # noqa: ARG002  for the compiled kernel
        form: Callable[[str], int],  # noqa: ARG002
    ) -> ManyWords:
        """The words of many texts, as `split` finds them in one.

        `classes` gives the kinds of every character and `form` a word's form,
        for kernels that find the words themselves.
        """
        return ManyWords.of([split(text) for text in texts], texts)

    def grams(self, words: ManyWords, width: int) -> tuple[Hashes, Counts, Hashes]:
        """The n-grams of each text, how many each has, and a key of each whole text.

        A text shorter than `width` gives one gram of all its words, one
        without words none. Texts with equal words in equal order have one key.
        """
        each = [words.forms[low:high] for low, high in pairwise(words.bounds.tolist())]
        found = [self.windows(forms, min(width, max(1, len(forms)))) for forms in each]
        sizes = np.array([len(part) for part in found], np.int64)
        keys = np.array([_key(forms) for forms in each], np.int64)
        return np.concatenate([np.zeros(0, np.int64), *found]), sizes, keys

    def bags(self, words: ManyWords) -> Bags:
        """The different words of each text and how often it has them."""
        forms, numbers = np.unique(words.forms, return_inverse=True)
        shapes = np.zeros(len(forms), np.uint8)
        np.maximum.at(shapes, numbers, words.shapes)
        texts = np.repeat(np.arange(len(words)), np.diff(words.bounds))
        keys, times = np.unique(texts << 32 | numbers, return_counts=True)
        bounds = np.searchsorted(keys >> 32, np.arange(len(words) + 1))
        often = np.minimum(times, 0xFFFF).astype(np.uint16)
        return Bags((keys & 0xFFFFFFFF).astype(np.int32), often, bounds.astype(np.int64), forms, shapes)

    def alike(
        self,
        bounds: Counts,
        words: Ints,
        weights: Scores,
        telling: NDArray[np.bool_],
        terms: tuple[float, Counts, Enough],
    ) -> Edges:
        """Pairs of vectors with their products.

        Vector i has `words[bounds[i]:bounds[i + 1]]`, rising, with their weights.
        By `terms` (partial, known, enough) a pair is looked at whose `telling` words
        alone bring `partial`, and each pair (a << 32 | b, a < b) of `known`; those stay
        that are `enough`, which is asked of many pairs at a time, and not of all together.
        """
        partial, known, enough = terms
        likely = self.likely(bounds, words, weights, telling, (partial, 0))
        keys = np.union1d(likely, known)
        found = Edges(keys, self.dots(bounds, words, weights, keys))
        return found.some(enough(found))

    def likely(
        self,
        bounds: Counts,
        words: Ints,
        weights: Scores,
        telling: NDArray[np.bool_],
        terms: tuple[float, int],
    ) -> Counts:
        """Pairs (a << 32 | b, a < b, rising) whose `telling` words alone bring `partial`.

        As `alike` looks for them, by `terms` (partial, first) only those whose b is `first` or later.
        """
        partial, first = terms
        rows = np.repeat(np.arange(len(bounds) - 1), np.diff(bounds))
        held = telling & np.isin(np.arange(len(telling)), words[rows >= first])
        chosen = np.flatnonzero(held[words])
        chosen = chosen[np.argsort(words[chosen], kind="stable")]
        left, right, gain = _products(words[chosen], rows[chosen], weights[chosen].astype(np.float64))
        later = right >= first
        keys, inverse = np.unique(left[later] << 32 | right[later], return_inverse=True)
        found: Counts = keys[np.bincount(inverse, gain[later], minlength=len(keys)).round(9) >= partial]
        return found

    def dots(self, bounds: Counts, words: Ints, weights: Scores, keys: Counts) -> Sums:
        """The products of the vectors of `alike` whose pairs (a << 32 | b) are given, to nine digits."""
        vectors = [(words[i:j], weights[i:j].astype(np.float64)) for i, j in pairwise(bounds.tolist())]
        pairs = zip((keys >> 32).tolist(), (keys & 0xFFFFFFFF).tolist(), strict=True)
        return np.array([_dot(vectors[i], vectors[j]) for i, j in pairs], np.float64).round(9)

    def numbered(self, one: Distinct, other: Distinct) -> tuple[Ints, Ints, Hashes]:
        """The values of two arrays numbered alike, in their order; and all different values, rising.

        >>> one, other = Distinct.of(np.array([9, 4])), Distinct.of(np.array([7, 9]))
        >>> [x.tolist() for x in Kernels().numbered(one, other)]
        [[2, 0], [1, 2], [4, 7, 9]]
        """
        every = np.union1d(one.values, other.values)
        here, there = (np.searchsorted(every, side.values).astype(np.int32) for side in (one, other))
        return here[one.places], there[other.places], every

    def runs(self, a: Ints, b: Ints, width: int, most: int) -> Ints:
        """Longest common runs that hold an n-gram of `width`: rows (in a, in b, length).

        An n-gram that pairs up in more than `most` ways starts no run; a run
        grows over it all the same. Rows are sorted by diagonal, then place.

        >>> Kernels().runs(np.array([1, 2, 3, 9], "i4"), np.array([8, 1, 2, 3], "i4"), 2, 64).tolist()
        [[0, 1, 3]]
        """
        seeds = chains.seeds(
            self.windows(a.astype(np.int64), width), self.windows(b.astype(np.int64), width), most
        )
        return chains.grown(a, b, seeds, width)

    def left(self, runs: Ints, free_a: Flags, free_b: Flags, least: int) -> Ints:
        """The parts of runs that are free in both texts and have `least` words: rows as `runs` has them.

        >>> free = np.array([True, True, False, True])
        >>> Kernels().left(np.array([[0, 0, 4]], "i4"), free, np.ones(4, bool), 2).tolist()
        [[0, 0, 2]]
        """
        return chains.left(runs, free_a, free_b, least)

    def chain(self, runs: Ints) -> Ints:
        """The heaviest set of runs that stand in the same order in both texts.

        A run weighs its length less one, and may be cut to fit behind another.
        Sparse dynamic programming over a Fenwick tree (Eppstein et al. 1992).

        >>> Kernels().chain(np.array([[0, 5, 9], [9, 0, 4], [20, 20, 4]], "i4")).tolist()
        [[0, 5, 9], [20, 20, 4]]
        """
        if len(runs) <= 1:
            return runs
        last, before = chains.chained(runs)
        picked = []
        while last >= 0:
            picked.append(last)
            last = before[last]
        return chains.trimmed(runs[picked[::-1]])

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

    def blocks(self, one: Reading, other: Reading, weight: Scores, gaps: Ints, costs: GapCosts) -> Ints:
        """Words in the same order in both texts, gap after gap: rows (a low, a high, b low, b high, equal).

        A gap is (low in a, low in b, high in a, high in b); only free words are
        taken, and gaps have none in common. A row holds equal words, or words that are near in spelling.
        """
        return between.blocks(self, one, other, weight, gaps, costs)

    def gains(self, one: Reading, other: Reading, weight: Scores, gap: Gap, costs: GapCosts) -> Scores:
        """What it brings to make each free word of a's gap a partner of each free one of b's."""
        return between.gains(one, other, weight, gap, costs)

    def holders(self, hashes: Hashes, articles: Ints, stands: Flags) -> tuple[Hashes, Counts, Ints, Ints]:
        """Who holds each hash that two or more articles hold: (hash, how many, who, sizes).

        Rows are a hash and an article that has it; articles must not fall, and
        count only if they stand for themselves. `who` has the articles of one
        hash after the other, rising; the order of the hashes is left open.
        `sizes` is how many different hashes each article has, whoever else holds them.
        """
        hashes, articles = hashes[stands[articles]], articles[stands[articles]]
        order = np.argsort(hashes, kind="stable")
        hashes, articles = hashes[order], articles[order]
        new = np.ones(len(hashes), np.bool_)
        new[1:] = (hashes[1:] != hashes[:-1]) | (articles[1:] != articles[:-1])
        hashes, articles = hashes[new], articles[new]
        starts = np.flatnonzero(np.r_[True, hashes[1:] != hashes[:-1]][: len(hashes)])
        held = np.diff(np.r_[starts, len(hashes)])
        sizes = np.bincount(articles, minlength=len(stands)).astype(np.int32)
        return hashes[starts][held > 1], held[held > 1], articles[np.repeat(held > 1, held)], sizes

    def meetings(
        self, bounds: Counts, articles: Ints, sizes: Ints, terms: Terms
    ) -> tuple[Ints, Ints, Counts, Counts]:
        """Articles that meet in enough keys: (a, b, times, weight), a < b, sorted.

        Key k is held by `articles[bounds[k]:bounds[k + 1]]`, rising; a key in k
        articles weighs `rarity(k, common)`. By `terms` (common, least, share) a pair
        must meet in `least` keys that weigh `share` of the lesser size. Weights are whole numbers, in
        parts of `UNIT`.
        """
        common, least, share = terms
        a, b, times, weight = self.sums(bounds, articles, len(sizes), common)
        lesser = np.minimum(sizes[a], sizes[b])
        enough = (times >= np.minimum(least, lesser)) & (weight >= share * UNIT * lesser)
        return a[enough], b[enough], times[enough], weight[enough]

    def sums(
        self,
        bounds: Counts,
        articles: Ints,
        count: int,  # noqa: ARG002  for the compiled kernel
        common: int,
        below: int | None = None,
    ) -> tuple[Ints, Ints, Counts, Counts]:
        """All meetings of `count` articles, before any is dropped: (a, b, times, weight), a < b, sorted.

        As `meetings`, for a part of the keys: sums of several parts can be added up. Weights are whole
        numbers, in parts of `UNIT`. With `below` only those whose a is below it.
        """
        held = np.diff(bounds)
        parts = [(*_met(articles, bounds[:-1][held == k], k), k) for k in np.unique(held).tolist()]
        a, b, times, weight = _summed(parts, weights(common))
        chosen = slice(None) if below is None else a < below
        return a[chosen], b[chosen], times[chosen], weight[chosen]


# ---- likeness ----


def _products(words: Ints, rows: Counts, weights: Sums) -> tuple[Counts, Counts, Sums]:
    """For each word, the product of its weights in each two of its rows; words and rows rise."""
    starts = np.flatnonzero(np.r_[True, words[1:] != words[:-1]][: len(words)])
    sizes = np.diff(np.r_[starts, len(words)])
    places = np.arange(len(words))
    parts = [_met(places.astype(np.int32), starts[sizes == k], k) for k in np.unique(sizes).tolist()]
    left = np.concatenate([np.zeros(0, np.int64), *(part[0] for part in parts)]).astype(np.int64)
    right = np.concatenate([np.zeros(0, np.int64), *(part[1] for part in parts)]).astype(np.int64)
    return rows[left], rows[right], weights[left] * weights[right]


def _dot(one: tuple[Ints, Sums], other: tuple[Ints, Sums]) -> float:
    _, here, there = np.intersect1d(one[0], other[0], assume_unique=True, return_indices=True)
    return float(one[1][here] @ other[1][there])


def _key(forms: Hashes) -> int:
    """A hash of the whole text: equal words in equal order, equal key."""
    powers = np.arange(1, len(forms) + 1, dtype=np.int64) * WHOLE | 1
    return int(np.bitwise_xor.reduce((forms ^ (forms >> 29)) * powers, initial=len(forms)))


# ---- path ----


def _tables(scores: Scores, opening: np.float32) -> tuple[Scores, Scores]:
    """Best totals with (row, column) matched, and up to (row, column); both [n + 1, m + 1].

    They are the same with rows and columns exchanged, so that of both those are gone through of which fewer
    gain anything.
    """
    gaining = scores > 0
    rows, columns = np.flatnonzero(gaining.any(axis=1)), np.flatnonzero(gaining.any(axis=0))
    if len(columns) < len(rows):
        matched, best = _filled(np.ascontiguousarray(scores.T), columns.tolist(), opening)
        return matched.T, best.T
    return _filled(scores, rows.tolist(), opening)


def _filled(scores: Scores, rows: list[int], opening: np.float32) -> tuple[Scores, Scores]:
    """The tables, by the rows that gain anything: all others have the best of the row before."""
    matched = np.full((scores.shape[0] + 1, scores.shape[1] + 1), NEVER, np.float32)
    best = np.zeros(matched.shape, np.float32)
    matched[0, 0] = 0
    last = 0
    for i in rows:
        best[last + 1 : i + 1] = best[last]
        row, last = scores[i], i + 1
        gain = np.maximum(matched[i, :-1], best[i, :-1] - opening) + row
        matched[last, 1:] = np.where(row > 0, gain, NEVER)
        if last == len(scores):
            matched[-1, -1] += opening
        best[last] = np.maximum.accumulate(np.maximum(best[i], matched[last]))
    best[last + 1 :] = best[last]
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


def _summed(parts: list[tuple[Ints, Ints, int]], weights: Counts) -> tuple[Ints, Ints, Counts, Counts]:
    """Equal pairs added up: how often they meet, and in what weight."""
    a = np.concatenate([np.zeros(0, np.int64), *(part[0] for part in parts)]).astype(np.int64)
    b = np.concatenate([np.zeros(0, np.int64), *(part[1] for part in parts)]).astype(np.int64)
    each = np.concatenate([np.zeros(0, np.int64), *(np.full(len(p[0]), weights[p[2]]) for p in parts)])
    keys, inverse, times = np.unique(a << 32 | b, return_inverse=True, return_counts=True)
    totals = np.bincount(inverse, each, minlength=len(keys)).astype(np.int64)
    return (keys >> 32).astype(np.int32), (keys & 0xFFFFFFFF).astype(np.int32), times.astype(np.int64), totals
