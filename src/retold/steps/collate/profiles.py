"""Several versions set out in loci, and the alignment of two such sets.

A profile is a table: a row for each locus, a column for each version, the
word's number in its text or -1. Two profiles are aligned as two texts are:
anchors on what most versions read, chained, and the best path between them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from retold import parameters
from retold.algorithms import edits
from retold.kernels import Kernels
from retold.kernels.reference import Scores
from retold.tables import Ints

_P = parameters.of("collate", "profiles")
_ANCHOR = _P.integer("anchor")
_LARGEST = _P.integer("largest")
_VARIANTS = _P.integer("variants")
_VARIANT = _P.number("variant")
_NEAR_CELLS = _P.integer("near_cells")
_NEAR = _P.number("near")
_SPARSE = _P.number("sparse")
_NEAR_GAIN = _P.number("near_gain")
_WAYS = _P.integer("ways")
_OPENING = _P.number("opening")
_OPENING_LARGE = _P.number("opening_large")


@dataclass(frozen=True, slots=True, eq=False)
class Text:
    """One version: its words as numbers shared by all versions, and as folded letters."""

    ids: Ints
    words: Sequence[str]


@dataclass(frozen=True, slots=True, eq=False)
class Profile:
    """`cells[k, v]`: the word that version `versions[v]` has at locus k, -1 for none."""

    cells: Ints
    versions: tuple[int, ...]


@dataclass(frozen=True, slots=True, eq=False)
class _Sequence:
    """A profile as one line of readings: what most versions have, and all that any has."""

    forms: Ints  # [loci, versions] word numbers of the vocabulary, -1 for none
    held: Scores  # [loci] share of versions that have a word there
    consensus: Ints  # [loci] the commonest reading
    words: list[str]  # [loci] the same as letters


def single(texts: Sequence[Text], version: int) -> Profile:
    """A version by itself: each word in a locus of its own."""
    return Profile(np.arange(len(texts[version].ids), dtype=np.int32)[:, None], (version,))


def merge(one: Profile, other: Profile, texts: Sequence[Text], kernels: Kernels) -> Profile:
    """Both profiles in one, words that belong together in one locus."""
    left, right = _sequence(one, texts), _sequence(other, texts)
    pairs = _aligned(left, right, kernels)
    rows_left, rows_right = _rows(pairs, len(one.cells), len(other.cells))
    cells = np.concatenate([_taken(one.cells, rows_left), _taken(other.cells, rows_right)], axis=1)
    return Profile(cells, one.versions + other.versions)


def without(profile: Profile, version: int) -> Profile:
    """The profile less one version, and less the loci that only it filled."""
    keep = [k for k, one in enumerate(profile.versions) if one != version]
    cells = profile.cells[:, keep]
    return Profile(cells[(cells >= 0).any(axis=1)], tuple(profile.versions[k] for k in keep))


def _taken(cells: Ints, rows: Ints) -> Ints:
    empty = np.full((1, cells.shape[1]), -1, np.int32)
    return np.concatenate([cells, empty])[rows]  # row -1 is the empty one


def _rows(pairs: Ints, n: int, m: int) -> tuple[Ints, Ints]:
    """For each locus of the merged profile the locus of either part, -1 for none."""
    left, right = [], []
    i = j = 0
    for next_i, next_j in [*pairs.tolist(), (n, m)]:
        left += [*range(i, next_i), *([-1] * (next_j - j)), next_i]
        right += [*([-1] * (next_i - i)), *range(j, next_j), next_j]
        i, j = next_i + 1, next_j + 1
    return np.array(left[:-1], np.int32), np.array(right[:-1], np.int32)


def _sequence(profile: Profile, texts: Sequence[Text]) -> _Sequence:
    forms = np.full_like(profile.cells, -1)
    for k, version in enumerate(profile.versions):
        has = profile.cells[:, k] >= 0
        forms[has, k] = texts[version].ids[profile.cells[has, k]]
    consensus, column = _commonest(forms)
    word_numbers = profile.cells[np.arange(len(forms)), column]
    words = [
        texts[profile.versions[k]].words[w]
        for k, w in zip(column.tolist(), word_numbers.tolist(), strict=True)
    ]
    held = ((forms >= 0).mean(axis=1) if forms.size else np.zeros(len(forms))).astype(np.float32)
    return _Sequence(forms, held, consensus, words)


def _commonest(forms: Ints) -> tuple[Ints, Ints]:
    """For each locus the reading most versions have, and a version that has it."""
    if not len(forms):
        return np.zeros(0, np.int32), np.zeros(0, np.int32)
    ordered = np.sort(forms, axis=1)
    best = np.zeros(len(forms), np.int32)
    reading = ordered[:, -1].copy()
    for k in range(ordered.shape[1]):
        count = (ordered == ordered[:, k : k + 1]).sum(axis=1) * (ordered[:, k] >= 0)
        better = count > best
        best[better], reading[better] = count[better], ordered[better, k]
    return reading, np.argmax(forms == reading[:, None], axis=1).astype(np.int32)


# ---- alignment of two sequences of loci ----


def _aligned(left: _Sequence, right: _Sequence, kernels: Kernels) -> Ints:
    """Pairs of loci that belong together, in order: [k, 2]."""
    anchors = _anchored(left, right, kernels)
    parts = [np.zeros((0, 2), np.int32)]
    i = j = 0
    for next_i, next_j in [*anchors, (len(left.held), len(right.held))]:
        if i < next_i and j < next_j:
            parts.append(_between(left, right, (i, j), (next_i, next_j), kernels))
        if next_i < len(left.held) and next_j < len(right.held):
            parts.append(np.array([[next_i, next_j]], np.int32))
        i, j = next_i + 1, next_j + 1
    return np.concatenate(parts)


def _anchored(left: _Sequence, right: _Sequence, kernels: Kernels) -> list[tuple[int, int]]:
    """Places in long common runs of what at least half the versions have."""
    main_left, main_right = np.flatnonzero(left.held >= 0.5), np.flatnonzero(right.held >= 0.5)
    runs = kernels.runs(left.consensus[main_left], right.consensus[main_right], _ANCHOR, _WAYS)
    pairs = []
    for i, j, length in kernels.chain(runs).tolist():
        pairs += list(
            zip(main_left[i : i + length].tolist(), main_right[j : j + length].tolist(), strict=True)
        )
    return pairs


def _between(
    left: _Sequence, right: _Sequence, low: tuple[int, int], high: tuple[int, int], kernels: Kernels
) -> Ints:
    """The best path through one gap; what a gap too large has in common stays apart."""
    size = (high[0] - low[0]) * (high[1] - low[1])
    if size > _LARGEST:
        return np.zeros((0, 2), np.int32)
    small = max(high[0] - low[0], high[1] - low[1]) <= _VARIANTS
    scores = _scores(left, right, low, high)
    if small:
        scores = np.where(_real(left, right, low, high), np.maximum(scores, np.float32(_VARIANT)), scores)
    pairs = kernels.path(scores.astype(np.float32), _OPENING if small else _OPENING_LARGE)
    return pairs + np.array(low, np.int32)


def _real(left: _Sequence, right: _Sequence, low: tuple[int, int], high: tuple[int, int]) -> Scores:
    """Whether both loci hold words of the report, not of a page's furniture."""
    one = left.consensus[low[0] : high[0]] != FURNITURE
    other = right.consensus[low[1] : high[1]] != FURNITURE
    table: Scores = (one[:, None] & other[None, :]).astype(np.float32)
    return table


