"""What two papers may both have been handed gets no arrow from one to the other."""

from __future__ import annotations

import retold
from retold.model import Article
from retold.steps.lineage import handouts
from tests.steps.witnesses import witness

HANDED = (
    "Five goats were taken from a barn near Velm between one and five on Sunday, wardens said. "
    "Four of them were found in a shed at Orlund on Monday and brought home. "
    "“We know what these animals mean to those who milk them,” said warden Ada Rolm."
)
LED, LATER = (
    "One door stood open for a whole night at a farm. ",
    "Bell the goat is lost, and a whole lane calls her. ",
)
FIRST = " The fifth has a white ear and answers to Bell. A reward is not offered. Barns near the river have been looked at since."
SECOND = " Farmer Per Stig wept when the cart came up the lane. He counted four and then he looked for more. His wife made soup for all."


def test_papers_that_share_a_quotation_and_tell_more_each_were_handed_it() -> None:
    assert handouts.were_handed(witness(LED + HANDED + FIRST), witness(LATER + HANDED + SECOND, "b"))


def test_who_only_cuts_and_who_shares_no_quotation_was_not() -> None:
    bare = HANDED.replace("“", "").replace("”", "")
    assert not handouts.were_handed(witness(LED + HANDED + FIRST), witness(HANDED, "b"))
    assert not handouts.were_handed(witness(LED + bare + FIRST), witness(LATER + bare + SECOND, "b"))


def test_who_opens_as_the_other_does_was_not() -> None:
    assert not handouts.were_handed(witness(HANDED + FIRST), witness(HANDED + SECOND, "b"))


def test_the_later_paper_is_no_copy_of_the_earlier_one() -> None:
    one = Article("a", LED + HANDED + FIRST, "Velm Post", published="2031-03-01T08:00:00Z")
    other = Article("b", LATER + HANDED + SECOND, "Orlund Mail", published="2031-03-01T09:00:00Z")
    assert not any(edge.directed for edge in retold.lineage([one, other]).derivations)
    copy = Article("b", HANDED, "Orlund Mail", published="2031-03-01T09:00:00Z")
    assert [(e.source, e.copy, e.directed) for e in retold.lineage([one, copy]).derivations] == [
        ("a", "b", True)
    ]
