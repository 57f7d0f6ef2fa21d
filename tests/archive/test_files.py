"""The folder of a trace: what stands there is replaced in one step, or not at all."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

import retold
from retold.archive import files
from retold.errors import StoreError
from retold.model import Article


def test_rows_are_written_in_groups_and_nothing_old_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from pyarrow import parquet

    monkeypatch.setattr(files, "GROUP", 2)
    rows = [Article(f"a{k}", "Lamps.") for k in range(5)]
    for _ in range(2):
        files.replaced(tmp_path / "t", [{"articles": rows[:3]}, {"articles": rows[3:]}], lambda: {"seed": 7})
    folder, manifest = files.opened(tmp_path / "t")
    assert manifest == {"seed": 7}
    assert parquet.ParquetFile(folder / "articles.parquet").num_row_groups == 3
    assert sorted(p.name for p in (tmp_path / "t").iterdir()) == ["manifest.json", folder.name]


def test_what_fails_on_the_way_leaves_no_manifest(tmp_path: Path) -> None:
    def failing() -> dict[str, object]:
        raise OSError(28, "No space left on device")

    with pytest.raises(StoreError, match="No space left"):
        files.replaced(tmp_path / "t", [], failing)
    assert not (tmp_path / "t" / "manifest.json").exists()


@pytest.mark.parametrize(
    ("number", "whose"), [(1, "an older retold"), (99, "a newer retold"), ("x", "a newer")]
)
def test_another_format_is_refused_and_told_apart(tmp_path: Path, number: object, whose: str) -> None:
    text = json.dumps({"format": number, "tables": "t", "manifest": {}})
    (tmp_path / "manifest.json").write_text(text, encoding="utf-8")
    with pytest.raises(StoreError, match=whose):
        files.opened(tmp_path)


def test_where_something_else_stands_nothing_is_begun(tmp_path: Path) -> None:
    (tmp_path / "list").write_text("bread")

    def never() -> Iterator[Article]:
        raise AssertionError("the articles were asked for")
        yield

    with pytest.raises(StoreError, match="something that is no trace"):
        retold.trace(never(), into=tmp_path / "list")
