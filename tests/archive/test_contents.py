"""What a trace holds, apart from what can be done with it."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

from retold.archive.contents import Contents
from retold.archive.store import Trace, load
from retold.model import Article, Lineage, Node, Story


def held() -> Trace:
    article = Article("a", "The quay at Lissel was closed on Monday.")
    node = Node("a", None, True, 1.0)
    return Trace(
        (article,), (Story("s", ("a",), (("a",),), 1.0),), {"s": Lineage((node,), (), ("a",), (1, 1))}
    )


def test_a_trace_adds_no_field_to_its_contents() -> None:
    assert [one.name for one in fields(Trace)] == [one.name for one in fields(Contents)]


def test_empty_contents_have_empty_tables() -> None:
    assert not any(len(getattr(Contents(), one.name)) for one in fields(Contents))


def test_lineages_run_in_turn_whether_held_or_stored(tmp_path: Path) -> None:
    held().save(tmp_path / "t")
    stored = load(tmp_path / "t")
    assert list(stored.lineages.items()) == list(held().lineages.items())
    assert len(stored.lineages.items()) == 1
    assert ("s", held().lineages["s"]) in stored.lineages.items()
