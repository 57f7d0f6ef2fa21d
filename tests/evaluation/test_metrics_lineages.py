"""Scores for lineages against values worked out by hand."""

from __future__ import annotations

import pytest

from evaluation.metrics import lineages as scores
from evaluation.metrics.scores import triple

SEEN = {"a", "b", "c", "d"}
CHAIN = [("a", "b"), ("b", "c"), ("c", "d")]


def test_f1_counts_over_families_and_not_family_by_family() -> None:
    counts = scores.tallied("x", CHAIN, CHAIN) + scores.tallied("x", [("x", "y")], [("y", "x")])
    assert set(triple(counts, "x ").values()) == {0.75}


def test_directed_edges_count_direction() -> None:
    """Three true edges, three reported, one right, one reversed: P = R = 1/3."""
    truth = [("a", "b"), ("b", "c"), ("a", "d")]
    found = scores.directed_edges(truth, [("a", "b"), ("c", "b"), ("c", "d")], SEEN)
    assert found.f1 == pytest.approx(1 / 3)


def test_undirected_edges_forgive_direction() -> None:
    truth = [("a", "b"), ("b", "c"), ("a", "d")]
    found = scores.undirected_edges(truth, [("a", "b"), ("c", "b"), ("c", "d")], SEEN)
    assert found.f1 == pytest.approx(2 / 3)


def test_unseen_nodes_match_by_the_articles_copied_from_them() -> None:
    """Names of unseen nodes do not matter; half of the copies must be the same."""
    truth = [("u", "a"), ("u", "b"), ("b", "c")]
    assert scores.directed_edges(truth, [("x9", "a"), ("x9", "b"), ("b", "c")], SEEN).f1 == 1.0
    wrong = scores.directed_edges(truth, [("x9", "a"), ("x9", "b"), ("a", "c")], SEEN)
    assert wrong.f1 == pytest.approx(2 / 3)
    assert scores.directed_edges(truth, [("x9", "a"), ("x9", "d")], SEEN).f1 == 0.0


def test_an_unseen_node_is_not_taken_for_its_only_copy() -> None:
    truth = [("u", "a"), ("a", "b")]
    assert scores.directed_edges(truth, [("a", "b")], SEEN).recall == 0.5


def test_common_source_pairs_reach_through_unseen_nodes() -> None:
    """The unseen u gave a and v; v gave b and c; d stands below a seen article and is no one's sibling."""
    edges = [("u", "a"), ("u", "v"), ("v", "b"), ("v", "c"), ("a", "d")]
    assert scores.common_source_pairs(edges, SEEN) == {("a", "b"), ("a", "c"), ("b", "c")}
    found = scores.common_sources(edges, [("x", "b"), ("x", "c"), ("x", "d")], SEEN)
    assert (found.precision, found.recall) == (pytest.approx(1 / 3), pytest.approx(1 / 3))


def test_origins_are_exact_only_as_a_set() -> None:
    name = scores.match_unseen([("u", "a"), ("u", "b")], [("x", "a"), ("x", "b")], SEEN)
    assert scores.origins_exact(["u", "c"], ["c", "x"], name)
    assert not scores.origins_exact(["u"], ["a"], name)
    assert not scores.origins_exact(["u", "c"], ["x"], name)


def test_each_unseen_node_is_matched_once_and_the_most_alike_first() -> None:
    """Node x has two of u's three copies, y all of them: y it is, and x stands for nothing."""
    truth = [("u", "a"), ("u", "b"), ("u", "c")]
    said = [("x", "a"), ("x", "b"), ("y", "a"), ("y", "b"), ("y", "c")]
    assert scores.match_unseen(truth, said, SEEN) == {"y": "u"}
    assert scores.directed_edges(truth, said, SEEN) == (0.6, 1.0, pytest.approx(0.75))


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
