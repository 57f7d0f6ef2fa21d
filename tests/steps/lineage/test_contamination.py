"""Second sources: what a version has from another text than the rest."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from retold.model import Derivation, Lineage, Node
from retold.settings import LineageSearch
from retold.steps.lineage import contamination, texts
from retold.steps.lineage.contamination import Family
from retold.tables import Witness
from tests.steps.witnesses import witness

SETTINGS = LineageSearch()
DOCK = [
    "The dry dock of Ostmark closed on Monday after a crane fell.",
    "Nobody was hurt when the jib struck the empty slipway.",
    "Engineers will inspect every cable before the yard opens again.",
    "Owners expect repairs to last until the end of winter.",
    "A smaller crane will be hired from the neighbouring port.",
]
STRIKE = [
    "Pilots who guide ships through the strait have refused night shifts.",
    "Their union wants a second man on each boat after dusk.",
    "Shipowners say that the demand would double the cost of passage.",
    "Talks between both sides are to resume in the capital next week.",
    "A mediator from the ministry has asked for patience.",
]


def told(*sentences: str) -> str:
    return " ".join(sentences)


def family(*versions: Witness, home: tuple[int, ...], time: np.ndarray | None = None) -> Family:
    clock = np.zeros((len(versions),) * 2) if time is None else time
    return Family(versions, texts.holdings(versions), clock, home)


def lineage(*edges: tuple[str, str], names: str) -> Lineage:
    nodes = tuple(Node(name, None, True, 1.0) for name in names)
    origins = tuple(name for name in names if name not in {copy for _, copy in edges})
    derived = tuple(Derivation(source, copy, True, 0.9, ()) for source, copy in edges)
    return Lineage(nodes, derived, origins, (len(origins), len(origins)))


A, B = witness(told(*DOCK), "a"), witness(told(*STRIKE), "b")
MIXED = witness(told(*DOCK[:3], *STRIKE[1:4], DOCK[4]), "c")
OF_A = lineage(("a", "c"), names="abc")


def seconds(found: Lineage) -> list[tuple[str, str]]:
    return [(edge.source, edge.copy) for edge in found.derivations[1:]]


def test_a_block_from_another_text_is_a_second_source_with_its_words_for_evidence() -> None:
    found = contamination.with_second_sources(OF_A, family(A, B, MIXED, home=(0, 1, 0)), SETTINGS)
    (edge,) = found.derivations[1:]
    assert (edge.source, edge.copy, edge.directed) == ("b", "c", True)
    (why,) = edge.evidence
    assert why.spans[0].of(MIXED.text) == told(*STRIKE[1:4])
    assert 0.5 < edge.support <= contamination.MOST


def test_however_much_a_block_saves_its_source_is_not_certain() -> None:
    clock = np.zeros((3, 3))
    clock[1, 2], clock[2, 1] = 90.0, -90.0
    versions = family(A, B, MIXED, home=(0, 1, 0), time=clock)
    (edge,) = contamination.with_second_sources(OF_A, versions, SETTINGS).derivations[1:]
    assert edge.support == contamination.MOST < 0.95


def test_one_sentence_alone_is_no_block() -> None:
    copy = witness(told(*DOCK[:3], STRIKE[1], DOCK[4]), "c")
    found = contamination.with_second_sources(OF_A, family(A, B, copy, home=(0, 1, 0)), SETTINGS)
    assert seconds(found) == []


def test_what_the_first_source_has_as_well_needs_no_second() -> None:
    both = witness(told(*DOCK, *STRIKE), "a")
    found = contamination.with_second_sources(OF_A, family(both, B, MIXED, home=(0, 1, 0)), SETTINGS)
    assert seconds(found) == []


def test_a_version_without_a_first_source_has_no_second() -> None:
    free = lineage(names="abc")
    assert contamination.with_second_sources(free, family(A, B, MIXED, home=(0, 1, 0)), SETTINGS) == free


def test_quotations_that_anyone_may_have_heard_make_no_block() -> None:
    said = [f"“{sentence}”" for sentence in STRIKE[1:4]]
    copy, source = witness(told(*DOCK[:3], *said), "c"), witness(told(STRIKE[0], *said), "b")
    found = contamination.with_second_sources(OF_A, family(A, source, copy, home=(0, 1, 0)), SETTINGS)
    assert seconds(found) == []


def test_a_block_of_furniture_is_nobodys() -> None:
    hidden = told(*STRIKE[1:4])
    copy = witness(told(*DOCK[:3]) + "\n\n" + hidden, "c", hidden=hidden)
    found = contamination.with_second_sources(OF_A, family(A, B, copy, home=(0, 1, 0)), SETTINGS)
    assert seconds(found) == []


@pytest.mark.parametrize(("lead", "found"), [(0.0, True), (-0.05, False), (-100.0, False)])
def test_a_source_stamped_later_is_none(lead: float, found: bool) -> None:
    time = np.zeros((3, 3))
    time[1, 2] = lead
    given = family(A, B, MIXED, home=(0, 1, 0), time=time)
    assert bool(seconds(contamination.with_second_sources(OF_A, given, SETTINGS))) == found


def test_a_copy_with_a_second_source_is_no_origin() -> None:
    unseen = Node("u", None, False, 0.8)
    given = lineage(("a", "c"), names="abc")
    given = replace(given, nodes=(*given.nodes, unseen), origins=("a", "b", "c"), origins_range=(3, 3))
    found = contamination.with_second_sources(given, family(A, B, MIXED, home=(0, 1, 0)), SETTINGS)
    assert found.origins == ("a", "b")
    assert found.origins_range == (2, 3)


def test_across_families_only_another_familys_text_is_a_source() -> None:
    found = contamination.across(OF_A, [[A, MIXED], [B]], SETTINGS)
    assert seconds(found) == [("b", "c")]
    assert contamination.across(OF_A, [[A, B, MIXED]], SETTINGS) == OF_A


def test_the_heaviest_run_begins_behind_what_costs() -> None:
    assert contamination._heaviest_run(np.array([-1.0, 2.0, -0.5, 3.0, -4.0, 1.0])) == (1, 4, 4.5)
    assert contamination._heaviest_run(np.array([-1.0, -2.0])) == (0, 0, 0.0)


def test_of_two_that_have_a_block_the_agency_that_the_other_had_it_from_is_the_source() -> None:
    reprint = witness(told(*STRIKE[1:]), "0")  # looked at before the agency
    versions = (reprint, A, B, MIXED)
    nodes = tuple(Node(one.id, None, True, 1.0) for one in versions)
    derived = tuple(Derivation(s, c, True, 0.9, ()) for s, c in (("a", "c"), ("b", "0")))
    known = Lineage(nodes, derived, ("a", "b"), (2, 2))
    given = family(*versions, home=(1, 0, 1, 0))
    wires = replace(given, wired=(False, True, True, False))
    for one, source in ((wires, "b"), (given, "0")):
        found = contamination.with_second_sources(known, one, SETTINGS)
        assert [(edge.source, edge.copy) for edge in found.derivations[2:]] == [(source, "c")]


@pytest.mark.parametrize(
    ("wired", "ahead", "found"), [(True, -4.0, [("b", "c")]), (False, -4.0, []), (True, 0.0, [])]
)
def test_whole_paragraphs_of_a_release_are_its_own_in_a_report_that_has_no_source(
    wired: bool, ahead: float, found: list[tuple[str, str]]
) -> None:
    """Of a family of two texts the one was handed out, before, and a report of the other has a block of it."""
    own = witness(told(*DOCK[:2], *STRIKE[1:4], DOCK[4]), "c")
    time = np.zeros((3, 3))
    time[2, 1] = ahead
    handed = replace(family(A, B, own, home=(0, 1, 2), time=time), wired=(False, wired, False))
    derived = contamination.with_second_sources(lineage(names="abc"), handed, SETTINGS).derivations
    assert [(edge.source, edge.copy) for edge in derived] == found
