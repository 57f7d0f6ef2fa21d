"""Lines of the page: no change and no claim speaks of them."""

from __future__ import annotations

from collections.abc import Callable

from retold.steps.changes import arbiter
from retold.steps.changes.finders import moves, openings

BODY = (
    "The council of Port Ansel closed the long pier for repairs until the end of summer.\n\n"
    "Fishermen will moor in the inner basin meanwhile, and the market moves to the station square."
)
LETTER = "Sign up for our morning letter and never miss what Port Ansel talks about."


def test_a_line_of_the_page_is_not_put_in(laid: Callable) -> None:
    new = BODY.replace("\n\n", f"\n\n{LETTER}\n\n")
    material, _ = laid(BODY, new, page=LETTER)
    assert arbiter.settled(material) == []
    material, _ = laid(BODY, new)
    assert [one.kind for one in arbiter.settled(material)] == ["added"]


def test_a_line_of_the_page_is_no_opening(laid: Callable) -> None:
    new = f"{LETTER}\n\n{BODY}"
    material, rest = laid(BODY, new, page=LETTER)
    assert openings.openings_of(rest, material.settings).new == range(0)


def test_a_line_of_the_page_that_stands_elsewhere_did_not_move(laid: Callable) -> None:
    head, foot = f"{LETTER}\n\n{BODY}", f"{BODY}\n\n{LETTER}"
    material, _ = laid(head, foot, page=LETTER)
    assert "moved" not in [one.kind for one in arbiter.settled(material)]
    material, rest = laid(head, foot)
    assert list(moves.moved_passages(material, rest, material.pair.runs[0]))


def test_what_the_report_puts_in_beside_a_line_of_the_page_is_told_without_it(laid: Callable) -> None:
    more = "A crane will stand on the quay as of Thursday and lift the old beams out of the water at night."
    material, _ = laid(BODY, f"{BODY}\n\n{more}\n\n{LETTER}", page=LETTER)
    (one,) = arbiter.settled(material)
    assert (one.kind, one.after) == ("added", more.rstrip("."))


def test_a_number_that_the_page_gives_to_itself_is_no_figure(laid: Callable) -> None:
    for one, other in (("Page 2 of 9", "Page 3 of 9"), ("Image 5 of 9", "Image 6 of 9")):
        material, _ = laid(f"{one}\n\n{BODY}", f"{other}\n\n{BODY}")
        assert "figure" not in [made.kind for made in arbiter.settled(material)]
