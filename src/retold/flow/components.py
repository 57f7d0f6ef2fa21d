"""Connected parts of a graph in SQL: labels that fall and jump, a few rounds whatever the size.

Each node takes the least label around it and then the label of that label (Shiloach and Vishkin, "An
O(log n) parallel connectivity algorithm", 1982); a round that changes nothing is the last.
"""

from __future__ import annotations

from retold.engines.connect import Stages

PARTS = "name bigint, part bigint"

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


def parts(stages: Stages, name: str, edges: str) -> None:
    """The table `name`: for each node of the table `edges` (a, b) the least node that it is connected with."""
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
