"""A trace as flat tables: the same from Python, from SQL and in Arrow."""

from __future__ import annotations

from pathlib import Path

import pytest

import retold
from retold.archive import columns, flat, store
from retold.archive.store import Trace
from retold.errors import InputError
from retold.model import Article
from tests.samples import ferry_articles


@pytest.fixture(scope="module")
def made() -> Trace:
    """A trace that the program made: it has alignments, which the invented one lacks."""
    return retold.trace(ferry_articles())


def table(trace: Trace, name: str) -> list[dict[str, object]]:
    names = [one.name for one in columns.TABLES[name].columns]
    return [dict(zip(names, row, strict=True)) for row in flat.rows(trace, name)]


@pytest.mark.parametrize("which", ["invented", "made"])
@pytest.mark.parametrize("name", columns.TABLES)
def test_sql_and_python_give_the_same_rows(
    name: str, which: str, trace: Trace, made: Trace, tmp_path: Path
) -> None:
    one = trace if which == "invented" else made
    one.save(tmp_path / "t.trace")
    wanted = ", ".join(f'"{column.name}"' for column in columns.TABLES[name].columns)
    with store.connect(tmp_path / "t.trace") as base:
        asked = sorted(map(repr, base.sql(f"SELECT {wanted} FROM {name}").fetchall()))
    assert asked == sorted(map(repr, flat.rows(one, name)))


@pytest.mark.parametrize("name", columns.TABLES)
def test_arrow_has_every_row_and_says_what_a_column_means(name: str, trace: Trace) -> None:
    found = trace.to_arrow(name)
    assert found.num_rows == len(list(flat.rows(trace, name)))
    assert [f.name for f in found.schema] == [c.name for c in columns.TABLES[name].columns]
    assert all(field.metadata[b"meaning"] for field in found.schema)


def test_a_change_names_both_versions_beside_their_ids(trace: Trace) -> None:
    swap = next(row for row in table(trace, "changes") if row["id"] == "swap")
    assert (swap["source"], swap["source_name"]) == ("beacon", "Ellard Beacon")
    assert (swap["copy"], swap["copy_name"]) == ("observer", "Morning Observer")


def test_an_unseen_source_is_called_by_its_name(trace: Trace) -> None:
    rows = table(trace, "derivations")
    assert {row["source_name"] for row in rows if row["copy"] == "beacon"} == {"Saltmarsh Wire"}


def test_places_are_the_characters_of_the_text(trace: Trace) -> None:
    texts = {one.id: one.text for one in trace.articles}
    for row in (*table(trace, "places"), *table(trace, "carriers")):
        assert texts[str(row["article"])][row["start_char"] : row["end_char"]] == row["words"]  # type: ignore[misc]


def test_every_carrier_of_a_claim_stands_once(trace: Trace) -> None:
    rows = [row for row in table(trace, "carriers") if row["claim"] == "c2"]
    assert len(rows) == 5 and {row["reading"] for row in rows} == {
        "six injured",
        "nine injured",
        "Seven people were hurt",
    }


def test_an_unknown_table_is_told_with_those_there_are(trace: Trace) -> None:
    with pytest.raises(InputError, match="derivations"):
        list(flat.rows(trace, "rumours"))


def test_half_a_character_reaches_a_table_as_a_question_mark() -> None:
    found = Trace(articles=(Article("a", "half \ud83d here"),)).to_arrow("articles")
    assert found.column("text").to_pylist() == ["half ? here"]


def test_a_data_frame_has_the_columns_of_the_table(trace: Trace) -> None:
    pytest.importorskip("pandas")
    frame = trace.to_pandas("changes")
    assert list(frame["kind"]) == [one.kind for one in trace.changes]
