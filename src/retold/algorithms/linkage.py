"""Average linkage (UPGMA; Sokal & Michener, "A statistical method for evaluating systematic
relationships", 1958), of a whole table of likenesses; of a sparse graph see `reciprocal`.

`merges` works on a table; ties go to the smaller numbers, so that the order of merging depends on nothing
but the table. Cubic, with each step a pass over the table: for the tens of items of one family that is
quicker than loading `scipy.cluster.hierarchy`, against which a test holds it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray


def merges(likeness: NDArray[Any]) -> Iterator[tuple[int, int, float]]:
    """All merges of a symmetric table of likenesses, none of them negative: the most alike first.

    Each is (number, number, mean likeness), numbers as in scipy: items come first, the k-th merge makes
    cluster n + k; the cluster with the smaller first item stands first. The diagonal does not count.

    >>> list(merges(np.array([[0.0, 0.25, 0.75], [0.25, 0.0, 0.5], [0.75, 0.5, 0.0]])))
    [(0, 2, 0.75), (3, 1, 0.375)]
    """
    table = likeness.copy()
    np.fill_diagonal(table, -1)
    number, size = list(range(len(table))), np.ones(len(table))
    for new in range(len(table), 2 * len(table) - 1):
        i, j = divmod(int(np.argmax(table)), len(table))
        i, j = min(i, j), max(i, j)
        yield number[i], number[j], float(table[i, j])
        average = (size[i] * table[i] + size[j] * table[j]) / (size[i] + size[j])
        gone = (table[i] < 0) | (table[j] < 0)
        table[i] = table[:, i] = np.where(gone, -1, average)
        table[j] = table[:, j] = -1
        size[i] += size[j]
        number[i] = new


def groups(likeness: NDArray[Any], least: float) -> list[list[int]]:
    """The items merged until no two groups are alike by `least` on average; each sorted, by first items.

    >>> groups(np.array([[0.0, 0.25, 0.75], [0.25, 0.0, 0.5], [0.75, 0.5, 0.0]]), 0.5)
    [[0, 2], [1]]
    """
    found = {item: [item] for item in range(len(likeness))}
    for new, (i, j, mean) in enumerate(merges(likeness), start=len(likeness)):
        if mean < least:
            break
        found[new] = sorted(found.pop(i) + found.pop(j))
    return sorted(found.values())
