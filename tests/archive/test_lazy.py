"""Tables of a stored trace are sequences that are read when looked at."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from retold.archive import files, lazy, store
from retold.archive.store import Trace
from retold.errors import StoreError
from retold.model import Article, Lineage, Node, Story


@pytest.fixture
def stored(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Trace:
    """Seven articles in groups of two rows, each a story of its own."""
    monkeypatch.setattr(files, "GROUP", 2)
    articles = tuple(Article(f"a{k}", f"Lamp {k}.") for k in range(7))
    nodes = {one.id: (Node(one.id, None, True, 1.0),) for one in articles}
    trace = Trace(
        articles=articles,
        stories=tuple(Story(f"s-{i}", (i,), ((i,),), 1.0) for i in nodes),
        lineages={
            f"s-{i}": Lineage(held, (), (i,), (1, 1), (Lineage(held, (), (), (1, 2)),))
            for i, held in nodes.items()
        },
    )
    trace.save(tmp_path / "t.trace")
    return store.load(tmp_path / "t.trace")


def test_a_row_a_stretch_and_the_length_are_those_of_a_tuple(stored: Trace) -> None:
    assert len(stored.articles) == 7
    assert [stored.articles[k].id for k in (0, 3, -1)] == ["a0", "a3", "a6"]
    assert [one.id for one in stored.articles[2:5]] == ["a2", "a3", "a4"]
    with pytest.raises(IndexError):
        stored.articles[7]
    assert stored.articles == tuple(stored.articles)
    assert stored.articles != tuple(stored.articles)[1:]


def test_rows_are_found_by_a_column_in_their_order(stored: Trace) -> None:
    assert isinstance(stored.stories, lazy.StoredRows)
    assert [one.id for one in stored.stories.where("id", {"s-a5", "s-a1"})] == ["s-a1", "s-a5"]
    assert [one.id for one in stored.stories.where("articles", ["a6"])] == ["s-a6"]


def test_a_lineage_is_found_by_its_story_with_its_alternatives(stored: Trace) -> None:
    assert len(stored.lineages) == 7 and next(iter(stored.lineages)) == "s-a0"
    assert stored.lineages["s-a4"].origins == ("a4",)
    assert len(stored.lineages["s-a4"].alternatives) == 1
    assert dict(stored.lineages.items()) == dict(stored.lineages)
    with pytest.raises(KeyError):
        stored.lineages["s-a9"]


def test_what_is_printed_of_a_table_is_its_size(stored: Trace) -> None:
    assert repr(stored.articles) == "<7 stored articles>"
    assert repr(stored.lineages) == "<7 stored lineages>"
    assert repr(stored.furniture) == "<0 stored furniture>"


def test_a_trace_that_was_taken_away_is_told_of(stored: Trace, tmp_path: Path) -> None:
    shutil.rmtree(tmp_path / "t.trace")
    with pytest.raises(StoreError, match="load the trace again"):
        list(stored.articles)
