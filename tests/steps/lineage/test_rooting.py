"""Where a tree has its root."""

from __future__ import annotations

import numpy as np

from retold.steps.lineage import rooting


def test_without_evidence_either_way_is_as_likely_on_every_edge() -> None:
    line = [-1, 0, 1]
    even = rooting.root_scores(line, np.zeros((3, 3)))
    assert rooting.forward_probabilities(line, even).tolist() == [0.5, 0.5, 0.5]


def test_evidence_on_one_edge_directs_those_that_hang_on_it() -> None:
    evidence = np.zeros((3, 3))
    evidence[0, 1], evidence[1, 0] = 4.0, -4.0
    line = [-1, 0, 1]
    found = rooting.forward_probabilities(line, rooting.root_scores(line, evidence))
    assert found[1] > 0.99
    assert found[2] > 0.5


def test_a_tree_is_hung_up_where_most_evidence_lets_its_edges_run() -> None:
    evidence = np.zeros((3, 3))
    evidence[2, 1], evidence[1, 2] = 2.0, -2.0
    line = [-1, 0, 1]
    assert rooting.rerooted(line, rooting.root_scores(line, evidence)) == [1, 2, -1]
    assert rooting.rerooted(line, np.zeros(3)) == line


def test_of_a_text_that_is_edited_on_the_first_version_stands_at_an_end() -> None:
    star = [-1, 0, 0, 0]
    told, edited = (rooting.root_scores(star, np.zeros((4, 4)), kind) for kind in (0.0, 1.0))
    assert told.argmax() == 0
    assert edited.argmin() == 0


def test_two_ends_of_a_chain_that_are_as_good_as_each_other_have_no_arrow() -> None:
    chain = [-1, 0, 1, 2, 3]
    scores = rooting.root_scores(chain, np.zeros((5, 5)), edited=1.0)
    assert rooting.forward_probabilities(chain, scores).tolist() == [0.5] * 5
    better = scores + np.array([2.0, 0.0, 0.0, 0.0, 0.0])
    assert (rooting.forward_probabilities(chain, better)[1:] > 0.6).all()
