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
