"""Sentences and clauses said in other words: matched by their telling words, in order or moved.

As the winner of PAN 2014 did (Sanchez-Perez et al.), sentences are likened by
the cosine of their weighted words; a clause that a longer sentence took in is
likened by how much of it is contained there.
"""

from __future__ import annotations

from bisect import bisect_left

import numpy as np
from numpy.typing import NDArray

from retold import parameters
from retold.steps.align import gaps
from retold.steps.align.workspace import Encoded, Run, Workspace
from retold.tables import Ints

_P = parameters.of("align", "rewording")
_MEETINGS = _P.integer("meetings")
_CLAUSE = _P.integer("clause")
_CONTAINED = _P.number("contained")
_TELLING = _P.number("telling")
_SPREAD = _P.integer("spread")
_OPENING = _P.number("opening")
_CELLS = _P.integer("cells")
_LEFT_OVER = _P.integer("left_over")

Likeness = tuple[int, int, float]


def alike_sentences(encoded: Encoded) -> list[Likeness]:
    """Pairs of sentences alike enough to be one reworded: (in a, in b, cosine), best first."""
    keys_a, keys_b = encoded.ids_a, encoded.ids_b
    found = _alike(keys_a, keys_b, encoded.sentences_a, encoded.sentences_b, encoded.weight)
    rows = [(i, j, score) for i, j, score, _ in found if score >= encoded.settings.reworded]
    return sorted(rows, key=lambda row: (-row[2], row[0], row[1]))


def is_sentence_free(workspace: Workspace) -> bool:
    """Whether some sentence of a has no word aligned yet, so that `align_sentences` may do something."""
    ranges = workspace.encoded.sentences_a
    total = np.concatenate([[0], np.cumsum(workspace.free_a)])
    return bool((total[ranges[:, 1]] - total[ranges[:, 0]] == ranges[:, 1] - ranges[:, 0]).any())


def align_sentences(workspace: Workspace, likenesses: list[Likeness]) -> None:
    """Align word by word what is free in sentences alike, where the order allows it."""
    encoded = workspace.encoded
    for i, j, _ in likenesses:
        low_a, high_a = encoded.sentences_a[i].tolist()
        low_b, high_b = encoded.sentences_b[j].tolist()
        if workspace.free_a[low_a:high_a].all():
            _ordered(workspace, (low_a, low_b), (high_a, high_b))


def align_clauses(workspace: Workspace) -> None:
    """Find each free clause of one text inside a free stretch of the other: a reworded move."""
    encoded = workspace.encoded
    left = _pieces(workspace.free_a, encoded.sentences_a)
    right = _pieces(workspace.free_b, encoded.sentences_b)
    if not len(left) or not len(right):
        return
    stems_a, stems_b, weight = encoded.stems
    found = _alike(stems_a, stems_b, left, right, weight)
    for i, j, _, contained in sorted(found, key=lambda row: (-row[3], row[0], row[1])):
        if contained >= _CONTAINED:
            _moved(workspace, left[i].tolist(), right[j].tolist())


# ---- likeness of pieces ----


def _alike(
    keys_a: Ints, keys_b: Ints, pieces_a: Ints, pieces_b: Ints, weight: NDArray[np.float32]
) -> list[tuple[int, int, float, float]]:
    """Pieces that share telling words: (in a, in b, cosine, share of the lighter one's weight)."""
    rows_a, words_a = _bags(keys_a, pieces_a)
    rows_b, words_b = _bags(keys_b, pieces_b)
    square = weight.astype(np.float64) ** 2
    norm_a = np.bincount(rows_a, square[words_a], minlength=len(pieces_a))
    norm_b = np.bincount(rows_b, square[words_b], minlength=len(pieces_b))
    left, right, shared = _meetings(rows_a, words_a, rows_b, words_b)
    met = left.astype(np.int64) << 32 | right
    order = np.argsort(met, kind="stable")
    firsts, which = _runs(met[order])
    pairs = met[order][firsts]
    dot = np.bincount(which, square[shared[order]], minlength=len(pairs))
    i, j = pairs >> 32, pairs & 0xFFFFFFFF
    cosine = dot / np.maximum(1e-9, np.sqrt(norm_a[i] * norm_b[j]))
    contained = dot / np.maximum(1e-9, np.minimum(norm_a[i], norm_b[j]))
    return list(zip(i.tolist(), j.tolist(), cosine.tolist(), contained.tolist(), strict=True))


def _bags(keys: Ints, pieces: Ints) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Each piece's different words: (piece, word) sorted by word, then piece."""
    sizes = pieces[:, 1] - pieces[:, 0]
    rows = np.repeat(np.arange(len(pieces)), sizes)
    places = np.arange(int(sizes.sum())) + np.repeat(pieces[:, 0] - (np.cumsum(sizes) - sizes), sizes)
    both = np.sort(keys[places].astype(np.int64) << 32 | rows)
    both = both[_runs(both)[0]]
    return both & 0xFFFFFFFF, both >> 32


