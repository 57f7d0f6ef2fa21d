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


@pytest.mark.parametrize(
    ("text", "maker"),
    [
        ("Baker Orla Vann's verdict on the letter was “drivel”.", "Orla Vann"),
        ("Vann's answer to the crews is that the pier “will hold until May”.", "Vann"),
    ],
)
def test_what_a_word_of_somebody_is_told_to_be_is_hers(text: str, maker: str) -> None:
    one = tree_of(text)
    (frame,) = nominal_frames(one)
    assert frame.head is not None and frame.content is not None
    assert phrase(one, frame.head).endswith(maker)
    assert one.lower[frame.content[0]] in ("drivel", "the")


def test_a_word_that_is_only_described_is_no_statement() -> None:
    assert list(nominal_frames(tree_of("Vann's answer was short."))) == []
