"""Findings on the terminal."""

from __future__ import annotations

import io

from rich.console import Console

import retold
from retold.report import differing, terminal
from retold.settings import Settings, Statements

QUIET = Settings(statements=Statements(which="none"))
WIRE = (
    "The barge Tern sank off the mole on Monday with 12 men aboard. All of them swam to the lighthouse, where "
    "the keeper gave them soup. The owner of the barge wants to raise it before the winter storms begin."
)


def printed(full: bool = False, copy: str = WIRE.replace("12 men", "21 men")) -> str:
    a = retold.Article("a", WIRE, "Quay Wire", published="2016-05-02T08:00:00Z")
    b = retold.Article("b", copy, "Mole Post", published="2016-05-02T11:00:00Z")
    screen = io.StringIO()
    terminal.show_comparison(retold.compare(a, b), Console(file=screen, width=100, no_color=True), full)
    return screen.getvalue()


def test_a_changed_figure_stands_with_who_has_which_and_its_words() -> None:
    told = printed()
    assert "Where the versions differ" in told
    assert "12" in told and "21" in told and "figure" in told


def test_versions_that_differ_in_wording_alone_say_so_and_full_lists_it() -> None:
    copy = WIRE.replace("the keeper gave them soup", "the keeper handed them soup")
    assert "In nothing of substance" in printed(copy=copy)
    assert "handed" in printed(full=True, copy=copy)


def test_nothing_is_printed_where_nothing_differs() -> None:
    screen = io.StringIO()
    differing.show([], Console(file=screen), full=False)
    assert screen.getvalue() == ""


def of_titles(old: str, new: str, full: bool = False) -> str:
    a = retold.Article("a", WIRE, "Mole Post", published="2016-05-02T08:00:00Z", title=old)
    b = retold.Article("b", WIRE, "Mole Post", published="2016-05-02T11:00:00Z", title=new)
    screen = io.StringIO()
    terminal.show_comparison(retold.compare(a, b), Console(file=screen, width=160, no_color=True), full)
    return screen.getvalue()


def test_a_headline_in_other_words_is_listed_as_one_though_nothing_of_substance_differs() -> None:
    for full in (False, True):
        told = of_titles("Twelve swim to the lighthouse", "Barge goes down off the mole", full)
        assert "In nothing of substance" in told
        assert told.count("  headline  “Twelve swim to the lighthouse” in") == 1
        assert "Barge goes down off the mole" in told and "of wording" not in told


def test_what_else_changed_in_a_headline_says_where_it_stands() -> None:
    told = of_titles("Barge may be raised, owner says", "Barge will be raised, owner says")
    assert "(headline)" in told.partition("  sense  ")[2].partition("  headline  ")[0]


def test_headlines_of_a_pile_are_one_finding_with_who_has_which() -> None:
    outlets = ("Mole Post", "Quay Wire", "Pier Mail", "Lock Star")
    titles = ("Twelve swim to light", "Barge goes down", "Soup for twelve", "Barge goes down")
    pile = [
        retold.Article(f"v{n}", WIRE, outlet, published=f"2016-05-02T{8 + n:02}:00:00Z", title=title)
        for n, (outlet, title) in enumerate(zip(outlets, titles, strict=True))
    ]
    screen = io.StringIO()
    terminal.show(retold.trace(pile, QUIET), Console(file=screen, width=200, no_color=True))
    lines = [line for line in screen.getvalue().splitlines() if "  headline  " in line]
    assert len(lines) == 1
    assert "“Barge goes down” in Quay Wire and Lock Star" in lines[0] or "in 2 versions" in lines[0]
