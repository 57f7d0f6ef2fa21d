"""Pairs of articles that meet in keys, by scan count.

For one article after another, all who share a key with it are counted up in an
array as long as the corpus; what was touched is looked at and wiped. Time grows
with the meetings, space with the corpus, whatever the number of pairs
(Li, Lu and Lu 2008, ScanCount).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from retold.kernels.tokens import jit
from retold.tables import Ints

Numbers = NDArray[np.int64]
Floats = NDArray[np.float64]


@jit
def turned(bounds: Numbers, articles: Ints, part: tuple[int, int]) -> tuple[Numbers, Ints]:
    """The keys of each article whose number lies in `part`, from the articles of each key."""
    low, high = part
    firsts = np.zeros(high - low + 1, np.int64)
    for article in articles:
        if low <= article < high:
            firsts[article - low + 1] += 1
    firsts = np.cumsum(firsts)
    free, keys = firsts[:-1].copy(), np.empty(firsts[-1], np.int32)
    for key in range(len(bounds) - 1):
        for place in range(bounds[key], bounds[key + 1]):
            if low <= articles[place] < high:
                keys[free[articles[place] - low]] = key
                free[articles[place] - low] += 1
    return firsts, keys


@jit
def met(
    held: tuple[Numbers, Ints],
    holds: tuple[Numbers, Ints],
    sizes: Ints,
    weights: Numbers,
    part: tuple[int, int],
    enough: tuple[int, float],
) -> tuple[Ints, Ints, Numbers, Numbers]:
    """The pairs whose lesser article lies in `part` that meet often and weightily enough: with both numbers.

    `held` has the articles of each key and `holds` the keys of each article of the part;
    `enough` is how often, and in what share of the lesser size, in the unit of the weights.
    """
    bounds, articles = held
    firsts, keys = holds
    least, share = enough
    sums = np.zeros(len(sizes), np.int64)  # times in the high half, weight in the low
    touched = np.empty(len(sizes), np.int32)
    found, count = np.empty((4, 1024), np.int64), 0
    for one in range(part[0], part[1]):
        met_with = 0
        for place in range(firsts[one - part[0]], firsts[one - part[0] + 1]):
            low, high = bounds[keys[place]], bounds[keys[place] + 1]
            gain = (np.int64(1) << 32) | weights[high - low]
            other = high - 1
            while articles[other] > one:
                if sums[articles[other]] == 0:
                    touched[met_with] = articles[other]
                    met_with += 1
                sums[articles[other]] += gain
                other -= 1
        for number in range(met_with):
            other = np.int64(touched[number])
            lesser = min(sizes[one], sizes[other])
            times, weight = sums[other] >> 32, sums[other] & 0xFFFFFFFF
            sums[other] = 0
            if times >= min(least, lesser) and weight >= share * lesser:
                if count == found.shape[1]:
                    found = np.concatenate((found, np.empty_like(found)), axis=1)
                found[0, count], found[1, count] = one, other
                found[2, count], found[3, count] = times, weight
                count += 1
    a, b = found[0, :count].astype(np.int32), found[1, :count].astype(np.int32)
    return a, b, found[2, :count].copy(), found[3, :count].copy()


@jit
def number_of(
    table: Ints, values: Numbers, known: int, value: int | np.int64, slot: int | np.int64
) -> tuple[int, int]:
    """The number of a value in a table of open addressing, a new one if it is not known yet.

    `table` has each number + 1 (its size is a power of two), `values` the known
    ones, `slot` is where the value is first looked for. Gives how many are known then, too.
    """
    while table[slot] > 0 and values[table[slot] - 1] != value:
        slot = (slot + 1) & (len(table) - 1)
    if table[slot] == 0:
        values[known] = value
        known += 1
        table[slot] = known
    return table[slot] - 1, known


@jit
def holders(
    hashes: Numbers, articles: Ints, stands: NDArray[np.bool_]
) -> tuple[Numbers, Numbers, Ints, Ints]:
    """See `Kernels.holders`."""
    size = 64
    while size < 2 * len(hashes):
        size *= 2
    table = np.zeros(size, np.int32)  # number + 1, open addressing
    found, times = np.empty(len(hashes), np.int64), np.zeros(len(hashes), np.int32)
    last, numbers = np.empty(len(hashes), np.int32), np.full(len(hashes), -1, np.int32)
    sizes, count = np.zeros(len(stands), np.int32), 0
    for row in range(len(hashes)):
        article = articles[row]
        if not stands[article]:
            continue
        # the lowest bits are those of the partition
        one, count = number_of(table, found, count, hashes[row], (hashes[row] >> 8) & (size - 1))
        if times[one] == 0 or last[one] != article:
            last[one] = article
            times[one] += 1
            sizes[article] += 1
            numbers[row] = one
    return *_shared(found[:count], times[:count], numbers, articles), sizes


@jit
def _shared(found: Numbers, times: Ints, numbers: Ints, articles: Ints) -> tuple[Numbers, Numbers, Ints]:
    """What two or more hold: the hash, how many hold it, and who."""
    free, kept, total = np.full(len(found), -1, np.int64), 0, 0
    for number in range(len(found)):
        if times[number] > 1:
            free[number] = total
            total += times[number]
            kept += 1
    hashes, counts, held = np.empty(kept, np.int64), np.empty(kept, np.int64), np.empty(total, np.int32)
    kept = 0
    for number in range(len(found)):
        if times[number] > 1:
            hashes[kept], counts[kept] = found[number], times[number]
            kept += 1
    for row in range(len(numbers)):
        number = numbers[row]
        if number >= 0 and times[number] > 1:
            held[free[number]] = articles[row]
            free[number] += 1
    return hashes, counts, held


# ---- words ----


@jit
def numbered(forms: Numbers, shapes: NDArray[np.uint8]) -> tuple[Numbers, NDArray[np.uint8], Ints]:
    """Different forms as they appear, the highest shape of each, and the number of each word's form."""
    size = 64
    while size < 2 * len(forms):
        size *= 2
    table = np.zeros(size, np.int32)  # number + 1, open addressing
    found, highest = np.empty(len(forms), np.int64), np.zeros(len(forms), np.uint8)
    numbers, count = np.empty(len(forms), np.int32), 0
    for place in range(len(forms)):
        one, count = number_of(table, found, count, forms[place], forms[place] & (size - 1))
        numbers[place] = one
        highest[one] = max(highest[one], shapes[place])
    return found[:count].copy(), highest[:count].copy(), numbers


