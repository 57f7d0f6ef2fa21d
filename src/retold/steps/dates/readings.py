"""Which reader answers for which rule, and the first day of what it read."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from retold.steps.dates import days, stretches
from retold.steps.dates.calendar import moved, real_day
from retold.steps.dates.context import Context
from retold.steps.dates.rules import Found

Reader = Callable[[Found, Context], str | None]
READERS: dict[str, tuple[str, Reader]] = {
    "calendar": ("DATE", days.calendar),
    "month": ("DATE", days.month),
    "day_ahead": ("DATE", days.day_ahead),
    "day_part": ("DATE", days.day_part),
    "year": ("DATE", days.year),
    "fiscal_year": ("DATE", days.fiscal_year),
    "spoken": ("DATE", days.spoken),
    "decade": ("DATE", days.decade),
    "century": ("DATE", days.century),
    "iso": ("DATE", days.iso),
    "slash": ("DATE", days.slash),
    "holiday": ("DATE", days.holiday),
    "weekday": ("DATE", days.weekday),
    "deictic": ("DATE", days.deictic),
    "beside": ("DATE", days.beside),
    "last_night": ("DATE", days.last_night),
    "second": ("DATE", days.second),
    "clock": ("TIME", days.clock),
    "quarter": ("DATE", stretches.quarter),
    "half_year": ("DATE", stretches.half_year),
    "season": ("DATE", stretches.season),
    "relative": ("DATE", stretches.relative),
    "again": ("DATE", stretches.again),
    "the_quarter": ("DATE", stretches.the_quarter),
    "quarter_before": ("DATE", stretches.quarter_before),
    "weekend": ("DATE", stretches.weekend),
    "year_end": ("DATE", stretches.year_end),
    "ago": ("DATE", stretches.ago),
    "back": ("DATE", stretches.back),
    "hence": ("DATE", stretches.hence),
    "duration": ("DURATION", stretches.length),
    "as_many": ("DURATION", stretches.as_many),
    "duration_half": ("DURATION", stretches.length_and_half),
    "one": ("DURATION", stretches.one),
    "many": ("DURATION", stretches.many),
    "set": ("SET", stretches.every),
    "often": ("SET", stretches.often),
    "reference": ("DATE", stretches.reference),
    "nothing": ("DATE", stretches.nothing),
}
# What later words may be told from ("the same day"); lengths and "two weeks ago" are not.
ANCHORS = frozenset({"calendar", "month", "year", "iso", "slash", "holiday", "weekday", "quarter", "clock"})


def value_of(found: Found, context: Context) -> str | None:
    """What a find says; None where it says nothing, or a day beyond the calendar."""
    try:
        return READERS[found.read][1](found, context)
    except (OverflowError, ValueError):  # years beyond the calendar, numbers beyond numbers
        return None


def first_day(value: str) -> date | None:
    """The first day of a resolved value, for what is told from it later.

    None for lengths and references, and for a day beyond the calendar.
    """
    try:
        return _first_day(value)
    except (OverflowError, ValueError):
        return None


def _first_day(value: str) -> date | None:
    told = re.match(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?(?:T|$)", value)
    if told is not None:
        return real_day(int(told[1]), int(told[2] or 1), int(told[3] or 1))
    week = re.match(r"(\d{4})-W(\d{2})", value)
    if week is not None:
        return date.fromisocalendar(int(week[1]), int(week[2]), 1)
    part = re.match(r"(\d{4})-Q([1-4])", value)
    return None if part is None else moved(date(int(part[1]), 1, 1), "Q", int(part[2]) - 1)