FURNITURE = np.iinfo(np.int32).max  # the number of every word inside furniture; it matches nothing


def _scores(left: _Sequence, right: _Sequence, low: tuple[int, int], high: tuple[int, int]) -> Scores:
    """The share of pairs of versions that read the same, a little less where few have a word."""
    one, other = left.forms[low[0] : high[0]], right.forms[low[1] : high[1]]
    same = _agreement(one, other)
    held = np.minimum(left.held[low[0] : high[0]][:, None], right.held[low[1] : high[1]][None, :])
    if same.size <= _NEAR_CELLS:
        near = _near(left.words[low[0] : high[0]], right.words[low[1] : high[1]])
        near *= _real(left, right, low, high)
        same = np.maximum(same, near)
    return (same * (_SPARSE + (1 - _SPARSE) * held)).astype(np.float32)


def _agreement(one: Ints, other: Ints) -> Scores:
    """How large a share of the readings at either locus the two have in common."""
    held_one, held_other = np.maximum(1, (one >= 0).sum(axis=1)), np.maximum(1, (other >= 0).sum(axis=1))
    total = np.zeros((len(one), len(other)), np.float32)
    for column in one.T:
        real = (column >= 0) & (column != FURNITURE)
        for against in other.T:
            total += (column[:, None] == against[None, :]) & real[:, None]
    both: Scores = (held_one[:, None] * held_other[None, :]).astype(np.float32)
    return (total / both).astype(np.float32)


def _near(left: list[str], right: list[str]) -> Scores:
    """What it brings to set words against each other that are near in spelling; [left, right]."""
    table: Scores = edits.similarities(left, right, _NEAR) * np.float32(_NEAR_GAIN)
    return table
