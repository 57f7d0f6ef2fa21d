"""Speakers who are named in one version only, and speak in the sentence beside in the other as well."""

from __future__ import annotations

import pytest

import retold
from retold import Article

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


def test_two_sources_of_one_sentence_are_no_change() -> None:
    sentence = "Analysts expected the quay to report a loss of two crowns a share on average"
    old = f"{_LEAD} {sentence} on revenue of 35 million crowns, according to Harbour Estimates. Nobody else spoke."
    new = f"{_LEAD} {sentence}, on revenue of 35 million crowns, Harbour Estimates showed. Nobody else spoke."
    assert weights(old, new) == []
