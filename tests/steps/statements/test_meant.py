"""What is handed on of who is meant."""

from __future__ import annotations

import dataclasses

import pytest

from retold.steps.statements.meant import NOBODY, Meant, Turn, Turns
from tests.steps.statements.reading import ENGLISH


def test_nobody_has_no_name_and_no_support() -> None:
    assert Meant(None, 0.0) == NOBODY
    assert NOBODY.entity is None
    with pytest.raises(dataclasses.FrozenInstanceError):
        NOBODY.support = 1.0  # type: ignore[misc]  # it is one for all


def test_a_turn_of_somebody_unknown_keeps_the_words_that_mention_him() -> None:
    assert Turn(3, None, "a pilot").words == "a pilot"


def test_a_pronoun_that_meant_nobody_known_stays_open() -> None:
    turns = Turns(ENGLISH.grammar)
    turns.add(2, NOBODY, "He")
    assert turns.every == []
    assert turns.stays_open(2, True, None)
    assert not turns.stays_open(2, False, None)
    assert not turns.stays_open(1, True, None)
