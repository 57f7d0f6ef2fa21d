"""What lies between anchors, aligned word by word: see `retold.kernels.gaps`."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from retold.kernels.gaps import Gap, Reading
from retold.kernels.reference import Scores
from retold.steps.align.ground import Draft, Ground, Run

Place = tuple[int, int]  # a word of a and one of b


def fill(draft: Draft, low: Place, high: Place, moved: bool = False) -> None:
    """Align the words from `low` to before `high` (places in a and b) that are free."""
    fill_all(draft, [(*low, *high)], moved)


def fill_all(draft: Draft, gaps: Iterable[Gap], moved: bool = False) -> None:
    """Align the free words of several gaps that have none in common."""
    wide = [gap for gap in gaps if gap[0] < gap[2] and gap[1] < gap[3]]
    if not wide:
        return
    ground = draft.ground
    one = Reading(ground.ids_a, draft.free_a, ground.spelling_a)
    other = Reading(ground.ids_b, draft.free_b, ground.spelling_b)
    found = ground.kernels.islands(one, other, ground.weight, np.array(wide, np.int32))
    for a_low, a_high, b_low, b_high, equal in found.tolist():
        draft.put(Run(a_low, a_high, b_low, b_high, bool(equal), moved))


def scores(ground: Ground, low: Place, high: Place) -> Scores:
    """The gain of making each word of a's gap a partner of each of b's."""
    free_a, free_b = np.ones(len(ground.ids_a), np.bool_), np.ones(len(ground.ids_b), np.bool_)
    one = Reading(ground.ids_a, free_a, ground.spelling_a)
    other = Reading(ground.ids_b, free_b, ground.spelling_b)
    return ground.kernels.gains(one, other, ground.weight, (*low, *high))
