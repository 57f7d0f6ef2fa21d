"""The box below the beginning of a report that asks its reader to pay, to register or to log in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from retold import language, parameters

_P = parameters.of("readers", "offers")
MOST = _P.integer("lines")  # of a box
_WORDS = _P.integer("words")  # of its longest line
_ITEM = _P.integer("item")  # words of the longest line that says nothing of payment
_SHORT = _P.integer("short")  # words of the longest that may end as a sentence does
_STOPS = (".", "!", "?", "…")


class _Signs(NamedTuple):
    openings: re.Pattern[str]  # a whole line
    lines: re.Pattern[str]  # somewhere in a line


def length(lines: Sequence[str]) -> int:
    """How many of the last lines of a text are such a box; 0 where it ends with none. Lines come folded.

    It opens with a line that asks the reader; below are prices, buttons and items, no sentence of a report.

    >>> length(["the ferry ran late.", "subscribe to continue reading", "£1 a week. cancel anytime."])
    2
    """
    found = 0
    for count, line in enumerate(reversed(lines[-MOST:]), 1):
        if _signs().openings.fullmatch(line):
            found = count
        elif not _is_within(line):
            break
    return found


def _is_within(line: str) -> bool:
    """Whether a line may stand in a box: it speaks of payment, or is a short item, a button or a heading."""
    words = len(line.split())
    if words > _WORDS:
        return False
    is_item = words <= _SHORT or (words <= _ITEM and not line.endswith(_STOPS))
    return is_item or _signs().lines.search(line) is not None


@cache
def _signs() -> _Signs:
    openings, lines = (
        "|".join(f"(?:{item})" for item in language.listed("furniture", key, "offers"))
        for key in ("openings", "lines")
    )
    return _Signs(re.compile(openings, re.IGNORECASE), re.compile(lines, re.IGNORECASE))
