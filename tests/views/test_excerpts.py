"""What was taken in pieces, as a reader meets it."""

from __future__ import annotations

from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

import retold
from retold.archive.store import Trace
from retold.report import page, rows, terminal
from retold.settings import Settings, Statements
from retold.views import excerpts, family, index, summary
from tests.digests import NAMES, OWN_REPORT, digest, dispatch

QUIET = Settings(statements=Statements(which="none"))


@pytest.fixture(scope="module", name="trace")
def made() -> Trace:
    return retold.trace([*map(dispatch, NAMES[:5]), digest(NAMES[:3])], QUIET)


def of_digest(trace: Trace) -> tuple[index.Index, retold.Story]:
    story = next(one for one in trace.stories if one.sources)
    return index.of_trace(trace.part([story.id])), story


def test_a_digest_says_from_how_many_stories_it_takes_and_whose(trace: Trace) -> None:
    found, story = of_digest(trace)
    told = summary.sentence(found, story)
    assert told.startswith("A digest that takes from three stories: Reuters")
    assert "HALVIK" in told


def test_a_digest_that_came_before_all_reports_shares_with_them() -> None:
    late = [dispatch(name, day="2031-06-20T08:00:00Z") for name in NAMES[:3]]
    found, story = of_digest(retold.trace([*late, digest(NAMES[:3])], QUIET))
    assert summary.sentence(found, story).startswith(
        "A digest that shares pieces with three stories: Reuters"
    )


def test_pieces_come_in_the_order_of_the_text_with_how_much_it_is(trace: Trace) -> None:
    found, story = of_digest(trace)
    pieces = excerpts.of_story(found, story.id)
    assert [piece.words[:10] for piece in pieces] == ["A lorry wi", "Restorers ", "The royal "]
    assert all("Valley Gazette has" in piece.sentence and "%" in piece.sentence for piece in pieces)
    assert pieces[0].size > 15


def test_digests_are_counted_and_are_none_of_those_alone(trace: Trace) -> None:
    whole = summary.overview(trace)
    assert "1 digest of several stories" in whole.sentence
    assert "5 told by one article only" in whole.sentence
    assert [one.articles for one in whole.stories] == [("brief",)]


def test_a_digest_stands_below_its_sources_in_the_tree(trace: Trace) -> None:
    found, story = of_digest(trace)
    twig = next(one for one in family.tree(found, story.id) if one.node.id == "brief")
    assert twig.parent is not None
    assert len(twig.others) == 2


def test_the_terminal_and_the_page_show_it(trace: Trace) -> None:
    console = Console(file=StringIO(), width=100)
    terminal.show(trace, console)
    shown = console.file.getvalue()  # type: ignore[attr-defined]  # a StringIO
    assert "takes from three stories" in shown
    assert "What was taken in pieces" in shown
    html = page.html(trace)
    assert "takes from three stories" in html
    assert "What was taken in pieces" in html


def test_a_report_with_a_piece_says_so_and_stays_an_origin() -> None:
    trace = retold.trace([dispatch("bees"), OWN_REPORT, dispatch("organ")], QUIET)
    story = next(one for one in trace.stories if "own" in one.articles)
    found = index.of_trace(trace.part([story.id]))
    told = summary.sentence(found, story)
    assert "none is a version of another" in told
    assert "Halvik Mail has" in told
    assert "from Reuters" in told
    assert all(twig.parent is None for twig in family.tree(found, story.id))


def test_a_stored_trace_keeps_pieces_and_gives_the_same_rows(trace: Trace, tmp_path: Path) -> None:
    trace.save(tmp_path / "t")
    stored = retold.load(tmp_path / "t")
    assert list(rows.rows(stored)) == list(rows.rows(trace))
    edges = [row for row in rows.rows(stored) if row["type"] == "derivation"]
    assert {(row["source"], row["copy"], row["directed"]) for row in edges} >= {
        (n, "brief", True) for n in NAMES[:3]
    }
    assert all(row["passages"] for row in edges)
    part = stored.part([next(one.id for one in stored.stories if one.sources)])
    assert {one.id for one in part.articles} == {"brief", *NAMES[:3]}
