"""Stored traces that someone changed: each is told in one clear line with the cure, and none is believed."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from pyarrow import parquet

import retold
from retold.archive import consistency, store
from retold.archive.store import Trace
from retold.errors import StoreError
from retold.report import page, rows
from tests.samples import ferry_articles

Tamper = Callable[[Path, Path], object]
Row = dict[str, Any]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A trace with a row in every table that is tampered with below."""
    place = tmp_path_factory.mktemp("whole") / "ferry.trace"
    said = "“The Alma was towed free before noon,” Ilse Brandt said on Tuesday. Nobody was hurt."
    extra = [
        retold.Article(f"q{k}", f"{said} Divers went down {k + 3} times.", outlet=f"Quay {k}")
        for k in range(2)
    ]
    trace = retold.trace([*ferry_articles(), *extra])
    assert trace.statements and trace.changes and trace.claims
    trace.save(place)
    return place


@pytest.fixture
def copy(whole: Path, tmp_path: Path) -> tuple[Path, Path]:
    """A copy of it to change, and the folder of its tables."""
    place = tmp_path / "ferry.trace"
    shutil.copytree(whole, place)
    return place, next(place.glob("tables-*"))


def first(table: str, change: Callable[[Row], object]) -> Tamper:
    """Write a table anew with its first row changed."""

    def tamper(_: Path, tables: Path) -> None:
        file = tables / f"{table}.parquet"
        found = parquet.read_table(file)
        held = found.to_pylist()
        change(held[0])
        parquet.write_table(pa.Table.from_pylist(held, schema=found.schema), file)

    return tamper


def manifest(change: Callable[[Row], object]) -> Tamper:
    def tamper(place: Path, _: Path) -> None:
        file = place / "manifest.json"
        head = json.loads(file.read_text(encoding="utf-8"))
        made = change(head)
        file.write_text(made if isinstance(made, str) else json.dumps(made), encoding="utf-8")

    return tamper


def _foreign(_: Path, tables: Path) -> None:
    parquet.write_table(pa.table({"rumour": [1, 2]}), tables / "stories.parquet")


def _twice(_: Path, tables: Path) -> None:
    found = parquet.read_table(tables / "articles.parquet")
    parquet.write_table(pa.concat_tables([found, found.slice(0, 1)]), tables / "articles.parquet")


def _circle(_: Path, tables: Path) -> None:
    found = parquet.read_table(tables / "derivations.parquet")
    held = found.to_pylist()
    edge = held[0]["derivation"]
    edge["directed"] = True
    held.insert(1, {**held[0], "derivation": {**edge, "source": edge["copy"], "copy": edge["source"]}})
    parquet.write_table(pa.Table.from_pylist(held, schema=found.schema), tables / "derivations.parquet")


