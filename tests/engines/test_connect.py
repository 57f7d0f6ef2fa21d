"""Stages: tables by name, rows by key, and what is left by an earlier run."""

from __future__ import annotations

import json
from pathlib import Path

import pyarrow as pa
import pytest

from retold.engines import connect
from retold.engines.choice import Engine, session
from retold.errors import StoreError


class _Recorder:
    """A session that nothing is asked of but its settings and views."""

    def __init__(self) -> None:
        self.settings: dict[str, str] = {}
        self.conf = self
        self.read = self

    def set(self, name: str, value: str) -> None:
        self.settings[name] = value

    def schema(self, _: str) -> _Recorder:
        return self

    def parquet(self, _: str) -> _Recorder:
        return self

    def createOrReplaceTempView(self, _: str) -> None:  # its name in Spark
        """Take no notice."""


def batch(keys: list[int]) -> pa.RecordBatch:
    return pa.RecordBatch.from_pydict({"key": keys, "place": list(range(len(keys)))})


def test_equal_keys_stand_in_one_table_over_batches() -> None:
    given = [batch([1, 1]), batch([]), batch([1, 2]), batch([3])]
    found = [table["key"].to_pylist() for table in connect.runs(iter(given), "key")]
    assert found == [[1, 1, 1], [2], [3]]


def test_rows_are_sorted_in_the_worker_where_the_engine_drops_their_order() -> None:
    given = [batch([3, 1]), batch([1, 2])]
    found = connect._keyed(_keys, ("key", "place"), False, iter(given))
    assert list(found) == [[1, 1], [2], [3]]


def _keys(tables: connect.Tables) -> connect.Batches:
    return (table["key"].to_pylist() for table in tables)


def test_a_table_that_stands_is_not_written_again(tmp_path: Path) -> None:
    for asked in (lambda: iter([batch([5])]), lambda: iter(pytest.fail("it is asked for again"))):
        stages = connect.Stages(_Recorder(), str(tmp_path / "w"), "one work", 4, sorts=True)
        stages.given("some", "key bigint, place bigint", asked)
    assert stages.path("some") == str(tmp_path / "w" / "some")
    assert json.loads((tmp_path / "w" / "stages.json").read_text())["stages"] == ["some"]


def test_tables_of_another_work_are_refused(tmp_path: Path) -> None:
    connect.Stages(_Recorder(), str(tmp_path), "one", 4, sorts=True).given(
        "x", "key bigint", lambda: iter(())
    )
    with pytest.raises(StoreError, match="stages of other articles"):
        connect.Stages(_Recorder(), str(tmp_path), "another", 4, sorts=True)
    (tmp_path / "stages.json").write_text("{")
    with pytest.raises(StoreError, match="--work"):
        connect.Stages(_Recorder(), str(tmp_path), "one", 4, sorts=True)


def test_a_place_that_cannot_be_opened_is_told_of() -> None:
    with pytest.raises(StoreError, match="another folder for --work"):
        connect.Stages(_Recorder(), "nowhere://x/y", "", 4, sorts=True)


@pytest.mark.engines
def test_an_empty_table_keeps_its_columns(tmp_path: Path) -> None:
    pytest.importorskip("pysail", reason="Sail is not installed (make test-engines)")
    with session(Engine("sail")) as sail:
        stages = connect.Stages(sail, str(tmp_path / "w"), "", 2, sorts=False)
        stages.sql("none", "SELECT CAST(1 AS BIGINT) AS a WHERE 1 = 0", "a bigint")
        assert stages.rows("SELECT a FROM none") == []
        assert stages.number("SELECT sum(a) FROM none") == 0
        assert list(stages.stream("SELECT a FROM none")) == []
