"""What lies between anchors, aligned word by word: see `retold.kernels.gaps`."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from retold import parameters
from retold.kernels.gaps import Gap, GapCosts, Reading
from retold.kernels.reference import Scores
from retold.steps.align.workspace import Encoded, Run, Workspace

_P = parameters.of("align", "gaps")
_OPENINGS = zip(map(int, _P.row("opening_words")), _P.row("opening_weight"), strict=True)
_COSTS = GapCosts(
    largest=_P.integer("largest"),
    near_cells=_P.integer("near_cells"),
    near=_P.number("near"),
    near_letters=_P.integer("near_letters"),
    near_weight=_P.number("near_weight"),
    figures_weight=_P.number("figures_weight"),
    openings=tuple(_OPENINGS),
    opening=_P.number("opening"),
    ways=_P.integer("ways"),
)

Place = tuple[int, int]  # a word of a and one of b


def fill(workspace: Workspace, low: Place, high: Place, moved: bool = False) -> None:
    """Align the words from `low` to before `high` (places in a and b) that are free."""
    fill_all(workspace, [(*low, *high)], moved)


def fill_all(workspace: Workspace, gaps: Iterable[Gap], moved: bool = False) -> None:
    """Align the free words of several gaps that have none in common."""
    wide = [gap for gap in gaps if gap[0] < gap[2] and gap[1] < gap[3]]
    if not wide:
        return
    encoded = workspace.encoded
    one = Reading(encoded.ids_a, workspace.free_a, encoded.spelling_a)
    other = Reading(encoded.ids_b, workspace.free_b, encoded.spelling_b)
    found = encoded.kernels.blocks(one, other, encoded.weight, np.array(wide, np.int32), _COSTS)
    for a_low, a_high, b_low, b_high, equal in found.tolist():
        workspace.add(Run(a_low, a_high, b_low, b_high, bool(equal), moved))


def scores(encoded: Encoded, low: Place, high: Place) -> Scores:
    """The gain of making each word of a's gap a partner of each of b's."""
    free_a, free_b = np.ones(len(encoded.ids_a), np.bool_), np.ones(len(encoded.ids_b), np.bool_)
    one = Reading(encoded.ids_a, free_a, encoded.spelling_a)
    other = Reading(encoded.ids_b, free_b, encoded.spelling_b)
    return encoded.kernels.gains(one, other, encoded.weight, (*low, *high), _COSTS)
