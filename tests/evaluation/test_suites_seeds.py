"""The first real case, where the corpora are there."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluation.suites import seeds

pytestmark = pytest.mark.long


@pytest.fixture(scope="module")
def case(shared: Path) -> seeds.Case:
    assert shared / "seeds" == seeds.FOLDER
    return seeds.Case()


@pytest.mark.parametrize("name", seeds.CHECKS)
def test_the_seeds_show(case: seeds.Case, name: str) -> None:
    assert seeds.CHECKS[name](case)
