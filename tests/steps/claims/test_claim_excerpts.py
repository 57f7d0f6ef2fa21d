"""A claim that stands in a passage rests on the source of the passage; what stands beside it does not."""

from __future__ import annotations

import numpy as np

from retold.model import Derivation, Lineage, Node, Passage, Span
from retold.steps.claims import excerpts, origins
from retold.steps.claims.occurrences import Occurrence

PIECE = Derivation(
    "wire", "own", True, 0.9, (), (Passage(Span("wire", 0, 50), Span("own", 100, 150), "verbatim", 1.0),)
)
LINEAGE = Lineage(
    (Node("own", None, True, 1.0), Node("wire", None, True, 1.0)), (PIECE,), ("own", "wire"), (2, 2)
)


def occurrence(article: str, start: int, end: int) -> Occurrence:
    return Occurrence(article, (Span(article, start, end),), np.zeros(0, np.int32), frozenset(), "", 0.9)


def roots(*group: Occurrence) -> tuple[str, ...]:
    lineage = excerpts.bearing(group, LINEAGE)
    return origins.of(excerpts.carriers(group, lineage), lineage).ids


def test_what_stands_in_the_passage_rests_on_its_source() -> None:
    assert roots(occurrence("own", 110, 140)) == ("wire",)
    assert roots(occurrence("own", 110, 140), occurrence("wire", 10, 40)) == ("wire",)


def test_what_stands_beside_it_rests_on_the_report_itself() -> None:
    assert roots(occurrence("own", 10, 40)) == ("own",)
    assert roots(occurrence("own", 10, 40), occurrence("wire", 10, 40)) == ("own", "wire")


def test_a_claim_partly_in_the_passage_is_the_reports_own() -> None:
    assert roots(occurrence("own", 110, 140), occurrence("own", 10, 40)) == ("own",)


def test_ties_without_passages_bear_everything() -> None:
    whole = Lineage(LINEAGE.nodes, (Derivation("wire", "own", True, 0.9),), ("wire",), (1, 1))
    assert excerpts.bearing([occurrence("own", 0, 5)], whole) is whole
