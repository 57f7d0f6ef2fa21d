"""The union of the lineages of a story's families."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from retold import parameters
from retold.gazetteer.agencies import name_key
from retold.model import Derivation, Lineage, Node

_P = parameters.of("lineage", "union")
MOST_ALTERNATIVES = _P.integer("most_alternatives")


def join(lineages: Sequence[Lineage]) -> Lineage:
    """One lineage of several; unseen sources of one name become one node.

    Node ids must differ between the lineages. Alternatives change one family at a time.

    >>> one = Lineage((Node("a", None, True, 1.0),), (), ("a",), (1, 1))
    >>> two = Lineage((Node("b", None, True, 1.0),), (), ("b",), (1, 1))
    >>> join([one, two]).origins
    ('a', 'b')
    """
    main = _united(lineages)
    others: list[Lineage] = []
    for number, one in enumerate(lineages):
        others += [
            _united([*lineages[:number], other, *lineages[number + 1 :]]) for other in one.alternatives
        ]
    return replace(main, alternatives=tuple(others[:MOST_ALTERNATIVES]))


def _united(lineages: Sequence[Lineage]) -> Lineage:
    nodes, replaced_by = _one_per_name([node for one in lineages for node in one.nodes])
    edges: dict[tuple[str, str], Derivation] = {}
    for edge in (edge for one in lineages for edge in one.derivations):
        source, copy = replaced_by.get(edge.source, edge.source), replaced_by.get(edge.copy, edge.copy)
        if source != copy:
            edges.setdefault((source, copy), replace(edge, source=source, copy=copy))
    entered = {e.copy for e in edges.values() if e.directed}
    named = [replaced_by.get(o, o) for one in lineages for o in one.origins]
    # A source that has a source of its own in another family is no origin of the story.
    origins = [
        o
        for o in dict.fromkeys(named)
        if o not in entered or named.count(o) == _times_present(lineages, replaced_by, o)
    ]
    shared = len(named) - len(set(named))
    low = sum(one.origins_range[0] for one in lineages) - shared
    high = sum(one.origins_range[1] for one in lineages) - shared
    least = 1 if origins else 0
    return Lineage(
        tuple(nodes), tuple(edges.values()), tuple(origins),
        (max(least, min(low, len(origins))), max(high, len(origins))),
    )  # fmt: skip


def _times_present(lineages: Sequence[Lineage], replaced_by: dict[str, str], origin: str) -> int:
    """In how many of the lineages the node stands."""
    return sum(any(replaced_by.get(n.id, n.id) == origin for n in one.nodes) for one in lineages)


def _one_per_name(nodes: Sequence[Node]) -> tuple[list[Node], dict[str, str]]:
    """The nodes with unseen ones of one name made one, and for each lost id the one that stays."""
    kept: dict[str, Node] = {}
    first: dict[str, str] = {}
    replaced_by: dict[str, str] = {}
    for node in nodes:
        key = name_key(node.name) if node.name and not node.seen else ""
        if key and key in first:
            replaced_by[node.id] = first[key]
            kept[first[key]] = _both(kept[first[key]], node)
            continue
        if key:
            first[key] = node.id
        kept[node.id] = node
    return list(kept.values()), replaced_by


def _both(one: Node, other: Node) -> Node:
    return replace(
        one,
        support=max(one.support, other.support),
        evidence=(*one.evidence, *other.evidence),
        text=(*one.text, *other.text),
    )
