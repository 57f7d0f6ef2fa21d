"""Readers: from the words that a rule kept to a TIMEX3 value."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta

from retold.steps.dates.calendar import (
    duration,
    fourth_thursday,
    moved,
    real_day,
    stretch,
    weekday_near,
)
from retold.steps.dates.context import Context
from retold.steps.dates.rules import Found
from retold.steps.dates.tokens import Value

Kept = Mapping[str, Value]
Reader = Callable[[Found, Context], str | None]
_DIGITS = re.compile(r"\d+")


def calendar(found: Found, context: Context) -> str | None:
    """A day or month by name, the year given, told by a word, or the nearest."""
    kept = found.kept
    month = int(kept["month"])
    year = _year(found, context, month)
    if "day" not in kept:
        return f"{_four(year)}-{month:02}"
    day = int(_DIGITS.findall(str(kept["day"]))[0])
    if real_day(year or 2000, month, day) is None:
        return None
    return f"{_four(year)}-{month:02}-{day:02}"


def month(found: Found, context: Context) -> str | None:
    """A month alone; a doubtful word (May, March) needs a word of time before it."""
    first = context.word(found.high - 1)
    if context.listed("doubtful", found.high - 1) and "near" not in found.kept:
        if not context.listed("leads", found.low - 1):
            return None
        if first == "may" and context.word(found.low - 1) in ("and", "or", "to", "for", "of"):
            return None
    return calendar(found, context)


def year(found: Found, context: Context) -> str | None:
    """A year; a bare number before a plain noun (2000 people) is a count unless a word of time leads."""
    digits = _DIGITS.findall(str(found.kept["year"]))[0]
    if len(digits) == 2:
        return f"{'19' if int(digits) > 30 else '20'}{digits}"
    bare = found.high - found.low == 1 and not context.listed("leads", found.low - 1)
    noun = context.word(found.high)
    if bare and ((noun.endswith("s") and len(noun) > 3) or not 1800 <= int(digits) < 2100):
        return None
    return digits


def spoken(found: Found, _: Context) -> str:
    """Nineteen ninety-six."""
    return str(int(found.kept["spoken"]) + int(found.kept.get("tens", 0)) + _ones(found.kept))


def decade(found: Found, _: Context) -> str:
    """The 1990s, the '90s, the nineties: three digits."""
    told = found.kept["decade"]
    digits = str(told) if isinstance(told, int) else _DIGITS.findall(str(told))[0]
    return digits[:3] if len(digits) == 4 else f"{'20' if digits < '20' else '19'}{digits[0]}"


def century(found: Found, _: Context) -> str | None:
    """The 20th century: two digits, 19."""
    number = _nth(found.kept["nth"])
    return f"{number - 1:02}" if 1 <= number <= 22 else None


def iso(found: Found, _: Context) -> str | None:
    """A date as ISO 8601 writes it, to the minute if it has a time."""
    told = str(found.kept["iso"]).upper()
    parts = [int(part) for part in told[:10].split("-")]
    return told[:16] if real_day(parts[0], parts[1], parts[2]) is not None else None


def slash(found: Found, context: Context) -> str | None:
    """22/05/2021 either way round; where both would do, only if just one lies near publication."""
    first, second, given = (int(part) for part in str(found.kept["slash"]).split("/"))
    full = given if given > 99 else given + (1900 if given > 50 else 2000)
    both = {real_day(full, first, second), real_day(full, second, first)} - {None}
    days = [there for there in both if there is not None]
    if len(days) > 1 and context.day is not None:
        days = [there for there in days if abs((there - context.day).days) <= 31]
    return days[0].isoformat() if len(days) == 1 else None


