"""The graph of a lineage by number: nodes 0 to 3 are seen, 4 and 5 are not."""

from __future__ import annotations

from retold.steps.lineage import graph
from retold.steps.lineage.graph import Edge, Graph

SURE, LOOSE = Edge(0.9, True), Edge(0.5, False)


def test_unseen_nodes_are_those_with_an_edge() -> None:
    assert Graph(2, {(4, 0): SURE, (4, 1): SURE}).nodes() == [0, 1, 4]
    assert Graph(2).nodes() == [0, 1]


def test_ancestors_come_nearest_first_and_each_once() -> None:
    held = Graph(4, {(0, 1): SURE, (1, 2): SURE, (0, 2): SURE, (2, 3): SURE})
    assert list(held.ancestors(3)) == [2, 0, 1]


def test_the_copies_of_a_node_taken_out_go_to_its_source() -> None:
    held = Graph(3, {(0, 4): Edge(0.4, True), (4, 1): SURE, (4, 2): LOOSE})
    found = held.without(4)
    assert dict(found.edges) == {(0, 1): Edge(0.4, True), (0, 2): Edge(0.4, False)}
    assert (4, 1) in held.edges  # the graph itself stays as it was


def test_a_nameless_unseen_node_needs_two_copies_or_three_neighbours() -> None:
    assert graph.pruned(Graph(2, {(4, 0): SURE, (4, 1): SURE}), ()).unseen() == [4]
    assert graph.pruned(Graph(3, {(0, 4): SURE, (4, 1): SURE}), ()).edges == {(0, 1): SURE}


def test_a_named_one_needs_a_copy() -> None:
    held = Graph(2, {(4, 0): SURE})
    assert graph.pruned(held, {4}) == held
    assert graph.pruned(held, ()).edges == {}


def test_pruning_goes_on_where_one_node_taken_out_leaves_another_idle() -> None:
    held = Graph(2, {(5, 4): SURE, (4, 0): SURE, (4, 1): SURE})
    assert graph.pruned(held, ()).unseen() == [4]


def test_an_undirected_part_into_which_nothing_leads_is_one_origin() -> None:
    assert graph.origins(Graph(3, {(0, 1): LOOSE, (1, 2): SURE})) == [0]
    assert graph.origins(Graph(3, {(2, 0): SURE, (0, 1): LOOSE})) == [2]
    assert graph.origins(Graph(3)) == [0, 1, 2]


def test_where_an_origin_would_be_a_guess_the_first_version_stands_for_an_undirected_part() -> None:
    loose = Graph(3, {(2, 1): LOOSE, (1, 0): LOOSE})
    assert graph.origins(loose) == [2]
    assert graph.origins(loose, guessed=False) == [0]
    assert graph.origins(Graph(3, {(2, 1): LOOSE, (1, 0): SURE, (2, 0): LOOSE}), guessed=False) == [1]
