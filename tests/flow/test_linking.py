"""Groups by connected part, and as decided by hand."""

from __future__ import annotations

import numpy as np
import pyarrow as pa

from retold.flow import columns, linking
from retold.flow.context import Context
from retold.steps import fingerprint
from retold.tables import Bars
from tests.flow.conftest import QUIET

CONTEXT, BARS = Context(QUIET, 100), Bars(0.3, 0.5)


def test_pairs_that_days_part_are_no_edges() -> None:
    days = [[0.0, 0.0, None], [0.0, 400.0, 3.0]]
    table = {"a": [1, 1, 1], "b": [2, 3, 4], "cosine": [0.4, 0.4, 0.59], "day_a": days[0], "day_b": days[1]}
    (found,) = linking.edges(CONTEXT, BARS, pa.table(table).to_batches())
    assert columns.values(found, "b") == [2]


def test_a_part_is_linked_by_itself() -> None:
    bounds = np.array([0, 1, 2, 3])
    forms = columns.cut(np.array([5, 5, 6], np.int64), bounds)
    mine = pa.table({"kind": [0, 0, 0], "name": [31, 32, 33], "id": ["c", "b", "a"], "day": [0.0, 1.0, 0.0],
                     "report": [31, 32, 33],
                     "forms": forms, "weights": columns.cut(np.ones(3, np.float32), bounds)})  # fmt: skip
    pairs = pa.table({"kind": [1], "a": [32], "b": [31], "cosine": [1.0]})
    table = pa.concat_tables([mine, pairs], promote_options="default")
    (found,) = linking.groups(CONTEXT, BARS, [table])
    assert {(row["home"], row["name"]) for row in found.to_pylist()} == {(32, 31), (32, 32)}


def test_groups_go_to_numbers_and_back() -> None:
    ids = ["x", "y", "z"]
    groups = linking.numbered([("z", 9, 0.5), ("x", 9, 0.5)], {name: n for n, name in enumerate(ids)})
    assert groups == [([0, 2], 0.5)]
    (rows,) = linking.rows(groups, ids)
    assert columns.values(rows, "name") == [fingerprint.id_hash("x"), fingerprint.id_hash("z")]
    assert set(columns.values(rows, "home")) == {fingerprint.id_hash("x")}
