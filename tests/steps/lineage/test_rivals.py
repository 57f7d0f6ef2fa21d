"""Other likely sources of a version."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from retold.model import Article
from retold.settings import LineageSearch
from retold.steps import collate
from retold.steps.lineage import evidence, orient, readings, rivals
from retold.steps.lineage.graph import Edge, Graph
from retold.steps.lineage.orient import Hypothesis
from tests.steps.witnesses import witness

TEXT = "The pier of Ostmark is shut until the divers have looked at its piles."
STAR = Graph(3, {(0, 1): Edge(0.8, True), (0, 2): Edge(0.8, True)})


def hypothesis(times: tuple[str | None, ...], agency: str | None) -> Hypothesis:
    """Three versions, word for word the same."""
    articles = [
        Article(name, TEXT, published=when, outlet=outlet)
        for name, when, outlet in zip("abc", times, (agency, "Ostmark Post", "Fell Sun"), strict=True)
    ]
    witnesses = [replace(witness(TEXT, one.id), article=one) for one in articles]
    grid = collate.columns({one.id: TEXT.split() for one in articles})
    clues = evidence.clues(witnesses, LineageSearch())
    return orient.hypothesis(orient.Observed(grid, readings.read(grid), clues, np.zeros((3, 3))), [])


TIMES = ("2031-03-01T08:00:00Z", "2031-03-01T10:00:00Z", "2031-03-01T12:00:00Z")


def test_an_equal_text_in_between_is_a_rival_with_less_than_half() -> None:
    (rival,) = rivals.rivals(STAR, hypothesis(TIMES, "Reuters"), 1.0)
    assert (rival.source, rival.copy, rival.instead_of) == (1, 2, 0) and 0.05 < rival.chance < 0.2


def test_without_an_agency_both_are_as_likely() -> None:
    (rival,) = rivals.rivals(STAR, hypothesis(TIMES, "Quay Herald"), 1.0)
    assert rival.chance == pytest.approx(0.5, abs=0.05)


def test_texts_alone_have_no_rivals() -> None:
    assert rivals.rivals(STAR, hypothesis((None, None, None), None), 1.0) == []


def test_no_version_becomes_its_own_ancestor() -> None:
    chain = Graph(3, {(0, 1): Edge(0.8, True), (1, 2): Edge(0.8, True)})
    found = rivals.rivals(chain, hypothesis((None,) * 3, "Reuters"), 1.0)
    assert found and all((one.source, one.copy) != (2, 1) for one in found)


def test_the_graph_with_a_rival_has_its_edge_in_place_of_the_other() -> None:
    found = rivals.with_rival(STAR, rivals.Rival(0.3, 1, 2, 0))
    assert found.edges == {(0, 1): Edge(0.8, True), (1, 2): Edge(0.3, True)}
