"""Versions set out in loci, and two such sets aligned."""

from __future__ import annotations

import numpy as np

from retold import kernels
from retold.steps.collate import profiles
from retold.steps.collate.profiles import FURNITURE, Profile, Text

KERNELS = kernels.choose("reference")


def texts(*versions: str) -> list[Text]:
    every = sorted({word for text in versions for word in text.split()})
    return [
        Text(np.array([every.index(word) for word in text.split()], np.int32), text.split())
        for text in versions
    ]


def merged(*versions: str) -> list[list[int]]:
    """The cells of two versions; -1 for none."""
    held = texts(*versions)
    one, other = (profiles.single(held, version) for version in (0, 1))
    return profiles.merge(one, other, held, KERNELS).cells.tolist()


def test_equal_words_share_a_locus_and_an_added_one_has_its_own() -> None:
    assert merged("one two three", "one two and three") == [[0, 0], [1, 1], [-1, 2], [2, 3]]


def test_two_readings_in_one_small_gap_share_a_locus() -> None:
    assert merged("one two three", "one deux three") == [[0, 0], [1, 1], [2, 2]]


def test_a_misspelt_word_stands_with_the_right_one() -> None:
    assert [1, 2] in merged("the harbour shut", "the old habrour shut")


def test_furniture_shares_no_locus() -> None:
    held = texts("one two", "one two")
    held[1].ids[1] = FURNITURE
    one, other = (profiles.single(held, version) for version in (0, 1))
    cells = profiles.merge(one, other, held, KERNELS).cells.tolist()
    assert [1, 1] not in cells
    assert len(cells) == 3


def test_a_version_taken_out_takes_its_own_loci_with_it() -> None:
    whole = Profile(np.array([[0, 0], [-1, 1], [1, 2]], np.int32), (4, 7))
    rest = profiles.without(whole, 7)
    assert rest.versions == (4,)
    assert rest.cells.tolist() == [[0], [1]]


def test_the_commonest_reading_is_the_consensus() -> None:
    reading, column = profiles._commonest(np.array([[5, 6, 6], [-1, 4, -1]], np.int32))
    assert reading.tolist() == [6, 4]
    assert column.tolist() == [1, 1]
