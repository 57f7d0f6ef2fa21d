"""Folders of a partitioned data set give the columns that parted its rows."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from retold import readers
from retold.model import Article
from retold.readers import partitions
from retold.settings import Clean

TEXT = (
    "The sluice at Tarn was opened at noon, and the lower meadow stood under water by two, the warden said."
)


def rows(path: Path, *given: dict[str, object]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(one) + "\n" for one in given))


def read(path: Path) -> list[Article]:
    found = list(readers.read([str(path)], Clean()))
    assert all(isinstance(one, Article) for one in found), found
    return [one for one in found if isinstance(one, Article)]


def test_outlet_and_day_are_taken_from_the_folders_of_rows_that_lack_them(tmp_path: Path) -> None:
    rows(tmp_path / "published=2031-05-06/outlet=Tarn%20Post/part-0.jsonl", {"title": "Sluice", "text": TEXT})
    (one,) = read(tmp_path)
    assert (one.outlet, one.published) == ("Tarn Post", "2031-05-06")


def test_what_a_row_says_itself_counts_before_its_folder(tmp_path: Path) -> None:
    rows(tmp_path / "source=Elm/part.jsonl", {"text": TEXT, "outlet": "Elm Evening Star"})
    assert read(tmp_path)[0].outlet == "Elm Evening Star"


@pytest.mark.parametrize("folders", ["year=2031/month=5/day=6", "dt=2031-05-06", "date=2031-05-06"])
def test_a_day_may_be_parted_by_year_month_and_day(tmp_path: Path, folders: str) -> None:
    rows(tmp_path / folders / "part.jsonl", {"text": TEXT})
    assert read(tmp_path)[0].published == "2031-05-06"


def test_columns_that_are_no_part_of_an_article_are_kept_beside_it(tmp_path: Path) -> None:
    rows(tmp_path / "region=north/lang=en/part.jsonl", {"text": TEXT})
    (one,) = read(tmp_path)
    assert (one.extra["region"], one.language) == ("north", "en")


def test_the_same_rows_under_two_outlets_are_two_articles(tmp_path: Path) -> None:
    for outlet in ("Tarn Post", "Elm Star"):
        rows(tmp_path / f"outlet={outlet}" / "part.jsonl", {"text": TEXT})
    assert {one.outlet for one in read(tmp_path)} == {"Tarn Post", "Elm Star"}


def test_a_parquet_file_has_the_columns_of_its_folders(tmp_path: Path) -> None:
    import pyarrow as pa
    from pyarrow import parquet

    folder = tmp_path / "published=2031-05-06" / "outlet=quay"
    folder.mkdir(parents=True)
    parquet.write_table(pa.table({"text": [TEXT]}), folder / "part.parquet")
    (one,) = read(folder / "part.parquet")
    assert (one.outlet, one.published) == ("quay", "2031-05-06")


def test_the_value_for_none_an_address_and_other_folders_tell_nothing() -> None:
    assert partitions.columns("set/outlet=__HIVE_DEFAULT_PARTITION__/part.jsonl") == {}
    assert partitions.columns("https://tarn.example/outlet=x/page.html") == {}
    assert partitions.columns("a=b.jsonl") == {}
    assert partitions.columns("reports/2031-05-06/part.jsonl") == {}
