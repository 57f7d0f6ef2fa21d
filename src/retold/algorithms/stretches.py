"""Stretches of a row of flags."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray


def stretches(flags: NDArray[np.bool_], first: int = 0) -> Iterator[range]:
    """Ranges where the flags hold, as long as can be and in order, counted from `first`.

    >>> list(stretches(np.array([True, True, False, True]), 10))
    [range(10, 12), range(13, 14)]
    """
    edges = np.flatnonzero(np.diff(np.r_[False, flags, False].astype(np.int8))).tolist()
    for low, high in zip(edges[::2], edges[1::2], strict=True):
        yield range(first + low, first + high)
