"""The catalogue finds stories by what they have, and articles by their words."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from retold.archive import store
from retold.archive.store import Trace
from retold.model import Article
from retold.server import catalogue, catalogue_files, row_ranges
from retold.server.catalogue import Asked
from retold.server.parts import Parts
from retold.views import pile
from tests.server.conftest import silent


@pytest.fixture
def made(trace: Trace) -> catalogue.Catalogue:
    return catalogue_files.opened(trace, None, silent)


def test_a_line_is_kept_whole(made: catalogue.Catalogue) -> None:
    line = made.lines(Asked(), 0, 10)[0]
    assert catalogue.line_of(catalogue.line_text(line)) == line
    assert line.place == "stories/s1" and line.articles == 8 and line.persons


def test_stories_are_found_by_each_kind_of_facet(made: catalogue.Catalogue) -> None:
    line = made.lines(Asked(), 0, 10)[0]
    for letter, value in catalogue.held(line):
        assert made.count(Asked("", ((letter, (value,)),))) == 1, letter
        assert made.count(Asked("", ((letter, (f"{value}?",)),))) == (letter == "d"), letter
    assert made.count(Asked("", (("d", (line.day[:7],)),))) == 1
    assert made.count(Asked("", (("d", ("1999*",)),))) == 0
    assert [one.letter for one in made.facets()] == [one.letter for one in pile.facets([line])]


def test_words_find_articles_and_their_stories(made: catalogue.Catalogue) -> None:
    hits = made.hits("grain crane", 0, 50)
    assert len(hits) == made.hit_count("grain crane") > 3
    assert all(catalogue.HIT in one.snippet for one in hits)
    assert made.count(Asked("grain crane")) == 1 and made.count(Asked("zeppelin")) == 0
    assert made.hits('"crane grain"', 0, 50) == [] and made.count(Asked("...")) == 0


@pytest.mark.parametrize(
    "words", ['"', "AND OR NOT", "a* NEAR(b)", "text:crane", "\x00'; DROP TABLE story;--", "(((("]
)
def test_no_words_are_taken_for_commands(made: catalogue.Catalogue, words: str) -> None:
    made.hits(words, 0, 5)
    assert made.count(Asked(words)) in (0, 1) and made.count(Asked()) == 1


def test_a_part_is_what_the_trace_gives_in_memory_and_stored(trace: Trace, tmp_path: Path) -> None:
    trace.save(tmp_path / "t")
    for whole in (trace, store.load(tmp_path / "t")):
        made = catalogue_files.opened(whole, None, silent)
        for number, story in enumerate(whole.stories):
            part = Parts(whole, made).of(number)
            given = whole.part([story.id])
            assert part.stories == given.stories and part.lineages == given.lineages
            assert {a.id for a in part.articles} == {a.id for a in given.articles}
            for name in ("statements", "changes", "claims", "alignments", "furniture", "set_aside"):
                assert getattr(part, name) == getattr(given, name), name


def test_rows_out_of_order_are_found_all_the_same(trace: Trace) -> None:
    one = trace.stories[0]
    other = replace(one, id="s9")
    mixed = [c for change in trace.changes for c in (change, replace(change, id=f"{change.id}+", story="s9"))]
    whole = replace(trace, stories=(one, other, *trace.stories[1:]), changes=tuple(mixed))
    made = catalogue_files.opened(whole, None, silent)
    assert Parts(whole, made).of(1).changes == tuple(c for c in mixed if c.story == "s9")


def test_rows_are_read_by_their_numbers_across_groups() -> None:
    rows = row_ranges.Rows(list(range(10)))
    assert rows.at([(1, 3), (7, 8)]) == [1, 2, 7]


def test_a_catalogue_is_made_once_and_kept(
    trace: Trace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    trace.save(tmp_path / "t")
    steps: list[str] = []
    first = catalogue_files.opened(trace, tmp_path / "t", lambda step, *_: steps.append(step))
    assert steps
    left = catalogue_files.folder() / "retold-killed"  # by one who was killed when its catalogue was in place
    left.mkdir()
    (left / "in-use").touch()
    again = catalogue_files.opened(store.load(tmp_path / "t"), tmp_path / "t", pytest.fail)
    assert again.lines(Asked(), 0, 9) == first.lines(Asked(), 0, 9)
    assert [f.suffix for f in catalogue_files.folder().iterdir()] == [".sqlite"]
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        again._connection.execute("DELETE FROM story")
    first.close(), again.close()


def test_where_nothing_can_be_kept_it_is_in_memory(
    trace: Trace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("taken")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    trace.save(tmp_path / "t")
    steps: list[str] = []
    made = catalogue_files.opened(trace, tmp_path / "t", lambda step, *_: steps.append(step))
    assert made.count(Asked()) == 1 and "no place to keep the catalogue" in steps


def test_half_characters_anywhere_spoil_nothing(trace: Trace) -> None:
    odd = [
        replace(one, outlet="\ud800Mirror", title="\udfffx", byline="\ud800", extra={"\ud800": "\ud800"})
        for one in trace.articles
    ]
    said = [
        replace(one, speakers=tuple(replace(p, name="\ud800Osk") for p in one.speakers))
        for one in trace.statements
    ]
    made = catalogue_files.opened(replace(trace, articles=odd, statements=said), None, silent)
    assert made.count(Asked()) == 1 and len(made.articles(0)) == 8
    assert made.hits("crane", 0, 5, ranked=False) and made.facets()


def test_odd_texts_go_in_and_out() -> None:
    odd = Article("a\x02", "half \ud800 \x02mark\x03", title=None, outlet="", extra={"k": ["v"]})
    row = catalogue.article_row(0, odd)
    back = catalogue._article(row)
    assert len(back.text) == len(odd.text) and "\x02" not in back.text and back.title is None
