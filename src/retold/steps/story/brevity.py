"""How much of what two texts have in common counts where they are brief: few words agree more by chance."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray


def counted(words: int | NDArray[Any], brief: int, whole: int) -> NDArray[np.float64]:
    """The share that counts of texts of so many words: n / (n + `brief`) of what it is at `whole` words.

    >>> counted(np.array([0, 24, 120, 400]), 22, 120).round(2).tolist()
    [0.0, 0.62, 1.0, 1.0]
    """
    found: NDArray[np.float64] = np.minimum(1.0, words / (words + brief) * ((whole + brief) / whole))
    return found
