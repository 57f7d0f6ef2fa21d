"""Arrays of a corpus that are put together from parts."""

from __future__ import annotations

import numpy as np

from retold.tables.corpus import Bags, Ties


def bag(forms: list[int], times: list[int]) -> Bags:
    return Bags(
        words=np.arange(len(forms), dtype=np.int32),
        times=np.array(times, np.uint16),
        bounds=np.array([0, len(forms)], np.int64),
        forms=np.array(forms, np.int64),
        shapes=np.zeros(len(forms), np.uint8),
    )


def test_bags_of_parts_share_one_vocabulary() -> None:
    whole = Bags.joined([bag([3, 7], [1, 2]), bag([5, 7], [4, 1])])
    assert len(whole) == 2 and whole.forms.tolist() == [3, 5, 7]
    assert [whole.forms[whole.words[a:b]].tolist() for a, b in [(0, 2), (2, 4)]] == [[3, 7], [5, 7]]


def test_ties_of_parts_follow_one_another() -> None:
    one = Ties(np.array([0], np.int32), np.array([1], np.int32), np.zeros((1, 2, 4)), np.array([True]))
    both = Ties.joined([one, one])
    assert len(both) == 2 and both.same.tolist() == [True, True]