def holiday(found: Found, context: Context) -> str | None:
    """A feast with a fixed day, or the fourth Thursday of November."""
    month_of, day_of = str(found.kept["day"]).split("-")
    number = 24 if day_of.startswith("TH") else int(day_of)
    given = found.kept.get("year")
    there = int(given) if given is not None else context.nearest_year(int(month_of), number, context.tense(found))
    if there is None:
        return f"XXXX-{month_of}-{number:02}"
    day = fourth_thursday(there) if day_of.startswith("TH") else date(there, int(month_of), number)
    return (day - timedelta(days=1) if "eve" in found.kept else day).isoformat()


def weekday(found: Found, context: Context) -> str | None:
    """A day of the week, with its part of the day."""
    number = int(found.kept["weekday"])
    day = _weekday(found, context, number)
    value = day.isoformat() if day is not None else f"XXXX-WXX-{number}"
    return value + _part(found.kept)


def deictic(found: Found, context: Context) -> str | None:
    """Today, yesterday, tomorrow, tonight, this morning."""
    day = stretch(context.day, "D", int(found.kept.get("deictic", 0)))
    return None if day is None else day + _part(found.kept)


def last_night(_: Found, context: Context) -> str | None:
    """The night before publication."""
    day = stretch(context.day, "D", -1)
    return None if day is None else day + "TNI"


def clock(found: Found, context: Context) -> str | None:
    """A time of day on the day that stands beside it, else on the day told last, else of publication."""
    told = str(found.kept["clock"])
    hours, minutes = (*(int(part) for part in _DIGITS.findall(told)), 0)[:2]
    half = found.kept.get("ampm")
    if half is not None:
        hours = hours % 12 + int(half) if 1 <= hours <= 12 else 99
    if hours > 24 or minutes > 59:
        return None
    day = _day_beside(found, context)
    return None if day is None else f"{day}T{hours:02}:{minutes:02}"


def quarter(found: Found, context: Context) -> str | None:
    """The third quarter: of the year named, or of the nearest past."""
    number = _nth(found.kept["nth"])
    if not 1 <= number <= 4:
        return None
    if "year" in found.kept:
        return f"{found.kept['year']}-Q{number}"
    if context.day is None:
        return f"XXXX-Q{number}"
    step = int(found.kept.get("rel", 0))
    begun = 3 * number - 2 <= context.day.month or context.tense(found) > 0 or "rel" in found.kept
    return f"{context.day.year + step - (not begun):04}-Q{number}"


_SEASON_ENDS = {"SP": 5, "SU": 8, "FA": 11, "WI": 2}


def season(found: Found, context: Context) -> str | None:
    """Last summer, the summer of 1990."""
    name = str(found.kept["season"])
    if "year" in found.kept:
        return f"{found.kept['year']}-{name}"
    if context.day is None:
        return f"XXXX-{name}"
    over = context.day.month > _SEASON_ENDS[name]
    step = found.kept.get("rel", 0)
    if step == -1:
        return f"{context.day.year - (not over):04}-{name}"
    ahead = step == 1 and over
    return f"{context.day.year + ahead:04}-{name}"


def relative(found: Found, context: Context) -> str | None:
    """Last year, earlier this month, the weekend, the end of the year."""
    unit = str(found.kept["unit"])
    if unit in ("year", "weekend"):
        unit = {"year": "Y", "weekend": "WE"}[unit]
    step = found.kept.get("rel", 0)
    return stretch(context.day, unit, int(step) if isinstance(step, int) else 0)


def again(found: Found, context: Context) -> str | None:
    """That year, the same day, the following month: told from the time named last."""
    base = context.last
    step = _STEPS.get(str(found.kept.get("step", "")), 0)
    if "part" in found.kept:
        day = stretch(base, "D", step)
        return None if day is None else day + _part(found.kept)
    return stretch(base, str(found.kept["unit"]), step)


def ago(found: Found, context: Context) -> str | None:
    """Two weeks ago; with a quarter beside it, that quarter of the year before."""
    amount = _amount(found.kept)
    unit = str(found.kept.get("unit", "Y"))
    if unit == "year":
        unit = "Y"
    if amount is None:
        return "PAST_REF"
    return _shifted(context.day, unit, -amount) or "PAST_REF"


