"""Blocks that stand elsewhere in one version."""

from __future__ import annotations

import numpy as np

from retold.steps.collate import moving
from retold.steps.collate.profiles import Text
from tests.steps.witnesses import witness

HOME = [[n, n, -1] for n in range(4)]
BETWEEN = [[n + 4, n + 4, n] for n in range(6)]
AWAY = [[-1, -1, n + 6] for n in range(4)]
IDS = [[*range(10)], [*range(10)], [*range(4, 10), *range(4)]]


def moves(least: int = 4, ids: list[list[int]] = IDS) -> list[tuple[str, tuple[int, int], tuple[int, int]]]:
    witnesses = [witness("one", name) for name in "abc"]
    held = [Text(np.array(one, np.int32), [str(n) for n in one]) for one in ids]
    cells = np.array([*HOME, *BETWEEN, *AWAY], np.int32)
    return [(m.sigil, m.columns, m.home) for m in moving.moves(witnesses, cells, held, least)]


def test_a_run_that_the_others_have_elsewhere_was_moved() -> None:
    assert moves() == [("c", (10, 14), (0, 4))]


def test_a_shorter_run_than_the_least_is_no_move() -> None:
    assert moves(least=5) == []


def test_other_words_in_the_gap_are_no_home() -> None:
    assert moves(ids=[*IDS[:2], [*range(4, 10), 20, 21, 22, 23]]) == []
