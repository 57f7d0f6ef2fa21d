"""How two articles stand to each other: the way in one word, and how likely each of the four ways is."""

from __future__ import annotations

import math

from retold import parameters
from retold.model import Article, Lineage, Relation, Standing

_P = parameters.of("pipeline", "relation")
_TOLD, _COMMON, _UNSURE = _P.row("told"), _P.row("common"), _P.row("unsure")
_SLOPE, _SHIFT = _P.number("slope"), _P.number("shift")
_WAYS: dict[Relation, tuple[Standing, Standing, Standing]] = {
    "a→b": ("a→b", "b→a", "common source"),
    "b→a": ("b→a", "a→b", "common source"),
    "common source": ("common source", "a→b", "b→a"),
    "unsure": ("common source", "a→b", "b→a"),
}


def of(a: Article, b: Article, found: Lineage, is_tied: bool) -> Relation:
    """The way the text went between two articles, in one word; `is_tied` if one copies, or both a third."""
    if not is_tied:
        return "unsure"
    edges = {(e.source, e.copy): e for e in found.derivations}
    if (a.id, b.id) in edges:
        return "a→b" if edges[a.id, b.id].directed else "unsure"
    if (b.id, a.id) in edges:
        return "b→a" if edges[b.id, a.id].directed else "unsure"
    parents = {i: {e.source for e in found.derivations if e.copy == i} for i in (a.id, b.id)}
    return "common source" if parents[a.id] & parents[b.id] else "unsure"


def posterior(relation: Relation, derived: float) -> dict[Standing, float]:
    """How likely each way is, all four together 1.

    `derived` is the probability of copying by one number of the text, fitted where half of the pairs are
    copies; here it is brought to what pairs of outlets show that share some text (Platt 1999). Those that do
    copy are shared out as such pairs, read by two people, stood where the program had told this relation.

    >>> found = posterior("a→b", 0.9)
    >>> max(found, key=found.get), round(sum(found.values()), 5)
    ('a→b', 1.0)
    """
    if relation == "no common text":
        return {"a→b": 0.0, "b→a": 0.0, "common source": 0.0, "own reports": 1.0}
    copied = _copied(derived)
    shares = {"common source": _COMMON, "unsure": _UNSURE}.get(relation, _TOLD)
    ways = dict(zip(_WAYS[relation], shares, strict=True))
    return {way: round(copied * share, 6) for way, share in ways.items()} | {
        "own reports": round(1 - copied, 6)
    }


def _copied(derived: float) -> float:
    """The probability of copying between two outlets, from that of the text alone."""
    if not 0 < derived < 1:
        return derived
    odds = _SLOPE * (math.log(derived) - math.log1p(-derived)) + _SHIFT
    return 1 / (1 + math.exp(-odds)) if odds > 0 else math.exp(odds) / (1 + math.exp(odds))
