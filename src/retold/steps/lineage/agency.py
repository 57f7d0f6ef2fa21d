"""An agency's earlier take in the pile stands in for an unnamed source above its takes.

Versions that keep different parts of two takes of one agency look like copies of a
text that nobody holds. Where two takes of one outlet stand side by side, others
credit that outlet, and none is older than its first take, that take is the source.
"""

from __future__ import annotations

from retold import parameters
from retold.steps.lineage.credited import outlet_key
from retold.steps.lineage.draft import Draft, Edge
from retold.steps.lineage.evidence import CREDIT
from retold.steps.lineage.orient import Scene

_P = parameters.of("lineage", "agency")
LATER = _P.number("later")


def settle(made: Draft, scene: Scene) -> None:
    """Replace each unnamed unseen root by the credited version below it, if there is one."""
    for node in [n for n in made.nodes() if n >= made.versions]:
        if node in made.names or made.sources(node):
            continue
        source = _credited(made, scene, node)
        if source is not None:
            _replace(made, node, source)


def _credited(made: Draft, scene: Scene, node: int) -> int | None:
    """The first take of an outlet with a later one beside it, if others credit it and none precedes it."""
    copies = made.copies(node)
    seen = [c for c in copies if c < made.versions]
    for one in seen:
        others = [c for c in seen if c != one]
        if not any(_same_outlet(scene, one, c) for c in others):
            continue
        credited = any(scene.clues.credit[one, v] >= CREDIT for v in others)
        first = all(scene.clues.time[v, one] <= -LATER for v in others)
        if credited and first:
            return one
    return None


def _same_outlet(scene: Scene, one: int, other: int) -> bool:
    first, second = (outlet_key(scene.grid.witnesses[v]) for v in (one, other))
    return first == second != ""


def _replace(made: Draft, node: int, source: int) -> None:
    for copy in made.copies(node):
        old = made.edges.pop((node, copy))
        if copy != source and (source, copy) not in made.edges and copy not in made.ancestors(source):
            made.edges[source, copy] = Edge(old.support, True, old.evidence)
