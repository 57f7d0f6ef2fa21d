"""How near two words are in spelling, compiled: restricted edit distance over few candidates."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from retold.kernels.gaps import LONGEST_WORD, Gap, GapCosts
from retold.kernels.tokens import jit
from retold.tables import Ints

Numbers = NDArray[np.int64]
Scores = NDArray[np.float32]
Flags = NDArray[np.bool_]
Letters = tuple[Ints, Numbers, Flags]  # see `gaps.Spelling.letters`
Text = tuple[Ints, Flags, Letters]  # word numbers, which are free, how they are spelt

_NOTHING = np.float32(0)


@jit
def gains(one: Text, other: Text, weight: Scores, gap: Gap, costs: GapCosts) -> Scores:
    """See `gaps.gains`; words that are not free gain nothing."""
    i, j, end_i, end_j = gap
    table = np.zeros((end_i - i, end_j - j), np.float32)
    near = table.size <= costs.near_cells
    marks_a, marks_b = _marks(one[2], i, end_i, near), _marks(other[2], j, end_j, near)
    for row in range(end_i - i):
        if not one[1][i + row]:
            continue
        here = one[0][i + row]
        for column in range(end_j - j):
            there = other[0][j + column]
            if not other[1][j + column]:
                continue
            if here == there:
                table[row, column] = weight[here]
            if near:
                likely = (marks_a[row], marks_b[column])
                nearness = _near(one[2], other[2], (i + row, j + column), likely, costs)
                table[row, column] = max(table[row, column], nearness * min(weight[here], weight[there]))
    return table


@jit
def _marks(letters: Letters, low: int, high: int, wanted: bool) -> Numbers:
    """Which letters each word has, as bits; letters that share a bit are distinguished later."""
    codes, bounds, _ = letters
    marks = np.zeros(high - low if wanted else 0, np.int64)
    for number in range(len(marks)):
        for place in range(bounds[low + number], min(bounds[low + number + 1], bounds[low + number] + 256)):
            marks[number] |= np.int64(1) << (codes[place] & 63)
    return marks


@jit
def _near(
    one: Letters,
    other: Letters,
    words: tuple[int, int],
    marks: tuple[np.int64, np.int64],
    costs: GapCosts,
) -> np.float32:
    """See `gaps._near`."""
    if one[2][words[0]] and other[2][words[1]]:
        return np.float32(costs.figures_weight)
    low, high = one[1][words[0]], one[1][words[0] + 1]
    start, end = other[1][words[1]], other[1][words[1] + 1]
    size, longer = high - low, max(high - low, end - start)
    if size < costs.near_letters or longer > LONGEST_WORD:
        return _NOTHING
    least = max(abs(size - (end - start)), _bits(marks[0] & ~marks[1]), _bits(marks[1] & ~marks[0]))
    if 1.0 - least / longer < costs.near:
        return _NOTHING
    likeness = 1.0 - _distance(one[0][low:high], other[0][start:end]) / longer
    return np.float32(likeness) * np.float32(costs.near_weight) if likeness >= costs.near else _NOTHING


@jit
def _bits(value: np.int64) -> int:
    count = 0
    while value:
        value &= value - 1
        count += 1
    return count


@jit
def _distance(one: Ints, other: Ints) -> np.int64:
    """Letters to put in, leave out, exchange, or swap with the next (optimal string alignment)."""
    before, last = np.zeros(len(other) + 1, np.int64), np.arange(len(other) + 1)
    for i in range(1, len(one) + 1):
        row = np.empty(len(other) + 1, np.int64)
        row[0] = i
        for j in range(1, len(other) + 1):
            same = one[i - 1] == other[j - 1]
            row[j] = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (0 if same else 1))
            if i > 1 and j > 1 and one[i - 1] == other[j - 2] and one[i - 2] == other[j - 1]:
                row[j] = min(row[j], before[j - 2] + 1)
        before, last = last, row
    distance: np.int64 = last[len(other)]
    return distance
