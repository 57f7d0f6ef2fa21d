"""How alike two groupings of the same items are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Mapping
from itertools import combinations

from evaluation.metrics.scores import Score, score


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


def group_pairs(groups: Iterable[Collection[str]]) -> set[tuple[str, str]]:
    """The pairs of items that stand in one group.

    >>> sorted(group_pairs([["b", "a"], ["c"]]))
    [('a', 'b')]
    """
    return {pair for group in groups for pair in combinations(sorted(group), 2)}


def pair_f1(truth: Iterable[Collection[str]], predicted: Iterable[Collection[str]]) -> Score:
    """Pairs of items rightly put into one group; groups may be given in any order."""
    want, got = group_pairs(truth), group_pairs(predicted)
    return score(len(want & got), len(got), len(want))
