"""Character ranges of a text: what two sets of them share."""

from __future__ import annotations

from collections.abc import Sequence

from evaluation.metrics.scores import Score, score

Place = tuple[int, int]  # half-open character range


def overlaps(a: Sequence[Place], b: Sequence[Place], share: float = 0.5) -> bool:
    """Whether some range of `a` and some of `b` overlap by at least `share` of the smaller.

    >>> overlaps([(0, 10)], [(5, 40)]), overlaps([(0, 10)], [(6, 40)])
    (True, False)
    """
    return any(common([x], [y]) >= max(1, share * min(x[1] - x[0], y[1] - y[0])) for x in a for y in b)


def common(a: Sequence[Place], b: Sequence[Place]) -> int:
    """How many characters two lists of ranges share; those within one list do not overlap.

    >>> common([(0, 5), (8, 9)], [(3, 9)])
    3
    """
    return sum(max(0, min(x[1], y[1]) - max(x[0], y[0])) for x in a for y in b)


def dice(a: Sequence[Place], b: Sequence[Place]) -> float:
    """The Dice overlap of the characters that two lists of ranges cover.

    >>> dice([(0, 4)], [(2, 6)])
    0.5
    """
    return 2 * common(a, b) / max(1, length(a) + length(b))


def length(places: Sequence[Place]) -> int:
    """How many characters the ranges cover."""
    return sum(end - start for start, end in places)


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
