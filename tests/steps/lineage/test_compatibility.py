"""Loci that contradict the others say little."""

from __future__ import annotations

import itertools

import pytest

from retold.steps.lineage import compatibility
from retold.steps.lineage.readings import Readings
from tests.steps.lineage.helpers import parted


def against(times: int) -> Readings:
    """Three ways to part that go together, each so often, and one place that contradicts them all."""
    together = ("11110000", "11000000", "00001100")
    return parted(*[side for side in together for _ in range(times)], "10101010")


def test_places_that_one_tree_explains_keep_their_weight() -> None:
    found = compatibility.weighted(parted(*["11000000", "11110000", "00001100", "10000000"] * 30))
    assert found.weights.min() == 1.0


def test_a_place_that_contradicts_all_others_loses_its_weight() -> None:
    found = compatibility.weighted(against(times=100))
    assert found.weights[-1].max() < 0.2
    assert found.weights[:-1].min() > 0.9


def test_few_shared_readings_are_not_held_against_each_other() -> None:
    found = compatibility.weighted(against(times=3))
    assert found.weights.min() == 1.0


def test_a_private_reading_contradicts_none() -> None:
    found = compatibility.weighted(parted(*["11110000"] * 60, "10101010", "00000001"))
    assert found.weights[-1].tolist() == [1.0, 1.0]


@pytest.mark.parametrize("count", [4, 5, 8, 9])
def test_the_chance_of_a_contradiction_is_the_share_of_all_ways_to_part_blindly(count: int) -> None:
    chances = compatibility._chances(count)
    for a, b in itertools.product(range(2, count // 2 + 1), repeat=2):
        first = set(range(a))
        others = [set(one) for one in itertools.combinations(range(count), b)]
        four = sum(
            bool(first & o) and bool(first - o) and bool(o - first) and len(first | o) < count for o in others
        )
        assert chances[a, b] == pytest.approx(four / len(others))
