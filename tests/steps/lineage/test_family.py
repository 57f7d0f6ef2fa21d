"""Passes over the graph of a family, on graphs made by hand: node 4 is unseen."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from itertools import permutations
from types import SimpleNamespace
from typing import cast

import numpy as np
import pytest

from retold.settings import LineageSearch
from retold.steps import collate, lineage
from retold.steps.lineage import family, orient
from retold.steps.lineage.graph import Edge, Graph
from retold.steps.lineage.orient import Hypothesis
from retold.steps.lineage.pricing import Prices

SURE, WEAK = 0.95, 0.2
SCORES = -np.array(
    [
        [0.0, 1.0, 5.0, 7.0, 9.0],
        [2.0, 0.0, 3.0, 8.0, 9.0],
        [6.0, 4.0, 0.0, 2.0, 9.0],
        [7.0, 8.0, 3.0, 0.0, 9.0],
        [1.0, 1.0, 1.0, 1.0, 0.0],
    ]
)
Ends = tuple[int, int]


def reattached(
    monkeypatch: pytest.MonkeyPatch,
    supports: Mapping[Ends, float],
    name: str | None = None,
    order: Sequence[int] = (0, 1, 2, 3),
) -> dict[Ends, Edge]:
    """The edges after `family._reattached`; version v of the graph is number `order[v]`."""
    place = [*order, 4]
    score = np.zeros_like(SCORES)
    score[np.ix_(place, place)] = SCORES
    made = Graph(4, {(place[u], place[v]): Edge(held, True) for (u, v), held in supports.items()})
    given = SimpleNamespace(unseen=(SimpleNamespace(name=name),), grid=SimpleNamespace(witnesses=range(4)))
    hypothesis = cast(Hypothesis, given)
    monkeypatch.setattr(orient, "scores", lambda _hypothesis, _sharpness: score)
    moved = family._reattached(made, hypothesis, Prices(4.0, 1.0))
    back = {there: here for here, there in enumerate(place)}
    return {(back[u], back[v]): edge for (u, v), edge in moved.edges.items()}


def test_a_version_hardly_tied_to_an_unseen_source_is_attached_to_the_likeliest_that_goes_back_to_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    edges = reattached(monkeypatch, {(4, 0): SURE, (4, 1): SURE, (4, 2): WEAK, (2, 3): SURE})
    assert {ends: edge.directed for ends, edge in edges.items()} == {
        (4, 0): True, (4, 1): True, (1, 2): False, (2, 3): True,
    }  # fmt: skip


def test_an_unseen_source_left_without_use_is_taken_out(monkeypatch: pytest.MonkeyPatch) -> None:
    edges = reattached(monkeypatch, {(4, v): WEAK for v in range(4)})
    assert set(edges) == {(2, 3), (2, 1), (1, 0)}
    assert not any(edge.directed for edge in edges.values())


def test_one_that_a_credit_names_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    edges = reattached(monkeypatch, {(4, v): WEAK for v in range(4)}, name="Gull Wire")
    assert set(edges) == {(4, 2), (2, 3), (2, 1), (1, 0)}


def test_the_order_of_the_versions_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    supports = {(4, 0): WEAK, (4, 1): WEAK, (4, 2): WEAK, (2, 3): WEAK}
    found = {frozenset(reattached(monkeypatch, supports, order=order)) for order in permutations(range(4))}
    assert len(found) == 1


def test_an_edge_that_stands_already_is_not_overwritten(monkeypatch: pytest.MonkeyPatch) -> None:
    edges = reattached(monkeypatch, {(4, 0): SURE, (4, 1): SURE, (4, 2): WEAK, (1, 2): SURE})
    assert edges[1, 2].support == SURE and edges[1, 2].directed
    assert (4, 2) in edges


@pytest.mark.long
def test_forty_versions_of_six_hundred_words_are_read_and_searched() -> None:
    rng = random.Random(1)
    texts = [[f"w{n}" for n in range(600)]]
    for number in range(39):
        copy = list(texts[rng.randrange(len(texts))])
        for place in rng.sample(range(600), 12):
            copy[place] = f"x{number}.{place}"
        texts.append(copy)
    found = lineage.infer(collate.columns({f"{n:02}": t for n, t in enumerate(texts)}), LineageSearch())
    assert len(found.derivations) >= 39


def test_an_unseen_source_weighs_what_it_saves_and_not_what_bars_other_edges() -> None:
    lost = ["w" * (1 + place) for place in range(80)]
    copies = {
        f"copy{c}": ["abcd"[c] * (1 + place) if place % 5 == c else word for place, word in enumerate(lost)]
        for c in range(4)
    }
    found = lineage.infer(collate.columns(copies), LineageSearch())
    (unseen,) = [node for node in found.nodes if not node.seen]
    assert 0 < unseen.evidence[0].weight < 100
