"""A trace on disk: it round-trips, and a killed save leaves the old one whole."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import retold
from retold.archive import files, store
from retold.archive.store import Trace
from retold.errors import InputError, StoreError
from retold.model import (
    AlignedBlock,
    AlignedPair,
    Article,
    Change,
    Claim,
    Derivation,
    Evidence,
    Lineage,
    Node,
    Party,
    Passage,
    SetAside,
    Span,
    Statement,
    Story,
    Variant,
)

SPAN = Span("a", 0, 3)
PASSAGE = Passage(SPAN, Span("b", 0, 3), "reworded", 0.4)
REASON = (Evidence("time", (SPAN,), 1.5, "stamped an hour earlier"),)


def full_trace() -> Trace:
    """A small trace with something of every kind in it."""
    way = Lineage(
        nodes=(
            Node("a", None, True, 1.0, REASON),
            Node("s/unseen-1", "Gannet Wire", False, 0.8, (), (("The quay", ("a", "b")), (None, ()))),
        ),
        derivations=(Derivation("s/unseen-1", "a", True, 0.9, REASON),),
        origins=("s/unseen-1",),
        origins_range=(1, 2),
    )
    whole = Lineage(way.nodes, way.derivations, way.origins, way.origins_range, alternatives=(way, way))
    said = Statement(
        "a#s1", "a", (SPAN,), (Party(SPAN, "Ada Brine", 0.9),), (), SPAN, None, None, "direct", 0.9
    )
    change = Change(
        "c1", "s", None, "a", "b", False, "slip", (SPAN,), (), None, "", "wording", 0.7, REASON, "shared"
    )
    variant = Variant("32", (SPAN,), ("s/unseen-1",))
    return Trace(
        articles=(
            Article("a", "One.", published=date(2021, 5, 22), updated=datetime(2021, 5, 22, 8, tzinfo=UTC)),
            Article("b", "Two — “three”.", published="2021-05-22T08:00Z", extra={"desk": ["x", "y"]}),
        ),
        stories=(Story("s", ("a", "b"), (("a",), ("b",)), 0.4),),
        lineages={"s": whole},
        statements=(said,),
        changes=(change,),
        claims=(Claim("k", ("s",), "figure", None, (SPAN,), (variant,), ("a",), (1, 1), 0.5, REASON),),
        furniture=((SPAN, "stands in 5 of 6 articles"),),
        set_aside=(SetAside("x.txt", "empty", "remove it"),),
        manifest={"retold": "0"},
        alignments=(AlignedPair("s", "a", "b", (AlignedBlock(0, 3, 0, 3, "replaced", False),), (PASSAGE,)),),
    )


@pytest.mark.parametrize("trace", [full_trace(), Trace()], ids=["full", "empty"])
def test_a_trace_round_trips(tmp_path: Path, trace: Trace) -> None:
    trace.save(tmp_path / "t.trace")
    assert store.load(tmp_path / "t.trace") == trace


@given(st.text(max_size=60), st.text(max_size=20))
def test_any_text_round_trips(tmp_path_factory: pytest.TempPathFactory, text: str, name: str) -> None:
    if any(0xD800 <= ord(c) <= 0xDFFF for c in text + name):
        return  # no text of an article holds half a character
    trace = Trace(articles=(Article(name, text, extra={name: text}),))
    place = tmp_path_factory.mktemp("any") / "t.trace"
    trace.save(place)
    assert store.load(place) == trace


def test_a_second_save_replaces_the_first(tmp_path: Path) -> None:
    place = tmp_path / "t.trace"
    full_trace().save(place)
    Trace().save(place)
    assert store.load(place) == Trace()
    assert len(list(place.iterdir())) == 2


def test_a_killed_save_leaves_the_old_trace_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = tmp_path / "t.trace"
    full_trace().save(place)

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(files, "commit", killed)
    with pytest.raises(KeyboardInterrupt):
        Trace().save(place)
    assert store.load(place) == full_trace()
    monkeypatch.undo()
    Trace().save(place)
    assert len(list(place.iterdir())) == 2


def test_a_folder_of_other_things_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("years of work", encoding="utf-8")
    with pytest.raises(StoreError, match="no trace"):
        Trace().save(tmp_path)
    assert (tmp_path / "thesis.txt").read_text(encoding="utf-8") == "years of work"


@pytest.mark.parametrize("manifest", ["", "[]", "{}", '{"format": 99, "tables": "x", "manifest": {}}'])
def test_what_is_no_trace_is_refused(tmp_path: Path, manifest: str) -> None:
    (tmp_path / "manifest.json").write_text(manifest, encoding="utf-8")
    with pytest.raises(StoreError):
        store.load(tmp_path)


def test_a_damaged_table_is_refused_by_name(tmp_path: Path) -> None:
    full_trace().save(tmp_path / "t.trace")
    head = json.loads((tmp_path / "t.trace" / "manifest.json").read_text(encoding="utf-8"))
    (tmp_path / "t.trace" / head["tables"] / "claims.parquet").write_bytes(b"PAR1")
    with pytest.raises(StoreError, match="claims"):
        store.load(tmp_path / "t.trace")


def test_duckdb_reads_the_tables_in_place(tmp_path: Path) -> None:
    full_trace().save(tmp_path / "it's.trace")
    with store.connect(tmp_path / "it's.trace") as tables:
        assert tables.sql("SELECT kind FROM changes").fetchall() == [("slip",)]
        assert tables.sql("SELECT len(blocks) FROM alignments").fetchall() == [(1,)]
        assert tables.sql("SELECT name FROM nodes WHERE NOT seen AND lineage = 0").fetchall() == [
            ("Gannet Wire",)
        ]


def test_half_characters_and_strange_keys_are_stored_too(tmp_path: Path) -> None:
    extra: dict[Any, object] = {1: "\ud800", "a": {2: "b", "c": ("d",), (3,): 4}}
    odd = Article("a", "The ferry sank.", outlet="Post \ud83d", title="\udfff", extra=extra)
    kept = retold.trace([odd], into=tmp_path / "t.trace")
    assert (kept.articles[0].outlet, kept.articles[0].title) == ("Post \ufffd", "\ufffd")
    assert kept.articles[0].extra == {"1": "?", "a": {"2": "b", "c": ["d"]}}
    assert len(kept.set_aside) == 2


def test_an_older_format_is_refused_with_what_to_do(tmp_path: Path) -> None:
    full_trace().save(tmp_path / "t.trace")
    manifest = tmp_path / "t.trace" / "manifest.json"
    manifest.write_text(
        manifest.read_text(encoding="utf-8").replace('"format": 2', '"format": 1'), encoding="utf-8"
    )
    with pytest.raises(StoreError, match=r"older retold.*trace its articles again"):
        store.load(tmp_path / "t.trace")


def test_a_part_of_a_stored_trace_is_the_part_of_the_trace_in_memory(tmp_path: Path) -> None:
    whole = full_trace()
    whole.save(tmp_path / "t.trace")
    kept = store.load(tmp_path / "t.trace")
    assert kept.part(["s"]) == whole.part(["s"])
    assert kept.story("s") == whole.story("s")
    assert kept.part([]) == Trace(manifest=whole.manifest)
    with pytest.raises(InputError, match=r"no story 'x'.*: s"):
        kept.story("x")


def test_a_trace_and_its_things_are_printed_on_one_short_line() -> None:
    long = Article("a", "The ferry sank. " * 1_000, title="A" * 500)
    trace = Trace(articles=(long,) * 500)
    assert repr(trace) == "<Trace: 500 articles, 0 stories, 0 statements, 0 changes, 0 claims>"
    assert repr(full_trace()) == "<Trace: 2 articles, 1 story, 1 statement, 1 change, 1 claim>"
    record = full_trace().story("s")
    things = (long, record, record.story, record.lineage, *record.changes, *record.claims, *record.statements)
    assert all(len(repr(thing)) <= 200 and "\n" not in repr(thing) for thing in things)


def test_saving_a_loaded_trace_in_its_own_place_keeps_it(tmp_path: Path) -> None:
    full_trace().save(tmp_path / "t.trace")
    store.load(tmp_path / "t.trace").save(tmp_path / "t.trace")
    assert store.load(tmp_path / "t.trace") == full_trace()
