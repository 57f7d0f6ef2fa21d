"""Parts of the compiled kernels by themselves; `test_kernels` holds the whole against the reference."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from retold import kernels
from retold.kernels import compiled, dp, reference, scan, spelling, tokens
from retold.kernels.gaps import Spelling

WORDS = st.text("abé", max_size=7)


@given(WORDS, WORDS)
@settings(deadline=None)  # the first call compiles
def test_the_compiled_distance_is_that_of_optimal_string_alignment(one: str, other: str) -> None:
    codes = [np.array([ord(letter) for letter in word], np.int32) for word in (one, other)]
    assert spelling._distance(*codes) == OSA.distance(one, other)


def test_bits_are_counted() -> None:
    assert [spelling._bits(np.int64(value)) for value in (0, 1, 6, 255)] == [0, 1, 2, 8]


def test_a_window_is_hashed_as_the_reference_does() -> None:
    forms = np.array([5, 6, 7, 8], np.int64)
    plain = reference.Kernels().windows(forms, 3)
    assert [dp.window(forms, first, 3) for first in (0, 1)] == plain.tolist()


def test_two_rising_arrays_are_numbered_alike() -> None:
    one, other = np.array([2, 5]), np.array([5, 9])
    ranks = dp.numbered(one, np.array([1, 0], np.int32), other, np.array([0, 1], np.int32))
    assert [part.tolist() for part in ranks] == [[1, 0], [1, 2], [2, 5, 9]]


def test_rows_of_a_table_are_turned_to_its_columns() -> None:
    bounds, articles = np.array([0, 2, 3], np.int64), np.array([0, 2, 2], np.int32)
    firsts, keys = scan.turned(bounds, articles, (0, 3))
    held = [keys[firsts[k] : firsts[k + 1]].tolist() for k in range(3)]
    assert held == [[0], [], [0, 1]]
    firsts, keys = scan.turned(bounds, articles, (1, 3))
    assert [part.tolist() for part in (firsts, keys)] == [[0, 0, 2], [0, 1]]


def test_threads_give_their_results_in_order() -> None:
    found = compiled.in_threads(lambda part: part, 100)
    assert found[0][0] == 0 and found[-1][1] == 100
    assert all(one[1] == other[0] for one, other in pairwise(found))
    assert compiled.in_threads(lambda part: part, 0) == [(0, 0)]


def test_a_code_point_is_read_from_its_bytes() -> None:
    for letter in "aé語😀":
        data = np.frombuffer(letter.encode(), np.uint8)
        assert tokens._code(data, 0) == (ord(letter), len(data))


def test_spelt_words_are_compared_by_their_letters() -> None:
    given_letters = Spelling(["harbour", "habrour"]).letters
    assert spelling._marks(given_letters, 0, 2, True)[0] == spelling._marks(given_letters, 0, 2, True)[1]
    assert kernels.choose("compiled").name == "compiled"
