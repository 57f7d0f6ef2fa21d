"""Questions in SQL: answered from the trace, and from nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from retold.archive import sql
from retold.archive.store import Trace
from retold.errors import InputError, StoreError


@pytest.fixture
def stored(trace: Trace, tmp_path: Path) -> Path:
    trace.save(tmp_path / "it's a.trace")
    return tmp_path / "it's a.trace"


def test_a_query_gives_columns_and_rows(stored: Path) -> None:
    columns, rows = sql.answer(
        stored, "SELECT kind, count(*) AS n FROM changes GROUP BY kind ORDER BY n DESC, kind"
    )
    assert columns == ["kind", "n"] and next(rows) == ("cut", 3)


def test_the_stored_structs_can_be_asked_too(stored: Path) -> None:
    _, rows = sql.answer(stored, "SELECT node.name FROM stored.nodes WHERE NOT node.seen")
    assert list(rows) == [("Saltmarsh Wire",)]


@pytest.mark.parametrize(
    "query",
    [
        "COPY (SELECT 1) TO '{}'",
        "ATTACH '{}' AS other",
        "SET enable_external_access = true",
        "INSTALL httpfs",
    ],
)
def test_a_query_writes_nothing_and_opens_nothing(query: str, stored: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.csv"
    with pytest.raises(InputError, match="cannot be answered"):
        list(sql.answer(stored, query.format(target))[1])
    assert not target.exists()


def test_a_query_reads_no_other_file(stored: Path, tmp_path: Path) -> None:
    (tmp_path / "other.csv").write_text("a\n1\n")
    with pytest.raises(InputError, match="cannot be answered"):
        list(sql.answer(stored, f"SELECT * FROM read_csv('{tmp_path}/other.csv')")[1])


def test_a_bad_query_is_one_line_with_a_cure(stored: Path) -> None:
    with pytest.raises(InputError, match=r"rumours.*docs/tables.md") as refused:
        sql.answer(stored, "SELECT * FROM rumours")
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("query", ["", " ;\n", "-- nothing but a remark", "/* nothing */"])
def test_a_query_that_asks_nothing_is_one_line_too(query: str, stored: Path) -> None:
    with pytest.raises(InputError, match=r"docs/tables.md"):
        sql.answer(stored, query)


def test_two_columns_of_one_name_are_told_apart(stored: Path) -> None:
    assert sql.answer(stored, "SELECT 1 AS a, 2 AS a")[0] == ["a", "a_2"]


def test_no_trace_is_told_as_such(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no trace there"):
        sql.answer(tmp_path / "none", "SELECT 1")
