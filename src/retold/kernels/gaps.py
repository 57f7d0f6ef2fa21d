"""Word alignment between anchors, plainly: the best path through a gap, solid blocks first.

Large gaps take only runs of telling words; what lies between them is a smaller
gap, in which less is enough. Near-equal words become partners in small gaps.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from retold.algorithms import edits
from retold.tables import Ints
from retold.tables.words import code_points

Scores = NDArray[np.float32]
Flags = NDArray[np.bool_]
Gap = tuple[int, int, int, int]  # low in a, low in b, and before high in a, high in b
_Block = tuple[int, int, int, int, bool]

LONGEST_WORD = 100  # letters; what is longer is no word, and near no other


class Loops(Protocol):
    """The inner loops that the search of a gap calls; `Kernels` has them, plain or compiled."""

    def runs(self, a: Ints, b: Ints, width: int, most: int) -> Ints:
        """See `Kernels.runs`."""

    def chain(self, runs: Ints) -> Ints:
        """See `Kernels.chain`."""

    def path(self, scores: Scores, opening: float) -> Ints:
        """See `Kernels.path`."""

    def gains(self, one: Reading, other: Reading, weight: Scores, gap: Gap, costs: GapCosts) -> Scores:
        """See `Kernels.gains`."""


class GapCosts(NamedTuple):
    """The numbers that the search of a gap goes by; see `parameters/align.toml`.

    They are handed over with every call: a compiled kernel that is kept on disk would not see a number
    of its module change.
    """

    largest: int  # cells of a gap that is searched whole
    near_cells: int  # of a gap in which near-equal words are looked for
    near: float  # share of letters that near-equal words have in common, in order
    near_letters: int  # of a word that can be near another: he is not near the
    near_weight: float  # of what the lesser of two near-equal words tells
    figures_weight: float  # the same of two different figures: partners rather than strangers
    openings: tuple[tuple[int, float], ...]  # words of the gap's longer side, rising: the cost of a block
    opening: float  # in larger gaps
    ways: int  # in which two words may pair up in a gap too large to search whole


@dataclass(frozen=True)
class Spelling:
    """The words of a text, case folded."""

    words: list[str]

    @cached_property
    def letters(self) -> tuple[Ints, NDArray[np.int64], Flags]:
        """Code points of all words, each word's bounds in them, and which words begin with a digit."""
        codes = code_points("".join(self.words))
        return codes, np.cumsum([0, *map(len, self.words)]), self.figures

    @cached_property
    def figures(self) -> Flags:
        """Which words begin with a digit."""
        return np.array([word[:1].isdigit() for word in self.words], np.bool_)


class Reading(NamedTuple):
    """One of two texts on the way to being aligned."""

    ids: Ints  # word numbers, equal where folded words of both texts are
    free: Flags  # words that have no partner yet
    spelling: Spelling


def blocks(kernels: Loops, one: Reading, other: Reading, weight: Scores, gaps: Ints, costs: GapCosts) -> Ints:
    """See `Kernels.blocks`. Works on a stack, not by recursion: hostile text cannot exhaust it."""
    found: list[_Block] = []
    for gap in gaps.tolist():
        waiting = [tuple(gap)]
        while waiting:
            i, j, end_i, end_j = here = waiting.pop()
            if i >= end_i or j >= end_j or (end_i - i == 1 and end_j - j == 1):
                continue
            some = _searched(kernels, (one, other), weight, here, costs)
            found += some
            if some and max(end_i - i, end_j - j) > costs.openings[0][0]:
                waiting += _between(some, here)
    return np.array(found, np.int32).reshape(-1, 5)


