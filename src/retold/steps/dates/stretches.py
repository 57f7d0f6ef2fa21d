"""Readers of longer stretches, lengths and sets: quarters, "two weeks ago", "three days", "every Monday"."""

from __future__ import annotations

from datetime import date

from retold.steps.dates.amounts import four, measured, nth, number, part
from retold.steps.dates.calendar import duration, stretch
from retold.steps.dates.context import Context
from retold.steps.dates.rules import Found

_SEASON_ENDS = {"SP": 5, "SU": 8, "FA": 11, "WI": 2}  # last month
_FINE = {"D": 10, "W": 8, "WE": 8, "M": 7, "Q": 7}  # characters of a value that fixes a day, week …


def quarter(found: Found, context: Context) -> str | None:
    """The third quarter: of the year named, or of the nearest past."""
    number = nth(found.kept["nth"])
    if not 1 <= number <= 4:
        return None
    if "year" in found.kept:
        return f"{found.kept['year']}-Q{number}"
    if context.day is None:
        return f"XXXX-Q{number}"
    step = int(found.kept.get("rel", 0))
    begun = 3 * number - 2 <= context.day.month or context.tense(found) > 0 or "rel" in found.kept
    return f"{context.day.year + step - (not begun):04}-Q{number}"


def half_year(found: Found, context: Context) -> str | None:
    """The first half of the year, of 2019, of last year."""
    number = nth(found.kept["nth"])
    if number not in (1, 2):
        return None
    if "year" in found.kept:
        return f"{found.kept['year']}-H{number}"
    year = context.day.year + int(found.kept.get("rel", 0)) if context.day is not None else None
    return f"{four(year)}-H{number}"


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
    soon = step == 0 and bool(context.grammar.lists["ahead_only"]) and context.tense(found) > 0
    ahead = (step == 1 or soon) and over
    return f"{context.day.year + ahead:04}-{name}"


def relative(found: Found, context: Context) -> str | None:
    """Last year, earlier this month, the weekend, the end of the year."""
    step = -1 if "gone" in found.kept else int(found.kept.get("rel", 0))
    unit = str(found.kept["unit"])
    return stretch(context.day, unit, step)


def weekend(found: Found, context: Context) -> str | None:
    """The weekend, this weekend: the one gone by last, or the coming one where the clause looks ahead."""
    if context.day is None:
        return stretch(None, "WE", 0)
    on = context.day.isoweekday() >= 6
    return stretch(context.day, "WE", 0 if on or context.tense(found) > 0 else -1)


def year_end(_: Found, context: Context) -> str:
    """Year-end: the last day of the year of publication."""
    return f"{four(context.day.year if context.day else None)}-12-31"


def again(found: Found, context: Context) -> str | None:
    """That year, the same day: told from the time named last, if that was fine enough."""
    unit = str(found.kept.get("unit", "D"))
    base = context.last if len(context.last_value) >= _FINE.get(unit, 4) else None
    step = context.step(found)
    if "part" in found.kept:
        day = stretch(base, "D", step)
        return None if day is None else day + part(found.kept)
    return stretch(base, unit, step)


def the_quarter(_: Found, context: Context) -> str | None:
    """The quarter, the latest quarter: the one named last, else the last that was over."""
    if "-Q" in context.last_value:
        return context.last_value
    return stretch(context.day, "Q", -1)


def quarter_before(_: Found, context: Context) -> str | None:
    """The quarter named last, or the last that was over, a year before: das Vorjahresquartal."""
    return _same_quarter(context, "Y", -1) or stretch(context.day, "Q", -5)


def ago(found: Found, context: Context) -> str | None:
    """Two weeks ago; with a quarter beside it, that quarter of the year before."""
    amount = number(found.kept)
    unit = str(found.kept["unit"])
    if amount is None:
        return "PAST_REF"
    if "kept" in found.kept and unit == "Y" and amount == 1 and "-Q" not in context.last_value:
        return stretch(context.day, "Q", -5)
    return _same_quarter(context, unit, -amount) or _shifted(context.day, unit, -amount) or "PAST_REF"


def back(found: Found, context: Context) -> str | None:
    """A year earlier, three days later: from the time told last, else from publication."""
    amount = number(found.kept)
    sign = -1 if context.step(found) < 0 else 1
    base = context.last if context.last is not None or sign > 0 else context.day
    unit = str(found.kept["unit"])
    if amount is None:
        return "PAST_REF" if sign < 0 else duration("X", unit)
    return _same_quarter(context, unit, sign * amount) or _shifted(base, unit, sign * amount)


def hence(found: Found, context: Context) -> str | None:
    """In two weeks' time, three days from now."""
    amount = number(found.kept)
    return "FUTURE_REF" if amount is None else _shifted(context.day, str(found.kept["unit"]), amount)


def length(found: Found, _: Context) -> str | None:
    """Three days, the past two weeks, a month."""
    count = number(found.kept)
    half = 0.5 if "half" in found.kept else 0.0
    whole = 0.0 if found.kept.get("half") == "half" else count
    return duration("X", str(found.kept["unit"])) if whole is None else measured(whole + half, found.kept)


def as_many(found: Found, _: Context) -> str | None:
    """The third fire in as many weeks: three weeks."""
    count = nth(found.kept["nth"]) if "nth" in found.kept else number(found.kept)
    return None if count is None else measured(count, found.kept)


def length_and_half(found: Found, _: Context) -> str | None:
    """Two and a half years."""
    return measured((number(found.kept) or 0) + 0.5, found.kept)


def many(found: Found, _: Context) -> str:
    """For years, recent months."""
    return duration("X", str(found.kept.get("unit") or found.kept["units"]))


def one(_: Found, __: Context) -> str:
    """The year ended in June: one year, whichever it is."""
    return "P1Y"


def every(found: Found, _: Context) -> str | None:
    """Every Monday, each July, twice a day."""
    kept = found.kept
    if "weekday" in kept:
        return f"XXXX-WXX-{kept['weekday']}{part(kept)}"
    if "month" in kept:
        return f"XXXX-{int(kept['month']):02}"
    if "season" in kept:
        return f"XXXX-{kept['season']}"
    if "unit" in kept:
        return duration("1", str(kept["unit"]))
    return f"XXXX-XX-XX{part(kept)}"


def often(found: Found, _: Context) -> str:
    """Daily, annually."""
    return str(found.kept["often"])


def reference(found: Found, _: Context) -> str:
    """Now, recently, soon."""
    return str(found.kept["ref"])


def nothing(_: Found, __: Context) -> None:
    """Words that look like a time and are none."""


def _same_quarter(context: Context, unit: str, amount: float) -> str | None:
    """Where quarters are compared, "a year earlier" is the same quarter of the year before."""
    if unit != "Y" or amount != -1 or "-Q" not in context.last_value:
        return None
    return f"{int(context.last_value[:4]) - 1:04}{context.last_value[4:]}"


def _shifted(day: date | None, unit: str, amount: float) -> str | None:
    """The stretch of a unit `amount` of them away; whole days out of hours."""
    if unit == "TH" and amount % 24 == 0:
        unit, amount = "D", amount / 24
    if unit.startswith("T") or amount != int(amount):
        return None
    if unit in ("10Y", "100Y") and day is not None:  # a decade ago is a year, not a decade
        return stretch(day, "Y", int(amount) * int(unit[:-1]))
    return stretch(day, unit, int(amount))
