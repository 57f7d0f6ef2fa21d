"""What lies between anchors."""

from __future__ import annotations

from retold.steps.align import gaps
from tests.steps.align.workspaces import work


def test_a_slip_in_a_gap_is_worth_less_than_the_same_word_and_more_than_another() -> None:
    found = work("harbour", "harbour habrour engine")
    same, slip, other = gaps.scores(found.encoded, (0, 0), (1, 3))[0].tolist()
    assert same > slip > other == 0


def test_a_gap_is_filled_in_order() -> None:
    found = work("one two three", "two one three")
    gaps.fill(found, (0, 0), (3, 3))
    partners = [b for b in found.to_b.tolist() if b >= 0]
    assert partners == sorted(partners)
    assert len(partners) == 2


def test_a_gap_with_one_side_empty_gives_nothing() -> None:
    found = work("one two", "three")
    gaps.fill(found, (0, 0), (2, 0))
    assert found.main == []


def test_words_that_are_taken_are_not_taken_again() -> None:
    found = work("one two", "one two")
    found.free_b[0] = False
    gaps.fill(found, (0, 0), (2, 2))
    assert found.to_b.tolist() == [-1, 1]
