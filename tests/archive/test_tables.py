"""Lineages are taken apart into rows and put together again."""

from __future__ import annotations

from retold.archive import tables
from retold.model import Derivation, Lineage, Node, Story, StoryRecord

EDGE = Derivation("a", "b", True, 0.9)
NODES = (Node("a", None, True, 1.0), Node("b", None, True, 1.0))
OTHER = Lineage(NODES, (Derivation("b", "a", True, 0.5),), ("b",), (1, 1))
WHOLE = Lineage(NODES, (EDGE,), ("a",), (1, 2), (OTHER, OTHER))
BARE = Lineage(NODES[:1], (), ("a",), (1, 1))


def test_lineages_with_alternatives_come_back_from_their_rows() -> None:
    rows = tables.of_lineages([("s1", WHOLE), ("s2", BARE), ("s3", WHOLE)])
    found = tables.lineages(rows["lineages"], rows["nodes"], rows["derivations"])
    assert list(found) == [("s1", WHOLE), ("s2", BARE), ("s3", WHOLE)]


def test_a_record_brings_rows_to_tables_that_are_there() -> None:
    story = Story("s1", ("a", "b"), (("a", "b"),), 0.5)
    rows = tables.of_record(StoryRecord(story, WHOLE))
    assert rows.keys() <= tables.TABLES.keys()
    assert rows["stories"] == [story]
    assert [row.number for row in rows["lineages"]] == [0, 1, 2]
