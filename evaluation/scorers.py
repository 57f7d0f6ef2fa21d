"""Pure scorers: plain values in, a figure out; each is defined in its docstring.

An F1 is the harmonic mean of precision and recall. Where nothing was to be
found and nothing was reported, precision, recall and F1 are 1.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import NamedTuple

Edge = tuple[str, str]  # (source, copy)
Place = tuple[int, int]  # half-open character range


class Score(NamedTuple):
    """Precision, recall and their harmonic mean, each 0 to 1."""

    precision: float
    recall: float
    f1: float


def score(right: float, reported: float, wanted: float, found: float | None = None) -> Score:
    """Precision `right / reported`, recall `found / wanted` (`found` is `right` unless given), and F1.

    >>> score(3, 4, 6)
    Score(precision=0.75, recall=0.5, f1=0.6)
    """
    got = right if found is None else found
    precision = right / reported if reported else float(wanted == 0)
    recall = got / wanted if wanted else float(reported == 0)
    if not wanted and not reported:
        return Score(1.0, 1.0, 1.0)
    total = precision + recall
    return Score(precision, recall, 2 * precision * recall / total if total else 0.0)


# ---- lineage ----


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

    def told(node: str) -> str:
        return node if node in seen else name.get(node, f"reported {node}")

    return {(told(a), told(b)) for a, b in predicted}


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


# ---- changes ----


@dataclass(frozen=True, slots=True)
class Altered:
    """A change to be scored.

    Spans are given by article: `spans[id]` lists ranges with text, `anchors[id]`
    the points where something is missing. `pair` is (source, copy).
    """

    kind: str
    pair: Edge
    spans: Mapping[str, tuple[Place, ...]]
    anchors: Mapping[str, tuple[int, ...]]


MIRROR = {"cut": "added", "added": "cut"}
NEAR = 20  # characters between two anchors that count as one place


def overlaps(a: Sequence[Place], b: Sequence[Place], share: float = 0.5) -> bool:
    """Whether some range of `a` and some of `b` overlap by at least `share` of the smaller.

    >>> overlaps([(0, 10)], [(5, 40)]), overlaps([(0, 10)], [(6, 40)])
    (True, False)
    """
    return any(_common([x], [y]) >= max(1, share * min(x[1] - x[0], y[1] - y[0])) for x in a for y in b)


def same_place(a: Altered, b: Altered) -> bool:
    """Whether two changes of one pair stand at one place.

    Every article in which both have text agrees; without one, anchors stand near each other.
    """
    shared = [name for name in a.spans if a.spans[name] and b.spans.get(name)]
    if shared:
        return all(overlaps(a.spans[name], b.spans[name]) for name in shared)
    return any(
        abs(x - y) <= NEAR for name in a.anchors for x in a.anchors[name] for y in b.anchors.get(name, ())
    )


def same_change(a: Altered, b: Altered) -> bool:
    """Same pair in either order, same kind (cut and added swap with the order), same place."""
    if a.pair == b.pair:
        kind = b.kind
    elif a.pair == b.pair[::-1]:
        kind = MIRROR.get(b.kind, b.kind)
    else:
        return False
    return a.kind == kind and same_place(a, b)


def changes_by_kind(
    truth: Sequence[Altered],
    predicted: Sequence[Altered],
    optional: Sequence[Altered] = (),
    also: Sequence[Altered] = (),
) -> dict[str, Score]:
    """Precision, recall and F1 by kind, and under "all" over every kind together.

    A predicted change is right if `same_change` holds with some true one, or
    with an optional one, which need not be found. A true change is found if it
    holds with some predicted one, or with one of `also`, which follow from predicted ones and are
    not judged themselves. So pieces of one change, or one report of
    several neighbouring ones, count as right.
    """
    table = Counter[tuple[str, str]]()
    count_changes(table, truth, predicted, optional, also)
    return scores_of_changes(table)


def count_changes(
    table: Counter[tuple[str, str]],
    truth: Sequence[Altered],
    predicted: Sequence[Altered],
    optional: Sequence[Altered] = (),
    also: Sequence[Altered] = (),
) -> None:
    """Add to the table, by kind, what `changes_by_kind` divides: wanted, found, reported, right."""
    by_pair = _by_pair([*predicted, *also])
    for one in truth:
        table[one.kind, "wanted"] += 1
        table[one.kind, "found"] += any(
            same_change(one, other) for other in by_pair.get(frozenset(one.pair), ())
        )
    by_pair = _by_pair([*truth, *optional])
    for one in predicted:
        right = [other for other in by_pair.get(frozenset(one.pair), ()) if same_change(other, one)]
        kind = right[0].kind if right else _upright(one, truth)
        table[kind, "reported"] += 1
        table[kind, "right"] += bool(right)


def _by_pair(changes: Sequence[Altered]) -> dict[frozenset[str], list[Altered]]:
    table: dict[frozenset[str], list[Altered]] = {}
    for one in changes:
        table.setdefault(frozenset(one.pair), []).append(one)
    return table


def _upright(one: Altered, truth: Sequence[Altered]) -> str:
    """The kind as it reads in the direction of the truth."""
    turned = any(one.pair == other.pair[::-1] for other in truth)
    return MIRROR.get(one.kind, one.kind) if turned else one.kind


def scores_of_changes(table: Counter[tuple[str, str]]) -> dict[str, Score]:
    """The scores of each kind and of all together, from what `count_changes` counted."""

    def total(kinds: Iterable[str], what: str) -> int:
        return sum(table[kind, what] for kind in kinds)

    kinds = sorted({kind for kind, _ in table})
    groups = {kind: [kind] for kind in kinds} | {"all": kinds}
    return {
        name: score(*(total(group, what) for what in ("right", "reported", "wanted", "found")))
        for name, group in groups.items()
    }


# ---- groupings ----


def _table(
    a: Mapping[str, Hashable], b: Mapping[str, Hashable]
) -> tuple[Counter[tuple[Hashable, Hashable]], Counter[Hashable], Counter[Hashable]]:
    shared = [name for name in a if name in b]
    both = Counter((a[name], b[name]) for name in shared)
    return both, Counter(a[name] for name in shared), Counter(b[name] for name in shared)


def _pairs(counts: Iterable[int]) -> int:
    return sum(n * (n - 1) // 2 for n in counts)


def adjusted_rand(truth: Mapping[str, Hashable], predicted: Mapping[str, Hashable]) -> float:
    """Adjusted Rand index (Hubert and Arabie 1985) over the items that both group; 1 is perfect, 0 chance.

    >>> adjusted_rand({"a": 1, "b": 1, "c": 2}, {"a": "x", "b": "x", "c": "y"})
    1.0
    """
    both, rows, columns = _table(truth, predicted)
    items = sum(rows.values())
    same = _pairs(both.values())
    row_pairs, column_pairs = _pairs(rows.values()), _pairs(columns.values())
    every = items * (items - 1) // 2
    chance = row_pairs * column_pairs / every if every else 0.0
    best = (row_pairs + column_pairs) / 2
    return 1.0 if best == chance else (same - chance) / (best - chance)


def pair_f1(truth: Iterable[Collection[str]], predicted: Iterable[Collection[str]]) -> Score:
    """Pairs of items rightly put into one group; groups may be given in any order."""
    want = {pair for group in truth for pair in combinations(sorted(group), 2)}
    got = {pair for group in predicted for pair in combinations(sorted(group), 2)}
    return score(len(want & got), len(got), len(want))


# ---- probabilities, speakers, passages ----


def calibration_error(stated: Sequence[tuple[float, bool]], bins: int = 10) -> float:
    """Expected calibration error: `stated` has (probability, was it so).

    The probabilities fall into `bins` bins of equal width, 1.0 into the last.
    The error is the mean over bins, weighted by their size, of the distance
    between mean probability and share of the true (Naeini and others 2015).

    >>> round(calibration_error([(0.9, True), (0.9, False), (0.1, False), (0.1, False)]), 3)
    0.25
    """
    filled: dict[int, list[tuple[float, bool]]] = {}
    for chance, so in stated:
        filled.setdefault(min(int(chance * bins), bins - 1), []).append((chance, so))
    gaps = [abs(sum(chance - so for chance, so in held)) for held in filled.values()]
    return sum(gaps) / len(stated) if stated else 0.0


def speakers(
    truth: Sequence[tuple[Sequence[Place], str]], predicted: Sequence[tuple[Sequence[Place], str | None]]
) -> dict[str, float]:
    """Who says it, in one article: `accuracy`, `precision` and `coverage`.

    A true statement is matched with the predicted one whose content shares most
    characters with it, at least half of the true ones. `accuracy` is the share
    of true statements with the right speaker, `coverage` of those with any
    speaker named, `precision` of the named ones that are right. Names are
    equal if they end in the same word, without regard to case.
    """
    named = right = 0
    for places, name in truth:
        given = _best(places, predicted)
        named += given is not None
        right += given is not None and same_name(name, given)
    total = len(truth)
    return {
        "accuracy": right / total if total else 1.0,
        "coverage": named / total if total else 1.0,
        "precision": right / named if named else 1.0,
    }


def same_name(a: str, b: str) -> bool:
    """Whether two names end in the same word and one holds no word against the other.

    >>> same_name("Ada Roe", "roe"), same_name("Dr Ada Roe", "Ada Roe"), same_name("Ada Roe", "Eve Roe")
    (True, True, False)
    """
    ours, theirs = a.lower().split(), b.lower().split()
    if not ours or not theirs or ours[-1] != theirs[-1]:
        return False
    return set(ours) <= set(theirs) or set(theirs) <= set(ours)


def _best(places: Sequence[Place], predicted: Sequence[tuple[Sequence[Place], str | None]]) -> str | None:
    shared = [(_common(places, other), name) for other, name in predicted]
    most, given = max(shared, key=lambda pair: pair[0], default=(0, None))
    return given if most > 0 and most >= 0.5 * _length(places) else None


def _length(places: Sequence[Place]) -> int:
    return sum(end - start for start, end in places)


def _common(a: Sequence[Place], b: Sequence[Place]) -> int:
    return sum(max(0, min(x[1], y[1]) - max(x[0], y[0])) for x in a for y in b)


def characters(truth: Sequence[Place], predicted: Sequence[Place], text: str | None = None) -> Score:
    """F1 over the characters covered by ranges of one text; with `text`, over its letters only.

    >>> characters([(0, 10)], [(5, 10)]).recall
    0.5
    """
    want = {at for start, end in truth for at in range(start, end)}
    got = {at for start, end in predicted for at in range(start, end)}
    if text is not None:
        letters = {at for at, mark in enumerate(text) if mark.isalpha()}
        want, got = want & letters, got & letters
    return score(len(want & got), len(got), len(want))
