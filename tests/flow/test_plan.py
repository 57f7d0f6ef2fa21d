"""The flow of tables has the rows of the local engine, into however many parts they are divided."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from retold.corpus.articles import Corpus
from retold.engines import choice
from retold.engines.choice import Engine
from retold.errors import InputError
from retold.flow import context, plan
from tests.flow import samerows
from tests.flow.conftest import QUIET


@pytest.mark.engines
@pytest.mark.parametrize("partitions", [1, 7, 32])
def test_sail_has_the_rows_of_the_local_engine(
    mixed: Corpus, sail: Any, tmp_path: Path, partitions: int
) -> None:
    stages = samerows.stages_of(sail, tmp_path, partitions)
    samerows.are_the_same(mixed, QUIET, stages)
    assert all(samerows.counts(stages).values())  # nothing was equal because it was empty


@pytest.mark.engines
def test_pairs_that_are_summed_in_slices_are_the_same(
    mixed: Corpus, sail: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(plan, "_SLICE", len(mixed) / 5)
    stages = samerows.stages_of(sail, tmp_path, 3)
    samerows.are_the_same(mixed, QUIET, stages)
    assert all(stages.number(f"SELECT count(*) FROM likely_{number}") for number in range(5))


@pytest.mark.spark
def test_spark_has_the_rows_of_the_local_engine(mixed: Corpus, tmp_path: Path) -> None:
    pytest.importorskip("py4j", reason="Spark is not installed (make test-engines)")
    with choice.session(Engine("spark", "local[2]")) as session:
        for partitions in (1, 7):
            stages = samerows.stages_of(session, tmp_path / str(partitions), partitions, sorts=True)
            samerows.are_the_same(mixed, QUIET, stages)
            assert all(samerows.counts(stages).values())


class _OneNameForAll:
    """Stages in which every article has the same name."""

    def given(self, *_: object) -> None:
        """Take no notice."""

    def number(self, _: str) -> int:
        return 1


def test_two_ids_of_one_hash_are_told_of() -> None:
    flow = plan.Plan(_OneNameForAll(), context.Context(QUIET, 10), 2)  # type: ignore[arg-type]  # as little as is asked for
    with pytest.raises(InputError, match="ids of one hash"):
        flow.furniture(lambda: iter(()))
