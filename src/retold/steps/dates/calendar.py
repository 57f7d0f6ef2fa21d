"""Days, weeks, months, quarters and years in TIMEX3 spelling.

A day of reference may be None (no date of publication); what then cannot be
known is written with X, as TIMEX3 does: XXXX-WXX-6 is some Saturday.
"""

from __future__ import annotations

from datetime import date, timedelta

_UNKNOWN = {
    "D": "XXXX-XX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Q": "XXXX-QX", "Y": "XXXX",
    "10Y": "XXX", "100Y": "XX",
}  # fmt: skip


def stretch(day: date | None, unit: str, step: int) -> str | None:
    """The day, week, month … of `day`, or the one `step` of them later.

    >>> stretch(date(2021, 5, 22), "W", -1)
    '2021-W19'
    >>> stretch(None, "Y", -1)
    'XXXX'
    """
    if unit == "2W":
        return stretch(day, "W", 2 * step)
    if day is None:
        return _UNKNOWN.get(unit)
    try:
        return _stretch(day, unit, step)
    except (OverflowError, ValueError):
        return None


def duration(amount: str, unit: str) -> str:
    """A length of time; `amount` is a number or X.

    >>> duration("2", "W"), duration("2", "10Y"), duration("X", "TH")
    ('P2W', 'P20Y', 'PTXH')
    """
    if unit == "WE":
        return f"P{_times(amount, 2)}D"
    if unit.startswith("T"):
        return f"PT{amount}{unit[1:]}"
    factor = unit[:-1]
    return f"P{_times(amount, int(factor)) if factor else amount}{unit[-1]}"


def moved(day: date, unit: str, step: int) -> date:
    """The day `step` units later; the last of the month where it has fewer days."""
    if unit in ("D", "W", "2W", "WE"):
        days = {"D": 1, "2W": 14}.get(unit, 7)
        return day + timedelta(days=days * step)
    months = {"M": 1, "Q": 3, "Y": 12, "10Y": 120, "100Y": 1200}[unit]
    years, month = divmod(day.year * 12 + day.month - 1 + months * step, 12)
    return day.replace(year=years, month=month + 1, day=min(day.day, _length(years, month + 1)))


def weekday_near(day: date, weekday: int, ahead: bool, strict: bool = False) -> date:
    """The nearest `weekday` (1 Monday … 7 Sunday), forward or back; `strict` leaves out `day` itself."""
    gap = (weekday - day.isoweekday()) % 7 if ahead else -((day.isoweekday() - weekday) % 7)
    if strict and gap == 0:
        gap = 7 if ahead else -7
    return day + timedelta(days=gap)


def real_day(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def fourth_thursday(year: int) -> date:
    """Thanksgiving in the United States."""
    first = weekday_near(date(year, 11, 1), 4, ahead=True)
    return first + timedelta(days=21)


def _stretch(day: date, unit: str, step: int) -> str:
    there = moved(day, unit, step)
    if unit == "D":
        return there.isoformat()
    if unit in ("W", "WE"):
        year, week, _ = there.isocalendar()
        return f"{year:04}-W{week:02}" + ("-WE" if unit == "WE" else "")
    if unit == "M":
        return f"{there.year:04}-{there.month:02}"
    if unit == "Q":
        return f"{there.year:04}-Q{(there.month + 2) // 3}"
    digits = {"Y": 4, "10Y": 3, "100Y": 2}[unit]
    return f"{there.year:04}"[:digits]


def _times(amount: str, factor: int) -> str:
    return f"{float(amount) * factor:g}" if amount != "X" else "X"


def _length(year: int, month: int) -> int:
    following = date(year + month // 12, month % 12 + 1, 1)
    return (following - timedelta(days=1)).day
