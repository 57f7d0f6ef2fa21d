"""Precision, recall and F1 from counts; agreement of labels.

An F1 is the harmonic mean of precision and recall. Where nothing was to be
found and nothing was reported, precision, recall and F1 are 1.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple


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


def triple(counts: Mapping[str, float], prefix: str = "", name: str = "") -> dict[str, float]:
    """Precision, recall and F1 from `{prefix}right`, `given`, `wanted` and, where it differs, `found`.

    >>> triple({"right": 1, "given": 2, "wanted": 1})
    {'precision': 0.5, 'recall': 1.0, 'f1': 0.6666666666666666}
    """
    right, given, wanted = (counts.get(f"{prefix}{part}", 0) for part in ("right", "given", "wanted"))
    found = score(right, given, wanted, counts.get(f"{prefix}found"))
    return {f"{name}precision": found.precision, f"{name}recall": found.recall, f"{name}f1": found.f1}


def ratio(counts: Mapping[str, float], right: str, of: str) -> float:
    """One count as a share of another; 1 where there is nothing of the other.

    >>> ratio({"right": 3, "all": 4}, "right", "all"), ratio({}, "right", "all")
    (0.75, 1.0)
    """
    whole = counts.get(of, 0)
    return counts.get(right, 0) / whole if whole else 1.0


def balanced(counts: Mapping[str, float], prefix: str = "") -> float:
    """Balanced accuracy: mean of the shares found right among the true and among the false.

    >>> balanced({"true": 2, "true right": 1, "false": 2, "false right": 2})
    0.75
    """
    parts = (ratio(counts, f"{prefix}{kind} right", f"{prefix}{kind}") for kind in ("true", "false"))
    return sum(parts) / 2


def macro_f1(counts: Mapping[str, float], labels: Sequence[str]) -> float:
    """Mean F1 of the labels, from `{label} right`, `{label} given` and `{label} wanted`.

    >>> macro_f1({"a right": 1, "a given": 1, "a wanted": 1, "b wanted": 1}, ["a", "b"])
    0.5
    """
    return sum(triple(counts, f"{label} ")["f1"] for label in labels) / len(labels)
