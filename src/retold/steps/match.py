"""Candidate pairs of a pile: articles that share rare word n-grams, or much of their text.

An inverted index of n-grams. One that few articles hold ties each two of them;
one that many hold is scored down, and ties each holder only to the one that
shares most with the pile and to its neighbour in that order, so that a
dispatch printed by thousands costs thousands of pairs, not millions.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from retold import kernels as kernel_sets
from retold.kernels import Kernels
from retold.settings import Match
from retold.tables import Grams, Hashes, Ints, Pairs

Floats = NDArray[np.float64]

_COMMON_SHARE = 0.2  # of the shorter text's n-grams, for a pair that shares common ones only


@dataclass(frozen=True, slots=True)
class _Index:
    """Each article's different n-grams, by hash and article; places are the first ones."""

    hash: Hashes
    article: Ints
    word: Ints
    sizes: Ints  # [articles] different n-grams of each


def pairs(grams: Grams, settings: Match, kernels: Kernels | None = None) -> Pairs:
    """Pairs of articles worth aligning, with how much they share and where.

    Articles with all words equal are collapsed first: one stands for all (see
    `Pairs.same`). A pair must share `settings.least_shared` rare n-grams that make
    up `settings.share` of the shorter article's, weighted by rarity. The
    order of the pile changes only the numbers of the articles.
    """
    kernels = kernels or kernel_sets.choose(work=len(grams))
    same = _representatives(grams)
    index = _indexed(grams, same)
    a, b, weight = _candidates(index, grams, settings, kernels)
    in_a, in_b, anchors, bounds = _shared(index, grams, a, b)
    found = Pairs(a, b, weight, in_a, in_b, anchors, bounds, same)
    return _with_copies(found, grams)


def _representatives(grams: Grams) -> Ints:
    """For each article the one of those with the same words whose id comes first by hash."""
    by_name = np.argsort(grams.names, kind="stable")
    _, first, inverse = np.unique(grams.keys[by_name], return_index=True, return_inverse=True)
    stands = np.empty(len(by_name), np.int32)
    stands[by_name] = by_name[first[inverse]]
    return stands


def _indexed(grams: Grams, same: Ints) -> _Index:
    stands = same[grams.article] == grams.article
    hashes, articles, words = grams.hash[stands], grams.article[stands], grams.word[stands]
    order = np.lexsort((words, articles, hashes))
    hashes, articles, words = hashes[order], articles[order], words[order]
    new = np.ones(len(hashes), np.bool_)
    new[1:] = (hashes[1:] != hashes[:-1]) | (articles[1:] != articles[:-1])
    sizes = np.bincount(articles[new], minlength=len(same)).astype(np.int32)
    return _Index(hashes[new], articles[new], words[new], sizes)


# ---- candidates ----


def _candidates(index: _Index, grams: Grams, settings: Match, kernels: Kernels) -> tuple[Ints, Ints, Floats]:
    """Pairs that share enough, with the weight of what they share."""
    rare_a, rare_b, times, weight = kernels.meetings(index.hash, index.article, settings.common)
    lesser = np.minimum(index.sizes[rare_a], index.sizes[rare_b])
    enough = (times >= np.minimum(settings.least_shared, lesser)) & (weight >= settings.share * lesser)
    common_a, common_b = _common(index, grams.names, settings.common)
    a = np.concatenate([rare_a[enough], common_a])
    b = np.concatenate([rare_b[enough], common_b])
    weights = np.concatenate([weight[enough], np.zeros(len(common_a))])
    keys, inverse = np.unique(a.astype(np.int64) << 32 | b, return_inverse=True)
    totals = np.bincount(inverse, weights, minlength=len(keys)).astype(np.float64)
    return (keys >> 32).astype(np.int32), (keys & 0xFFFFFFFF).astype(np.int32), totals


def _common(index: _Index, names: Hashes, common: int) -> tuple[Ints, Ints]:
    """Pairs by n-grams that many share: with the richest holder, and with the next in rank."""
    starts = np.flatnonzero(np.r_[True, index.hash[1:] != index.hash[:-1]][: len(index.hash)])
    holders = np.diff(np.r_[starts, len(index.hash)])
    wide = np.repeat(holders > common, holders)
    if not wide.any():
        return np.zeros(0, np.int32), np.zeros(0, np.int32)
    hashes, articles = index.hash[wide], index.article[wide]
    rank = _rank(articles, names)
    order = np.lexsort((rank[articles], hashes))
    hashes, articles = hashes[order], articles[order]
    first = np.flatnonzero(np.r_[True, hashes[1:] != hashes[:-1]])
    hubs = np.repeat(articles[first], np.diff(np.r_[first, len(hashes)]))
    next_one = np.r_[hashes[1:] == hashes[:-1], False]
    to_next = np.flatnonzero(next_one)
    left = np.concatenate([hubs, articles[to_next]])
    right = np.concatenate([articles, articles[to_next + 1]])
    return _enough(left, right, index.sizes)