def back(found: Found, context: Context) -> str | None:
    """A year earlier, three days later: from the time told last, else from publication."""
    amount = _amount(found.kept)
    sign = -1 if found.kept["step"] in ("earlier", "before", "previously") else 1
    base = context.last if context.last is not None or sign > 0 else context.day
    if amount is None:
        return "PAST_REF" if sign < 0 else "FUTURE_REF"
    return _shifted(base, str(found.kept["unit"]), sign * amount)


def hence(found: Found, context: Context) -> str | None:
    """In two weeks' time, three days from now."""
    amount = _amount(found.kept)
    return "FUTURE_REF" if amount is None else _shifted(context.day, str(found.kept["unit"]), amount)


def length(found: Found, _: Context) -> str | None:
    """Three days, the past two weeks, a month."""
    number = _number(found.kept)
    half = 0.5 if "half" in found.kept else 0.0
    whole = 0.0 if found.kept.get("half") == "half" else number
    amount = "X" if whole is None else f"{whole + half:g}"
    return duration(amount, str(found.kept["unit"]))


def length_and_half(found: Found, _: Context) -> str | None:
    """Two and a half years."""
    return duration(f"{(_number(found.kept) or 0) + 0.5:g}", str(found.kept["unit"]))


def many(found: Found, _: Context) -> str:
    """For years, recent months."""
    return duration("X", str(found.kept.get("unit") or found.kept["units"]))


def every(found: Found, _: Context) -> str | None:
    """Every Monday, each July, twice a day."""
    kept = found.kept
    if "weekday" in kept:
        return f"XXXX-WXX-{kept['weekday']}{_part(kept)}"
    if "month" in kept:
        return f"XXXX-{int(kept['month']):02}"
    if "season" in kept:
        return f"XXXX-{kept['season']}"
    if "unit" in kept:
        return duration("1", str(kept["unit"]))
    return f"XXXX-XX-XX{_part(kept)}"


def often(found: Found, _: Context) -> str:
    """Daily, annually."""
    return str(found.kept["often"])


def reference(found: Found, _: Context) -> str:
    """Now, recently, soon."""
    return str(found.kept["ref"])


def nothing(_: Found, __: Context) -> None:
    """Words that look like a time and are none."""


READERS: dict[str, tuple[str, Reader]] = {
    "calendar": ("DATE", calendar), "month": ("DATE", month), "year": ("DATE", year), "spoken": ("DATE", spoken),
    "decade": ("DATE", decade), "century": ("DATE", century), "iso": ("DATE", iso), "slash": ("DATE", slash),
    "holiday": ("DATE", holiday), "weekday": ("DATE", weekday), "deictic": ("DATE", deictic),
    "last_night": ("DATE", last_night), "clock": ("TIME", clock), "quarter": ("DATE", quarter),
    "season": ("DATE", season), "relative": ("DATE", relative), "again": ("DATE", again), "ago": ("DATE", ago),
    "back": ("DATE", back), "hence": ("DATE", hence), "duration": ("DURATION", length),
    "duration_half": ("DURATION", length_and_half), "many": ("DURATION", many), "set": ("SET", every),
    "often": ("SET", often), "reference": ("DATE", reference), "nothing": ("DATE", nothing),
}  # fmt: skip
_STEPS = {"following": 1, "next": 1, "previous": -1, "preceding": -1}


def _year(found: Found, context: Context, month_of: int) -> int | None:
    kept = found.kept
    if "year" in kept:
        return int(kept["year"])
    if context.day is None:
        return None
    if "rel" in kept:
        return _year_told(int(kept["rel"]), context.day, month_of, "day" in kept or _unit_follows(found, context))
    if "day" not in kept:
        return context.nearest_year(month_of, 15, context.tense(found))
    day = int(_DIGITS.findall(str(kept["day"]))[0])
    if "weekday" in kept:
        matching = _year_by_weekday(context.day.year, month_of, day, int(kept["weekday"]))
        if matching is not None:
            return matching
    return context.nearest_year(month_of, day, context.tense(found))


