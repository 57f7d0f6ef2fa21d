"""Numbers that rise: what is among them is found by halving; `np.isin` makes sets of both each time."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]


def are_among(values: Numbers, known: Numbers) -> NDArray[np.bool_]:
    """Which values are among the known ones, which rise. As `np.isin` says, which puts both in order first.

    >>> are_among(np.array([4, 1, 3]), np.array([1, 2, 3])).tolist()
    [False, True, True]
    """
    if not len(known):
        return np.zeros(len(values), np.bool_)
    at = np.searchsorted(known, values)
    at[at == len(known)] = 0
    found: NDArray[np.bool_] = known[at] == values
    return found
