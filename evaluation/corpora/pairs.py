"""Pairs of articles of two outlets on one event, in `pile_allsides`: labelled as copied or not, or unread."""

from __future__ import annotations

from dataclasses import dataclass

from evaluation import labels

CORPUS = "pile_allsides"
MONTHS = ("2013-10", "2014-09", "2016-10", "2017-02", "2018-06", "2019-07", "2020-04")  # they were drawn from
_COPIED = frozenset({"copied", "partly"})


@dataclass(frozen=True, slots=True)
class JudgedPair:
    """Two article ids, and whether both passes call one copied from the other, at least partly."""

    a: str
    b: str
    copied: bool


def judged() -> list[JudgedPair]:
    """The pairs on which both passes agree that they are copied, or that they are not."""
    found = []
    for one, other in zip(*(labels.rows(f"copied_{name}") for name in labels.PASSES), strict=True):
        copied, also = (row[2] in _COPIED for row in (one, other))
        if copied == also and "unclear" not in (one[2], other[2]):
            found.append(JudgedPair(one[0], one[1], copied))
    return found


def unread() -> list[tuple[str, str]]:
    """Pairs that nobody read; nearly all are own reporting."""
    return [(row[0], row[1]) for row in labels.rows("own_reports")]
