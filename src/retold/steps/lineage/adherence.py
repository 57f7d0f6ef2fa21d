"""Holding the branching to the skeleton where texts alone speak: they have had their say."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from retold.steps.lineage.orient import Scene
from retold.steps.lineage.skeleton import Tree

FIRM = 1000.0  # log-odds against an edge that the skeleton does not have


def held(scene: Scene, tree: Tree) -> Scene:
    """The scene, with nodes as in the tree, in which only edges of the skeleton are left."""
    aside = np.ones((len(tree.parents),) * 2, dtype=bool)
    for node, parent in enumerate(tree.parents):
        if parent >= 0:
            aside[node, parent] = aside[parent, node] = False
    return replace(scene, leaning=scene.leaning - aside * FIRM)
