"""Scores for a lineage against the true one: edges, unseen sources, origins, ancestry, shape."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from itertools import combinations

from evaluation.metrics.scores import Score, score
from retold.model import Lineage

Edge = tuple[str, str]  # (source, copy)
Pairs = set[tuple[str, str]]
Distances = Mapping[str, Mapping[str, int]]


def match_unseen(
    truth: Collection[Edge], predicted: Collection[Edge], seen: Collection[str]
) -> dict[str, str]:
    """The true unseen node that each reported one stands for.

    Nodes are compared by the seen nodes copied from them, directly or through
    other unseen ones: the pair with the greatest Jaccard likeness first, each
    node once, nothing under one half.

    >>> match_unseen([("u", "a"), ("u", "b"), ("u", "c")], [("x", "a"), ("x", "b"), ("y", "d")], set("abcd"))
    {'x': 'u'}
    """
    mine, right = _copies_of_unseen(predicted, seen), _copies_of_unseen(truth, seen)
    rated = [
        (-len(mine[x] & right[u]) / len(mine[x] | right[u]), x, u)
        for x in mine
        for u in right
        if 2 * len(mine[x] & right[u]) >= len(mine[x] | right[u])
    ]
    found: dict[str, str] = {}
    for _, x, u in sorted(rated):
        if x not in found and u not in found.values():
            found[x] = u
    return found


def _copies_of_unseen(edges: Collection[Edge], seen: Collection[str]) -> dict[str, set[str]]:
    below = _below(edges)
    found = {node: _nearest_seen(node, below, seen) for node in below if node not in seen}
    return {node: copies for node, copies in found.items() if copies}


def _below(edges: Iterable[Edge]) -> dict[str, list[str]]:
    below: dict[str, list[str]] = {}
    for source, copy in edges:
        below.setdefault(source, []).append(copy)
    return below


def _renamed(truth: Collection[Edge], predicted: Collection[Edge], seen: Collection[str]) -> set[Edge]:
    """Reported edges with the true names of unseen nodes; one that stands for none is a node of its own."""
    name = match_unseen(truth, predicted, seen)

    def known(node: str) -> str:
        return node if node in seen else name.get(node, f"reported {node}")

    return {(known(a), known(b)) for a, b in predicted}


def directed_edges(truth: Collection[Edge], predicted: Collection[Edge], seen: Collection[str]) -> Score:
    """Edges found with their direction; unseen nodes are matched by `match_unseen`.

    An edge of the prediction that states no direction is to be left out of `predicted`.
    """
    want, got = set(truth), _renamed(truth, predicted, seen)
    return score(len(want & got), len(got), len(want))


def undirected_edges(truth: Collection[Edge], predicted: Collection[Edge], seen: Collection[str]) -> Score:
    """Edges found, whichever way they point; unseen nodes are matched by `match_unseen`."""
    want = {frozenset(edge) for edge in truth}
    got = {frozenset(edge) for edge in _renamed(truth, predicted, seen)}
    return score(len(want & got), len(got), len(want))


def common_source_pairs(edges: Iterable[Edge], seen: Collection[str]) -> set[tuple[str, str]]:
    """Pairs of seen nodes that were copied from one unseen node, directly or through other unseen ones."""
    below = _below(edges)
    pairs: set[tuple[str, str]] = set()
    for source in below:
        if source not in seen:
            pairs.update(combinations(sorted(_nearest_seen(source, below, seen)), 2))
    return pairs


def _nearest_seen(node: str, below: Mapping[str, list[str]], seen: Collection[str]) -> set[str]:
    found: set[str] = set()
    open_nodes, done = [node], {node}
    while open_nodes:
        for copy in below.get(open_nodes.pop(), []):
            if copy in seen:
                found.add(copy)
            elif copy not in done:
                done.add(copy)
                open_nodes.append(copy)
    return found


def common_sources(truth: Iterable[Edge], predicted: Iterable[Edge], seen: Collection[str]) -> Score:
    """Pairs of articles rightly said to share an unseen source."""
    want, got = common_source_pairs(truth, seen), common_source_pairs(predicted, seen)
    return score(len(want & got), len(got), len(want))


def origins_exact(truth: Collection[str], predicted: Collection[str], matched: Mapping[str, str]) -> bool:
    """Whether two lists of origins are the same nodes; `matched` comes from `match_unseen`."""
    return set(truth) == {matched.get(node, node) for node in predicted}


def tallied(name: str, given: Iterable[object], wanted: Iterable[object]) -> Counter[str]:
    """Counts of what is right, given and wanted; those of many families may be added.

    >>> sorted(tallied("x", {1, 2}, {2}).items())
    [('x given', 2), ('x right', 1), ('x wanted', 1)]
    """
    mine, true = set(given), set(wanted)
    return Counter(
        {f"{name} right": len(mine & true), f"{name} given": len(mine), f"{name} wanted": len(true)}
    )


def directed(found: Lineage) -> Pairs:
    """Edges that the lineage gives a direction."""
    return {(e.source, e.copy) for e in found.derivations if e.directed}


def undirected(edges: Iterable[tuple[str, str]]) -> set[frozenset[str]]:
    """Edges without their direction.

    >>> undirected([("a", "b"), ("b", "a")]) == {frozenset("ab")}
    True
    """
    return {frozenset(e) for e in edges}


def all_edges(found: Lineage) -> Pairs:
    """All edges of a lineage as pairs of ids."""
    return {(e.source, e.copy) for e in found.derivations}


def siblings(edges: Iterable[tuple[str, str]], unseen: set[str]) -> set[frozenset[str]]:
    """Pairs of seen versions that are copies, through unseen ones only, of one unseen source.

    >>> siblings([("h", "a"), ("h", "g"), ("g", "b"), ("c", "d")], {"h", "g"}) == {frozenset("ab")}
    True
    """
    edges = list(edges)
    pairs = set()
    for node in unseen:
        below, waiting = set(), [v for u, v in edges if u == node]
        while waiting:
            one = waiting.pop()
            if one in unseen:
                waiting += [v for u, v in edges if u == one]
            else:
                below.add(one)
        pairs |= {frozenset(p) for p in combinations(sorted(below), 2)}
    return pairs


def ancestors(edges: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    """For each copy all that it goes back to, near and far.

    >>> ancestors([("a", "b"), ("b", "c")])["c"] == {"a", "b"}
    True
    """
    sources: dict[str, set[str]] = {}
    for u, v in edges:
        sources.setdefault(v, set()).add(u)
    found = {}
    for copy in sources:
        above: set[str] = set()
        waiting = [copy]
        while waiting:
            fresh = sources.get(waiting.pop(), set()) - above
            above |= fresh
            waiting += fresh
        found[copy] = above
    return found


def nearest_extant(edges: Iterable[tuple[str, str]], seen: set[str]) -> Pairs:
    """Each seen copy with its nearest seen ancestors: through unseen sources, never past a seen one.

    >>> nearest_extant([("a", "h"), ("h", "b"), ("b", "c")], set("abc")) == {("a", "b"), ("b", "c")}
    True
    """
    sources: dict[str, set[str]] = {}
    for u, v in edges:
        sources.setdefault(v, set()).add(u)
    pairs = set()
    for copy in seen:
        waiting, known = list(sources.get(copy, ())), {copy}
        while waiting:
            one = waiting.pop()
            if one in seen:
                pairs.add((one, copy))
            elif one not in known:
                known.add(one)
                waiting += sources.get(one, ())
    return pairs


def seconds(edges: Iterable[tuple[str, str]], main: Iterable[tuple[str, str]]) -> Pairs:
    """The edges of copies with two or more sources, but those known to be from the main one.

    >>> seconds([("a", "c"), ("b", "c"), ("a", "d")], [("a", "c"), ("a", "d")])
    {('b', 'c')}
    """
    edges = set(edges)
    sources = [v for _, v in edges]
    return {(u, v) for u, v in edges if sources.count(v) > 1} - set(main)


def path_lengths(edges: Iterable[tuple[str, str]], among: Iterable[str]) -> Distances:
    """Number of edges between nodes, direction aside.

    >>> path_lengths([("a", "b"), ("b", "c")], ["a", "c"])["a"]["c"]
    2
    """
    beside: dict[str, set[str]] = {}
    for u, v in edges:
        beside.setdefault(u, set()).add(v)
        beside.setdefault(v, set()).add(u)
    found = {}
    for start in among:
        length, waiting = {start: 0}, [start]
        for node in waiting:
            fresh = [x for x in sorted(beside.get(node, ())) if x not in length]
            length.update((x, length[node] + 1) for x in fresh)
            waiting += fresh
        found[start] = length
    return found


def sign_similarity(found: Distances, true: Distances, sigils: Iterable[str]) -> float:
    """Average sign similarity (Roos and Heikkilä 2009), 0 to 1.

    For each three witnesses a, b, c: is b or c nearer to a? 1 for the same answer,
    1/2 if only one of the two says "equally near", 0 for the opposite.

    >>> line = path_lengths([("a", "b"), ("b", "c")], "abc")
    >>> star = path_lengths([("x", "a"), ("x", "b"), ("x", "c")], "abc")
    >>> sign_similarity(line, line, "abc"), round(sign_similarity(star, line, "abc"), 3)
    (1.0, 0.667)
    """
    total, count = 0.0, 0
    names = sorted(sigils)
    for a in names:
        for b, c in combinations([n for n in names if n != a], 2):
            total += 1 - abs(_sign(found[a], b, c) - _sign(true[a], b, c)) / 2
            count += 1
    return total / count if count else 1.0


def _sign(lengths: Mapping[str, int], b: str, c: str) -> int:
    far = 1_000_000
    first, second = lengths.get(b, far), lengths.get(c, far)
    return (first > second) - (first < second)
