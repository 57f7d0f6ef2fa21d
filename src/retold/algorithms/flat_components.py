"""The connected components of a large graph whose nodes are numbers, in flat arrays; see `components`."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray


def smallest(size: int, a: NDArray[Any], b: NDArray[Any]) -> NDArray[np.int64]:
    """For each of the nodes 0 … size - 1 the smallest one of its component, by the pairs (a[i], b[i]).

    The same as `components.representatives`: in each round every component takes the smallest name
    that a pair brings it, and names are followed to their ends (Shiloach & Vishkin, "An O(log n) parallel
    connectivity algorithm", 1982); some rounds by the logarithm of the size.

    >>> smallest(4, np.array([3, 2]), np.array([2, 1])).tolist()
    [0, 1, 1, 1]
    """
    home = np.arange(size)
    while True:
        low, high = np.minimum(home[a], home[b]), np.maximum(home[a], home[b])
        if not (low < high).any():
            return home
        np.minimum.at(home, high, low)
        while (further := home[home]).tobytes() != home.tobytes():
            home = further
