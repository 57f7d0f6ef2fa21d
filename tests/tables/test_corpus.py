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


def test_parts_are_given_up_as_they_are_taken_in() -> None:
    parts = [bag([5], [2]), bag([9], [1])]
    whole = Bags.joined(parts)
    assert not parts and whole.times.tolist() == [2, 1]
    assert len(Bags.joined([])) == 0


def test_ties_of_parts_follow_one_another() -> None:
    one = Ties(np.array([0], np.int32), np.array([1], np.int32), np.zeros((1, 2, 4)), np.array([True]))
    both = Ties.joined([one, one])
    assert len(both) == 2 and both.same.tolist() == [True, True]


def test_a_tie_is_found_by_its_articles() -> None:
    a, b = np.array([0, 0, 2], np.int32), np.array([1, 5, 3], np.int32)
    known = Ties(a, b, np.arange(24.0).reshape(3, 2, 4), np.array([True, False, True]))
    at = known.places(np.array([2, 0, 0], np.int32), np.array([3, 2, 1], np.int32))
    assert at.tolist() == [2, -1, 0]
    assert known.some(at[[0, 2]]).same.tolist() == [True, True]
    assert known.some(at[:0]).places(a, b).tolist() == [-1, -1, -1]
