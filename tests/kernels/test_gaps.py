"""The words between anchors, plainly."""

from __future__ import annotations

import numpy as np

from retold import kernels
from retold.kernels import gaps
from retold.kernels.gaps import GapCosts, Reading, Spelling

PLAIN = kernels.choose("reference")
COSTS = GapCosts(
    largest=1_000_000, near_cells=2_500, near=0.66, near_letters=4, near_weight=0.6, figures_weight=0.3,
    openings=((6, 0.1), (15, 0.45), (40, 0.9)), opening=1.6, ways=4,
)  # fmt: skip
EVEN = np.ones(30, np.float32)


def reading(words: str, every: list[str]) -> Reading:
    held = words.split()
    ids = np.array([every.index(word) for word in held], np.int32)
    return Reading(ids, np.ones(len(held), np.bool_), Spelling(held))


def both(one: str, other: str) -> tuple[Reading, Reading]:
    every = sorted({*one.split(), *other.split()})
    return reading(one, every), reading(other, every)


def gains(one: str, other: str, costs: GapCosts = COSTS) -> list[list[float]]:
    left, right = both(one, other)
    table = gaps.gains(left, right, EVEN, (0, 0, len(left.ids), len(right.ids)), costs)
    return [[round(float(value), 2) for value in row] for row in table]


def blocks(one: str, other: str, costs: GapCosts = COSTS) -> list[list[int]]:
    left, right = both(one, other)
    whole = np.array([[0, 0, len(left.ids), len(right.ids)]], np.int32)
    return gaps.blocks(PLAIN, left, right, EVEN, whole, costs).tolist()


def test_equal_words_gain_most_near_ones_less_and_figures_least() -> None:
    assert gains("harbour 40", "harbour habrour 60") == [[1.0, 0.51, 0.0], [0.0, 0.0, 0.3]]


def test_short_words_are_near_no_other() -> None:
    assert gains("the", "then") == [[0.0]]


def test_in_a_large_gap_no_near_words_are_looked_for() -> None:
    assert gains("harbour", "habrour", COSTS._replace(near_cells=0)) == [[0.0]]


def test_words_that_have_a_partner_gain_nothing() -> None:
    left, right = both("one two", "one two")
    left.free[0] = False
    assert gaps.gains(left, right, EVEN, (0, 0, 2, 2), COSTS).tolist() == [[0.0, 0.0], [0.0, 1.0]]


def test_a_block_that_costs_more_than_it_gains_is_not_taken() -> None:
    text, other = "alpha one bravo", "charlie one delta"
    assert blocks(text, other) == [[1, 2, 1, 2, 1]]
    assert blocks(text, other, COSTS._replace(openings=((6, 1.1),))) == []


def test_a_gap_too_large_to_search_takes_runs_that_tell_enough() -> None:
    text, other = "alpha bravo x y one two", "one two alpha bravo charlie"
    assert blocks(text, other, COSTS._replace(largest=1)) == [[0, 2, 2, 4, 1]]
    assert blocks(text, other, COSTS._replace(largest=1, opening=2.5)) == []


def test_letters_of_all_words_stand_in_one_array() -> None:
    codes, bounds, figures = Spelling(["ab", "3c"]).letters
    assert codes.tolist() == [97, 98, 51, 99]
    assert bounds.tolist() == [0, 2, 4]
    assert figures.tolist() == [False, True]
