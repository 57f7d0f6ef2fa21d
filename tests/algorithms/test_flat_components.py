"""Connected components in flat arrays, against those of `components`."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from retold.algorithms import components, flat_components

PAIRS = st.lists(st.tuples(st.integers(0, 19), st.integers(0, 19)), max_size=30)


@given(PAIRS)
def test_large_graphs_are_parted_alike(pairs: list[tuple[int, int]]) -> None:
    one, other = np.array(pairs, np.int64).reshape(-1, 2).T
    expected = components.representatives(range(20), pairs)
    assert flat_components.smallest(20, one, other).tolist() == list(expected.values())
