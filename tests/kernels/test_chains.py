"""Common runs and their heaviest chain, plainly."""

from __future__ import annotations

import numpy as np

from retold.kernels import chains


def runs(*rows: tuple[int, int, int]) -> np.ndarray:
    return np.array(rows, np.int32).reshape(-1, 3)


def test_places_with_equal_hashes_are_seeds_by_diagonal() -> None:
    found = chains.seeds(np.array([7, 8, 9]), np.array([9, 7, 8]), most=4)
    assert found.tolist() == [[2, 0], [0, 1], [1, 2]]


def test_a_hash_that_pairs_up_too_often_is_no_seed() -> None:
    many = np.zeros(3, np.int64)
    assert len(chains.seeds(many, many, most=8)) == 0
    assert len(chains.seeds(many, many, most=9)) == 9


def test_seeds_grow_as_far_as_the_words_agree() -> None:
    a, b = np.array([1, 2, 3, 4], np.int32), np.array([9, 1, 2, 3], np.int32)
    assert chains.grown(a, b, np.array([[1, 2]], np.int32), 1).tolist() == [[0, 1, 3]]


def test_what_is_left_of_a_run_is_free_in_both_texts() -> None:
    free_a, free_b = np.array([True, True, False, True, True]), np.array([True, True, True, True, False])
    assert chains.left(runs((0, 0, 5)), free_a, free_b, 2).tolist() == [[0, 0, 2]]
    assert chains.left(runs((0, 0, 5)), free_a, free_b, 1).tolist() == [[0, 0, 2], [3, 3, 1]]


def test_the_chain_goes_back_from_its_last_run() -> None:
    last, before = chains.chained(runs((0, 0, 5), (0, 9, 8), (10, 10, 5)))
    assert last == 2
    assert before == [-1, -1, 0]


def test_overlapping_runs_are_trimmed() -> None:
    assert chains.trimmed(runs((0, 0, 5), (3, 3, 5))).tolist() == [[0, 0, 5], [5, 5, 3]]