def _rank(articles: Ints, names: Hashes) -> Ints:
    """Articles by how much widely shared text they hold, most first; ties by id."""
    held = np.bincount(articles, minlength=len(names))
    rank = np.empty(len(names), np.int32)
    rank[np.lexsort((names, -held))] = np.arange(len(names), dtype=np.int32)
    return rank


def _enough(left: Ints, right: Ints, sizes: Ints) -> tuple[Ints, Ints]:
    """Of the pairs by common n-grams, those that share much of the shorter text."""
    apart = left != right
    low, high = np.minimum(left, right)[apart], np.maximum(left, right)[apart]
    keys, times = np.unique(low.astype(np.int64) << 32 | high, return_counts=True)
    a, b = (keys >> 32).astype(np.int32), (keys & 0xFFFFFFFF).astype(np.int32)
    keep = times >= _COMMON_SHARE * np.minimum(sizes[a], sizes[b])
    return a[keep], b[keep]


# ---- what a pair shares ----


def _shared(
    index: _Index, grams: Grams, a: Ints, b: Ints
) -> tuple[NDArray[np.float32], NDArray[np.float32], Ints, NDArray[np.int64]]:
    """Containment both ways, and the anchors, of each pair."""
    order = np.lexsort((index.hash, index.article))
    hashes, words = index.hash[order], index.word[order]
    bounds = np.r_[0, np.cumsum(index.sizes)].tolist()
    parts, counts, shared = [np.zeros((0, 3), np.int32)], [0], []
    for one, other in zip(a.tolist(), b.tolist(), strict=True):
        left, right = slice(bounds[one], bounds[one + 1]), slice(bounds[other], bounds[other + 1])
        _, at_a, at_b = np.intersect1d(hashes[left], hashes[right], assume_unique=True, return_indices=True)
        shared.append(len(at_a))
        parts.append(_anchors(words[left][at_a], words[right][at_b], grams.width))
        counts.append(len(parts[-1]))
    total = np.array(shared, np.float32)
    in_a, in_b = total / np.maximum(1, index.sizes[a]), total / np.maximum(1, index.sizes[b])
    return in_a.astype(np.float32), in_b.astype(np.float32), np.concatenate(parts), np.cumsum(counts)


def _anchors(left: Ints, right: Ints, width: int) -> Ints:
    """Shared n-grams on one diagonal as one anchor: (word in a, word in b, length), in a's order."""
    if not len(left):
        return np.zeros((0, 3), np.int32)
    order = np.lexsort((left, right - left))
    left, right = left[order], right[order]
    breaks = (np.diff(left) != 1) | (np.diff(right) != 1)
    firsts, lasts = np.flatnonzero(np.r_[True, breaks]), np.flatnonzero(np.r_[breaks, True])
    found = np.stack([left[firsts], right[firsts], left[lasts] - left[firsts] + width], axis=1)
    return found[np.lexsort((found[:, 1], found[:, 0]))].astype(np.int32)


def _with_copies(found: Pairs, grams: Grams) -> Pairs:
    """The pairs of each collapsed article with the one that stands for it, added."""
    copies = np.flatnonzero(found.same != np.arange(len(found.same))).astype(np.int32)
    if not len(copies):
        return found
    stands = found.same[copies]
    held = np.bincount(grams.article, minlength=len(found.same))[copies]
    lengths = np.where(held > 0, held + grams.width - 1, 0).astype(np.int32)
    whole = np.stack([np.zeros_like(lengths), np.zeros_like(lengths), lengths], axis=1)
    low, high = np.minimum(stands, copies), np.maximum(stands, copies)
    a, b = np.concatenate([found.a, low]), np.concatenate([found.b, high])
    order = np.lexsort((b, a))
    anchors = [found.anchors_of(p) for p in range(len(found))] + list(whole[:, None, :])
    ones = np.ones(len(copies), np.float32)
    return Pairs(
        a=a[order],
        b=b[order],
        weight=np.concatenate([found.weight, held.astype(np.float64)])[order],
        in_a=np.concatenate([found.in_a, ones])[order],
        in_b=np.concatenate([found.in_b, ones])[order],
        anchors=np.concatenate([np.zeros((0, 3), np.int32), *(anchors[k] for k in order.tolist())]),
        bounds=np.cumsum([0, *(len(anchors[k]) for k in order.tolist())]),
        same=found.same,
    )
