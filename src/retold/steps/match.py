"""Candidate pairs of a corpus: articles that share rare word n-grams, or much of their text.

An inverted index of n-grams. One that few articles hold ties each two of them;
one that many hold is scored down, and ties each holder only to the one that
shares most with the corpus, which stands for the rest, and, unless it prints much
of that one, to its neighbour in that order: a dispatch printed by thousands
costs thousands of pairs, not millions.

The corpus may come in parts. Its n-grams are put in partitions by their hash; each
partition is grouped by itself, and what only one article holds is dropped there,
because it can tie nothing. Neither parts nor partitions change a row.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from retold import kernels as kernel_sets
from retold import parameters
from retold.algorithms.ahead import ahead
from retold.algorithms.partitions import HashPartitions
from retold.kernels import UNIT, Kernels
from retold.settings import Match
from retold.tables import Grams, Hashes, Ints, Pairs

Numbers = NDArray[np.int64]
Keep = Callable[[Hashes, Ints], None]
UNUSED_BITS = 16  # of a hash, by which partitions are made

_P = parameters.of("match", "match")
_COMMON_SHARE = _P.number("common_share")
_PRINTS = _P.number("prints")
MOST_COMMON = _P.integer("most_common")


@dataclass(frozen=True, slots=True)
class Common:
    """N-grams that many articles hold, or a share of them: each with one article that holds it."""

    hashes: Hashes  # [k]
    holders: Ints  # [k]
    every: int  # of so many common n-grams one is kept


@dataclass(frozen=True, slots=True)
class _Index:
    """Who holds each n-gram: those of few holders, and those of many."""

    bounds: Numbers  # [rare n-grams + 1] n-gram g is held by articles[bounds[g]:bounds[g + 1]]
    articles: Ints
    common: Common
    sizes: Ints  # [articles] different n-grams of each


@dataclass(frozen=True, slots=True, eq=False)
class Meetings:
    """What a corpus has in common, before it is said which pairs that makes.

    `a`, `b` are the pairs that meet often and weightily enough in rare n-grams, with how often and in what
    weight, in parts of `kernels.UNIT`; `common` are the others.
    """

    keys: Hashes  # [articles] hash of all words
    names: Hashes  # [articles] hash of the id
    same: Ints  # [articles] who stands for all with the same words
    sizes: Ints  # [articles] different n-grams of those that stand for themselves
    a: Ints
    b: Ints
    times: Numbers
    weight: Numbers
    common: Common

    def pairs(self) -> Pairs:
        """The pairs worth aligning."""
        common_a, common_b = by_common(self.common, self.sizes, self.names)
        copies = np.flatnonzero(self.same != np.arange(len(self.same)))
        share = self.weight / UNIT / np.minimum(self.sizes[self.a], self.sizes[self.b])
        return _sorted(
            np.concatenate([self.a, common_a, np.minimum(self.same[copies], copies)]),
            np.concatenate([self.b, common_b, np.maximum(self.same[copies], copies)]),
            np.concatenate([share, np.ones(len(common_a) + len(copies))]),
            self.same,
        )


def pairs(
    grams: Grams | Iterable[Grams],
    settings: Match,
    kernels: Kernels | None = None,
    partitions: HashPartitions | None = None,
) -> Pairs:
    """Pairs of articles worth aligning, with how much they share.

    Articles with all words equal are collapsed first: one stands for all (see
    `Pairs.same`). A pair must share `settings.least_shared` rare n-grams that make
    up `settings.share` of the shorter article's, weighted by rarity. The
    order of the corpus changes only the numbers of the articles, which run
    through the parts in their order. `partitions` holds the n-grams meanwhile.
    """
    return meetings(grams, settings, kernels, partitions).pairs()


def meetings(
    grams: Grams | Iterable[Grams],
    settings: Match,
    kernels: Kernels | None = None,
    partitions: HashPartitions | None = None,
    keep: Keep | None = None,
) -> Meetings:
    """The same before it is said which pairs that makes; `keep` is given the rows of each partition.

    These are n-grams and an article that has it, of articles that stand for themselves, each once.
    """
    partitions = HashPartitions(1) if partitions is None else partitions
    keys, names, count = _partitioned([grams] if isinstance(grams, Grams) else grams, partitions)
    kernels = kernels or kernel_sets.choose(work=count)
    same = representatives(keys, names)
    index = _indexed(partitions, same, settings.common, kernels, keep)
    terms = settings.common, settings.least_shared, settings.share
    met = kernels.meetings(index.bounds, index.articles, index.sizes, terms)
    return Meetings(keys, names, same, index.sizes, *met, index.common)


def _partitioned(parts: Iterable[Grams], partitions: HashPartitions) -> tuple[Hashes, Hashes, int]:
    """Put the n-grams of every part into the partitions; the articles' keys and names."""
    keys, names = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
    first = count = 0
    for part in parts:
        partitions.put(part.hash, part.article + np.int32(first))
        keys.append(part.keys)
        names.append(part.names)
        first, count = first + len(part.keys), count + len(part)
    return np.concatenate(keys), np.concatenate(names), count


