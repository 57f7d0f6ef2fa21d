"""On how many origins a reading rests."""

from __future__ import annotations

from retold.model import Lineage
from retold.steps.claims import origins
from tests.steps.claims.lineages import edge, lineage, node

UNSEEN = node("u", seen=False, called="Norda")


def test_copies_of_one_unseen_source_are_one_origin() -> None:
    way = lineage([node("a"), node("b"), UNSEEN], [edge("u", "a"), edge("u", "b")], ["u"])
    assert origins.of(["a", "b"], way).ids == ("u",)


def test_a_chain_is_one_origin_its_root() -> None:
    way = lineage([node("a"), node("b"), node("c")], [edge("a", "b"), edge("b", "c")], ["a"])
    assert origins.of(["a", "b", "c"], way).ids == ("a",)


def test_articles_joined_only_through_one_that_lacks_it_are_two_origins() -> None:
    way = lineage([node("a"), node("b"), node("c")], [edge("b", "a"), edge("b", "c")], ["b"])
    assert origins.of(["a", "c"], way).ids == ("a", "c")


def test_what_a_source_left_out_goes_back_to_the_source_above_it() -> None:
    way = lineage([node("a"), node("b"), node("c")], [edge("a", "b"), edge("b", "c")], ["a"])
    assert origins.of(["a", "c"], way) == (("a",), 1, 2)


def test_a_source_with_another_reading_parts_its_copy_from_the_source_above() -> None:
    way = lineage([node("a"), node("b"), node("c")], [edge("a", "b"), edge("b", "c")], ["a"])
    assert origins.of(["a", "c"], way, rivals=["b"]).ids == ("a", "c")


def test_what_a_copy_added_rests_on_the_copy() -> None:
    way = lineage([node("a"), node("b"), node("c")], [edge("a", "b"), edge("b", "c")], ["a"])
    assert origins.of(["b", "c"], way).ids == ("b",)


def test_an_undirected_part_is_one_origin() -> None:
    way = lineage([node("a"), node("b")], [edge("a", "b", directed=False)], ["a"])
    assert origins.of(["a", "b"], way).ids == ("a",)


def test_articles_that_nothing_joins_are_origins_each() -> None:
    way = lineage([node("a"), node("b")], [], ["a", "b"])
    assert origins.of(["a", "b"], way) == (("a", "b"), 2, 2)


def test_an_unsure_edge_widens_the_range() -> None:
    way = lineage([node("a"), node("b")], [edge("a", "b", support=0.3)], ["a"])
    assert origins.of(["a", "b"], way)[1:] == (1, 2)


def test_a_tied_lineage_widens_the_range() -> None:
    tied = lineage([node("a"), node("b")], [], ["a", "b"])
    way = Lineage((node("a"), node("b")), (edge("a", "b"),), ("a",), (1, 2), (tied,))
    assert origins.of(["a", "b"], way)[1:] == (1, 2)


def test_rival_readings_of_two_copies_rest_on_the_copies() -> None:
    way = lineage([node("a"), node("b"), UNSEEN], [edge("u", "a"), edge("u", "b")], ["u"])
    assert origins.of(["a"], way, rivals=["b"]).ids == ("a",)


def test_the_reading_of_most_copies_is_the_unseen_sources() -> None:
    nodes = [node("a"), node("b"), node("c"), UNSEEN]
    way = lineage(nodes, [edge("u", "a"), edge("u", "b"), edge("u", "c")], ["u"])
    assert origins.of(["a", "b"], way, rivals=["c"]).ids == ("u",)
    assert origins.of(["c"], way, rivals=["a", "b"]).ids == ("c",)
