"""How alike articles are in their telling words, for a whole pile at once.

A word's weight is its idf, used twice: once as the weight of the word in its
text, once in the comparison, so that rare words decide. Small piles cannot know
how rare a word is; there the word's shape stands in (short lower-case words are
common, names and figures rare) and fades as the pile grows.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from retold.tables import Witness

Floats = NDArray[np.float32]
Numbers = NDArray[np.int64]

_PRIOR_PILE = 200  # articles that the words' shapes count for
_SHORT, _PLAIN, _NAMED = 0.6, 0.3, 0.02  # share of articles that hold a word of such a shape
_SHORT_LETTERS = 3
_WIDELY = 40  # articles a word may be in and still propose pairs
_WIDELY_SHARE = 0.02  # the same as a share of the pile


@dataclass(frozen=True, slots=True, eq=False)
class Vectors:
    """One sparse unit vector for each article: `words[bounds[i]:bounds[i+1]]` and their weights."""

    words: Numbers
    weights: Floats
    bounds: Numbers
    holders: Numbers  # [vocabulary] articles that hold each word

    def __len__(self) -> int:
        return len(self.bounds) - 1

    def of(self, article: int) -> dict[int, float]:
        """One article's vector by word number."""
        piece = slice(self.bounds[article], self.bounds[article + 1])
        return dict(zip(self.words[piece].tolist(), self.weights[piece].tolist(), strict=True))


def vectors(witnesses: Sequence[Witness], report: Numbers | None = None) -> Vectors:
    """The telling words of each article, weighed by the pile.

    `report` numbers what each article prints: articles with one number count
    once when words are weighed, or a dispatch that all print would seem to say nothing.
    """
    sizes = [len(w.words) for w in witnesses]
    forms = np.concatenate([np.zeros(0, np.int64), *(w.words.forms for w in witnesses)])
    shapes = np.concatenate([np.zeros(0, np.float32), *(_shapes(w) for w in witnesses)])
    _, words = np.unique(forms, return_inverse=True)
    rows = np.repeat(np.arange(len(sizes)), sizes)
    vocabulary = int(words.max(initial=-1)) + 1
    prior = np.zeros(vocabulary, np.float32)
    np.maximum.at(prior, words, shapes)
    keys, times = np.unique(rows << 32 | words, return_counts=True)
    words, rows = keys & 0xFFFFFFFF, keys >> 32
    holders = np.bincount(words, minlength=vocabulary)
    printed = np.arange(len(sizes)) if report is None else report
    reports = np.unique(printed[rows] << 32 | words) & 0xFFFFFFFF
    weight = _weights(np.bincount(reports, minlength=vocabulary), prior, len(np.unique(printed)))
    values = ((1 + np.log(times)) * weight[words]).astype(np.float32)
    norms = np.sqrt(np.bincount(rows, values.astype(np.float64) ** 2, minlength=len(sizes)))
    bounds = np.searchsorted(rows, np.arange(len(sizes) + 1))
    return Vectors(words, (values / np.maximum(norms[rows], 1e-9)).astype(np.float32), bounds, holders)


def _weights(holders: Numbers, prior: Floats, pile: int) -> Floats:
    """Squared idf, with the words' shapes as a small pile of their own."""
    share = (holders + _PRIOR_PILE * prior) / (pile + _PRIOR_PILE)
    squared: Floats = (np.log(np.minimum(share, 0.99)) ** 2).astype(np.float32)
    return squared


def _shapes(witness: Witness) -> Floats:
    """The share of articles in which a word of this shape is to be expected."""
    text = witness.text
    spans = zip(witness.words.starts.tolist(), witness.words.ends.tolist(), strict=True)
    return np.array([_shape(text[low], high - low) for low, high in spans], np.float32)


def _shape(first: str, length: int) -> float:
    if not first.islower():
        return _NAMED
    return _SHORT if length <= _SHORT_LETTERS else _PLAIN


def candidates(
    found: Vectors, known: Sequence[tuple[int, int]], least: float
) -> list[tuple[int, int, float]]:
    """Pairs of articles at least so alike: (i, j, cosine), i < j, sorted.

    Words that many articles hold propose no pair, but count in the cosine.
    `known` are pairs to look at besides, such as those that share long runs.
    """
    widely = max(_WIDELY, int(_WIDELY_SHARE * len(found)))
    rows = np.repeat(np.arange(len(found)), np.diff(found.bounds))
    telling = (found.holders[found.words] <= widely) & (found.holders[found.words] >= 2)
    order = np.argsort(found.words[telling], kind="stable")
    left, right, gain = _products(
        found.words[telling][order], rows[telling][order], found.weights[telling][order]
    )
    keys, inverse = np.unique(left << 32 | right, return_inverse=True)
    partial = np.bincount(inverse, gain, minlength=len(keys))
    likely = keys[partial >= _PARTIAL * least]
    pairs = {(key >> 32, key & 0xFFFFFFFF) for key in likely.tolist()}
    pairs |= {(min(i, j), max(i, j)) for i, j in known}
    scored = ((i, j, _dot(found, i, j)) for i, j in sorted(pairs))
    return [row for row in scored if row[2] >= least]


_PARTIAL = 0.3  # share of the likeness that rare words must bring for a pair to be looked at


def _products(words: Numbers, rows: Numbers, weights: Floats) -> tuple[Numbers, Numbers, NDArray[np.float64]]:
    """For each word, the product of its weights in each two of its articles."""
    starts = np.flatnonzero(np.r_[True, words[1:] != words[:-1]]) if len(words) else np.zeros(0, np.int64)
    sizes = np.diff(np.r_[starts, len(words)])
    parts = [(np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0))]
    for size in np.unique(sizes).tolist():
        table = starts[sizes == size][:, None] + np.arange(size)
        one, other = np.triu_indices(size, 1)
        left, right = table[:, one].ravel(), table[:, other].ravel()
        parts.append((rows[left], rows[right], (weights[left] * weights[right]).astype(np.float64)))
    left_rows, right_rows, gain = (np.concatenate([part[k] for part in parts]) for k in range(3))
    return np.minimum(left_rows, right_rows), np.maximum(left_rows, right_rows), gain


def _dot(found: Vectors, i: int, j: int) -> float:
    left, right = slice(found.bounds[i], found.bounds[i + 1]), slice(found.bounds[j], found.bounds[j + 1])
    places = np.searchsorted(found.words[right], found.words[left])
    places = np.minimum(places, max(0, right.stop - right.start - 1))
    if right.start == right.stop or left.start == left.stop:
        return 0.0
    same = found.words[right][places] == found.words[left]
    return float(found.weights[left][same] @ found.weights[right][places[same]])