def representatives(keys: Hashes, names: Hashes) -> Ints:
    """For each article the one of those with the same words whose id comes first by hash."""
    by_name = np.argsort(names, kind="stable")
    _, first, inverse = np.unique(keys[by_name], return_index=True, return_inverse=True)
    stands = np.empty(len(by_name), np.int32)
    stands[by_name] = by_name[first[inverse]]
    return stands


def _indexed(
    partitions: HashPartitions, same: Ints, common: int, kernels: Kernels, keep: Keep | None
) -> _Index:
    """The index of the articles that stand for themselves, partition by partition."""
    stands = same == np.arange(len(same))
    sizes = np.zeros(len(same), np.int32)
    counts, holders = [np.zeros(1, np.int32)], [np.zeros(0, np.int32)]  # of rare n-grams
    wide = [(np.zeros(0, np.int64), np.zeros(0, np.int32))]
    every = 1

    def held_by(rows: tuple[Hashes, Ints]) -> tuple[Hashes, Numbers, Ints, Ints]:
        if keep is not None:
            keep(*once(*rows, stands))
        return kernels.holders(*rows, stands)

    for hashes, held, articles, some in ahead(held_by, partitions):
        sizes += some
        few, many = by_holders(hashes, held, articles, common)
        counts.append(few[0].astype(np.int32))
        holders.append(few[1])
        wide.append(many)
        if sum(len(one) for one, _ in wide) > MOST_COMMON:
            of_many, every = thinned(*_as_one(wide), every)
            wide = [of_many]
    of_many, every = thinned(*_as_one(wide), every)
    bounds = np.cumsum(_concatenated(counts), dtype=np.int64)
    return _Index(bounds, _concatenated(holders), Common(*of_many, every), sizes)


def _as_one(rows: Sequence[tuple[Hashes, Ints]]) -> tuple[Hashes, Ints]:
    """All rows of n-grams and articles."""
    return np.concatenate([one for one, _ in rows]), np.concatenate([one for _, one in rows])


def once(hashes: Hashes, articles: Ints, stands: NDArray[np.bool_]) -> tuple[Hashes, Ints]:
    """Rows of articles that stand for themselves, by n-gram, each once; articles must not fall."""
    rows = np.flatnonzero(stands[articles])
    rows = rows[np.argsort(hashes[rows], kind="stable")]
    hashes, articles = hashes[rows], articles[rows]
    new = np.ones(len(hashes), np.bool_)
    new[1:] = (hashes[1:] != hashes[:-1]) | (articles[1:] != articles[:-1])
    return hashes[new], articles[new]


def _concatenated(parts: list[Ints]) -> Ints:
    """All parts as one array; the list is emptied on the way, so that memory holds little of it twice."""
    whole, low = np.empty(sum(map(len, parts)), np.int32), 0
    while parts:
        part = parts.pop(0)
        whole[low : low + len(part)] = part
        low += len(part)
    return whole


def thinned(hashes: Hashes, articles: Ints, every: int) -> tuple[tuple[Hashes, Ints], int]:
    """The common n-grams, half of them and half again while they are more than memory should hold."""
    taken = _picked(hashes, every)
    while taken.sum() > MOST_COMMON:
        every *= 2
        taken = _picked(hashes, every)
    return (hashes[taken], articles[taken]), every


def _picked(hashes: Hashes, every: int) -> NDArray[np.bool_]:
    """Which n-grams are kept, by bits that partitions do not use."""
    picked: NDArray[np.bool_] = ((hashes >> UNUSED_BITS) & (every - 1)) == 0
    return picked


