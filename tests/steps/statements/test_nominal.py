"""Nouns that report speech."""

from __future__ import annotations

import pytest

from retold.steps.statements.nominal import nominal_frames
from tests.steps.statements.reading import phrase, tree_of


@pytest.mark.parametrize(
    ("text", "manner", "maker"),
    [
        ("They rejected Vann's claim that the pier was shut.", "claimed", "Vann"),
        ("They heard a warning from Vann that the ice was thin.", "warned", "Vann"),
        ("Vann made the promise that no boat would go.", "promised", "Vann"),
    ],
)
def test_a_noun_with_a_clause_and_somebody_whose_word_it_is(text: str, manner: str, maker: str) -> None:
    one = tree_of(text)
    (frame,) = nominal_frames(one)
    assert frame.head is not None
    assert (frame.verb.manner, phrase(one, frame.head)) == (manner, maker)


def test_a_claim_of_nobody_has_no_frame() -> None:
    assert list(nominal_frames(tree_of("They rejected the claim that the pier was shut."))) == []
