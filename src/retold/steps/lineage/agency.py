"""An agency's own dispatch in the pile stands in for an unnamed source above it.

Versions that keep different parts of two takes of one agency look like copies of a
text that nobody holds. Where the others credit a version's outlet and none of them
is older, that outlet is the source, and nothing unseen needs to be assumed.
"""

from __future__ import annotations

from retold.steps.lineage.draft import Draft, Edge
from retold.steps.lineage.evidence import CREDIT
from retold.steps.lineage.orient import Scene

LATER = 1.0  # log-odds from the clock against a copy's having come first


def settle(made: Draft, scene: Scene) -> None:
    """Replace each unnamed unseen root by the credited version below it, if there is one."""
    for node in [n for n in made.nodes() if n >= made.versions]:
        if node in made.names or made.sources(node):
            continue
        source = _credited(made, scene, node)
        if source is not None:
            _replace(made, node, source)


def _credited(made: Draft, scene: Scene, node: int) -> int | None:
    """The copy of `node` that other versions credit and none of its copies precedes."""
    copies = made.copies(node)
    seen = [c for c in copies if c < made.versions]
    for one in seen:
        others = [c for c in seen if c != one]
        credited = any(scene.clues.credit[one, v] >= CREDIT for v in others)
        first = all(scene.clues.time[v, one] <= -LATER for v in others)
        if credited and first:
            return one
    return None


def _replace(made: Draft, node: int, source: int) -> None:
    for copy in made.copies(node):
        old = made.edges.pop((node, copy))
        if copy != source and (source, copy) not in made.edges and copy not in made.ancestors(source):
            made.edges[source, copy] = Edge(old.support, True, old.evidence)
