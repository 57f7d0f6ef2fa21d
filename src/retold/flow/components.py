"""Connected parts of a graph: by union-find while the edges fit into one task, else in SQL.

In SQL labels fall and jump, a few rounds whatever the size: each node takes the least label around it and
then the label of that label (Shiloach and Vishkin, "An O(log n) parallel connectivity algorithm", 1982); a
round that changes nothing is the last.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from retold.algorithms import components
from retold.engines.connect import Stages
from retold.flow import columns

if TYPE_CHECKING:
    import pyarrow as pa

PARTS = "name bigint, part bigint"
FEW = 2_000_000  # edges that one task takes in

_BOTH = "SELECT a AS u, b AS v FROM {edges} UNION ALL SELECT b AS u, a AS v FROM {edges}"
_FIRST = "SELECT u AS name, min(CASE WHEN v < u THEN v ELSE u END) AS part FROM {both} GROUP BY u"
_LEAST = """
    SELECT name, min(part) AS part
    FROM (
        SELECT l.name, l.part FROM {labels} l
        UNION ALL SELECT e.u AS name, l.part FROM {both} e JOIN {labels} l ON e.v = l.name
    ) x
    GROUP BY name
"""
_JUMP = "SELECT m.name, j.part FROM {least} m JOIN {least} j ON m.part = j.name"
_CHANGED = """
    SELECT count(*) FROM {labels} o JOIN {after} n ON o.name = n.name
    WHERE o.part <> n.part
"""


def parts(stages: Stages, name: str, edges: str, few: int = FEW) -> None:
    """The table `name`: for each node of the table `edges` (a, b) the least node that it is connected with.

    Up to `few` edges are gathered in one task.
    """
    if stages.number(f"SELECT count(*) FROM {edges}") <= few:
        every = f"SELECT CAST(0 AS BIGINT) AS one, a, b FROM {edges}"
        stages.by_key(name, every, gathered, PARTS, ["one"])
    else:
        _in_rounds(stages, name, edges)


def gathered(tables: Iterable[pa.Table]) -> Iterator[pa.RecordBatch]:
    """The parts of a graph whose edges stand in one table."""
    for table in tables:
        a, b = columns.values(table, "a"), columns.values(table, "b")
        found = components.representatives(sorted({*a, *b}), zip(a, b, strict=True))
        yield columns.batch(PARTS, [list(found), list(found.values())])


def _in_rounds(stages: Stages, name: str, edges: str) -> None:
    both, turn = f"{name}_both", 0
    stages.view(both, _BOTH.format(edges=edges))
    stages.sql(f"{name}_0", _FIRST.format(both=both), PARTS)
    while True:
        labels, least, after = f"{name}_{turn}", f"{name}_least_{turn}", f"{name}_{turn + 1}"
        stages.sql(least, _LEAST.format(labels=labels, both=both), PARTS)
        stages.sql(after, _JUMP.format(least=least), PARTS)
        if not stages.number(_CHANGED.format(labels=labels, after=after)):
            break
        turn += 1
    stages.view(name, f"SELECT name, part FROM {after}")
