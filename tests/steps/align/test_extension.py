"""How far a passage reaches on either side of what it began with."""

from __future__ import annotations

from retold.steps.align import anchors, extension
from retold.steps.align.extension import Side
from tests.steps.align.workspaces import SETTINGS, work


def side(partners: list[int], weight: float = 1.0) -> Side:
    """Words of one weight, each with a stem of its own, and their partners."""
    return Side(partners, [weight] * len(partners), list(range(len(partners))))


def test_a_side_reaches_as_far_as_its_words_have_partners() -> None:
    here = side([0, 1, 2, 3, 4, -1, -1, -1, -1, -1])
    there = Side([0, 1, 2, 3, 4, -1, -1], [1.0] * 7, [0, 1, 2, 3, 4, 50, 51])
    assert extension.extended(here, there, (1, 3), (0, 5), SETTINGS) == (0, 5)


def test_a_dip_that_is_shallow_enough_is_gone_over() -> None:
    partners = [0, 1, 2, 3, -1, -1, 6, 7, 8, 9]
    assert extension.extended(side(partners), side(partners), (0, 4), (0, 10), SETTINGS) == (0, 10)


def test_a_dip_too_deep_ends_the_passage() -> None:
    partners = [0, 1, 2, 3, *[-1] * 12, 16, 17, 18, 19]
    there = Side(partners, [1.0] * 20, list(range(100, 120)))
    there.stem[:4] = range(4)
    here = side(partners)
    assert extension.extended(here, there, (0, 4), (0, 4), SETTINGS) == (0, 4)


def test_a_side_that_comes_to_too_little_is_no_passage() -> None:
    assert extension.extended(side([0, 1], 0.5), side([0, 1]), (0, 2), (0, 2), SETTINGS) is None


def test_no_passage_goes_over_furniture() -> None:
    found = work("alpha bravo charlie. Share this. delta echo foxtrot", "alpha", hidden="Share this.")
    here, _ = extension.sides(found)
    assert here.weight[3] == here.weight[4] == float("inf")
    assert here.stem[3] == -1


def test_partners_of_a_side_are_those_of_the_workspace() -> None:
    found = work("alpha bravo charlie delta", "x alpha bravo charlie delta")
    anchors.add_chain(found)
    here, there = extension.sides(found)
    assert here.partner == [1, 2, 3, 4]
    assert there.partner == [-1, 0, 1, 2, 3]
