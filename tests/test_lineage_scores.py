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
