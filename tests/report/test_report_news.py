"""News on the terminal and as rows."""

from __future__ import annotations

from rich.console import Console

from retold.archive.store import Trace
from retold.model import Article, Change, Lineage, News, NewVersion, Node, Story
from retold.report import news as report

STORY = Story("s1", ("a", "b"), (("a", "b"),), 0.5, ("s0",))
SPEAKER = Change(
    "c1", "s1", None, "a", "b", False, "attribution", (), (), "Ada Brine", None, "substance", 0.9, ()
)
NEWS = News(
    ("b",), ("a",), (), ("c",), (STORY,), (STORY,), (NewVersion("b", "s1", ("u",)),), (SPEAKER,), 1, True
)
TRACE = Trace(
    articles=(
        Article("a", "The mill burned.", "Post", title="Mill burns"),
        Article("b", "A \x1b[2Jfire.", "Echo"),
    ),
    stories=(STORY,),
    lineages={
        "s1": Lineage((Node("b", "Echo", True, 1.0), Node("u", "Northline", False, 0.9)), (), ("u",), (1, 1))
    },
)


def test_everything_new_is_told_in_words() -> None:
    told = list(report.lines(NEWS, TRACE))
    assert told[0] == (
        "Articles: 1 added, 1 corrected; 1 article was there as given. 1 story followed anew, all words weighed anew."
    )
    assert "  s1  2 articles  “Mill burns”" in told
    assert "  s1  2 articles  “Mill burns”  (was s0)" in told
    assert any(line.startswith("  s1  Echo  from Northline") for line in told)
    assert "  s1  Ada Brine → nobody  in Echo" in told


def test_nothing_new_is_one_line() -> None:
    assert list(report.lines(News(), Trace())) == ["Nothing is new."]


def test_long_lists_are_cut_and_said_to_be() -> None:
    many = News(added=("x",), stories=(STORY,) * 50)
    told = list(report.lines(many, TRACE))
    assert told[-1] == "  and 10 more: --json has all"


def test_nothing_that_a_terminal_obeys_is_printed() -> None:
    console = Console(record=True, width=200)
    report.show(NEWS, TRACE, console)
    assert "\x1b[2J" not in console.export_text()


def test_rows_have_the_whole_first() -> None:
    rows = list(report.rows(NEWS))
    assert [row["type"] for row in rows] == [
        "news",
        "new_story",
        "merged_story",
        "new_version",
        "new_speaker",
    ]
    assert (rows[0]["added"], rows[0]["recounted"]) == (["b"], True)
    assert (rows[3]["article"], rows[3]["sources"]) == ("b", ["u"])
    assert rows[4]["before"] == "Ada Brine"


def test_two_takes_of_one_outlet_are_named_once_as_the_source() -> None:
    nodes = (
        Node("b", "Echo", True, 1.0),
        Node("u", "Northline", False, 0.9),
        Node("a", "Northline", True, 1.0),
    )
    trace = Trace(TRACE.articles, TRACE.stories, lineages={"s1": Lineage(nodes, (), ("u",), (1, 1))})
    told = list(report.lines(News(versions=(NewVersion("b", "s1", ("u", "a")),)), trace))
    assert any(line.startswith("  s1  Echo  from Northline  ") for line in told)
