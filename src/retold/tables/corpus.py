"""A corpus and its pairs as flat arrays: n-grams, bags of words, candidate pairs, ties."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from retold.tables.words import Hashes, Ints


@dataclass(frozen=True, slots=True, eq=False)
class Grams:
    """Word n-grams of a pile with their places, in order of article and word.

    A corpus may be taken in parts: `match.pairs` takes one part after another.
    """

    hash: Hashes  # [g]
    article: Ints  # [g] number of the article in the pile
    word: Ints  # [g] number of the n-gram's first word
    keys: Hashes  # [articles] hash of all of an article's words: equal for exact republication
    names: Hashes  # [articles] hash of the article's id, by which ties are broken whatever the order
    width: int  # words of an n-gram

    def __len__(self) -> int:
        return len(self.hash)


@dataclass(frozen=True, slots=True, eq=False)
class Bags:
    """The different words of each article, sorted: article i has `words[bounds[i]:bounds[i + 1]]`."""

    words: Ints  # [n] place in the vocabulary
    times: NDArray[np.uint16]  # [n] how often the article has it, at most 65535
    bounds: NDArray[np.int64]  # [articles + 1]
    forms: Hashes  # [vocabulary] rising
    shapes: NDArray[np.uint8]  # [vocabulary] the commonest shape it has (last in SHAPES)

    def __len__(self) -> int:
        return len(self.bounds) - 1

    @staticmethod
    def joined(parts: list[Bags]) -> Bags:
        """The bags of a pile taken in parts, as if it had been taken whole.

        The list is emptied: a part is given up once it is taken in, since all words together are large.
        """
        forms, places = np.unique(
            np.concatenate([np.zeros(0, np.int64), *(part.forms for part in parts)]), return_inverse=True
        )
        shapes = np.zeros(len(forms), np.uint8)
        np.maximum.at(shapes, places, np.concatenate([shapes[:0], *(part.shapes for part in parts)]))
        bounds = np.cumsum(np.concatenate([np.zeros(1, np.int64), *(np.diff(one.bounds) for one in parts)]))
        words, times = np.empty(int(bounds[-1]), np.int32), np.empty(int(bounds[-1]), np.uint16)
        places, low, at = places.astype(np.int32), 0, 0
        parts.reverse()
        while parts:
            part = parts.pop()
            piece = slice(at, at := at + len(part.words))
            words[piece], times[piece] = places[low:][part.words], part.times
            low += len(part.forms)
        return Bags(words, times, bounds, forms, shapes)


@dataclass(frozen=True, slots=True, eq=False)
class Ties:
    """What the alignment of each candidate pair says of copying; articles by number."""

    a: Ints  # [pairs]
    b: Ints  # [pairs]
    ways: NDArray[np.float64]  # [pairs, 2, 5] what the one whose id comes first may have from the other; back
    same: NDArray[np.bool_]  # [pairs] whether both print much the same

    def __len__(self) -> int:
        return len(self.a)

    @staticmethod
    def joined(parts: Sequence[Ties]) -> Ties:
        """All ties of the parts; needs one part or more."""
        names = ("a", "b", "ways", "same")
        return Ties(*(np.concatenate([getattr(part, name) for part in parts]) for name in names))

    def some(self, places: NDArray[np.int64]) -> Ties:
        """The ties at these places, in their order."""
        return Ties(self.a[places], self.b[places], self.ways[places], self.same[places])

    def places(self, a: Ints, b: Ints) -> NDArray[np.int64]:
        """Where the tie of each pair stands among these, which are sorted by their articles; -1 for none."""
        keys, wanted = pair_keys(self.a, self.b), pair_keys(a, b)
        if not len(keys):
            return np.full(len(wanted), -1)
        at = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
        return np.where(keys[at] == wanted, at, -1)


def pair_keys(a: Ints, b: Ints) -> NDArray[np.int64]:
    """One number for each pair of article numbers, rising as they do."""
    keys: NDArray[np.int64] = a.astype(np.int64) << 32 | b
    return keys


class Edges(NamedTuple):
    """Pairs of articles that are alike, rising by their numbers."""

    keys: NDArray[np.int64]  # [edges] `a << 32 | b`, a < b
    cosines: NDArray[np.float64]  # [edges]

    @property
    def ends(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """The numbers a and b of all."""
        return self.keys >> 32, self.keys & 0xFFFFFFFF

    def some(self, keep: NDArray[np.bool_] | NDArray[np.int64]) -> Edges:
        """Those that are kept, by flags or by places."""
        return Edges(self.keys[keep], self.cosines[keep])

    @staticmethod
    def joined(parts: Sequence[Edges]) -> Edges:
        """All edges of the parts, each once; needs one part or more."""
        keys, first = np.unique(np.concatenate([one.keys for one in parts]), return_index=True)
        return Edges(keys, np.concatenate([one.cosines for one in parts])[first])

    @staticmethod
    def of(rows: Sequence[tuple[int, int, float]]) -> Edges:
        """The same from rows (a, b, cosine) in any order.

        >>> Edges.of([(1, 2, 0.5), (0, 2, 0.25)]).ends[0].tolist()
        [0, 1]
        """
        keys = np.array([a << 32 | b for a, b, _ in rows], np.int64)
        return Edges.joined([Edges(keys, np.array([cosine for *_, cosine in rows], np.float64))])


@dataclass(frozen=True, slots=True, eq=False)
class Pairs:
    """Pairs of articles worth aligning, sorted by article numbers (a < b).

    `same[i]` is the article that stands for all with the words of i, itself if
    it is the only one; which one does not depend on the order of the pile.
    Only articles that stand for themselves are paired; each other one is
    paired with the one that stands for it.
    """

    a: Ints  # [pairs] article numbers
    b: Ints  # [pairs]
    share: NDArray[np.float64]  # [pairs] of the lesser one's n-grams, by rarity; 1 where common ones tie them
    same: Ints  # [articles]

    def __len__(self) -> int:
        return len(self.a)
