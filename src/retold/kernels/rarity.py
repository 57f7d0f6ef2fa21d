"""What a key that articles share weighs, by how many hold it: the fewer, the more it tells.

    weights(common)[holders]

Weights are whole numbers, in parts of `UNIT`, so that they add up to the same in any order.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

UNIT = 1024


def weights(common: int) -> NDArray[np.int64]:
    """The weight of a key by how many hold it, up to `common`, in parts of `UNIT`; 0 for none."""
    return np.array([0, *(round(UNIT * rarity(k, common)) for k in range(1, common + 1))], np.int64)


def rarity(holders: int, common: int) -> float:
    """What an n-gram in so many articles weighs: 1 for two, towards 0 for many.

    >>> rarity(2, 60), round(rarity(60, 60), 2)
    (1.0, 0.2)
    """
    return float(np.log2(1 + common / holders) / np.log2(1 + common / 2))
