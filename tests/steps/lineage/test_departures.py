"""Errors in common: what one version changed against its source, and another one has."""

from __future__ import annotations

import numpy as np

from retold.settings import LineageSearch
from retold.steps import collate
from retold.steps.lineage import departures, evidence, orient, readings
from retold.steps.lineage.graph import Edge, Graph
from retold.steps.lineage.orient import Hypothesis
from tests.steps.witnesses import witness

TEXT = "The mill of Tarn ground {} sacks in March and stood still in April, since no grain came by rail."
FIRST, SECOND, THIRD = "2031-04-01", "2031-04-02", "2031-04-03"


def hypothesis(*versions: tuple[str, str]) -> Hypothesis:
    """Versions with the figure and the day each has."""
    witnesses = [
        witness(TEXT.format(figure), name, published=when)
        for name, (figure, when) in zip("abcd", versions, strict=False)
    ]
    grid = collate.columns({one.id: one.text.split() for one in witnesses})
    clues = evidence.clues(witnesses, LineageSearch())
    nothing = np.zeros((len(versions),) * 2)
    return orient.hypothesis(orient.Observed(grid, readings.read(grid), clues, nothing), [])


def graph(copies: int, *, directed: bool = True) -> Graph:
    return Graph(copies + 1, {(0, copy): Edge(0.8, directed) for copy in range(1, copies + 1)})


def test_a_later_version_with_the_changed_figure_has_it_from_the_earlier_one() -> None:
    found = departures.shared(graph(2), hypothesis(("412", FIRST), ("421", SECOND), ("421", THIRD)))
    assert np.argwhere(found).tolist() == [[1, 2]]


def test_versions_of_one_day_tell_no_order() -> None:
    assert not departures.shared(graph(2), hypothesis(("412", FIRST), ("421", SECOND), ("421", SECOND))).any()


def test_what_the_source_has_too_shows_nothing() -> None:
    assert not departures.shared(graph(2), hypothesis(("412", FIRST), ("412", SECOND), ("412", THIRD))).any()


def test_without_a_sure_source_nobody_knows_what_was_changed() -> None:
    one = hypothesis(("412", FIRST), ("421", SECOND), ("421", THIRD))
    assert not departures.shared(graph(2, directed=False), one).any()
