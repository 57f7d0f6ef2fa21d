"""The union of the lineages of a story's families."""

from __future__ import annotations

from dataclasses import replace

from retold.model import Derivation, Lineage, Node
from retold.steps.lineage import union


def of_unseen(number: int, name: str | None, copy: str) -> Lineage:
    nodes = (Node(f"unseen-{number}", name, False, 0.5 + number / 10), Node(copy, None, True, 1.0))
    edge = Derivation(f"unseen-{number}", copy, True, 0.9, ())
    return Lineage(nodes, (edge,), (f"unseen-{number}",), (1, 1))


def test_unseen_sources_of_one_name_are_one_node_and_one_origin() -> None:
    found = union.join([of_unseen(1, "Gull Wire", "a"), of_unseen(2, "the Gull wire", "b")])
    assert [node.id for node in found.nodes] == ["unseen-1", "a", "b"]
    assert {(edge.source, edge.copy) for edge in found.derivations} == {("unseen-1", "a"), ("unseen-1", "b")}
    assert found.origins == ("unseen-1",) and found.origins_range == (1, 1)
    assert found.nodes[0].support == 0.7


def test_nameless_unseen_sources_stay_apart() -> None:
    found = union.join([of_unseen(1, None, "a"), of_unseen(2, None, "b")])
    assert found.origins == ("unseen-1", "unseen-2") and found.origins_range == (2, 2)


def test_alternatives_change_one_family_at_a_time() -> None:
    one, two = of_unseen(1, None, "a"), of_unseen(2, None, "b")
    loose = replace(one, derivations=(replace(one.derivations[0], directed=False),))
    found = union.join([replace(one, alternatives=(loose,)), two])
    (other,) = found.alternatives
    assert [edge.directed for edge in other.derivations] == [False, True]


def test_no_lineage_gives_none() -> None:
    assert union.join([]) == Lineage((), (), (), (0, 0))
