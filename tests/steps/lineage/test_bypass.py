"""A copy that holds what its source left out had it from the source's source."""

from __future__ import annotations

import numpy as np

from retold.model import Derivation, Lineage
from retold.steps.lineage import bypass, texts
from retold.steps.lineage.contamination import Family
from tests.steps.witnesses import witness

CLOSED = "The lock at Velm was shut on Monday after a barge struck the gate."
STRIKE = "Bargemen called a strike for the whole of the following week."
REPAIR = "Divers will look at the hinges as soon as the water has fallen."
WIRE = f"{CLOSED} {STRIKE} {REPAIR}"
CUT = f"{CLOSED} {REPAIR}"
OWN = "Children from three villages came to look at the barge with their teacher."
CHAIN = (Derivation("wire", "post", True, 0.9, ()), Derivation("post", "daily", True, 0.8, ()))


def sources(
    daily: str, post: str = CUT, outlet: str = "Sund Daily", late: float = 0.0
) -> list[tuple[str, str]]:
    made = [
        witness(WIRE, "wire", outlet="Gull Wire"),
        witness(post, "post", outlet="Tarn Post"),
        witness(daily, "daily", outlet=outlet),
    ]
    time = np.zeros((3, 3))
    time[0, 2] = late
    family = Family(made, texts.holdings(made), time, [0, 0, 0])
    found = bypass.with_bypassed_sources(Lineage((), CHAIN, ("wire",), (1, 1)), family)
    return [(edge.source, edge.copy) for edge in found.derivations]


def test_a_paragraph_that_the_other_paper_cut_comes_from_the_wire() -> None:
    assert sources(f"{STRIKE} {CLOSED}") == [("wire", "post"), ("wire", "daily")]


def test_what_both_cut_alike_says_nothing() -> None:
    assert sources(CUT) == [("wire", "post"), ("post", "daily")]


def test_a_sentence_in_the_other_papers_own_words_keeps_it_the_source() -> None:
    assert sources(f"{STRIKE} {OWN}", f"{CUT} {OWN}") == [("wire", "post"), ("post", "daily")]


def test_a_later_version_of_one_house_keeps_its_own_earlier_one() -> None:
    assert sources(f"{STRIKE} {CLOSED}", outlet="Tarn Post") == [("wire", "post"), ("post", "daily")]


def test_no_arrow_is_turned_against_the_clock() -> None:
    assert sources(f"{STRIKE} {CLOSED}", late=-3.0) == [("wire", "post"), ("post", "daily")]


def test_the_evidence_is_the_sentences_that_were_kept() -> None:
    made = [
        witness(t, n, outlet=n) for n, t in (("wire", WIRE), ("post", CUT), ("daily", f"{STRIKE} {CLOSED}"))
    ]
    family = Family(made, texts.holdings(made), np.zeros((3, 3)), [0, 0, 0])
    found = bypass.with_bypassed_sources(Lineage((), CHAIN, ("wire",), (1, 1)), family)
    (why,) = found.derivations[1].evidence
    assert [span.of(made[2].text) for span in why.spans] == [STRIKE]


def test_sources_and_copies_that_nobody_holds_are_left_as_they_are() -> None:
    made = [witness(WIRE, "wire", outlet="Gull Wire"), witness(CUT, "post", outlet="Tarn Post")]
    edges = (Derivation("wire", "post", True, 0.9, ()), Derivation("post", "?unseen", True, 0.8, ()))
    family = Family(made, texts.holdings(made), np.zeros((2, 2)), [0, 0])
    lineage = Lineage((), (*edges, Derivation("?other", "wire", True, 0.8, ())), ("?other",), (1, 1))
    assert bypass.with_bypassed_sources(lineage, family) == lineage
