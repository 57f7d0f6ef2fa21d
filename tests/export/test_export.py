"""A trace written for other tools: where it goes, and how it is put there."""

from __future__ import annotations

from pathlib import Path

import pytest

from retold import cli_stored, export
from retold.archive.store import Trace
from retold.errors import InputError, StoreError
from retold.export.formats import base
from retold.model import Article


def test_the_command_line_names_every_format() -> None:
    assert sorted(cli_stored.FORMATS) == sorted(export.registry())


def test_a_format_of_one_file_goes_to_the_file(trace: Trace, tmp_path: Path) -> None:
    assert export.write(trace, tmp_path / "out.dot", "dot") == [tmp_path / "out.dot"]
    assert (tmp_path / "out.dot").read_text(encoding="utf-8").startswith("digraph")


def test_tables_go_to_a_folder_and_one_of_them_to_a_file(trace: Trace, tmp_path: Path) -> None:
    assert len(export.write(trace, tmp_path / "all", "csv")) == 15
    assert export.write(trace, tmp_path / "one.csv", "csv", "changes") == [tmp_path / "one.csv"]
    assert (tmp_path / "one.csv").read_bytes() == (tmp_path / "all" / "changes.csv").read_bytes()


def test_an_unknown_table_is_told_with_those_there_are(trace: Trace, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="derivations"):
        export.write(trace, tmp_path / "x.csv", "csv", "rumours")
    with pytest.raises(InputError, match="not made of tables"):
        export.write(trace, tmp_path / "x.dot", "dot", "changes")


def test_an_unknown_format_is_told_with_those_there_are(trace: Trace, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="gexf"):
        export.write(trace, tmp_path / "x", "papyrus")


def test_a_trace_with_nothing_of_the_kind_says_so(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="nothing in this trace"):
        export.write(Trace(articles=(Article("a", "Calm."),)), tmp_path / "x", "tei")


def test_a_place_that_cannot_be_written_is_one_line(trace: Trace, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StoreError, match="choose a place"):
        export.write(trace, tmp_path / "file" / "x.dot", "dot")
    with pytest.raises(StoreError, match="choose a folder"):
        export.write(trace, tmp_path / "file", "csv")


def test_what_stood_there_stays_when_the_writing_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(export.registry(), "broken", base.ExportFormat("broken", "", lambda _: _lazy()))
    place = tmp_path / "kept.txt"
    place.write_text("whole")
    with pytest.raises(ZeroDivisionError):
        export.write(Trace(), place, "broken")
    assert place.read_text() == "whole" and list(tmp_path.iterdir()) == [place]


def _lazy():
    def blocks():
        yield b"half"
        yield bytes([1 // 0])

    yield base.Piece("x", ".txt", blocks())


def test_what_a_killed_run_left_is_taken_away_by_the_next(trace: Trace, tmp_path: Path) -> None:
    (tmp_path / ".out.dot.12345678.part").write_text("half a graph")
    export.write(trace, tmp_path / "out.dot", "dot")
    assert [one.name for one in tmp_path.iterdir()] == ["out.dot"]


def test_file_names_hold_nothing_of_a_path_and_none_comes_twice() -> None:
    names = base.FileNames()
    assert [names.of("../../etc/pass wd"), names.of("a"), names.of("A"), names.of("…")] == [
        "etc-pass-wd",
        "a",
        "A-2",
        "untitled",
    ]
