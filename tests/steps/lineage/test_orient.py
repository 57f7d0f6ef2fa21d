"""From the skeleton to a directed graph."""

from __future__ import annotations

import numpy as np
import pytest

from retold.settings import LineageSearch
from retold.steps.lineage import evidence, orient, readings
from retold.steps.lineage.orient import Hypothesis, Observed
from retold.steps.lineage.skeleton import Tree
from tests.steps.lineage.helpers import columns

SHARPNESS, SUPPORT = 1.0, 0.6
CHAIN = {
    "a": "one two three four five six seven eight",
    "b": "one two three four five six other eight",
    "c": "one two three more five six other eight",
}


def observed(**texts: str) -> Observed:
    grid = columns(**texts)
    found = readings.read(grid)
    clues = evidence.clues(grid.witnesses, LineageSearch())
    return Observed(grid, found, clues, np.zeros((len(texts),) * 2))


def plain(**texts: str) -> Hypothesis:
    return orient.hypothesis(observed(**texts), ())


def test_a_distance_is_the_weight_of_the_readings_that_an_edge_brings_in() -> None:
    found = plain(**CHAIN)
    assert found.distance[0, 1] == pytest.approx(found.distance[1, 2])
    assert found.distance[0, 2] == pytest.approx(found.distance[0, 1] + found.distance[1, 2])
    assert np.diag(found.distance).tolist() == [0, 0, 0]


def test_versions_are_tied_to_the_nearest() -> None:
    graph = orient.graph(plain(**CHAIN), SHARPNESS, SUPPORT)
    assert {frozenset(ends) for ends in graph.edges} == {frozenset({0, 1}), frozenset({1, 2})}


def test_where_nothing_says_which_came_first_no_edge_has_a_direction() -> None:
    graph = orient.graph(plain(a="one two", b="one other"), SHARPNESS, SUPPORT)
    assert [edge.directed for edge in graph.edges.values()] == [False]


def test_held_to_a_tree_the_branching_has_its_edges_only() -> None:
    star = (-1, 0, 0)
    graph = orient.graph(orient.held_to(plain(**CHAIN), star), SHARPNESS, SUPPORT)
    assert {frozenset(ends) for ends in graph.edges} == {frozenset({0, 1}), frozenset({0, 2})}


def test_an_edge_from_a_strange_text_does_not_pay() -> None:
    given = observed(**CHAIN)
    alike, strange = (
        orient.hypothesis(given, ()),
        orient.hypothesis(Observed(given.grid, given.readings, given.clues, np.ones((3, 3))), ()),
    )
    off = ~np.eye(3, dtype=bool)
    assert (
        orient.scores(strange, SHARPNESS)[off] < orient.scores(alike, SHARPNESS)[off] - orient.STRANGE + 1e-9
    ).all()


def test_an_unseen_source_that_nothing_calls_for_is_not_assumed() -> None:
    found = orient.best_hypothesis(
        observed(**CHAIN), Tree((-1, 0, 1), 0.0, frozenset()), readings_of(CHAIN), SHARPNESS
    )
    assert found.unseen == ()
    assert orient.named(found) == set()


def readings_of(texts: dict[str, str]) -> np.ndarray:
    return readings.read(columns(**texts)).states.T
