"""An agency's earlier take in the place of an unnamed source above its takes."""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast

import numpy as np
import pytest

import retold
from retold.model import Article
from retold.steps.lineage import agency
from retold.steps.lineage.evidence import CREDIT
from retold.steps.lineage.graph import Edge, Graph
from retold.steps.lineage.orient import Hypothesis
from tests.steps.witnesses import witness

EDGE = Edge(0.9, True)
ABOVE_ALL = Graph(3, {(3, 0): EDGE, (3, 1): EDGE, (3, 2): EDGE})


def hypothesis(outlets: tuple[str, str, str], credits: bool = True, first: bool = True) -> Hypothesis:
    """Versions 0 and 1 are takes, version 2 is a paper's that credits take 0."""
    credit, time = np.zeros((3, 3)), np.zeros((3, 3))
    credit[0, 2] = CREDIT * credits
    time[1:, 0] = -5.0 * first
    witnesses = [witness("The pier is shut.", str(n), outlet=outlet) for n, outlet in enumerate(outlets)]
    given = SimpleNamespace(
        clues=SimpleNamespace(credit=credit, time=time), grid=SimpleNamespace(witnesses=witnesses)
    )
    return cast(Hypothesis, given)


TAKES = ("Gull Wire", "Gull Wire", "Quay Mail")


def test_the_first_take_that_others_credit_is_the_source() -> None:
    found = agency.with_takes(ABOVE_ALL, hypothesis(TAKES))
    assert dict(found.edges) == {(0, 1): EDGE, (0, 2): EDGE}


@pytest.mark.parametrize(
    ("outlets", "credits", "first"),
    [(("Gull Wire", "Tern Press", "Quay Mail"), True, True), (TAKES, False, True), (TAKES, True, False)],
)
def test_it_needs_a_later_take_beside_it_a_credit_and_the_earliest_stamp(
    outlets: tuple[str, str, str], credits: bool, first: bool
) -> None:
    assert agency.with_takes(ABOVE_ALL, hypothesis(outlets, credits, first)) == ABOVE_ALL


def test_a_source_with_a_name_stays() -> None:
    named = Graph(3, ABOVE_ALL.edges, names={3: "Gull Wire"})
    assert agency.with_takes(named, hypothesis(TAKES)) == named


LOOSE = Edge(0.9, False)


def credited(*pairs: tuple[int, int]) -> Hypothesis:
    """Version 0 is an agency's; who credits whom is given as source and copy."""
    found = hypothesis(("Gull Wire", "Quay Mail", "Tern Press"), credits=False, first=False)
    for source, copy in pairs:
        found.clues.credit[source, copy] = CREDIT
    return found


def test_of_two_copies_without_an_order_each_goes_back_to_the_take_that_both_credit() -> None:
    given = Graph(3, {(0, 1): EDGE, (1, 2): LOOSE})
    found = agency.with_credited_ends(given, credited((0, 1), (0, 2)))
    assert dict(found.edges) == {(0, 1): EDGE, (0, 2): EDGE}


@pytest.mark.parametrize("pairs", [((0, 1),), ((0, 1), (0, 2), (1, 2))])
def test_a_copy_that_credits_no_take_or_the_other_copy_stays(pairs: tuple[tuple[int, int], ...]) -> None:
    given = Graph(3, {(0, 1): EDGE, (1, 2): LOOSE})
    assert agency.with_credited_ends(given, credited(*pairs)) == given


def test_a_copy_that_was_there_before_the_take_stays() -> None:
    given, known = Graph(3, {(0, 1): EDGE, (1, 2): LOOSE}), credited((0, 1), (0, 2))
    known.clues.time[0, 2] = -5.0
    assert agency.with_credited_ends(given, known) == given


def test_a_copy_that_names_an_agency_at_hand_beside_one_that_nobody_holds_has_it_from_both() -> None:
    given, known = Graph(3, {(0, 1): EDGE, (3, 2): EDGE}, names={3: "Tide Agency"}), credited((0, 2))
    known.distance = np.zeros((3, 3))  # type: ignore[misc]
    found = agency.with_credited_takes(given, known)
    assert dict(found.edges) == {(0, 1): EDGE, (3, 2): EDGE, (0, 2): EDGE}
    assert agency.with_credited_takes(given, credited((0, 1))) == given


FILED = (
    "OSTMARK, March 1 (Gull Wire) - The pier was shut at noon after a ferry struck it, wardens said. "
    "Nobody was hurt. The cause was not known. A crowd stood on the quay until dark and sang."
)
FULLER = (
    "A ferry whose captain had been told of the wind struck the pier at noon, hurting four people, one of them badly. "
    "Divers look at the posts today, and the line to Grenn stays closed until they have done. The ferry, built in 1931, "
    "had been mended in May. Its owner said that the rudder failed. The harbour board meets on Friday to hear the crew."
)


def test_of_two_papers_with_one_take_of_an_unseen_agency_neither_has_it_from_the_other() -> None:
    short = FILED.partition(" - ")[2].replace(
        " A crowd stood on the quay until dark and sang.", " (Gull Wire)"
    )
    texts = (FILED, short, f"OSTMARK, March 1 (Gull Wire) - {FULLER}", f"{FULLER}\n\nGull Wire")
    houses = ("Velm Post", "Orlund Mail", "Grenn Star", "Tern Day")
    papers = [
        Article(name, text, house, published=f"2031-03-01T1{hour}:00:00Z")
        for hour, (name, text, house) in enumerate(zip("abcd", texts, houses, strict=True))
    ]
    found = retold.lineage(papers)
    unseen = {node.id for node in found.nodes if not node.seen}
    assert len(unseen) == 1
    assert {edge.source for edge in found.derivations if edge.directed} <= unseen
