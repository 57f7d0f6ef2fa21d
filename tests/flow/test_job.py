"""A whole job on an engine: one trace, whoever made it."""

from __future__ import annotations

from pathlib import Path

import pytest

import retold
from evaluation.generator import stories as generated
from retold.archive.store import Trace
from retold.decisions import Decision
from retold.engines.choice import Engine
from retold.errors import InputError, StoreError
from retold.flow import job
from retold.settings import Settings, Statements
from tests.flow.conftest import QUIET, babble
from tests.samples import ferry_articles

_FIELDS = ("articles", "stories", "lineages", "statements", "changes", "claims", "alignments", "furniture",
           "set_aside", "manifest")  # fmt: skip


def few_articles() -> list[retold.Article]:
    given = [one for seed in ("quay", "tug") for one in generated.story(seed, size=4).articles]
    return [*given, *ferry_articles(), retold.Article("lone", babble("lone", 40))]


def are_equal(one: Trace, other: Trace) -> None:
    for name in _FIELDS:
        assert getattr(one, name) == getattr(other, name), name


@pytest.mark.engines
def test_a_trace_by_sail_is_that_of_this_machine(tmp_path: Path) -> None:
    pytest.importorskip("pysail", reason="Sail is not installed (make test-engines)")
    settings = Settings(statements=Statements(which="stories"))
    here = retold.trace(few_articles(), settings, tmp_path / "here.trace")
    there = retold.trace(
        few_articles(), settings, tmp_path / "there.trace", engine=Engine("sail", partitions=3)
    )
    are_equal(here, there)
    assert here.statements and here.changes and here.claims


@pytest.mark.spark
def test_a_trace_by_spark_is_that_of_this_machine() -> None:
    pytest.importorskip("py4j", reason="Spark is not installed (make test-engines)")
    here = retold.trace(few_articles(), QUIET)
    are_equal(here, retold.trace(few_articles(), QUIET, engine=Engine("spark", "local[2]", partitions=3)))


@pytest.mark.engines
def test_decisions_by_hand_are_replayed_on_an_engine() -> None:
    pytest.importorskip("pysail", reason="Sail is not installed (make test-engines)")
    decided = [
        Decision("merge", articles=("a0", "lone"), id="d1"),
        Decision("split", articles=("a3",), id="d2"),
        Decision("furniture", articles=("a0",), words="with ninety passengers aboard", id="d3"),
    ]
    here = retold.trace(few_articles(), QUIET, decisions=decided)
    there = retold.trace(few_articles(), QUIET, decisions=decided, engine="sail")
    are_equal(here, there)
    assert here.furniture and here != retold.trace(few_articles(), QUIET)


@pytest.mark.engines
def test_articles_are_added_to_a_trace_that_an_engine_made(tmp_path: Path) -> None:
    pytest.importorskip("pysail", reason="Sail is not installed (make test-engines)")
    before, late = ferry_articles()[:3], ferry_articles()[3:]
    there = retold.trace(before, QUIET, tmp_path / "there.trace", engine=Engine("sail", partitions=2))
    are_equal(there.add(late), retold.trace(ferry_articles(), QUIET))


@pytest.mark.engines
def test_a_job_that_was_stopped_goes_on_from_its_tables(tmp_path: Path) -> None:
    pytest.importorskip("pysail", reason="Sail is not installed (make test-engines)")
    engine = Engine("sail", work=str(tmp_path / "work"), partitions=2)
    first = retold.trace(ferry_articles(), QUIET, engine=engine)
    stamps = {file: file.stat().st_mtime_ns for file in (tmp_path / "work").rglob("*.parquet")}
    are_equal(first, retold.trace(ferry_articles(), QUIET, engine=engine))
    assert stamps == {file: file.stat().st_mtime_ns for file in (tmp_path / "work").rglob("*.parquet")}
    with pytest.raises(StoreError, match="other articles"):
        retold.trace(few_articles(), QUIET, engine=engine)


def test_stories_of_an_earlier_trace_are_known_here_alone() -> None:
    before = retold.trace(ferry_articles()[1:], QUIET)
    with pytest.raises(InputError, match="here alone"):
        retold.trace(ferry_articles(), QUIET, known=before.stories, engine="sail")


def test_parts_grow_with_the_letters() -> None:
    class Large:
        words = 400_000_000

    assert job._partitions(Large()) == 75  # type: ignore[arg-type]  # as little as is asked for
