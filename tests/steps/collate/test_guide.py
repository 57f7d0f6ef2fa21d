"""In which order versions are brought together."""

from __future__ import annotations

import numpy as np

from retold import kernels
from retold.steps.collate import guide

KERNELS = kernels.choose("reference")


def ids(*numbers: int) -> np.ndarray:
    return np.array(numbers, np.int32)


def test_the_most_alike_are_brought_together_first() -> None:
    versions = [ids(1, 2, 3, 4), ids(9, 8, 7, 6), ids(1, 2, 3, 5)]
    assert guide.merges(versions, KERNELS) == [(0, 2), (3, 1)]


def test_versions_without_words_are_no_error() -> None:
    assert guide.merges([ids(), ids(1), ids()], KERNELS) == [(0, 1), (3, 2)]
    assert guide.merges([ids(1)], KERNELS) == []


def test_likeness_counts_each_pair_of_words_once() -> None:
    grams = [np.array([1, 1, 2]), np.array([1, 3])]
    assert guide._likeness(grams)[0, 1] == 0.5
