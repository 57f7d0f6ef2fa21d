"""Stretches of flags."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from retold.algorithms.stretches import stretches


@given(st.lists(st.booleans()), st.integers(0, 50))
def test_stretches_hold_the_flags_and_nothing_else_and_none_touch(flags: list[bool], first: int) -> None:
    found = list(stretches(np.array(flags, np.bool_), first))
    assert [k for one in found for k in one] == [first + k for k, flag in enumerate(flags) if flag]
    assert all(a.stop < b.start for a, b in pairwise(found))