def _searched(
    kernels: Loops, both: tuple[Reading, Reading], weight: Scores, gap: Gap, costs: GapCosts
) -> list[_Block]:
    """The blocks of one gap."""
    one, other = both
    i, j, end_i, end_j = gap
    if (end_i - i) * (end_j - j) > costs.largest:
        return _sparse(kernels, both, weight, gap, costs)
    size = max(end_i - i, end_j - j)
    opening = next((cost for most, cost in costs.openings if size <= most), costs.opening)
    pairs = kernels.path(kernels.gains(one, other, weight, gap, costs), opening)
    return _runs(one.ids, other.ids, pairs + np.array([i, j], np.int32))


def gains(one: Reading, other: Reading, weight: Scores, gap: Gap, costs: GapCosts) -> Scores:
    """See `Kernels.gains`."""
    rows, columns = slice(gap[0], gap[2]), slice(gap[1], gap[3])
    left, right = one.ids[rows], other.ids[columns]
    table = np.where(left[:, None] == right[None, :], weight[left][:, None], np.float32(0))
    if table.size <= costs.near_cells:
        lesser = np.minimum(weight[left][:, None], weight[right][None, :])
        near = _near((one.spelling, rows), (other.spelling, columns), costs)
        table = np.maximum(table, near * lesser)
    table[~one.free[rows]] = 0
    table[:, ~other.free[columns]] = 0
    return table.astype(np.float32)


def _near(one: tuple[Spelling, slice], other: tuple[Spelling, slice], costs: GapCosts) -> Scores:
    """How near some words of two texts are in spelling: a slip, an ending, another figure."""
    (spelt_a, rows), (spelt_b, columns) = one, other
    left, right = [
        [w if len(w) <= LONGEST_WORD else "" for w in side]
        for side in (spelt_a.words[rows], spelt_b.words[columns])
    ]
    alike = edits.similarities(left, right, costs.near)
    long_enough = np.array([len(word) >= costs.near_letters for word in left], np.float32)
    table: Scores = (alike * long_enough[:, None] * np.float32(costs.near_weight)).astype(np.float32)
    table[spelt_a.figures[rows, None] & spelt_b.figures[None, columns]] = costs.figures_weight
    return table


def _sparse(
    kernels: Loops, both: tuple[Reading, Reading], weight: Scores, gap: Gap, costs: GapCosts
) -> list[_Block]:
    """A gap too large to search whole: runs of two words that tell enough, chained."""
    one, other = both
    i, j, end_i, end_j = gap
    left = np.where(one.free[i:end_i], one.ids[i:end_i], -1)
    right = np.where(other.free[j:end_j], other.ids[j:end_j], -2)
    runs = kernels.runs(left, right, 2, costs.ways)
    total = np.r_[0, np.cumsum(np.where(left >= 0, weight[left], 0))]
    telling = total[runs[:, 0] + runs[:, 2]] - total[runs[:, 0]] >= costs.opening
    chain = kernels.chain(runs[telling]).tolist()
    return [(i + x, i + x + size, j + y, j + y + size, True) for x, y, size in chain]


def _runs(ids_a: Ints, ids_b: Ints, pairs: Ints) -> list[_Block]:
    """Matched cells as runs of neighbours, equal words and near-equal ones apart."""
    if not len(pairs):
        return []
    equal = ids_a[pairs[:, 0]] == ids_b[pairs[:, 1]]
    breaks = np.any(np.diff(pairs, axis=0) != 1, axis=1) | (equal[1:] != equal[:-1])
    firsts = np.flatnonzero(np.r_[True, breaks]).tolist()
    lasts = np.flatnonzero(np.r_[breaks, True]).tolist()
    rows = pairs.tolist()
    return [
        (rows[f][0], rows[last][0] + 1, rows[f][1], rows[last][1] + 1, bool(equal[f]))
        for f, last in zip(firsts, lasts, strict=True)
    ]


def _between(found: list[_Block], gap: Gap) -> list[Gap]:
    """What is left of a gap on both sides of each block."""
    starts = [gap[:2], *((one[1], one[3]) for one in found)]
    ends = [*((one[0], one[2]) for one in found), gap[2:]]
    return [(*low, *high) for low, high in zip(starts, ends, strict=True)]
