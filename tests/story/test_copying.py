"""The support of a tie beside the probability that anything was copied."""

from __future__ import annotations

from dataclasses import replace

import pytest

from retold.model import Derivation, Evidence, Lineage, Node
from retold.settings import Align
from retold.steps import align, story
from retold.story import copying
from tests.steps.witnesses import witness

SHARED = "The crews left the harbour before dawn, since the ice had closed the channel and nobody knew for how long."
OTHER = (
    "Prices of herring rose at the market. A cook in the old town bought what was left, and sold it smoked. "
    "Her stall stood under the bridge until the evening, when the wind took its roof. She laughed about it later. "
    "The council will meet on Thursday to speak of stalls and roofs, and of what they may cost in a winter like this."
)
ONE, TWO = (
    witness(f"{SHARED} {OTHER}", "a"),
    witness(f"{SHARED} They were back by noon with nothing in the nets.", "b"),
)
ALIGNMENT = align.align(ONE, TWO, Align())
NODES = (Node("a", None, True, 1.0), Node("b", None, True, 1.0))


def lineage(*reasons: Evidence, copy: str = "b", support: float = 1.0) -> Lineage:
    return Lineage(NODES, (Derivation("a", copy, True, support, reasons),), ("a",), (1, 1))


def support(given: Lineage) -> float:
    (tie,) = copying.weighed(given, {("a", "b"): ALIGNMENT}).derivations
    return tie.support


def test_a_tie_is_no_surer_than_that_there_was_copying() -> None:
    assert support(lineage()) == pytest.approx(story.derived(ALIGNMENT), abs=1e-4)
    assert support(lineage()) < 1


def test_a_credit_says_so_itself() -> None:
    assert support(lineage(Evidence("credit", (), 2.0, "b credits a"))) == 1


def test_texts_that_were_never_laid_side_by_side_stay_as_they_are() -> None:
    assert support(lineage(copy="c")) == 1


def test_a_first_source_keeps_its_arrow_and_says_how_unsure_it_is() -> None:
    (tie,) = copying.weighed(lineage(support=0.51), {("a", "b"): ALIGNMENT}).derivations
    assert tie.support < 0.5
    assert tie.directed


@pytest.mark.parametrize(
    ("outlets", "ties"), [(("Gull", "Tern"), 0), (("Gull", "Gull"), 1), (("AP", "apnews.com"), 1)]
)
def test_an_arrow_between_two_houses_that_is_less_likely_than_not_is_left_out(
    outlets: tuple[str, str], ties: int
) -> None:
    one, two = (
        witness(given.text, given.id, outlet=outlet)
        for given, outlet in zip((ONE, TWO), outlets, strict=True)
    )
    alignments = {("a", "b"): align.align(one, two, Align())}
    found = copying.weighed(lineage(support=0.2), alignments)
    assert len(found.derivations) == ties
    assert found.origins == ("a", "b")[: 2 - ties]
    loose = replace(lineage(), derivations=(replace(*lineage(support=0.2).derivations, directed=False),))
    assert copying.weighed(loose, alignments).derivations
    credited = lineage(Evidence("credit", (), 2.0, "b credits a"), support=0.2)
    assert copying.weighed(credited, alignments).derivations


def test_a_second_source_that_is_less_likely_than_not_is_left_out() -> None:
    splice = Evidence("splice", (), 9.0, "2 sentences of b follow another text than the rest")
    found = copying.weighed(lineage(splice, support=0.51), {("a", "b"): ALIGNMENT})
    assert found.derivations == ()
    assert found.origins == ("a", "b")
    assert copying.weighed(lineage(splice), {("a", "b"): ALIGNMENT}).derivations
    assert copying.weighed(lineage(splice, support=0.27), {}).derivations == ()
