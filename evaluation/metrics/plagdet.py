"""plagdet and its parts, as PAN scores text alignment (Potthast et al., COLING 2010).

A case and a detection are the same thing: a stretch of a suspicious text, and the stretch of
a source it was taken from. A detection detects a case when they overlap on both sides.
Precision is the mean over detections, recall the mean over cases, of the share of characters
(both sides together) that the other list covers; granularity is the mean number of
detections of a detected case; plagdet is their F1 divided by log2(1 + granularity).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from evaluation.metrics.bootstrap import Counts
from evaluation.metrics.scores import ratio

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Reuse:
    """Characters [start, end) of a suspicious text taken from those of a source; `pair` names the two."""

    pair: str
    here: Range
    there: Range


@dataclass(frozen=True, slots=True)
class Scores:
    """The four figures of the task; precision without detections and recall without cases are 1."""

    precision: float
    recall: float
    granularity: float

    @property
    def plagdet(self) -> float:
        """F1 over log2(1 + granularity), between 0 and 1."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both / math.log2(1 + self.granularity) if both else 0.0


def score(cases: Sequence[Reuse], detections: Sequence[Reuse]) -> Scores:
    """Detections of many pairs of texts against their true cases.

    One case found in two halves: nothing is missed, but the halves cost.

    >>> case = Reuse("1", (0, 10), (50, 60))
    >>> halves = [Reuse("1", (0, 5), (50, 55)), Reuse("1", (5, 10), (55, 60))]
    >>> found = score([case], halves)
    >>> found.precision, found.recall, found.granularity, round(found.plagdet, 4)
    (1.0, 1.0, 2.0, 0.6309)
    """
    return from_counts(counted(cases, detections))


def counted(cases: Sequence[Reuse], detections: Sequence[Reuse]) -> dict[str, float]:
    """The sums from which the scores are made; those of disjoint sets of pairs may be added."""
    ours, theirs = _by_pair(detections), _by_pair(cases)
    pieces = [sum(detects(d, c) for d in ours.get(c.pair, ())) for c in cases]
    return {
        "detections": len(detections),
        "precise": sum(_share(one, theirs.get(one.pair, ())) for one in detections),
        "cases": len(cases),
        "recalled": sum(_share(one, ours.get(one.pair, ())) for one in cases),
        "detected": sum(count > 0 for count in pieces),
        "pieces": sum(pieces),
    }


def from_counts(counts: Counts, prefix: str = "") -> Scores:
    """The scores from the sums of `counted`."""
    shares = (("precise", "detections"), ("recalled", "cases"), ("pieces", "detected"))
    return Scores(*(ratio(counts, f"{prefix}{one}", f"{prefix}{of}") for one, of in shares))


def detects(one: Reuse, other: Reuse) -> bool:
    """Whether they overlap in both texts."""
    return (
        one.pair == other.pair and _shared(one.here, other.here) > 0 and _shared(one.there, other.there) > 0
    )


def _share(one: Reuse, others: Iterable[Reuse]) -> float:
    """The share of one's characters, on both sides, that those it meets cover."""
    met = [other for other in others if detects(one, other)]
    covered = _covered(one.here, [o.here for o in met]) + _covered(one.there, [o.there for o in met])
    return covered / (one.here[1] - one.here[0] + one.there[1] - one.there[0])


def _covered(whole: Range, parts: Iterable[Range]) -> int:
    total, place = 0, whole[0]
    for start, end in sorted(parts):
        low, high = max(start, place), min(end, whole[1])
        total += max(0, high - low)
        place = max(place, high)
    return total


def _shared(one: Range, other: Range) -> int:
    return min(one[1], other[1]) - max(one[0], other[0])


def _by_pair(rows: Iterable[Reuse]) -> dict[str, list[Reuse]]:
    found: dict[str, list[Reuse]] = {}
    for row in rows:
        found.setdefault(row.pair, []).append(row)
    return found
