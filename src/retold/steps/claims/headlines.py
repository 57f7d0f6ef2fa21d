"""The sentence a reader wants: how many articles, how many origins, and who shares which."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from retold.model import Lineage, Node


def headline(articles: Sequence[str], lineage: Lineage) -> str:
    """How many origins stand behind the articles of a story.

    >>> nodes = (Node("a", None, True, 1.0), Node("b", None, True, 1.0))
    >>> headline(["a", "b"], Lineage(nodes, (), ("a", "b"), (2, 2)))
    '2 articles, 2 origins: they share no source that we can see'
    """
    below = {origin: _below(origin, lineage) & set(articles) for origin in lineage.origins}
    below = {origin: held for origin, held in below.items() if held}
    count = f"{_number(len(articles), 'article')}, {_number(len(below), 'origin')}{_between(lineage)}"
    parts = list(_parts(below, lineage))
    return f"{count}: {', '.join(parts)}" if parts and len(articles) > 1 else count


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _between(lineage: Lineage) -> str:
    low, high = lineage.origins_range
    return "" if low == high else f" (between {low} and {high})"


def _below(origin: str, lineage: Lineage) -> set[str]:
    """All nodes that go back to an origin, itself included; undirected edges are walked both ways."""
    ways: dict[str, set[str]] = {}
    for edge in lineage.derivations:
        ways.setdefault(edge.source, set()).add(edge.copy)
        if not edge.directed:
            ways.setdefault(edge.copy, set()).add(edge.source)
    found, waiting = {origin}, [origin]
    while waiting:
        new = ways.get(waiting.pop(), set()) - found
        found |= new
        waiting += new
    return found


def _parts(below: dict[str, set[str]], lineage: Lineage) -> list[str]:
    nodes = {node.id: node for node in lineage.nodes}
    shared = sorted((o for o in below if len(below[o]) > 1), key=lambda o: (-len(below[o]), o))
    parts = [_goes_back(below[o], nodes.get(o), lineage, first=k == 0) for k, o in enumerate(shared)]
    named = [o for o in below if len(below[o]) == 1 and _unseen(nodes.get(o))]
    parts += [_goes_back(below[o], nodes.get(o), lineage, first=not parts) for o in named]
    alone = {next(iter(below[o])) for o in below if len(below[o]) == 1 and o not in named}
    alone -= {article for o in (*shared, *named) for article in below[o]}
    if alone:
        parts.append(_alone(len(alone), bool(parts)))
    return parts


def _unseen(node: Node | None) -> bool:
    return node is not None and not node.seen


def _goes_back(articles: Collection[str], node: Node | None, lineage: Lineage, first: bool) -> str:
    verb = "goes" if len(articles) == 1 else "go"
    report = "one report" if first else "another report"
    if node is None or node.seen:
        if node is not None and _undirected(node.id, lineage):
            return f"{len(articles)} are versions of {report}, and which came first cannot be told"
        return f"{len(articles)} {verb} back to {node.id if node is not None else report}"
    if node.name:
        return f"{len(articles)} {verb} back to {report} by {node.name} that is not in this pile"
    return f"{len(articles)} {verb} back to {report} that is not in this pile"


def _undirected(node: str, lineage: Lineage) -> bool:
    return any(node in (e.source, e.copy) and not e.directed for e in lineage.derivations)


def _alone(count: int, others: bool) -> str:
    if not others:
        return "they share no source that we can see" if count > 1 else "it shares no source that we can see"
    verb = "shares" if count == 1 else "share"
    return f"{count} {verb} no source with them that we can see"
