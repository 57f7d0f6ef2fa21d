"""Anchors, their chain, and what stands out of order."""

from __future__ import annotations

from retold.steps.align import anchors
from tests.steps.align.workspaces import work

FIRST = "alpha bravo charlie delta echo foxtrot golf hotel"
SECOND = "india juliet kilo lima mike november oscar papa"


def test_what_stands_in_one_order_is_chained() -> None:
    found = work(f"{FIRST} x {SECOND}", f"{FIRST} y z {SECOND}")
    anchors.add_chain(found)
    assert [run[:4] for run in sorted(found.main)] == [(0, 8, 0, 8), (9, 17, 10, 18)]
    assert found.moved == []


def test_what_crosses_the_chain_is_moved() -> None:
    found = work(f"{FIRST} one two {SECOND}", f"{SECOND} {FIRST} one two")
    anchors.add_moves(found, anchors.add_chain(found))
    assert [run[:4] for run in found.main] == [(0, 10, 8, 18)]
    assert [run[:4] for run in found.moved] == [(10, 18, 0, 8)]


def test_a_moved_block_may_hold_a_changed_word() -> None:
    changed = SECOND.replace("lima", "other")
    found = work(f"{FIRST} one two {SECOND}", f"{changed} {FIRST} one two")
    anchors.add_moves(found, anchors.add_chain(found))
    assert (found.to_b[10:18] >= 0).sum() == 7
    assert all(run.moved for run in found.moved)


def test_fewer_words_than_a_block_has_are_not_moved() -> None:
    found = work(f"{FIRST} india juliet kilo", f"india juliet kilo {FIRST}")
    anchors.add_moves(found, anchors.add_chain(found))
    assert found.moved == []


def test_words_between_anchors_become_partners() -> None:
    found = work(f"{FIRST} harbour {SECOND}", f"{FIRST} old harbour {SECOND}")
    anchors.add_chain(found)
    anchors.add_gaps(found)
    assert found.to_b[8] == 9
