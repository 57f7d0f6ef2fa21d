"""Whether statements are given to the right speaker or addressee."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from evaluation.metrics.ranges import Place, common, length

Truth = Sequence[tuple[Sequence[Place], str]]
Named = Sequence[tuple[Sequence[Place], str | None]]


def spoken_counts(who: str, truth: Truth, predicted: Named) -> Counter[str]:
    """`{who} wanted`, `given` and `right`: who says it, in one article.

    A true statement is matched with the predicted one whose content shares most
    characters with it, at least half of the true ones. Of the true statements (`wanted`)
    `given` counts those with any name given, `right` those with the right one, by `same_name`.
    """
    names = [(name, _best(places, predicted)) for places, name in truth]
    given = [(name, found) for name, found in names if found is not None]
    right = sum(same_name(name, found) for name, found in given)
    return Counter({f"{who} wanted": len(names), f"{who} given": len(given), f"{who} right": right})


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
    shared = [(common(places, other), name) for other, name in predicted]
    most, given = max(shared, key=lambda pair: pair[0], default=(0, None))
    return given if most > 0 and most >= 0.5 * length(places) else None
