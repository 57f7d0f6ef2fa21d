"""What people read on a terminal."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pytest
from rich.console import Console

from retold.archive.store import Trace
from retold.errors import InputError
from retold.model import Article, Comparison, Passage, Reuse, SetAside, Span
from retold.report import terminal

GOLDEN = Path(__file__).parent.parent / "golden" / "crane.txt"
HOSTILE = "[red]gale[/red] [link=file:///x]\x1b[2J\x1b]0;owned\x07 \x9b31m \u202egnp.exe\u202c :smile: \ud800"


def printed(show: object, *things: object, width: int = 80, **more: object) -> str:
    out = io.StringIO()
    show(*things, Console(file=out, width=width, highlight=False), **more)  # type: ignore[operator]
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()) + "\n"


def test_the_crane_story_prints_as_it_did(trace: Trace) -> None:
    """After a wanted change, look at the new output and write it to tests/golden/crane.txt."""
    assert printed(terminal.show, trace) == GOLDEN.read_text(encoding="utf-8")


@pytest.mark.parametrize("width", [40, 80, 200])
def test_no_line_passes_the_width(trace: Trace, width: int) -> None:
    assert max(map(len, printed(terminal.show, trace, width=width).splitlines())) <= width


def test_why_gives_the_evidence_for_a_version_by_id_or_outlet(trace: Trace) -> None:
    by_id = printed(terminal.show, trace, why="islander")
    assert "It took text from Morning Observer (97 %)." in by_id
    assert "+ The Islander was published later" in by_id
    assert printed(terminal.show, trace, why="the islander") == by_id
    assert "not in this pile (94 %)" in printed(terminal.show, trace, why="Saltmarsh Wire")


def test_why_refuses_a_version_that_is_not_there(trace: Trace) -> None:
    with pytest.raises(InputError, match="no version"):
        printed(terminal.show, trace, why="nobody")


def test_one_story_can_be_shown_alone(trace: Trace) -> None:
    alone = printed(terminal.show, trace, story="s1")
    assert "Crane falls" in alone
    assert "Venn Mirror" not in alone


def test_hostile_text_is_printed_as_text(trace: Trace) -> None:
    articles = tuple(replace(a, outlet=HOSTILE, title=HOSTILE, text=HOSTILE * 40) for a in trace.articles)
    changes = tuple(replace(c, before=HOSTILE, after=HOSTILE) for c in trace.changes)
    bad = replace(trace, articles=articles, changes=changes, set_aside=(SetAside(HOSTILE, HOSTILE, HOSTILE),))
    shown = printed(terminal.show, bad, width=160)
    assert "\x1b" not in shown
    assert "\x9b" not in shown
    assert "\u202e" not in shown
    assert "[red]gale[/red]" in shown
    assert shown.encode()


def test_an_empty_trace_says_so() -> None:
    assert "0 articles" in printed(terminal.show, Trace())


def test_a_comparison_says_the_relation_and_what_differs(trace: Trace) -> None:
    a, b = trace.articles[0], trace.articles[2]
    passage = Passage(Span(a.id, 0, 100), Span(b.id, 0, 100), "verbatim", 1.0)
    changes = [c for c in trace.changes if {c.source, c.copy} == {a.id, b.id}]
    found = Comparison(a, b, (passage,), tuple(changes), "common source", 0.999, 0.93, trace.statements)
    shown = printed(terminal.show_comparison, found)
    assert "Both took text from a source that is neither of them." in shown
    assert "Same event: over 99 %. Tied by copying: 93 %." in shown
    assert "Signe Aldous in Morning Observer" in " ".join(shown.split())


def test_statements_lineage_and_reuse_print(trace: Trace) -> None:
    beacon = trace.articles[0]
    spoken = [s for s in trace.statements if s.article == beacon.id]
    assert "Corvin Hale" in printed(terminal.show_statements, beacon, spoken)
    assert printed(terminal.show_statements, beacon, []).endswith("No statement found.\n")
    assert "○ Saltmarsh Wire" in printed(terminal.show_lineage, trace.lineages["s1"])
    passage = Passage(Span(beacon.id, 0, 40), Span("chronicle", 0, 40), "verbatim", 1.0)
    reuse = Reuse(beacon, "partially", {"wholly": 0.1, "partially": 0.8, "none": 0.1}, (passage,))
    assert "comes partly from the sources" in printed(terminal.show_reuse, reuse)


def test_empty_and_wordless_articles_print() -> None:
    for text in ("", "\n\n", "\x00" * 50, "“" * 500, "gale " * 200_000):
        assert printed(terminal.show_statements, Article("a", text), [])


def test_beyond_a_few_stories_each_is_one_line_with_its_number(trace: Trace) -> None:
    many = tuple(replace(trace.stories[0], id=f"story-{k}") for k in range(9))
    shown = printed(terminal.show, replace(trace, stories=many, lineages={}, changes=(), claims=()))
    assert "4 more stories" in shown
    assert "    9  Crane falls on north quay" in shown
    assert "story-8" not in shown


def test_one_origin_is_not_called_origins(trace: Trace) -> None:
    one = replace(trace.lineages["s1"], origins=("beacon",))
    shown = printed(terminal.show_lineage, replace(one, alternatives=(one,)))
    assert ", 1 origin\n" in shown
    assert "allow 1 other lineage as well" in shown


def test_several_versions_of_a_name_are_asked_about(trace: Trace) -> None:
    twice = tuple(replace(a, outlet="Ellard Beacon") if a.id == "observer" else a for a in trace.articles)
    with pytest.raises(InputError, match="2 versions go by the name") as refused:
        printed(terminal.show, replace(trace, articles=twice), why="Ellard Beacon")
    assert "Ellard Beacon (4 Jun 07:10)" in str(refused.value)


def test_full_lists_what_is_counted_otherwise(trace: Trace) -> None:
    short, full = printed(terminal.show, trace), printed(terminal.show, trace, full=True)
    assert "--full lists them" in " ".join(short.split()) and "six other dockers" not in short
    assert "six other dockers" in full and "harbor" in full
