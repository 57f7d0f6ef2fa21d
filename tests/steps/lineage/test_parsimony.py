"""What a tree costs."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retold.algorithms.trees import rerooted
from retold.steps.lineage import parsimony
from tests.steps.lineage.helpers import table_of, versions


def test_each_neighbour_of_a_version_beyond_the_second_is_a_fork() -> None:
    free = table_of(versions(1, 5))
    table = replace(free, fork=0.7)
    for tree, forks in (([-1, 0, 1, 2, 3], 0), ([-1, 0, 0, 0, 3], 1), ([-1, 0, 0, 0, 0], 2)):
        dearer = parsimony.total(table, tree, 0.0) - parsimony.total(free, tree, 0.0)
        assert dearer == pytest.approx(0.7 * forks)


@given(st.integers(0, 10_000))
@settings(max_examples=20, deadline=None)
def test_a_tree_costs_the_same_wherever_it_is_hung_up(seed: int) -> None:
    table = table_of(versions(seed, 6))
    rng = random.Random(seed)
    tree = [-1, *[rng.randrange(node) for node in range(1, 6)]]
    costs = [parsimony.total(table, rerooted(tree, root), 0.0) for root in range(6)]
    assert costs == pytest.approx([costs[0]] * 6)
