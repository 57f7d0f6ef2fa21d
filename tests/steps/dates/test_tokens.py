"""Pieces of a text that matter to dates."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from retold.steps.dates.tokens import Lexicon

LEXICON = Lexicon({"month": {"zul": 3}, "unit": {"tag": "D"}}, ["month"], ["am"])


def test_pieces_are_folded_and_placed() -> None:
    found = LEXICON.tokens("Am 3 Zul 2031, 10:30")
    assert found.words == ["am", "3", "zul", "2031", ",", "10:30"]
    assert [found.starts[2], found.ends[2]] == [5, 8]


def test_a_class_that_needs_a_capital_has_none_in_small_letters() -> None:
    small, capital = (LEXICON.tokens(text).marks for text in ("zul", "Zul"))
    assert capital in LEXICON.marks("MONTH") and small not in LEXICON.marks("MONTH")


def test_money_is_no_day() -> None:
    money, day = (LEXICON.tokens(text).marks[-1] for text in ("$12", "am 12"))
    assert day in LEXICON.marks("DAY") and money not in LEXICON.marks("DAY")


@given(st.text(max_size=80))
def test_every_piece_has_one_mark(text: str) -> None:
    found = LEXICON.tokens(text)
    assert len(found.marks) == len(found.words) == len(found.starts) == len(found.ends)
