"""Rulings are asked by kind and by story, and say which of them changed nothing."""

from __future__ import annotations

from pathlib import Path

from retold.decisions import UNDECIDED, Decision, Rulings, ledger, rulings
from retold.model import Story

STORY = Story("s2", ("a", "b"), (("a", "b"),), 0.5, former=("s1",))


def test_only_what_may_bear_on_a_story_goes_with_it() -> None:
    here = [
        Decision("not_a_copy", articles=("a", "x"), id="1"),
        Decision("same_person", names=("A", "B"), story="s1", id="2"),
        Decision("same_person", names=("A", "B"), id="3"),
        Decision("change_false", changes=("c",), id="4"),
    ]
    elsewhere = [
        Decision("not_a_copy", articles=("x", "y"), id="5"),
        Decision("same_person", names=("A", "B"), story="s9", id="6"),
        Decision("merge", articles=("a", "b"), id="7"),
    ]
    assert Rulings((*here, *elsewhere)).on(STORY).decisions == tuple(here)
    assert not UNDECIDED and UNDECIDED.on(STORY) is UNDECIDED


def test_pairs_that_are_no_copies_are_known_whichever_way_they_were_named() -> None:
    given = Rulings(
        (Decision("not_a_copy", articles=("b", "a"), id="1"), Decision("merge", articles=("b", "c"), id="2"))
    )
    assert given.no_copies() == {frozenset("ab"): "1"}


def test_one_that_changed_nothing_is_noted() -> None:
    given = Rulings((Decision("merge", articles=("a", "b"), id="1", who="Ann"), Decision("split", id="2")))
    notes = given.idle(["2"])
    assert [note.where for note in notes] == ["decision 1 (merge, by Ann)"]


def test_a_file_is_read_with_its_bad_lines(tmp_path: Path) -> None:
    one = ledger.add(tmp_path / "d.jsonl", Decision("merge", articles=("a", "b")), "Ann")
    with (tmp_path / "d.jsonl").open("a") as more:
        more.write("nonsense\n")
    found, notes = rulings.given(tmp_path / "d.jsonl")
    assert found.decisions == (one,) and len(notes) == 1
    assert rulings.given([one]) == (found, [])
