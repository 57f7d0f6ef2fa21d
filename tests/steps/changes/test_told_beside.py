"""Speakers who are named in one version only, and speak in the sentence beside in the other as well."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

import retold
from retold import Article
from retold.model import Span, Statement
from retold.steps.changes import told_beside
from retold.steps.changes.finders import attributions

_LEAD = "The pier at Ravelport was shut on Monday after a crane fell on its northern end and hurt two men."
_FACT = "The northern end will not be open again before the middle of May because its piles are broken"


def weights(old: str, new: str) -> list[str]:
    """The weights of the changes of who speaks between two versions."""
    one, other = (Article(name, text, outlet="Tidings") for name, text in (("a", old), ("b", new)))
    found = retold.compare(one, other).changes
    return [change.weight for change in found if change.kind == "attribution"]


@pytest.mark.parametrize(
    ("beside", "weight"),
    [
        ("Two cranes were moved to the southern end, the Harbour Trust said.", "style"),
        ("Two cranes were moved to the southern end during the night of Monday.", "substance"),
        ("Two cranes were moved to the southern end, the Dockers Union said.", "substance"),
    ],
)
def test_who_speaks_beside_goes_on(beside: str, weight: str) -> None:
    old = f"{_LEAD} {beside} {_FACT}, the Harbour Trust said. Nobody else was hurt."
    new = f"{_LEAD} {beside} {_FACT}. Nobody else was hurt."
    assert weights(old, new) == [weight]


def test_who_speaks_without_a_name_may_stand_in_the_sentence_of_the_other_version(
    laid: Callable[..., Any], statement: Callable[..., Statement]
) -> None:
    told = "the quay would lose two crowns a share on average"
    old = f"Boats lay still. Analysts expected {told}, according to Harbour Estimates. Nobody spoke."
    new = f"Boats lay still. The clerks of the port said {told}, and Dell shrugged. Nobody spoke."
    pair = laid(old, new)[0].pair
    of_survey = statement("a", old, told, "Harbour Estimates", "Harbour Estimates", "according to")
    of_analysts = statement("a", old, told, "Analysts", None, "expected")
    of_clerks = statement("b", new, told, "The clerks of the port", None)
    assert attributions._is_mentioned(pair.old, of_analysts, pair.old, of_survey)
    assert not attributions._is_mentioned(pair.new, of_clerks, pair.old, of_survey)


def test_a_sentence_on_either_side_counts_and_one_further_off_does_not(
    laid: Callable[..., Any], statement: Callable[..., Statement]
) -> None:
    text = "It rained. The pier is shut. It opens in May. The Harbour Trust said a crane fell."
    here = laid(text, text)[0].pair.old
    trust = statement("a", text, "a crane fell", "The Harbour Trust", "Harbour Trust")
    near, far = (here.at(Span("a", text.index(w), text.index(w) + 5)) for w in ("opens", "pier "))
    assert told_beside.is_told_beside(here, trust, here, near, [trust])
    assert not told_beside.is_told_beside(here, trust, here, far, [trust])
