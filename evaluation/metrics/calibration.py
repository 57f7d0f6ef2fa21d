"""Whether stated probabilities are true."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

BINS = 10


def calibration_error(stated: Sequence[tuple[float, bool]], bins: int = BINS) -> float:
    """Expected calibration error: `stated` has (probability, was it so).

    The probabilities fall into `bins` bins of equal width, 1.0 into the last.
    The error is the mean over bins, weighted by their size, of the distance
    between mean probability and share of the true (Naeini and others 2015).

    >>> round(calibration_error([(0.9, True), (0.9, False), (0.1, False), (0.1, False)]), 3)
    0.25
    """
    return error(counted(stated, bins=bins), bins=bins)


def counted(stated: Iterable[tuple[float, bool]], prefix: str = "", bins: int = BINS) -> Counter[str]:
    """The counts that `error` needs: how many, and by bin what was stated and what was so.

    Counts of several units may be added.
    """
    counts: Counter[str] = Counter()
    for chance, so in stated:
        box = min(int(chance * bins), bins - 1)
        counts[f"{prefix}stated"] += 1
        counts[f"{prefix}chance {box}"] += chance  # type: ignore[assignment]  # a sum of probabilities
        counts[f"{prefix}so {box}"] += so
    return counts


def error(counts: Mapping[str, float], prefix: str = "", bins: int = BINS) -> float:
    """Expected calibration error from the counts of `counted`; 0 where nothing was stated."""
    total = counts.get(f"{prefix}stated", 0)
    gaps = (
        abs(counts.get(f"{prefix}chance {box}", 0) - counts.get(f"{prefix}so {box}", 0))
        for box in range(bins)
    )
    return sum(gaps) / total if total else 0.0