@jit
def counted(numbers: Ints, bounds: Numbers, vocabulary: int) -> tuple[Ints, NDArray[np.uint16], Numbers]:
    """The different numbers of each text, rising, how often it has each, and the texts' bounds."""
    times = np.zeros(vocabulary, np.int64)
    held, often = np.empty(len(numbers), np.int32), np.empty(len(numbers), np.uint16)
    firsts, count = np.zeros(len(bounds), np.int64), 0
    for text in range(len(bounds) - 1):
        first = count
        for place in range(bounds[text], bounds[text + 1]):
            if times[numbers[place]] == 0:
                held[count] = numbers[place]
                count += 1
            times[numbers[place]] += 1
        held[first:count].sort()
        for place in range(first, count):
            often[place] = min(times[held[place]], 0xFFFF)
            times[held[place]] = 0
        firsts[text + 1] = count
    return held[:count].copy(), often[:count].copy(), firsts


# ---- likeness ----

Vectors = tuple[Numbers, Ints, NDArray[np.float32]]  # bounds, words, weights


@jit
def inverted(
    bounds: Numbers, words: Ints, weights: NDArray[np.float32], telling: NDArray[np.bool_]
) -> tuple[Numbers, Ints, NDArray[np.float32]]:
    """The articles of each telling word, rising, with its weight there."""
    firsts = np.zeros(len(telling) + 1, np.int64)
    for word in words:
        firsts[word + 1] += telling[word]
    firsts = np.cumsum(firsts)
    free = firsts[:-1].copy()
    articles, gains = np.empty(firsts[-1], np.int32), np.empty(firsts[-1], np.float32)
    for article in range(len(bounds) - 1):
        for place in range(bounds[article], bounds[article + 1]):
            word = words[place]
            if telling[word]:
                articles[free[word]], gains[free[word]] = article, weights[place]
                free[word] += 1
    return firsts, articles, gains


@jit
def likely(vectors: Vectors, held: Vectors, part: tuple[int, int], least: float) -> Numbers:
    """Pairs (a << 32 | b) with b in `part` whose telling words bring `least`."""
    bounds, words, weights = vectors
    firsts, articles, gains = held
    sums, touched = np.zeros(len(bounds) - 1, np.float64), np.empty(len(bounds) - 1, np.int32)
    keys, count = np.empty(1024, np.int64), 0
    for one in range(part[0], part[1]):
        met_with = 0
        for place in range(bounds[one], bounds[one + 1]):
            word = words[place]
            other = firsts[word]
            while other < firsts[word + 1] and articles[other] < one:
                if sums[articles[other]] == 0:
                    touched[met_with] = articles[other]
                    met_with += 1
                sums[articles[other]] += np.float64(weights[place]) * np.float64(gains[other])
                other += 1
        for number in range(met_with):
            other = touched[number]
            if np.round(sums[other], 9) >= least:
                if count == len(keys):
                    keys = np.concatenate((keys, np.empty_like(keys)))
                keys[count] = np.int64(other) << 32 | one
                count += 1
            sums[other] = 0
    return keys[:count].copy()


@jit
def dots(vectors: Vectors, keys: Numbers) -> Floats:
    """The product of the two vectors of each pair."""
    bounds, words, weights = vectors
    found = np.zeros(len(keys), np.float64)
    for number in range(len(keys)):
        one, other = keys[number] >> 32, keys[number] & 0xFFFFFFFF
        i, j = bounds[one], bounds[other]
        while i < bounds[one + 1] and j < bounds[other + 1]:
            if words[i] == words[j]:
                found[number] += np.float64(weights[i]) * np.float64(weights[j])
                i, j = i + 1, j + 1
            elif words[i] < words[j]:
                i += 1
            else:
                j += 1
    return found
