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


POLICE = (
    "Officers were called to a boat shed at Velm shortly before two on Sunday after a door was found broken. "
    "Four oars and a brass lamp were taken, and the owner, a man of 61, was not hurt. "
    "Anyone who saw a cart near the shed is asked to call the wardens at Velm and quote log 88 of Sunday."
)
OARS = " The shed was painted green last spring. Rowers had hoped to win the cup in June. They will borrow oars from Orlund for now."
LAMP = " The lamp hung in a lighthouse once and was given to the club. Its brass was polished by three generations. Nobody knows its worth."


def _paper(name: str, text: str, hour: int) -> Article:
    return Article(name, text, f"{name.title()} Post", published=f"2031-03-02T{hour:02}:00:00Z")


def test_papers_that_print_what_an_authority_asks_of_the_public_share_an_unseen_source() -> None:
    found = retold.lineage(
        [_paper("velm", LED + POLICE + OARS, 8), _paper("orlund", LATER + POLICE + LAMP, 11)]
    )
    (unseen,) = [node for node in found.nodes if not node.seen]
    assert {(e.source, e.copy, e.directed) for e in found.derivations} == {
        (unseen.id, "velm", True), (unseen.id, "orlund", True),
    }  # fmt: skip


def test_who_pastes_a_report_that_asks_nothing_of_the_public_is_a_copy() -> None:
    told = POLICE[: POLICE.index("Anyone")]
    found = retold.lineage([_paper("velm", LED + told + OARS, 8), _paper("orlund", LATER + told + OARS, 11)])
    assert [(e.source, e.copy, e.directed) for e in found.derivations] == [("velm", "orlund", True)]


def test_what_was_handed_out_stands_above_those_who_add_to_it() -> None:
    release = Article("ward", POLICE, "Velm Wardens", extra={"furniture": ("ENDS",)}, published="2031-03-02")
    papers = [_paper("velm", LED + POLICE + OARS, 8), _paper("orlund", LATER + POLICE + LAMP, 11)]
    found = retold.lineage([release, *papers])
    assert {(e.source, e.copy, e.directed) for e in found.derivations} == {
        ("ward", "velm", True), ("ward", "orlund", True),
    }  # fmt: skip


def test_what_a_press_office_published_went_to_each_paper() -> None:
    text = "\n\n".join(
        [
            "Gull Bank opens a branch without counters at Tarn on 2 June, with six screens and one adviser.",
            "The branch will be open from ten to six on weekdays, and the old house on Eel Street will be sold.",
            "The bank was founded in 1884 and has 61,000 customers on the coast, most of them with a boat.",
        ]
    )
    given = [
        Article("0", text, outlet="Gull Bank press office", published="2031-05-06T08:00:00Z"),
        Article("1", text, outlet="Tarn Post", published="2031-05-06T09:00:00Z"),
        Article("2", text.rpartition("\n\n")[0], outlet="Elm Star", published="2031-05-06T10:00:00Z"),
    ]
    found = {(one.source, one.copy): one.directed for one in retold.lineage(given).derivations}
    assert found == {("0", "1"): True, ("0", "2"): True}


ASKED = (
    "The rider was taken to the infirmary at Velm, where he lies in a stable condition. "
    "Anyone who saw the cart before it left the lane is asked to call the wardens on 4711 and to give the number 88."
)


def test_where_an_appeal_is_shared_an_opening_of_one_s_own_is_enough() -> None:
    one, other = LED + ASKED, LATER + ASKED
    assert handouts.were_handed(witness(one), witness(other, "b"))
    assert not handouts.were_handed(witness(LED + ASKED), witness(LED + ASKED, "b"))
    articles = [
        Article("a", one, "Velm Post", published="2031-03-01T08:00:00Z"),
        Article("b", other, "Orlund Mail", published="2031-03-01T09:00:00Z"),
    ]
    found = retold.lineage(articles)
    assert not any(edge.directed for edge in found.derivations)
    assert all(node.seen for node in found.nodes)  # one of them may have it from the other, even so
