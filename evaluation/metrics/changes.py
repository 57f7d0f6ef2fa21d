"""Scores for changes: kind and place, in either order of the pair."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from evaluation.metrics.lineages import Edge
from evaluation.metrics.ranges import Place, overlaps
from evaluation.metrics.scores import Score, score

MIRROR = {"cut": "added", "added": "cut"}
NEAR = 20  # characters between two anchors that count as one place


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
