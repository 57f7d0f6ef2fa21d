"""What is handed on of who is meant."""

from __future__ import annotations

import dataclasses

import pytest

from retold.steps.statements.meant import NOBODY, Meant, Turn


def test_nobody_has_no_name_and_no_support() -> None:
    assert Meant(None, 0.0) == NOBODY
    assert NOBODY.entity is None
    with pytest.raises(dataclasses.FrozenInstanceError):
        NOBODY.support = 1.0  # type: ignore[misc]  # it is one for all


def test_a_turn_of_somebody_unknown_keeps_the_words_that_mention_him() -> None:
    assert Turn(3, None, "a pilot").words == "a pilot"
