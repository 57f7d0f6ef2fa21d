"""Holding the branching to the skeleton where texts alone speak: they have had their say."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from retold.steps.lineage.orient import Scene
from retold.steps.lineage.parsimony import order_of
from retold.steps.lineage.readings import Floats
from retold.steps.lineage.skeleton import Tree

FIRM = 1000.0  # log-odds against an edge that the skeleton does not have
SAME = 0.1  # weighted readings that two edges may differ by and stand for each other


def held(scene: Scene, tree: Tree) -> Scene:
    """The scene, with nodes as in the tree, in which only edges of the skeleton are left.

    With them is one that could stand in the skeleton as well: it costs no more than
    some edge on the way between its ends.
    """
    apart = (scene.distance + scene.distance.T) / 2
    aside = apart > _longest_step(tree, apart) + SAME
    return replace(scene, leaning=scene.leaning - aside * FIRM)


def _longest_step(tree: Tree, apart: Floats) -> Floats:
    """The longest edge on the way between each two nodes of a tree."""
    longest = np.zeros((len(tree.parents),) * 2)
    placed: list[int] = []
    for node in order_of(list(tree.parents)):
        parent = tree.parents[node]
        if parent >= 0:
            steps = np.maximum(longest[parent, placed], apart[node, parent])
            longest[node, placed] = longest[placed, node] = steps
        placed.append(node)
    return longest
