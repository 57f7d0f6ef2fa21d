"""Datelines and credits at the end: words by which a house signs."""

from __future__ import annotations

from dataclasses import replace

from retold.model import Credit, Span
from retold.settings import Settings
from retold.steps import collate
from retold.steps.lineage import readings, signatures
from retold.tables import Witness
from tests.steps.witnesses import witness

BODY = "Two barges sank off the pier of Ostmark and the harbour was shut."


def credited(text: str, name: str, at: int) -> Witness:
    credit = Credit(Span("a", at, at + len(name)), name, "origin of the report", 0.9)
    return replace(witness(text), credits=(credit,))


def signed_words(one: Witness) -> list[str]:
    flags = signatures.signed(one)
    return [one.span(n, n + 1).of(one.text) for n in range(len(flags)) if flags[n]]


def test_a_dateline_is_signed_and_the_text_behind_it_is_not() -> None:
    assert signed_words(witness(f"OSTMARK (Gull Wire) - {BODY}")) == ["OSTMARK", "Gull", "Wire"]


def test_brackets_far_into_a_text_make_no_dateline() -> None:
    assert signed_words(witness(f"{BODY} Its owner (a widow) - she is old - wept.")) == []


def test_a_credit_that_ends_the_text_is_signed_and_one_inside_is_not() -> None:
    ending, inside = f"{BODY} (Gull Wire)", f"{BODY} Gull Wire saw it. Nobody was hurt."
    assert signed_words(credited(ending, "Gull Wire", ending.index("Gull"))) == ["Gull", "Wire"]
    assert signed_words(credited(inside, "Gull Wire", inside.index("Gull"))) == []


def test_leaving_out_a_dateline_weighs_next_to_nothing() -> None:
    wire, paper, other = f"OSTMARK (Gull Wire) - {BODY}", BODY, BODY.replace("Two", "Three")
    grid = collate.collate(
        [witness(text, name) for name, text in (("a", wire), ("b", paper), ("c", other))], Settings().align
    )
    found = readings.read(grid)
    signature = [kind == "signature" for kind in found.kinds]
    assert (
        any(signature)
        and found.weights[signature].max() < 0.5 < found.weights[found.kinds.index("figure")].max()
    )
