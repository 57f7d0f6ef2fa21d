"""Credits in passing call for no source of the whole report."""

from __future__ import annotations

from dataclasses import replace

import pytest

from retold.model import Credit, Span
from retold.settings import LineageSearch
from retold.steps.lineage import evidence, houses, passing, texts
from retold.tables import Witness
from tests.steps.witnesses import witness

REPORT = (
    "A tram left the rails on Hill Street on Friday and struck a bakery. "
    "Nobody was in the shop, the tram company said. The line stays shut until Sunday while the track is checked."
)
ASIDE = "The baker had gone out for yeast, according to the Tarn Lantern."


def crediting(text: str, name: str = "Tarn Lantern", code: str = "paper", **fields: str) -> Witness:
    start = text.index(name)
    found = witness(text, code, outlet="Harbour Post", **fields)
    return replace(
        found, credits=(Credit(Span(code, start, start + len(name)), name, "origin of the report", 0.85),)
    )


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        (ASIDE, True),
        ("Tarn Lantern readers saw the baker go out for yeast.", True),
        ("HILLTON, May 3 (Tarn Lantern) - A tram left the rails on Friday.", False),
        ("By Mira Holt for the Tarn Lantern in Hillton and Lower Tarn", False),
        ("A tram left the rails.\n\nThis article was first published by the Tarn Lantern on Friday, 3 May.", False),
        ("A tram left the rails. (Tarn Lantern)", False),
    ],
)  # fmt: skip
def test_a_credit_in_passing_is_told_from_a_signature(text: str, is_one: bool) -> None:
    one = crediting(text)
    assert passing.is_in_passing(one, one.credits[0]) is is_one


def left(paper: Witness, *others: Witness, of_story: tuple[Witness, ...] = ()) -> set[str]:
    versions = [paper, *others]
    known = houses.at_hand([*versions, *of_story])
    clues = evidence.clues(versions, LineageSearch(), known)
    found = passing.without(clues, versions, texts.holdings(versions), known)
    return set(found.credited[0])


def lantern(published: str) -> Witness:
    return witness(
        "Old Bram Teal buys yeast on Fridays.", "lantern", outlet="tarnlantern.example", published=published
    )


def test_an_outlet_whose_report_is_in_the_story_is_no_source_that_nobody_holds() -> None:
    paper = crediting(f"{REPORT} {ASIDE}", published="2031-05-03T12:00:00Z")
    assert not left(paper, of_story=(lantern("2031-05-03T09:00:00Z"),))


def test_a_report_published_later_is_not_the_one_that_was_cited() -> None:
    paper = crediting(f"{REPORT} {ASIDE}", published="2031-05-03T12:00:00Z")
    assert left(paper, of_story=(lantern("2031-05-04T09:00:00Z"),))


def test_a_sentence_that_a_paper_put_into_an_agency_s_report_names_no_source_of_the_rest() -> None:
    paper = crediting(f"{REPORT} {ASIDE}", published="2031-05-03T12:00:00Z")
    wire = witness(REPORT, "wire", outlet="Gull News Agency", published="2031-05-03T09:00:00Z")
    other = witness(REPORT, "wire", outlet="Velm Herald", published="2031-05-03T09:00:00Z")
    assert not left(paper, wire)
    assert left(paper, other), "a paper may have it from the same unseen report"


def test_a_dateline_still_names_a_report_that_nobody_holds_beside_another_of_that_outlet() -> None:
    paper = crediting(f"HILLTON, May 3 (Tarn Lantern) - {REPORT}", published="2031-05-03T12:00:00Z")
    assert left(paper, of_story=(lantern("2031-05-03T09:00:00Z"),))
