"""Names of unseen sources stay when a later copy joins."""

from __future__ import annotations

from retold.corpus.witnesses import bare
from retold.model import Article
from retold.steps.lineage.graph import Edge, Graph
from retold.steps.lineage.naming import unseen_names

SURE = Edge(0.9, True)


def named(edges: list[tuple[int, int]], names: dict[int, str] | None = None, ids: str = "abcd") -> list[str]:
    """The names of the unseen nodes 4 and up; version k is published on day k + 1."""
    versions = [bare(Article(name, "Lamps.", published=f"2031-03-0{k}")) for k, name in enumerate(ids, 1)]
    graph = Graph(4, dict.fromkeys(edges, SURE), names or {})
    return list(unseen_names(graph, versions, "s1/").values())


def test_a_later_copy_leaves_the_name_as_it_was() -> None:
    assert named([(4, 0), (4, 1)]) == named([(4, 0), (4, 1), (4, 2), (2, 3)])


def test_an_earlier_copy_of_its_own_branch_changes_the_name() -> None:
    assert named([(4, 1), (4, 2)]) != named([(4, 0), (4, 1), (4, 2)])


def test_sources_above_each_other_have_different_names() -> None:
    one, other = named([(4, 5), (4, 2), (5, 0), (5, 1)])
    assert one != other


def test_a_credited_source_is_named_after_its_name_whatever_its_copies() -> None:
    wire = {4: "Gannet Wire"}
    assert named([(4, 0)], wire) == named([(4, 2), (4, 3)], {4: "The Gannet Wire"})
    assert named([(4, 0)], wire) != named([(4, 0)], {4: "Skua Wire"})


def test_no_version_has_the_name_of_an_unseen_source() -> None:
    (name,) = named([(4, 0), (4, 1)])
    assert name.startswith("s1/")
    versions = [bare(Article(one, "Lamps.")) for one in ("a", "b", name)]
    (other,) = unseen_names(Graph(3, {(4, 0): SURE, (4, 1): SURE}), versions, "s1/").values()
    assert other != name
