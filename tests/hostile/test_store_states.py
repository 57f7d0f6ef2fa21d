"""A store that is written, read, damaged and mended in any order always has one whole trace, or says what is wrong."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

import retold
from retold.archive import store
from retold.archive.store import Trace
from retold.errors import StoreError
from tests.samples import FERRY, OTHER, ferry_articles

TABLES = ("articles", "changes", "claims", "stories", "statements", "nodes", "derivations")


@cache
def traces() -> tuple[Trace, ...]:
    """A few traces that differ: of two articles, of four, of none that belong together."""
    whole = ferry_articles()
    alone = [retold.Article("x", OTHER, outlet="Post"), retold.Article("y", FERRY, outlet="Mail")]
    return tuple(retold.trace(given) for given in (whole[:2], whole[:4], alone))


class Store(RuleBasedStateMachine):
    """One place on disk, and what ought to be there."""

    @initialize()
    def begin(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="retold-states-"))
        self.place = self.folder / "it.trace"
        self.held: Trace | None = None
        self.damaged = False

    @rule(which=st.integers(0, 2), number=st.integers(0, 9))
    def write(self, which: int, number: int) -> None:
        self.held = replace(traces()[which], manifest={**traces()[which].manifest, "number": number})
        self.held.save(self.place)
        self.damaged = False

    @precondition(lambda self: self.held is not None and not self.damaged)
    @rule()
    def write_what_is_loaded(self) -> None:
        store.load(self.place).save(self.place)

    @precondition(lambda self: self.held is not None)
    @rule(name=st.sampled_from(TABLES), cut=st.integers(0, 200))
    def cut_a_table(self, name: str, cut: int) -> None:
        (file,) = self.place.glob(f"tables-*/{name}.parquet")
        file.write_bytes(file.read_bytes()[:cut])
        self.damaged = True

    @precondition(lambda self: self.held is not None)
    @rule(text=st.sampled_from(["", "{}", "[]", '{"format": 1}', "null"]))
    def spoil_the_manifest(self, text: str) -> None:
        (self.place / "manifest.json").write_text(text, encoding="utf-8")
        self.damaged = True

    @rule()
    def leave_litter_of_a_killed_run(self) -> None:
        (self.place / "tables-0123456789ab").mkdir(parents=True, exist_ok=True)
        (self.place / "manifest.tables-0123456789ab.tmp").write_text("{", encoding="utf-8")

    @precondition(lambda self: self.held is not None and not self.damaged)
    @rule()
    def be_moved(self) -> None:
        self.place = self.place.rename(self.folder / f"{self.place.name}x")

    @invariant()
    def one_whole_trace_or_one_line(self) -> None:
        if not hasattr(self, "place"):
            return
        if self.held is None or self.damaged:
            with pytest.raises(StoreError) as refused:
                _everything(store.load(self.place))
            assert "\n" not in str(refused.value)
        else:
            assert _everything(store.load(self.place)) == _everything(self.held)

    def teardown(self) -> None:
        shutil.rmtree(getattr(self, "folder", ""), ignore_errors=True)


def _everything(one: Trace) -> tuple[object, ...]:
    return (
        tuple(one.articles), tuple(one.stories), dict(one.lineages), tuple(one.statements), tuple(one.changes),
        tuple(one.claims), tuple(one.furniture), tuple(one.set_aside), dict(one.manifest), tuple(one.alignments),
    )  # fmt: skip


Store.TestCase.settings = settings(
    max_examples=6, stateful_step_count=8, deadline=None, suppress_health_check=list(HealthCheck)
)
TestStore = Store.TestCase


def test_a_write_takes_the_litter_of_killed_runs_away(tmp_path: Path) -> None:
    place = tmp_path / "it.trace"
    (place / "tables-0123456789ab").mkdir(parents=True)
    (place / "manifest.tables-0123456789ab.tmp").write_text("{", encoding="utf-8")
    traces()[0].save(place)
    assert sorted(one.name.split("-")[0] for one in place.iterdir()) == ["manifest.json", "tables"]
