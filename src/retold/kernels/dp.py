"""The inner loops of aligning two texts, compiled: common runs, their chain, and the words between.

The plain twins stand in `reference` and `gaps`, those of runs and their chain in `chains`; the shared tests
hold them equal.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from retold.kernels.chains import CUTS
from retold.kernels.gaps import Gap, GapCosts
from retold.kernels.reference import MIX, NEVER, PRIME
from retold.kernels.scan import number_of
from retold.kernels.spelling import Text, gains
from retold.kernels.tokens import jit
from retold.tables import Hashes, Ints

Numbers = NDArray[np.int64]
Scores = NDArray[np.float32]
Flags = NDArray[np.bool_]

_NOTHING = np.float32(0)


@jit
def window(forms: Hashes, first: int, width: int) -> np.int64:
    """The hash of `width` forms from `first`."""
    value = np.int64(width)
    for place in range(first, first + width):
        value = (value * PRIME) ^ (forms[place] * MIX)
    return value ^ ((value >> 31) & np.int64(0x1FFFFFFFF))


@jit
def numbered(one: Hashes, places_a: Ints, other: Hashes, places_b: Ints) -> tuple[Ints, Ints, Hashes]:
    """See `Kernels.numbered`: two rising arrays merged."""
    every, count = np.empty(len(one) + len(other), np.int64), 0
    rank_a, rank_b = np.empty(len(one), np.int32), np.empty(len(other), np.int32)
    i = j = 0
    while i < len(one) or j < len(other):
        first = j == len(other) or (i < len(one) and one[i] <= other[j])
        every[count] = one[i] if first else other[j]
        if i < len(one) and one[i] == every[count]:
            rank_a[i] = count
            i += 1
        if j < len(other) and other[j] == every[count]:
            rank_b[j] = count
            j += 1
        count += 1
    return rank_a[places_a], rank_b[places_b], every[:count].copy()


# ---- runs ----


@jit
def runs(a: Numbers, b: Numbers, width: int, most: int) -> Ints:
    """See `Kernels.runs`."""
    seeds = _seeds(a, b, width, most)
    found, count = np.empty((len(seeds), 3), np.int32), 0
    last_diagonal, last_end = np.int64(-1), np.int64(-1)  # of the last run, which may have grown over others
    for seed in seeds:
        diagonal, i = seed >> 32, seed & 0xFFFFFFFF
        if diagonal == last_diagonal and i < last_end:
            continue
        j = i + diagonal - len(a)
        end_i, end_j = i + width, j + width
        while i > 0 and j > 0 and a[i - 1] == b[j - 1]:
            i, j = i - 1, j - 1
        while end_i < len(a) and end_j < len(b) and a[end_i] == b[end_j]:
            end_i, end_j = end_i + 1, end_j + 1
        found[count, 0], found[count, 1], found[count, 2] = i, j, end_i - i
        count += 1
        last_diagonal, last_end = diagonal, end_i
    return found[:count].copy()


@jit
def _seeds(a: Numbers, b: Numbers, width: int, most: int) -> Numbers:
    """Pairs of places with equal windows, as diagonal (and length of a) << 32 | place in a, rising."""
    count_a, count_b = max(0, len(a) - width + 1), max(0, len(b) - width + 1)
    size = 16
    while size < 2 * (count_a + count_b):
        size *= 2
    table = np.zeros(size, np.int32)  # number + 1 of a hash, open addressing
    hashes = np.empty(count_a + count_b, np.int64)
    times, first = np.zeros((2, count_a + count_b), np.int64), np.full(count_a + count_b, -1, np.int64)
    number_a, number_b = np.empty(count_a, np.int64), np.empty(count_b, np.int64)
    known = 0
    for place in range(count_b):
        number_b[place], known = _number(table, hashes, known, window(b, place, width))
        times[1, number_b[place]] += 1
    for place in range(count_a):
        number_a[place], known = _number(table, hashes, known, window(a, place, width))
        times[0, number_a[place]] += 1
    following = np.empty(count_b, np.int64)  # the next place in b with the same window
    for place in range(count_b - 1, -1, -1):
        following[place] = first[number_b[place]]
        first[number_b[place]] = place
    total = 0
    for number in range(known):
        ways = times[0, number] * times[1, number]
        total += ways if ways <= most else 0
    seeds, count = np.empty(total, np.int64), 0
    for i in range(count_a):
        number = number_a[i]
        if times[0, number] * times[1, number] <= most:
            j = first[number]
            while j >= 0:
                seeds[count] = (j - i + len(a)) << 32 | i
                count += 1
                j = following[j]
    seeds.sort()
    return seeds


@jit
def _number(table: Ints, hashes: Numbers, known: int, value: np.int64) -> tuple[int, int]:
    """The number of a hash, and how many are known then."""
    return number_of(table, hashes, known, value, (value ^ (value >> 21)) & (len(table) - 1))


@jit
def left(runs: Ints, free_a: Flags, free_b: Flags, least: int) -> Ints:
    """See `Kernels.left`."""
    found, count = np.empty((16, 3), np.int32), 0
    for number in range(len(runs)):
        i, j, length = runs[number]
        size = 0
        for place in range(length + 1):
            if place < length and free_a[i + place] and free_b[j + place]:
                size += 1
                continue
            if size >= least:
                if count == len(found):
                    found = np.concatenate((found, np.empty_like(found)))
                found[count, 0], found[count, 1] = i + place - size, j + place - size
                found[count, 2] = size
                count += 1
            size = 0
    return found[:count].copy()


# ---- chain ----


@jit
def chain(runs: Ints) -> Ints:
    """See `Kernels.chain`; needs two runs or more."""
    events, rank_end, rank_open, cuts = _events(runs)
    count, places = len(runs), rank_end.max()
    best, holder = np.zeros(places + 1, np.int64), np.full(places + 1, -1, np.int64)
    weight, before = np.zeros(count, np.int64), np.full(count, -1, np.int64)
    for event in events:
        opening, run = event - count, event % count
        if opening < 0:
            _put(best, holder, rank_end[run], weight[run], run)
            continue
        found, last = _best(best, holder, rank_open[opening])
        gain = found + runs[run, 2] - 1 - cuts[opening]
        if gain > weight[run]:
            weight[run], before[run] = gain, last
    _, last = _best(best, holder, places)
    return _trimmed(runs, before, last)


@jit
def _events(runs: Ints) -> tuple[Numbers, Numbers, Numbers, Numbers]:
    """See `chains.chain_events`."""
    count = len(runs)
    ends = runs[:, 1].astype(np.int64) + runs[:, 2]
    places = np.unique(ends)
    when = np.empty(count * (1 + len(CUTS)), np.int64)
    when[:count] = runs[:, 0].astype(np.int64) + runs[:, 2]
    cuts = np.empty(count * len(CUTS), np.int64)
    opens = np.empty(count * len(CUTS), np.int64)
    for number in range(len(CUTS)):
        for run in range(count):
            at = number * count + run
            cuts[at] = min(CUTS[number], runs[run, 2] - 1)
            opens[at] = runs[run, 1] + cuts[at]
            when[count + at] = runs[run, 0] + cuts[at]
    order = np.argsort(when, kind="mergesort")
    return order, np.searchsorted(places, ends) + 1, np.searchsorted(places, opens, side="right"), cuts


@jit
def _best(best: Numbers, holder: Numbers, place: int) -> tuple[int, int]:
    weight, run = 0, -1
    while place > 0:
        if best[place] > weight:
            weight, run = int(best[place]), int(holder[place])
        place -= place & -place
    return weight, run


@jit
def _put(best: Numbers, holder: Numbers, place: int, weight: int, run: int) -> None:
    while place < len(best):
        if weight > best[place]:
            best[place] = weight
            holder[place] = run
        place += place & -place


@jit
def _trimmed(runs: Ints, before: Numbers, last: int) -> Ints:
    size = 0
    run = last
    while run >= 0:
        size += 1
        run = int(before[run])
    order = np.empty(size, np.int64)
    run = last
    for place in range(size - 1, -1, -1):
        order[place] = run
        run = int(before[run])
    kept = np.empty((size, 3), np.int32)
    count = end_i = end_j = 0
    for one in order:
        i, j, length = runs[one]
        cut = max(0, end_i - i, end_j - j)
        if cut < length:
            kept[count, 0], kept[count, 1], kept[count, 2] = i + cut, j + cut, length - cut
            count += 1
            end_i, end_j = i + length, j + length
    return kept[:count].copy()


# ---- gaps ----


@jit
def blocks(one: Text, other: Text, weight: Scores, gaps: Ints, costs: GapCosts) -> Ints:
    """See `Kernels.blocks`."""
    found, count = np.empty((64, 5), np.int32), 0
    for number in range(len(gaps)):
        waiting = [(gaps[number, 0], gaps[number, 1], gaps[number, 2], gaps[number, 3])]
        while waiting:
            i, j, end_i, end_j = waiting.pop()
            if i >= end_i or j >= end_j or (end_i - i == 1 and end_j - j == 1):
                continue
            rows = _searched((one, other), weight, (i, j, end_i, end_j), costs)
            while count + len(rows) > len(found):
                found = np.concatenate((found, np.empty_like(found)))
            found[count : count + len(rows)] = rows
            count += len(rows)
            if len(rows) and max(end_i - i, end_j - j) > costs.openings[0][0]:
                for row in rows:
                    waiting.append((i, j, row[0], row[2]))
                    i, j = row[1], row[3]
                waiting.append((i, j, end_i, end_j))
    return found[:count].copy()


@jit
def _searched(both: tuple[Text, Text], weight: Scores, gap: Gap, costs: GapCosts) -> Ints:
    """The blocks of one gap."""
    one, other = both
    i, j, end_i, end_j = gap
    if not one[1][i:end_i].any() or not other[1][j:end_j].any():
        return np.empty((0, 5), np.int32)
    if (end_i - i) * (end_j - j) > costs.largest:
        return _sparse(both, weight, gap, costs)
    opening, size = np.float32(costs.opening), max(end_i - i, end_j - j)
    for number in range(len(costs.openings) - 1, -1, -1):
        if size <= costs.openings[number][0]:
            opening = np.float32(costs.openings[number][1])
    return _rows(one[0], other[0], path(gains(one, other, weight, gap, costs), opening), i, j)


@jit
def _sparse(both: tuple[Text, Text], weight: Scores, gap: Gap, costs: GapCosts) -> Ints:
    """See `gaps._sparse`."""
    one, other = both
    i, j, end_i, end_j = gap
    left, right = one[0][i:end_i].astype(np.int64), other[0][j:end_j].astype(np.int64)
    total = np.zeros(len(left) + 1, np.float32)
    for place in range(len(left)):
        gain = weight[left[place]] if one[1][i + place] else _NOTHING
        total[place + 1] = total[place] + gain
        left[place] = left[place] if one[1][i + place] else -1
    for place in range(len(right)):
        right[place] = right[place] if other[1][j + place] else -2
    shared = runs(left, right, 2, costs.ways)
    telling, count = np.empty_like(shared), 0
    for run in shared:
        if np.float64(total[run[0] + run[2]]) - np.float64(total[run[0]]) >= costs.opening:
            telling[count] = run
            count += 1
    chained = chain(telling[:count]) if count > 1 else telling[:count]
    rows = np.ones((len(chained), 5), np.int32)
    for number in range(len(chained)):
        left_low, right_low, length = chained[number]
        rows[number, 0], rows[number, 1] = i + left_low, i + left_low + length
        rows[number, 2], rows[number, 3] = j + right_low, j + right_low + length
    return rows


@jit
def _rows(ids_a: Ints, ids_b: Ints, pairs: Ints, i: int, j: int) -> Ints:
    """Matched cells as runs of neighbours, equal words and near-equal ones apart."""
    rows, count = np.empty((len(pairs), 5), np.int32), 0
    for number in range(len(pairs)):
        here, there = pairs[number, 0] + i, pairs[number, 1] + j
        equal = 1 if ids_a[here] == ids_b[there] else 0
        if (
            count
            and rows[count - 1, 1] == here
            and rows[count - 1, 3] == there
            and rows[count - 1, 4] == equal
        ):
            rows[count - 1, 1], rows[count - 1, 3] = here + 1, there + 1
        else:
            rows[count, 0], rows[count, 1], rows[count, 2] = here, here + 1, there
            rows[count, 3], rows[count, 4] = there + 1, equal
            count += 1
    return rows[:count].copy()


# ---- paths ----


@jit
def path(scores: Scores, opening: np.float32) -> Ints:
    """See `Kernels.path`."""
    rows, columns = scores.shape
    matched = np.full((rows + 1, columns + 1), NEVER, np.float32)
    best = np.zeros((rows + 1, columns + 1), np.float32)
    matched[0, 0] = 0
    for i in range(1, rows + 1):
        for j in range(1, columns + 1):
            gain = scores[i - 1, j - 1]
            if gain > 0:
                matched[i, j] = max(matched[i - 1, j - 1], best[i - 1, j - 1] - opening) + gain
            if i == rows and j == columns:
                matched[i, j] += opening
            best[i, j] = max(best[i - 1, j], best[i, j - 1], matched[i, j])
    return _traced(matched, best, opening)


@jit
def _traced(matched: Scores, best: Scores, opening: np.float32) -> Ints:
    i, j = matched.shape[0] - 1, matched.shape[1] - 1
    pairs = np.empty((min(i, j), 2), np.int32)
    count = 0
    inside = False
    while i > 0 and j > 0:
        if not inside and best[i, j] == best[i - 1, j]:
            i -= 1
        elif not inside and best[i, j] == best[i, j - 1]:
            j -= 1
        else:
            i, j = i - 1, j - 1
            pairs[count, 0], pairs[count, 1] = i, j
            count += 1
            inside = i > 0 and j > 0 and matched[i, j] >= best[i, j] - opening
    return pairs[:count][::-1].copy()
