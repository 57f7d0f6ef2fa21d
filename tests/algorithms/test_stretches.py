"""Stretches of flags."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from retold.algorithms.stretches import ranges, stretches


@given(st.lists(st.booleans()), st.integers(0, 50))
def test_stretches_hold_the_flags_and_nothing_else_and_none_touch(flags: list[bool], first: int) -> None:
    found = list(stretches(np.array(flags, np.bool_), first))
    assert [k for one in found for k in one] == [first + k for k, flag in enumerate(flags) if flag]
    assert all(a.stop < b.start for a, b in pairwise(found))


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(0, 6))))
def test_ranges_stand_one_after_the_other(some: list[tuple[int, int]]) -> None:
    firsts, counts = (np.array([one[k] for one in some], np.int64) for k in (0, 1))
    every = [first + k for first, count in some for k in range(count)]
    assert ranges(firsts, counts).tolist() == every
