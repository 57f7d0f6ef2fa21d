"""The first real case, where the corpora are there."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluation import seeds_run


@pytest.fixture(scope="module")
def case(shared: Path) -> seeds_run.Case:
    assert shared / "seeds" == seeds_run.FOLDER
    return seeds_run.Case()


@pytest.mark.parametrize("name", seeds_run.CHECKS)
def test_the_seeds_show(case: seeds_run.Case, name: str) -> None:
    assert seeds_run.CHECKS[name](case)