def _runs(ordered: NDArray[np.int64]) -> tuple[NDArray[np.bool_], NDArray[np.int64]]:
    """Where each run of equal values begins, and for each value which run it stands in.

    Values that are in order need no `np.unique`, which takes several times as long on a few hundred.
    """
    firsts = np.ones(len(ordered), np.bool_)
    np.not_equal(ordered[1:], ordered[:-1], out=firsts[1:])
    return firsts, np.cumsum(firsts) - 1


def _meetings(
    rows_a: NDArray[np.int64],
    words_a: NDArray[np.int64],
    rows_b: NDArray[np.int64],
    words_b: NDArray[np.int64],
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """Pieces that meet in a word, for each word that not too many share."""
    low = np.searchsorted(words_b, words_a, side="left")
    count = np.searchsorted(words_b, words_a, side="right") - low
    _, which = _runs(words_a)
    count = np.where(count * np.bincount(which)[which] <= _MEETINGS, count, 0)
    within = np.arange(int(count.sum())) - np.repeat(np.cumsum(count) - count, count)
    places = np.repeat(low, count) + within
    return np.repeat(rows_a, count), rows_b[places], np.repeat(words_a, count)


# ---- in order ----


def _ordered(workspace: Workspace, low: tuple[int, int], high: tuple[int, int]) -> None:
    """Align two sentences between what is aligned before and after them."""
    before, after = _neighbours(workspace, low[0], high[0])
    start_b, end_b = max(low[1], before), min(high[1], after)
    if start_b < end_b and workspace.free_b[start_b:end_b].all():
        gaps.fill(workspace, (low[0], start_b), (high[0], end_b))


def _neighbours(workspace: Workspace, low: int, high: int) -> tuple[int, int]:
    """The place in b after which, and before which, words of a's range must stand."""
    workspace.main.sort()
    starts = [run.a_low for run in workspace.main]
    at = bisect_left(starts, low)
    before = workspace.main[at - 1].b_high if at else 0
    beyond = bisect_left(starts, high)
    after = workspace.main[beyond].b_low if beyond < len(workspace.main) else len(workspace.encoded.ids_b)
    return before, after


# ---- moved ----


def _pieces(free: NDArray[np.bool_], ranges: Ints) -> Ints:
    """Runs of free words within one sentence, of a clause's length or more."""
    if not len(ranges):
        return np.zeros((0, 2), np.int32)
    edges = np.zeros(len(free) + 1, np.bool_)
    edges[ranges[:, 0]] = True
    inside = np.zeros(len(free) + 2, np.bool_)
    inside[1:-1] = free
    starts = np.flatnonzero(inside[1:-1] & (~inside[:-2] | edges[:-1]))
    ends = np.flatnonzero(inside[1:-1] & (~inside[2:] | edges[1:])) + 1
    keep = ends - starts >= _CLAUSE
    return np.stack([starts[keep], ends[keep]], axis=1).astype(np.int32)


def _rounded(inner: tuple[int, int], piece: list[int]) -> tuple[int, int]:
    """The words found, with a word or two of their clause that lie beyond them."""
    low = piece[0] if inner[0] - piece[0] <= _LEFT_OVER else inner[0]
    high = piece[1] if piece[1] - inner[1] <= _LEFT_OVER else inner[1]
    return low, high


def _moved(workspace: Workspace, left: list[int], right: list[int]) -> None:
    """Set the words two clauses share against each other, if enough of them stand close together."""
    low, high = (left[0], right[0]), (left[1], right[1])
    if not workspace.free_a[low[0] : high[0]].all() or not workspace.free_b[low[1] : high[1]].all():
        return
    if (high[0] - low[0]) * (high[1] - low[1]) > _CELLS:
        return
    table = gaps.scores(workspace.encoded, low, high)
    pairs = workspace.encoded.kernels.path(table, _OPENING)
    if not len(pairs):
        return
    gain = table[pairs[:, 0], pairs[:, 1]]
    here, there = pairs[:, 0] + low[0], pairs[:, 1] + low[1]
    width_a, width_b = int(here[-1] - here[0]) + 1, int(there[-1] - there[0]) + 1
    narrow = max(width_a, width_b) <= _SPREAD * min(width_a, width_b)
    if gain.sum() >= _TELLING and narrow:
        low_a, high_a = _rounded((int(here[0]), int(here[-1]) + 1), left)
        low_b, high_b = _rounded((int(there[0]), int(there[-1]) + 1), right)
        workspace.add(Run(low_a, high_a, low_b, high_b, equal=False, moved=True))
        workspace.pair(here.tolist(), there.tolist())
