"""Answers of a stored trace on the terminal."""

from __future__ import annotations

import io

from rich.console import Console

from retold.archive.store import Trace
from retold.model import Article
from retold.report import queries
from retold.views import copies, finding

EVIL = "\x1b[2J[bold red]sea\u202e"


def screen(show, *given) -> str:
    out = io.StringIO()
    show(*given, Console(file=out, width=140, highlight=False))
    return out.getvalue()


def test_a_find_shows_the_mouth_and_the_origin(trace: Trace) -> None:
    shown = screen(queries.show_found, finding.found(trace, "nobody asked us about the bolts"))
    assert shown.count("Ivo Tarrant") == 6 and shown.count("Saltmarsh Wire") == 7


def test_words_that_nobody_is_quoted_with_are_the_outlets_own(trace: Trace) -> None:
    assert "own words" in screen(queries.show_found, finding.found(trace, "eleven lorries turned away"))


def test_copies_show_how_many_to_keep(trace: Trace) -> None:
    shown = screen(queries.show_copies, copies.rows(trace))
    assert shown.startswith("9 articles: keep 9, leave out 0.")


def test_of_an_outlet_with_several_articles_the_nearest_is_told_with_its_time() -> None:
    def row(name: str, hour: int, outlet: str, nearest: str) -> copies.CopyRow:
        when = f"2031-05-02T{hour:02}:00:00Z"
        return copies.CopyRow(name, outlet, when, "partial", nearest, "Norda", share=0.5)

    takes = [row("t1", 7, "Norda", "t2"), row("t2", 9, "Norda", "t1"), row("p", 10, "Echo", "t2")]
    shown = screen(queries.show_copies, takes)
    assert shown.splitlines()[-1].count("Norda 2 May 09:00") == 1


def test_nothing_from_an_article_is_obeyed_by_the_terminal() -> None:
    trace = Trace(articles=(Article(EVIL, EVIL, outlet=EVIL),))
    shown = screen(queries.show_copies, copies.rows(trace)) + screen(queries.show_table, [EVIL], [[EVIL]])
    assert "\x1b" not in shown and "\u202e" not in shown and "[bold red]" in shown


def test_a_long_table_says_how_much_it_leaves_out() -> None:
    shown = screen(queries.show_table, ["n"], ([n] for n in range(1_003)))
    assert "… and 3 rows more" in shown and " 999" not in shown.splitlines()[-1]
