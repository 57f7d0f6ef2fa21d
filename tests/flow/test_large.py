"""Equal rows at size: 20,000 generated and 5,000 real articles, on every engine, over one part and many.

Well over an hour on two processors, so it runs when it is asked for: `make test-large`.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

import pytest

import retold
from bench import big_pile
from evaluation import corpora
from retold.archive import files, tables
from retold.engines.choice import Engine
from tests.flow.conftest import QUIET

pytestmark = pytest.mark.skipif(
    not os.environ.get("RETOLD_LARGE"), reason="more than an hour's work: make test-large"
)
_GENERATED, _REAL = 20_000, 5_000
_SAIL = [pytest.param(Engine("sail", partitions=count), marks=pytest.mark.engines) for count in (1, 7, 32)]
_SPARK = [
    pytest.param(Engine("spark", "local[2]", partitions=count), marks=pytest.mark.spark)
    for count in (1, 7, 32)
]
_MODULES = {"sail": "pysail", "spark": "py4j"}


@pytest.fixture(scope="module", params=["generated", "real"])
def pile(request: pytest.FixtureRequest) -> list[retold.Article]:
    if not big_pile.DATA.exists():
        pytest.skip(f"{big_pile.DATA} is not there")
    if request.param == "generated":
        rows = big_pile.articles(_GENERATED, big_pile.Quarry(1))
        return [
            retold.Article(row["id"], row["text"], row["outlet"], published=row["published"]) for row in rows
        ]
    halves = (islice(corpora.corpus(name).values(), _REAL // 2) for name in ("pile_allsides", "pile_reuters"))
    return [one for half in halves for one in half]


@pytest.fixture(scope="module")
def here(pile: Sequence[retold.Article], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The trace by this machine."""
    place = tmp_path_factory.mktemp("large") / "here.trace"
    retold.trace(pile, QUIET, place)
    return place


@pytest.mark.parametrize("engine", [*_SAIL, *_SPARK], ids=lambda one: f"{one.name}-{one.partitions}")
def test_every_row_is_that_of_this_machine(
    pile: Sequence[retold.Article], here: Path, engine: Engine, tmp_path: Path
) -> None:
    pytest.importorskip(_MODULES[engine.name], reason="the engine is not installed (make test-engines)")
    from pyarrow import parquet

    there = tmp_path / "there.trace"
    retold.trace(pile, QUIET, there, engine=engine)
    one, other = (files.opened(place)[0] for place in (here, there))
    for name in tables.TABLES:
        assert parquet.read_table(one / f"{name}.parquet").equals(
            parquet.read_table(other / f"{name}.parquet")
        ), name
