"""How two articles stand to each other: one word, and how likely each of four ways is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import retold
from retold.model import Derivation, Lineage, Relation
from retold.story import relation

A, B = retold.Article("a", "Lamps."), retold.Article("b", "Lamps.")
RELATIONS: tuple[Relation, ...] = ("a→b", "b→a", "common source", "unsure", "no common text")


def lineage(*edges: Derivation) -> Lineage:
    return Lineage((), edges, (), (1, 1))


def edge(source: str, copy: str, *, directed: bool = True) -> Derivation:
    return Derivation(source, copy, directed, support=0.9)


@given(derived=st.floats(0, 1), told=st.sampled_from(RELATIONS))
def test_the_four_ways_are_one_together(derived: float, told: Relation) -> None:
    found = relation.posterior(told, derived)
    assert sum(found.values()) == pytest.approx(1, abs=1e-5)
    assert all(0 <= chance <= 1 for chance in found.values())


@pytest.mark.parametrize("told", ["a→b", "b→a", "common source"])
def test_what_is_told_is_the_likeliest_of_what_surely_copies(told: Relation) -> None:
    found = relation.posterior(told, 0.98)
    assert max(found, key=lambda way: found[way]) == told


def test_the_more_is_copied_the_less_are_they_own_reports() -> None:
    own = [relation.posterior("unsure", derived)["own reports"] for derived in (0.0, 0.2, 0.5, 0.9, 1.0)]
    assert own == sorted(own, reverse=True) and own[0] == 1 and own[-1] == 0


def test_texts_with_nothing_in_common_are_own_reports() -> None:
    assert relation.posterior("no common text", 0.4)["own reports"] == 1


def test_the_word_follows_the_edge_and_an_edge_without_a_way_is_unsure() -> None:
    assert relation.of(A, B, lineage(edge("a", "b")), is_tied=True) == "a→b"
    assert relation.of(A, B, lineage(edge("b", "a")), is_tied=True) == "b→a"
    assert relation.of(A, B, lineage(edge("a", "b", directed=False)), is_tied=True) == "unsure"
    assert relation.of(A, B, lineage(edge("x", "a"), edge("x", "b")), is_tied=True) == "common source"
    assert relation.of(A, B, lineage(edge("a", "b")), is_tied=False) == "unsure"
