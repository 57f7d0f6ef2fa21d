"""The scores for lineages against values worked out by hand."""

from __future__ import annotations

import doctest

import pytest

from evaluation import lineage_scores as scores

CHAIN = [("a", "b"), ("b", "c"), ("c", "d")]


def test_the_examples_in_the_docstrings_hold() -> None:
    found = doctest.testmod(scores)
    assert found.attempted >= 6
    assert found.failed == 0


def test_sign_similarity_of_a_chain_and_the_chain_with_its_ends_swapped() -> None:
    """True a-b-c-d, found d-b-c-a: from a and d two of three answers agree, from b and c two are half right."""
    true = scores.path_lengths(CHAIN, "abcd")
    found = scores.path_lengths([("d", "b"), ("b", "c"), ("c", "a")], "abcd")
    assert scores.sign_similarity(true, true, "abcd") == 1
    assert scores.sign_similarity(found, true, "abcd") == pytest.approx((2 + 1 + 1 + 2) / 12)


def test_versions_without_a_path_are_farther_than_any_path() -> None:
    """True a-b-c, found a-b alone: from a the answer agrees, from b and from c it is half right."""
    found, true = (
        scores.path_lengths([("a", "b")], "abc"),
        scores.path_lengths([("a", "b"), ("b", "c")], "abc"),
    )
    assert scores.sign_similarity(found, true, "abc") == pytest.approx((1 + 0.5 + 0.5) / 3)


def test_siblings_are_found_through_other_unseen_sources_only() -> None:
    edges = [("u", "a"), ("u", "w"), ("w", "b"), ("u", "s"), ("s", "c")]
    assert scores.siblings(edges, {"u", "w"}) == {frozenset("ab"), frozenset("as"), frozenset("bs")}


def test_f1_counts_over_families_and_not_family_by_family() -> None:
    tally = scores.Tally()
    tally.add(CHAIN, CHAIN)
    tally.add([("x", "y")], [("y", "x")])
    assert tally.precision == tally.recall == tally.f1 == 0.75


def test_ancestry_runs_through_every_source() -> None:
    """Copy d has c, and c has both a and b."""
    assert scores.ancestors([("a", "c"), ("b", "c"), ("c", "d")])["d"] == {"a", "b", "c"}


def test_ancestry_of_a_ring_ends() -> None:
    assert scores.ancestors([("a", "b"), ("b", "a")])["a"] == {"a", "b"}


def test_the_nearest_extant_ancestor_is_reached_through_unseen_ones_and_not_past_a_seen_one() -> None:
    """Nodes u and w are unseen: b has a through both, c has b and not a."""
    edges = [("a", "u"), ("u", "w"), ("w", "b"), ("b", "c"), ("u", "d")]
    assert scores.nearest_extant(edges, set("abcd")) == {("a", "b"), ("b", "c"), ("a", "d")}


def test_a_second_source_counts_only_beside_a_first_one() -> None:
    """Copy c has a and b, a being its main source; that d has b alone is wrong, but no second source."""
    assert scores.seconds([("a", "c"), ("b", "c"), ("b", "d")], [("a", "c"), ("a", "d")]) == {("b", "c")}
