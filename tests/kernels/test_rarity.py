"""What a key weighs by how many hold it."""

from __future__ import annotations

from retold.kernels.rarity import UNIT, rarity, weights


def test_two_holders_weigh_a_unit_and_more_weigh_less_and_less() -> None:
    found = weights(60)
    assert (found[0], found[2]) == (0, UNIT)
    assert all(found[k] > found[k + 1] > 0 for k in range(2, 60))
    assert found[7] == round(UNIT * rarity(7, 60))
