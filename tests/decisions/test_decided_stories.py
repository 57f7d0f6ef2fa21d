"""Ties that are none go, persons have one name, false changes are left out."""

from __future__ import annotations

from retold.decisions import Decision, Rulings, stories
from retold.model import Change, Derivation, Lineage, Node, Party, Statement


def node(name: str, seen: bool = True, called: str | None = None) -> Node:
    return Node(name, called, seen, 0.9)


def edge(source: str, copy: str, directed: bool = True) -> Derivation:
    return Derivation(source, copy, directed, 0.9)


CHAIN = Lineage((node("a"), node("b"), node("c")), (edge("a", "b"), edge("b", "c")), ("a",), (1, 1))


def not_a_copy(one: str, other: str) -> Rulings:
    return Rulings((Decision("not_a_copy", articles=(one, other), id="1"),))


def test_a_tie_goes_whichever_way_it_was_named() -> None:
    for rulings in (not_a_copy("a", "b"), not_a_copy("b", "a")):
        found, done = stories.without_ties(CHAIN, rulings)
        assert found.derivations == (edge("b", "c"),) and found.origins == ("a", "b")
        assert found.origins_range == (2, 2) and done == {"1"}


def test_a_tie_that_is_not_there_changes_nothing() -> None:
    assert stories.without_ties(CHAIN, not_a_copy("a", "c")) == (CHAIN, set())


def test_an_unnamed_source_that_is_left_with_one_copy_goes() -> None:
    unseen = Lineage(
        (node("u", False), node("a"), node("b")), (edge("u", "a"), edge("u", "b")), ("u",), (1, 2)
    )
    found, _ = stories.without_ties(unseen, not_a_copy("u", "b"))
    assert [one.id for one in found.nodes] == ["a", "b"] and not found.derivations
    assert found.origins == ("a", "b")
    named = Lineage((node("u", False, "Wire"), *unseen.nodes[1:]), unseen.derivations, ("u",), (1, 2))
    assert [one.id for one in stories.without_ties(named, not_a_copy("u", "b"))[0].nodes] == ["u", "a", "b"]


def test_alternatives_lose_the_tie_too() -> None:
    other = Lineage(CHAIN.nodes, (edge("b", "a", False),), ("a", "c"), (1, 2))
    whole = Lineage(CHAIN.nodes, CHAIN.derivations, ("a",), (1, 1), (other,))
    found, _ = stories.without_ties(whole, not_a_copy("a", "b"))
    assert found.alternatives[0].derivations == ()


def test_a_family_falls_apart_where_its_tie_was() -> None:
    found, _ = stories.without_ties(CHAIN, not_a_copy("a", "b"))
    parts = stories.parted(("a", "b", "c"), found)
    assert [versions for versions, _ in parts] == [("a",), ("b", "c")]
    assert parts[1][1].derivations == (edge("b", "c"),) and parts[1][1].origins == ("b",)


def said(name: str | None) -> Statement:
    return Statement(
        "x", "a", (), (Party(None, name, 0.9),), (Party(None, "Osk", 0.9),), None, None, None, "act", 0.9
    )


def test_a_person_gets_the_first_name_whatever_its_case() -> None:
    rulings = Rulings((Decision("same_person", names=("Marit Osk", "osk", "The Mayor"), id="1"),))
    found, done = stories.renamed({"a": [said("the  mayor"), said(None), said("Hale")]}, rulings)
    assert [one.speaker_name for one in found["a"]] == ["Marit Osk", None, "Hale"]
    assert {one.addressee_name for one in found["a"]} == {"Marit Osk"} and done == {"1"}


def test_a_false_change_is_left_out() -> None:
    change = Change("c1", "s", None, "a", "b", True, "figure", (), (), "two", "six", "substance", 0.9)
    rulings = Rulings((Decision("change_false", changes=("c1", "c2"), id="1"),))
    assert stories.true_changes([change], rulings) == ([], {"1"})
    assert stories.true_changes([], rulings) == ([], set())
