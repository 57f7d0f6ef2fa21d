"""A text that a service cut off is not shorter than another: what lies behind its cut is not known."""

from __future__ import annotations

import retold
from retold.language import UNIVERSAL
from retold.model import Article
from retold.settings import Align
from retold.steps import align
from retold.steps.changes import broken_off
from retold.steps.changes.pair import side
from tests.steps.witnesses import witness

WHOLE = (
    "The ferry to Gull Rock ran late on Monday, the harbour office said. Eleven crates of eels were left on the quay. "
    "The skipper blamed the rope. The mayor promised a new one before Easter, and 40 crowns for the eels."
)
HEAD = WHOLE[: WHOLE.index("before Easter")]


def kinds(cut: dict[str, object]) -> list[str]:
    whole = Article("a", WHOLE, published="2024-03-01T10:00:00Z")
    part = Article("b", HEAD + "bef", published="2024-03-01T12:00:00Z", extra=cut)
    return [change.kind for change in retold.compare(whole, part).changes]


def test_what_lies_behind_a_cut_is_no_change() -> None:
    assert kinds({"cut_off": 42}) == []


def test_without_a_mark_the_end_was_left_out() -> None:
    assert kinds({}) != []


def test_two_whole_texts_are_left_as_they_are() -> None:
    a, b = witness(WHOLE, "a"), witness(HEAD, "b")
    old, new = side(a, UNIVERSAL), side(b, UNIVERSAL)
    assert broken_off.held_back(align.align(a, b, Align()), old, new) == (old, new)