def by_holders(
    hashes: Hashes, held: Numbers, articles: Ints, common: int
) -> tuple[tuple[Numbers, Ints], tuple[Hashes, Ints]]:
    """The n-grams of few holders (how many, and who), and those of more than `common` (which, and who)."""
    few = held <= common
    each = np.repeat(few, held)
    return (held[few], articles[each]), (np.repeat(hashes[~few], held[~few]), articles[~each])


def _sorted(a: Ints, b: Ints, share: NDArray[np.float64], same: Ints) -> Pairs:
    """Equal pairs as one, with the greater share, in the order of their articles."""
    keys = a.astype(np.int64) << 32 | b
    order = np.lexsort((-share, keys))
    keys, first = np.unique(keys[order], return_index=True)
    greatest = share[order][first]
    return Pairs((keys >> 32).astype(np.int32), (keys & 0xFFFFFFFF).astype(np.int32), greatest, same)


# ---- by what many hold ----


def by_common(common: Common, sizes: Ints | NDArray[np.float64], names: Hashes) -> tuple[Ints, Ints]:
    """Pairs by n-grams that many share: with the richest holder, or else with the next in rank too.

    `sizes` has the different n-grams of each article, `names` the hash of its id.
    """
    hashes, articles = common.hashes, common.holders
    if not len(hashes):
        return np.zeros(0, np.int32), np.zeros(0, np.int32)
    held, sizes = np.bincount(articles, minlength=len(names)), sizes / common.every
    may = (
        held / np.maximum(sizes, 1e-9) >= _COMMON_SHARE
    )  # have so much in common with anybody, as the lesser
    hashes, articles = _ranked(hashes, articles, _rank(held, names))
    first = np.flatnonzero(np.r_[True, hashes[1:] != hashes[:-1]])
    hubs = np.repeat(articles[first], np.diff(np.r_[first, len(hashes)]))
    a, b, share = _enough(hubs, articles, sizes, may)
    stood_for = np.zeros(len(names), np.bool_)
    much = share >= _PRINTS
    stood_for[a[much]] = stood_for[b[much]] = True
    to_next = np.flatnonzero(np.r_[hashes[1:] == hashes[:-1], False])
    one, other = articles[to_next], articles[to_next + 1]
    needed = ~(stood_for[one] & stood_for[other])
    c, d, _ = _enough(one[needed], other[needed], sizes, may)
    return np.concatenate([a, c]), np.concatenate([b, d])


def _ranked(hashes: Hashes, articles: Ints, rank: Ints) -> tuple[Hashes, Ints]:
    """The rows by n-gram, and those of one n-gram by rank: sorted as one number each, which is quick."""
    hashes, places = hashes[order := np.argsort(hashes)], rank[articles[order]]
    keys = np.cumsum(np.r_[False, hashes[1:] != hashes[:-1]]) << 32 | places
    keys.sort()
    of_rank = np.empty(len(rank), np.int32)
    of_rank[rank] = np.arange(len(rank), dtype=np.int32)
    return hashes, of_rank[keys & 0xFFFFFFFF]


def _rank(held: Numbers, names: Hashes) -> Ints:
    """Articles by how much widely shared text they have `held`, most first; ties by id."""
    rank = np.empty(len(names), np.int32)
    rank[np.lexsort((names, -held))] = np.arange(len(names), dtype=np.int32)
    return rank


def _enough(
    left: Ints, right: Ints, sizes: NDArray[np.float64], may: NDArray[np.bool_]
) -> tuple[Ints, Ints, NDArray[np.float64]]:
    """Of the pairs by common n-grams, those that share much of the shorter text, and how much.

    Most rows are of two articles that have too few of them: neither `may` be the shorter one.
    """
    apart = (left != right) & (may[left] | may[right])
    low, high = np.minimum(left, right)[apart], np.maximum(left, right)[apart]
    keys, times = np.unique(low.astype(np.int64) << 32 | high, return_counts=True)
    a, b = (keys >> 32).astype(np.int32), (keys & 0xFFFFFFFF).astype(np.int32)
    share = times / np.minimum(sizes[a], sizes[b])
    keep = share >= _COMMON_SHARE
    return a[keep], b[keep], share[keep]
