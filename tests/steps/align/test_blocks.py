"""Blocks that cover both texts exactly once."""

from __future__ import annotations

from retold.steps.align import anchors, blocks
from retold.steps.align.workspace import Workspace
from tests.steps.align.workspaces import work

OPENING, END = "alpha bravo charlie delta", "echo foxtrot golf hotel"


def chained(one: str, other: str) -> Workspace:
    found = work(f"{OPENING} {one} {END}", f"{OPENING} {other} {END}")
    anchors.add_chain(found)
    return found


def kinds(one: str, other: str) -> list[tuple[str, int, int]]:
    """Kind and size in both texts of what stands between the two anchors."""
    found = blocks.build(chained(one, other))
    return [(k.kind, k.a_high - k.a_low, k.b_high - k.b_low) for k in found[1:-1]]


def test_what_stands_in_the_place_of_other_words_replaces_them() -> None:
    assert kinds("red boat", "blue ship") == [("replaced", 2, 2)]


def test_what_one_text_lacks_stands_in_a_block_of_its_own() -> None:
    assert kinds("red boat", "") == [("only a", 2, 0)]
    assert kinds("", "blue ship") == [("only b", 0, 2)]


def test_far_more_words_of_one_side_were_added_and_replace_none() -> None:
    many = " ".join(f"w{n}" for n in range(9))
    assert sorted(kinds("boat", many)) == [("only a", 1, 0), ("only b", 0, 9)]


def test_as_many_replaced_words_are_partners_in_order() -> None:
    found = chained("red boat", "blue ship")
    blocks.pair_replaced(found)
    assert found.to_b[4:6].tolist() == [4, 5]


def test_a_lone_replaced_word_is_the_partner_of_the_last() -> None:
    found = chained("boat", "old blue ship")
    blocks.pair_replaced(found)
    assert found.to_b[4] == 6


def test_every_word_stands_in_one_block() -> None:
    found = blocks.build(chained("red boat and crew", "ship"))
    assert [n for k in found for n in range(k.a_low, k.a_high)] == list(range(12))
    assert sorted(n for k in found for n in range(k.b_low, k.b_high)) == list(range(9))
