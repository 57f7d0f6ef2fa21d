"""In which order versions are brought together: the most alike first.

The order follows from the texts and ids alone, not from the order of the input.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from retold import parameters
from retold.algorithms import linkage
from retold.kernels import Kernels
from retold.tables import Ints

Floats = NDArray[np.float32]
_P = parameters.of("collate", "guide")
_WIDTH = _P.integer("width")


def merges(ids: Sequence[Ints], kernels: Kernels) -> list[tuple[int, int]]:
    """Merges by average linkage: pairs of cluster numbers; the k-th merge makes cluster n + k.

    Likeness is the Dice coefficient of word n-grams.
    """
    widths = [min(_WIDTH, max(1, len(one))) for one in ids]
    grams = [kernels.windows(one.astype(np.int64), width) for one, width in zip(ids, widths, strict=True)]
    return [(i, j) for i, j, _ in linkage.merges(_likeness(grams))]


def _likeness(grams: list[NDArray[np.int64]]) -> Floats:
    """Dice coefficients of all pairs, from one sorted list of all n-grams."""
    sets = [np.unique(one) for one in grams]
    sizes = np.array([max(1, len(one)) for one in sets], np.float32)
    versions = np.repeat(np.arange(len(sets)), [len(one) for one in sets])
    _, key = np.unique(np.concatenate([np.zeros(0, np.int64), *sets]), return_inverse=True)
    shared = np.zeros((len(sets), len(sets)), np.float32)
    order = np.lexsort((versions, key))
    groups = np.split(versions[order], np.flatnonzero(np.diff(key[order])) + 1)
    for holders in groups:
        if len(holders) > 1:
            shared[np.ix_(holders, holders)] += 1
    dice: Floats = 2 * shared / (sizes[:, None] + sizes[None, :])
    return dice
