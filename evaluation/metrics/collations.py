"""Scores for a collation: pairs of tokens that stand in one row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations

Place = tuple[str, int]  # a witness and the character where a token begins


def token_pairs(found: Sequence[Sequence[Place]], truth: Sequence[Sequence[Place]]) -> Counter[str]:
    """Right, given and wanted of pairs of tokens in one row.

    >>> sorted(token_pairs([[("a", 0), ("b", 0)]], [[("a", 0), ("b", 0)], [("a", 4), ("b", 4)]]).items())
    [('given', 1), ('right', 1), ('wanted', 2)]
    """
    ours, gold = set(_pairs(found)), set(_pairs(truth))
    return Counter(right=len(ours & gold), given=len(ours), wanted=len(gold))


def _pairs(rows: Sequence[Sequence[Place]]) -> Iterator[tuple[Place, Place]]:
    for row in rows:
        yield from combinations(sorted(row), 2)
