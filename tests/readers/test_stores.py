"""Tables that programs write: Parquet, Arrow, SQLite."""

from __future__ import annotations

import sqlite3
import zipfile

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyarrow import ipc, parquet

from retold.model import Article, SetAside
from retold.readers import read
from retold.readers.content import Head
from retold.readers.formats import columnar, database
from retold.settings import Clean

ROWS = [
    {
        "story_id": 7,
        "media_name": "Quenby Echo",
        "publish_date": "2019-03-04",
        "text": "The ferry ran late on Monday.",
        "page": 3,
    },
    {
        "story_id": 8,
        "media_name": "Gannet",
        "publish_date": "2019-03-05",
        "text": "The ferry ran late again.",
        "page": 1,
    },
]


def written(path, kind):
    table = pa.Table.from_pylist(ROWS)
    if kind == "parquet":
        parquet.write_table(table, path)
    elif kind == "arrow":
        with ipc.new_file(path, table.schema) as writer:
            writer.write_table(table)
    elif kind == "arrows":
        with ipc.new_stream(path, table.schema) as writer:
            writer.write_table(table)
    else:
        with sqlite3.connect(path) as base:
            base.execute("CREATE TABLE stories (story_id, media_name, publish_date, text, page)")
            base.execute("CREATE TABLE outlets (name)")
            base.executemany(
                "INSERT INTO stories VALUES (:story_id, :media_name, :publish_date, :text, :page)", ROWS
            )
        base.close()
    return path


@pytest.mark.parametrize("kind", ["parquet", "arrow", "arrows", "sqlite"])
def test_every_row_is_an_article(tmp_path, kind):
    found = list(read([written(tmp_path / f"a.{kind}", kind)], Clean()))
    assert [(one.id, one.outlet, one.published, one.text) for one in found] == [
        ("7", "Quenby Echo", "2019-03-04", ROWS[0]["text"]), ("8", "Gannet", "2019-03-05", ROWS[1]["text"])
    ]  # fmt: skip
    assert found[0].extra["page"] == 3


@pytest.mark.parametrize("kind", ["parquet", "sqlite"])
def test_a_table_in_an_archive_is_read(tmp_path, kind):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.write(written(tmp_path / f"a.{kind}", kind), f"a.{kind}")
    assert [one.id for one in read([tmp_path / "a.zip"], Clean())] == ["7", "8"]


def test_a_database_without_texts_is_set_aside(tmp_path):
    with sqlite3.connect(tmp_path / "a.db") as base:
        base.execute('CREATE TABLE "out""lets" (name)')
    base.close()
    (note,) = read([tmp_path / "a.db"], Clean())
    assert isinstance(note, SetAside) and "SQLite" in note.why


def test_a_trigger_or_view_of_a_database_runs_nothing(tmp_path):
    path = written(tmp_path / "a.sqlite", "sqlite")
    with sqlite3.connect(path) as base:
        base.execute("CREATE VIEW more AS SELECT text || '!' AS text FROM stories")
    base.close()
    assert all(not one.text.endswith("!") for one in read([path], Clean()))


@pytest.mark.parametrize("kind", ["parquet", "arrow", "sqlite"])
@given(cut=st.integers(0, 3000), junk=st.binary(min_size=1, max_size=9))
def test_no_damage_raises(tmp_path_factory, kind, cut, junk):
    folder = tmp_path_factory.mktemp("store")
    data = written(folder / "a", kind).read_bytes()
    (folder / "b").write_bytes(data[:cut] + junk + data[cut + len(junk) :])
    assert all(isinstance(one, (Article, SetAside)) for one in read([folder / "b"], Clean()))


def test_the_first_bytes_tell():
    assert (
        columnar.FORMAT.probe(Head.of(b"PAR1")) == database.FORMAT.probe(Head.of(b"SQLite format 3\x00")) == 1
    )
    assert columnar.FORMAT.probe(Head.of(b"PARTY")) == database.FORMAT.probe(Head.of(b"SQLite is")) == 0
