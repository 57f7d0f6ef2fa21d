"""Connected parts in SQL beside a union-find."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest

from retold.algorithms import components as union_find
from retold.flow import columns
from retold.flow import components as parts
from tests.flow.samerows import stages_of


def graphs() -> list[list[tuple[int, int]]]:
    chance = random.Random(8)
    chain = [(k, k + 1) for k in range(40)]
    tangled = [tuple(sorted(chance.sample(range(90), 2))) for _ in range(60)]
    return [chain, [(a, b) for a, b in tangled], []]


@pytest.mark.engines
@pytest.mark.parametrize("edges", graphs(), ids=["a chain", "a tangle", "nothing"])
def test_every_node_knows_the_least_that_it_is_connected_with(
    edges: list[tuple[int, int]], sail: Any, tmp_path: Path
) -> None:
    stages = stages_of(sail, tmp_path, 3)
    stages.given("drawn", "a bigint, b bigint", lambda: columns.batches("a bigint, b bigint", edges))
    nodes = sorted({one for edge in edges for one in edge})
    for name, few in (("in_rounds", 0), ("gathered", 100)):
        parts.parts(stages, name, "drawn", few)
        found = dict(stages.rows(f"SELECT name, part FROM {name}"))
        assert found == union_find.representatives(nodes, edges)