TABLES: dict[str, Tamper] = {
    "a table in another's place": lambda _, t: shutil.copy(t / "claims.parquet", t / "changes.parquet"),
    "a table of something else": _foreign,
    "an unknown kind": first("changes", lambda r: r.update(kind="rumour")),
    "an unknown weight": first("changes", lambda r: r.update(weight="heavy")),
    "a text that is nothing": first("articles", lambda r: r.update(text=None)),
    "an id that is nothing": first("statements", lambda r: r.update(id=None)),
    "a day that is none": first("articles", lambda r: r.update(published={"stamp": "soon", "type": "date"})),
    "a stamp that is nothing": first(
        "articles", lambda r: r.update(published={"stamp": None, "type": "str"})
    ),
    "extra that is no JSON": first("articles", lambda r: r.update(extra="{broken")),
    "extra that is a list": first("articles", lambda r: r.update(extra="[1]")),
    "support that is no number": first("changes", lambda r: r.update(support=float("nan"))),
    "support of seven": first("derivations", lambda r: r["derivation"].update(support=7.0)),
    "a weight of evidence that is no number": first(
        "nodes",
        lambda r: r["node"].update(
            evidence=[{"kind": "x", "spans": [], "weight": float("nan"), "words": "x"}]
        ),
    ),
    "a span beyond the text": first("statements", lambda r: r["cue"].update(end=10**9)),
    "a span before the text": first("statements", lambda r: r["cue"].update(start=-4)),
    "a span that ends before it begins": first("claims", lambda r: r["carriers"][0].update(start=9, end=3)),
    "a span of no article": first("claims", lambda r: r["carriers"][0].update(article="nobody")),
    "spans that are nothing": first("changes", lambda r: r.update(copy_spans=None)),
    "a statement of no article": first("statements", lambda r: r.update(article="nobody")),
    "a story of an article that is not there": first("stories", lambda r: r["articles"].append("nobody")),
    "a tie to nobody": first("derivations", lambda r: r["derivation"].update(source="nobody")),
    "a lineage in a circle": _circle,
    "two articles of one id": _twice,
    "words aligned beyond the text": first("alignments", lambda r: r["blocks"][0].update(a_end=10**9)),
    "a table that is cut off": lambda _, t: (t / "articles.parquet").write_bytes(
        (t / "articles.parquet").read_bytes()[:300]
    ),
    "a table that is missing": lambda _, t: (t / "nodes.parquet").unlink(),
    "a folder in place of a table": lambda _, t: (
        (t / "claims.parquet").unlink(),
        (t / "claims.parquet").mkdir(),
    ),
}
MANIFESTS: dict[str, Tamper] = {
    "a list": manifest(lambda _: [1, 2]),
    "no JSON": manifest(lambda _: "{"),
    "deep": manifest(lambda _: "[" * 100_000),
    "a number of many digits": manifest(lambda _: '{"format": ' + "9" * 5_000 + "}"),
    "no text": lambda place, _: (place / "manifest.json").write_bytes(b"\xff\xfe\x00\xd8"),
    "tables that are a number": manifest(lambda head: {**head, "tables": 7}),
    "tables outside of it": manifest(lambda head: {**head, "tables": "../.."}),
    "tables that are not there": manifest(lambda head: {**head, "tables": "tables-000000000000"}),
    "a manifest that is a list": manifest(lambda head: {**head, "manifest": []}),
    "a format that is a list": manifest(lambda head: {**head, "format": [2]}),
    "a format of later": manifest(lambda head: {**head, "format": 99}),
    "feet that are a list": manifest(lambda head: {**head, "feet": [1]}),
    "feet of other tables": manifest(lambda head: {**head, "feet": dict.fromkeys(head["feet"], "0" * 32)}),
}


def everything(place: Path) -> None:
    """Read all that a trace holds, and show it in each way there is."""
    found = store.load(place)
    list(rows.rows(found))
    page.html(found)


def refused(place: Path) -> str:
    with pytest.raises(StoreError) as error:
        everything(place)
    assert "\n" not in str(error.value) and error.value.cure
    return str(error.value)


@pytest.mark.parametrize("kind", TABLES)
def test_a_table_that_was_changed_is_one_line_that_names_it(kind: str, copy: tuple[Path, Path]) -> None:
    TABLES[kind](*copy)
    assert "tables-" in refused(copy[0])


@pytest.mark.parametrize("kind", TABLES)
def test_so_it_is_where_the_manifest_does_not_say_what_was_written(
    kind: str, copy: tuple[Path, Path]
) -> None:
    manifest(lambda head: {key: value for key, value in head.items() if key != "feet"})(*copy)
    TABLES[kind](*copy)
    refused(copy[0])


@pytest.mark.parametrize("kind", MANIFESTS)
def test_a_manifest_that_was_changed_is_one_line(kind: str, copy: tuple[Path, Path]) -> None:
    MANIFESTS[kind](*copy)
    refused(copy[0])


def test_a_trace_without_a_seal_that_nobody_changed_is_read(copy: tuple[Path, Path], whole: Path) -> None:
    manifest(lambda head: {key: value for key, value in head.items() if key != "feet"})(*copy)
    everything(copy[0])
    assert store.load(copy[0]) == store.load(whole)


def test_a_page_of_a_table_that_was_damaged_is_found_when_it_is_read(copy: tuple[Path, Path]) -> None:
    file = copy[1] / "articles.parquet"
    data = bytearray(file.read_bytes())
    for place in range(60, 90):
        data[place] ^= 0x55
    file.write_bytes(data)
    assert "articles.parquet" in refused(copy[0])


def test_the_invented_trace_fits_itself(trace: Trace) -> None:
    consistency.check(trace, "crane")


@pytest.mark.parametrize("command", ["show", "export", "find", "copies"])
def test_the_program_ends_with_one_line_and_exit_code_2(command: str, copy: tuple[Path, Path]) -> None:
    TABLES["an unknown kind"](*copy)
    words = {"show": [], "export": ["--to", "dot"], "find": ["Alma"], "copies": []}[command]
    line = [sys.executable, "-m", "retold", command, str(copy[0]), *words]
    done = subprocess.run(line, capture_output=True, text=True, check=False)
    assert done.returncode == 2 and done.stdout == "" and done.stderr.count("\n") == 1
    assert "changed after it was written" in done.stderr