def _unit_follows(found: Found, context: Context) -> bool:
    return context.word(found.high - 1) in ("year", "month", "week")


def _year_told(step: int, day: date, month_of: int, counted: bool) -> int:
    """The year of "June last year" (counted), or of "last June": the nearest one gone by."""
    if counted or step == 0:
        return day.year + step
    passed = month_of < day.month
    return day.year - (not passed) if step < 0 else day.year + (month_of <= day.month)


def _year_by_weekday(near: int, month_of: int, day: int, number: int) -> int | None:
    for there in (near, near - 1, near + 1):
        real = real_day(there, month_of, day)
        if real is not None and real.isoweekday() == number:
            return there
    return None


def _weekday(found: Found, context: Context, number: int) -> date | None:
    step = found.kept.get("step")
    if step is not None:
        base = context.last or context.day
        ahead = _STEPS[str(step)] > 0
        return None if base is None else weekday_near(base, number, ahead, strict=True)
    if context.day is None:
        return None
    told = found.kept.get("rel")
    if told in ("next", 1) or told in ("last", "past", -1):
        return weekday_near(context.day, number, ahead=told in ("next", 1), strict=True)
    if context.day.isoweekday() == number:
        return context.day
    ahead = context.listed("ahead_beside", found.low - 1) or context.tense(found) > 0
    return weekday_near(context.day, number, ahead)


def _day_beside(found: Found, context: Context) -> str | None:
    if "month" in found.kept:
        return calendar(found, context)
    if "weekday" in found.kept:
        value = weekday(found, context)
        return None if value is None else value[:10]
    if "deictic" in found.kept:
        return deictic(found, context)
    day = context.last or context.day
    return "XXXX-XX-XX" if day is None else day.isoformat()


def _shifted(day: date | None, unit: str, amount: float) -> str | None:
    """The stretch of a unit `amount` of them away; whole days out of hours."""
    if unit == "TH" and amount % 24 == 0:
        unit, amount = "D", amount / 24
    if unit.startswith("T") or amount != int(amount):
        return None
    if unit in ("10Y", "100Y") and day is not None:  # a decade ago is a year, not a decade
        return stretch(day, "Y", int(amount) * int(unit[:-1]))
    return stretch(day, unit, int(amount))


def _amount(kept: Kept) -> float | None:
    """How many; None where the text says several."""
    return _number(kept)


def _number(kept: Kept) -> float | None:
    if "fuzzy" in kept:
        return None
    if "couple" in kept:
        return 2
    if "tens" in kept:
        return int(kept["tens"]) + _ones(kept)
    told = kept.get("n", 1)
    return float(told.replace(",", "").rstrip(".")) if isinstance(told, str) else float(told)


def _ones(kept: Kept) -> int:
    return int(kept.get("ones", 0) or kept.get("n", 0))


def _nth(told: Value) -> int:
    return told if isinstance(told, int) else int(_DIGITS.findall(str(told))[0])


def _part(kept: Kept) -> str:
    return f"T{kept['part']}" if "part" in kept else ""


def _four(number: int | None) -> str:
    return "XXXX" if number is None else f"{number:04}"


def first_day(value: str) -> date | None:
    """The first day of a resolved value, for what is told from it later; None for lengths and references."""
    told = re.match(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?(?:T|$)", value)
    if told is not None:
        return real_day(int(told[1]), int(told[2] or 1), int(told[3] or 1))
    week = re.match(r"(\d{4})-W(\d{2})", value)
    if week is not None:
        return date.fromisocalendar(int(week[1]), int(week[2]), 1)
    part = re.match(r"(\d{4})-Q([1-4])", value)
    return None if part is None else moved(date(int(part[1]), 1, 1), "Q", int(part[2]) - 1)
