"""What is among numbers that rise."""

from __future__ import annotations

import numpy as np
import pytest

from retold.algorithms.rising import are_among


@pytest.mark.parametrize("seed", range(5))
def test_it_is_what_isin_says(seed: int) -> None:
    chance = np.random.default_rng(seed)
    values, known = chance.integers(0, 60, 40), np.sort(chance.integers(0, 60, 20 * seed))
    assert are_among(values, known).tolist() == np.isin(values, known).tolist()
    assert are_among(values[:0], known).tolist() == []
