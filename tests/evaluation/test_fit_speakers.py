"""Supports of speakers counted by the way in which they were found."""

from __future__ import annotations

from evaluation.corpora.polnear import Attribution
from evaluation.fit.lines import lines
from evaluation.fit.speakers import STEP, WAYS, marked, rates, rows_of
from retold.model import Party, Span, Statement

TEXT = 'Orla Vann said: "The pier is safe for all." Ida Brock left.'


def statement(speaker: str, support: float) -> Statement:
    said = Span("a", TEXT.index("The pier"), TEXT.index('" Ida'))
    at = TEXT.index(speaker)
    party = Party(Span("a", at, at + len(speaker)), None, support)
    return Statement("a#s0", "a", (said,), (party,), (), None, None, None, "direct", 0.9, "said")


TRUTH = [Attribution([(0, 9)], [(TEXT.index("The pier"), TEXT.index('" Ida'))])]


def test_every_way_has_a_line_of_its_own() -> None:
    known = lines(STEP)
    values = marked({way: float(known[way].value) for way in WAYS})
    assert len(set(values.values())) == len(WAYS)


def test_a_speaker_is_right_where_his_mention_is_in_the_marked_source() -> None:
    ways = {0.9: "attach.led"}
    assert list(rows_of(TEXT, TRUTH, [statement("Orla Vann", 0.9)], ways)) == [("attach.led", True)]
    assert list(rows_of(TEXT, TRUTH, [statement("Ida Brock", 0.9)], ways)) == [("attach.led", False)]


def test_a_support_of_no_way_is_left_out() -> None:
    assert list(rows_of(TEXT, TRUTH, [statement("Orla Vann", 0.5)], {0.9: "attach.led"})) == []


def test_few_cases_are_drawn_towards_one_half() -> None:
    assert rates([("attach.led", True)])["attach.led"] == (2 / 3, 1)
