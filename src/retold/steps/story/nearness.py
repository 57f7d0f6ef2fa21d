"""How far the days of publication let two groups of articles tell one event.

A topic comes back for months in much the same words, an event is told within
days: of pairs of real articles that are as alike as two reports of one event
often are, nearly all share a topic only, once more than two weeks lie between.
So likeness counts less with every day between two groups.

Where no day is known, the corpus itself says how much to believe: in a corpus in
which most articles have a sure companion, moderate likeness is one event; in a
corpus of strangers it is a topic.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from retold import parameters
from retold.algorithms.reciprocal import DIGITS
from retold.tables import Edges

Floats = NDArray[np.float64]

_P = parameters.of("story", "nearness")
_STRANGE = _P.number("strange")
SURE = _P.number("sure")
_FAR = _P.number("far")
_STEEP = _P.number("steep")
_PRIOR = _P.integer("prior_articles")
_PRIOR_SURE = _P.integer("prior_sure")
_DENSE = _P.number("dense")
_DOUBT = _P.number("doubt")


class Calendar:
    """The mean day of each group, and what the likeness of two groups counts for.

    `days` are by article, None where unknown; at first each article is a group.
    `half` days between two groups make their likeness count for half.
    """

    def __init__(self, days: Sequence[float | None], half: float, undated: float) -> None:
        self._sums = [0.0 if day is None else day for day in days]
        self._dated = [int(day is not None) for day in days]  # members with a day
        self._half, self._undated = half, undated

    def merge(self, keep: int, gone: int) -> None:
        """Let the group `keep` take in the group `gone`."""
        self._sums[keep] += self._sums[gone]
        self._dated[keep] += self._dated[gone]

    def nearness(self, i: int, j: int) -> float:
        """Between 0 and 1."""
        if not self._dated[i] or not self._dated[j]:
            return self._undated
        gap = self._sums[i] / self._dated[i] - self._sums[j] / self._dated[j]
        return by_days(abs(gap), self._half)


def by_days(gap: float, half: float) -> float:
    """What likeness counts for when so many days lie between: whole on the next day, half at about `half`.

    >>> [round(by_days(gap, 10.0), 2) for gap in (0, 1, 3, 11, 400)]
    [1.0, 1.0, 0.92, 0.5, 0.15]
    """
    return max(_FAR, 1 / (1 + math.pow(max(0.0, gap - 1) / max(half, 1e-3), _STEEP)))


def counted(cosines: Floats, one: Floats, other: Floats, half: float, undated: float) -> Floats:
    """What each likeness counts for between two articles of these days, NaN where a day is unknown.

    As in `Calendar`; to so many digits as linkage compares.
    """
    gaps = np.maximum(0.0, np.abs(one - other) - 1) / max(half, 1e-3)
    near = np.maximum(_FAR, 1 / (1 + np.power(gaps, _STEEP)))
    found: Floats = (cosines * np.where(np.isnan(gaps), undated, near)).round(DIGITS)
    return found


def may_count(edges: Edges, days: Floats, half: float, least: float) -> NDArray[np.bool_]:
    """Which edges count for `least` whatever likeness counts without a day, or are sure companions.

    `days` are by article, NaN where unknown. All others join no groups: a million articles of many years
    have millions of them.
    """
    one, other = (days[ends] for ends in edges.ends)
    enough = counted(edges.cosines, one, other, half, 1.0) >= least
    return (edges.cosines >= least) & (enough | (edges.cosines >= SURE))


def known(days: Sequence[float | None] | NDArray[Any]) -> Floats:
    """Days as numbers, NaN where one is unknown."""
    return np.array(days, np.float64)


def undated(near: Edges, size: int) -> float:
    """What likeness counts for where a day is unknown, by the pairs that are alike in a corpus of `size`."""
    return undated_by(companions(near), size)


def undated_by(sure: int, size: int) -> float:
    """The same by how many articles of the corpus have a sure companion."""
    share = (sure + _PRIOR_SURE) / (size + _PRIOR)
    lacking = _DENSE - math.log(share / (1 - share))
    return max(_STRANGE, 1 / (1 + _DOUBT * max(0.0, lacking)))


def companions(near: Edges) -> int:
    """How many articles have a sure companion, by the pairs that are alike."""
    return len(np.unique(near.some(near.cosines >= SURE).ends))
