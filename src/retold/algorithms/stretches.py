"""Stretches of a row: where flags hold, and the numbers of many ranges."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]


def stretches(flags: NDArray[np.bool_], first: int = 0) -> Iterator[range]:
    """Ranges where the flags hold, as long as can be and in order, counted from `first`.

    >>> list(stretches(np.array([True, True, False, True]), 10))
    [range(10, 12), range(13, 14)]
    """
    edges = np.flatnonzero(np.diff(np.r_[False, flags, False].astype(np.int8))).tolist()
    for low, high in zip(edges[::2], edges[1::2], strict=True):
        yield range(first + low, first + high)


def ranges(firsts: Numbers, counts: Numbers) -> Numbers:
    """The numbers `first, first + 1, …` of each range, one range after the other.

    >>> ranges(np.array([5, 0]), np.array([2, 3])).tolist()
    [5, 6, 0, 1, 2]
    """
    ends = np.cumsum(counts)
    found: Numbers = np.arange(ends[-1] if len(ends) else 0) + np.repeat(firsts - (ends - counts), counts)
    return found
