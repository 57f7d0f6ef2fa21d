"""Names of unseen sources that later copies leave as they are.

A source that a credit names is named after that name, within its story. Any other is named after the two
of its copies that were published first: no two sources of a tree are the nearest that the same two share.
An article that joins renames a nameless source only if it is earlier than one of those two, or if it
comes between the source and one of them.
"""

from __future__ import annotations

from collections.abc import Sequence

from retold import ids, parameters
from retold.gazetteer.agencies import name_key
from retold.steps.lineage.graph import Graph
from retold.tables import Witness

_FOUNDERS = parameters.of("lineage", "naming").integer("founders")


def unseen_names(graph: Graph, witnesses: Sequence[Witness], prefix: str) -> dict[int, str]:
    """A name for each unseen node of the graph, each different from the others and from every version."""
    days = ids.days(w.article for w in witnesses)
    taken = {w.id for w in witnesses}
    found: dict[int, str] = {}
    for node in (n for n in graph.nodes() if n >= graph.versions):
        name = graph.names.get(node)
        after = (
            _founders(graph, node, [w.id for w in witnesses], days) if name is None else ["", name_key(name)]
        )
        found[node] = ids.unseen(prefix, after, taken)
        if name is None:  # sources of one name are one source: see `joining`
            taken.add(found[node])
    return found


def _founders(graph: Graph, node: int, names: Sequence[str], days: ids.Days) -> list[str]:
    """Of each branch below the node the version that was published first; of those the first two."""
    firsts = {_first(graph, copy, {node}, names, days) for copy in graph.copies(node) or graph.sources(node)}
    ranked: list[str] = []
    left = firsts - {""}
    while left and len(ranked) < _FOUNDERS:
        ranked.append(ids.founder(left, days))
        left.discard(ranked[-1])
    return ranked


def _first(graph: Graph, node: int, seen: set[int], names: Sequence[str], days: ids.Days) -> str:
    """The version that was published first at the node or below it, '' for none."""
    waiting, found = [node], []
    while waiting:
        one = waiting.pop()
        if one not in seen:
            seen.add(one)
            waiting += graph.copies(one)
            found += [names[one]] if one < graph.versions else []
    return ids.founder(found, days) if found else ""
