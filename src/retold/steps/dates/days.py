"""Readers of days, months and years: from the words that a rule kept to a TIMEX3 value."""

from __future__ import annotations

from datetime import date, timedelta

from retold import parameters
from retold.steps.dates.amounts import DIGITS, four, nth, ones, part
from retold.steps.dates.calendar import fourth_thursday, real_day, stretch, weekday_near
from retold.steps.dates.context import Context
from retold.steps.dates.rules import Found

_RANGE = parameters.of("dates", "days").integer("range")


def calendar(found: Found, context: Context) -> str | None:
    """A day or month by name, the year given, told by a word, or the nearest."""
    kept = found.kept
    month = int(kept["month"])
    year = _year(found, context, month)
    if "day" not in kept:
        return f"{four(year)}-{month:02}"
    day = int(DIGITS.findall(str(kept["day"]))[0])
    if real_day(year or 2000, month, day) is None:
        return None
    return f"{four(year)}-{month:02}-{day:02}"


def day_ahead(found: Found, context: Context) -> str | None:
    """The first day of a range whose month stands behind the last: the 22nd in from 22nd to 25 October."""
    words, kept = context.tokens.words, dict(found.kept)
    months = {
        **context.grammar.lexicon.classes.get("SHORTMONTH", {}),
        **context.grammar.lexicon.classes["MONTH"],
    }
    for place in range(found.high, min(len(words) - 1, found.high + _RANGE)):
        if words[place] in months:
            kept["month"] = months[words[place]]
            if DIGITS.fullmatch(words[place + 1]) and len(words[place + 1]) == 4:
                kept["year"] = words[place + 1]
            # One year for both days: the clause is read from the last one.
            return calendar(Found(place - 1, place + 1, found.read, kept), context)
        if not (DIGITS.match(words[place]) or context.listed("between_days", place)):
            return None
    return None


def day_part(found: Found, context: Context) -> str | None:
    """In the evening, where the clause looks back: of the day told last, else of publication."""
    if context.tense(found) >= 0:
        return None
    day = context.last if len(context.last_value) >= len("2021-05-22") else context.day
    return None if day is None else day.isoformat() + part(found.kept)


def month(found: Found, context: Context) -> str | None:
    """A month alone; a doubtful word (May, March) needs a word of time before it."""
    if context.listed("doubtful", found.high - 1) and "near" not in found.kept:
        if not context.listed("leads", found.low - 1):
            return None
        modal = context.listed("modal_months", found.high - 1)
        if modal and context.listed("before_modal", found.low - 1):
            return None
    return calendar(found, context)


def year(found: Found, context: Context) -> str | None:
    """A year; a bare number before a plain noun (2000 people) is a count unless a word of time leads.

    Behind what bears numbers it is one: bus 1847.
    """
    digits: str = DIGITS.findall(str(found.kept["year"]))[0]
    if len(digits) == 2:
        return f"{'19' if int(digits) > 30 else '20'}{digits}"
    bare = found.high - found.low == 1 and not context.listed("leads", found.low - 1)
    noun = context.word(found.high)
    counted = context.ends(digits, "round_counts") and not context.lower(found.high) and noun.isalpha()
    if _bears_numbers(found, context) or (bare and counted):
        return None
    if bare and ((context.ends(noun, "counted_endings") and len(noun) > 3) or not 1800 <= int(digits) < 2100):
        return None
    return digits


def fiscal_year(found: Found, _: Context) -> str:
    """A year of accounts by its letters: FY2022."""
    return str(found.kept["year"])


def _bears_numbers(found: Found, context: Context) -> bool:
    """Whether a number stands behind what bears numbers, alone or joined to another: rooms 1950 and 1952."""
    words, place = context.tokens.words, found.low - 1
    while place > 1 and context.listed("between_numbers", place) and DIGITS.fullmatch(words[place - 1]):
        place -= 2
    return found.high - found.low == 1 and context.listed("numbered", place)


def spoken(found: Found, _: Context) -> str:
    """Nineteen ninety-six."""
    return str(int(found.kept["spoken"]) + int(found.kept.get("tens", 0)) + ones(found.kept))


def decade(found: Found, _: Context) -> str:
    """The 1990s, the '90s, the nineties: three digits."""
    told = found.kept["decade"]
    digits = str(told) if isinstance(told, int) else DIGITS.findall(str(told))[0]
    return digits[:3] if len(digits) == 4 else f"{'20' if digits < '20' else '19'}{digits[0]}"


def century(found: Found, _: Context) -> str | None:
    """The 20th century: two digits, 19."""
    number = nth(found.kept["nth"])
    return f"{number - 1:02}" if 1 <= number <= 22 else None


def iso(found: Found, _: Context) -> str | None:
    """A date as ISO 8601 writes it, to the minute if it has a time."""
    told = str(found.kept["iso"]).upper()
    parts = [int(part) for part in told[:10].split("-")]
    return told[:16] if real_day(parts[0], parts[1], parts[2]) is not None else None


def slash(found: Found, context: Context) -> str | None:
    """22/05/2021 either way round; where both would do, only if just one lies near publication."""
    first, second, given = (int(part) for part in DIGITS.findall(str(found.kept["slash"])))
    full = given if given > 99 else given + (1900 if given > 50 else 2000)
    ways = [(second, first)] if context.grammar.lists["day_first"] else [(first, second), (second, first)]
    both = {real_day(full, *way) for way in ways} - {None}
    days = [there for there in both if there is not None]
    if len(days) > 1 and context.day is not None:
        days = [there for there in days if -31 <= (there - context.day).days <= 14]
    return days[0].isoformat() if len(days) == 1 else None


def holiday(found: Found, context: Context) -> str | None:
    """A feast with a fixed day, or the fourth Thursday of November."""
    month_of, day_of = str(found.kept["day"]).split("-")
    number = 24 if day_of.startswith("TH") else int(day_of)
    given = found.kept.get("year")
    there = (
        int(given) if given is not None else context.nearest_year(int(month_of), number, context.tense(found))
    )
    if there is None:
        return f"XXXX-{month_of}-{number:02}"
    there += "eve" in found.kept and given is not None and month_of == "01"  # New Year's Eve 2020
    day = fourth_thursday(there) if day_of.startswith("TH") else date(there, int(month_of), number)
    return (day - timedelta(days=1) if "eve" in found.kept else day).isoformat()


def weekday(found: Found, context: Context) -> str | None:
    """A day of the week, with its part of the day."""
    number = int(found.kept["weekday"])
    day = _weekday(found, context, number)
    if day is not None and "eve" in found.kept:  # the night to Wednesday begins on Tuesday
        day -= timedelta(days=1)
    value = day.isoformat() if day is not None else f"XXXX-WXX-{number}"
    return value + part(found.kept)


def deictic(found: Found, context: Context) -> str | None:
    """Today, yesterday, tomorrow, tonight, this morning."""
    day = stretch(context.day, "D", int(found.kept.get("deictic", 0)))
    return None if day is None else day + part(found.kept)


def beside(found: Found, context: Context) -> str | None:
    """The day before yesterday, the day after tomorrow."""
    return stretch(context.day, "D", int(found.kept["deictic"]) + int(found.kept["side"]))


def last_night(_: Found, context: Context) -> str | None:
    """The night before publication."""
    day = stretch(context.day, "D", -1)
    return None if day is None else day + "TNI"


def second(found: Found, context: Context) -> str | None:
    """The night before last, the week after next, the Friday before last: two steps from publication."""
    sign = 1 if found.kept["rel"] in context.grammar.lists["ahead_weekday"] else -1
    if "weekday" in found.kept:
        weekday = int(found.kept["weekday"])
        if context.day is None:
            return f"XXXX-WXX-{weekday}"
        near = weekday_near(context.day, weekday, sign > 0, strict=True)
        return (near + timedelta(days=7 * sign)).isoformat()
    there = stretch(context.day, str(found.kept.get("unit", "D")), 2 * sign)
    return None if there is None else there + part(found.kept)


def clock(found: Found, context: Context) -> str | None:
    """A time of day on the day that stands beside it, else on the day told last, else of publication."""
    told = str(found.kept["clock"])
    hours, minutes = (*(int(part) for part in DIGITS.findall(told)), 0)[:2]
    half = found.kept.get("ampm")
    if half is not None:
        hours = hours % 12 + int(half) if 1 <= hours <= 12 else 99
    if hours > 24 or minutes > 59:
        return None
    day = _day_beside(found, context)
    return None if day is None else f"{day}T{hours:02}:{minutes:02}"


def _year(found: Found, context: Context, month_of: int) -> int | None:
    kept = found.kept
    if "year" in kept or "spoken" in kept:
        return int(kept["year"] if "year" in kept else spoken(found, context))
    if context.day is None:
        return None
    if "rel" in kept:
        return _year_told(
            int(kept["rel"]), context.day, month_of, "day" in kept or _unit_follows(found, context)
        )
    if "day" not in kept:
        return context.nearest_year(month_of, 15, _tense(found, context))
    day = int(DIGITS.findall(str(kept["day"]))[0])
    if "weekday" in kept:
        matching = _year_by_weekday(context.day.year, month_of, day, int(kept["weekday"]))
        if matching is not None:
            return matching
    return context.nearest_year(month_of, day, _tense(found, context))


def _tense(found: Found, context: Context) -> int:
    """Where the clause looks; a word right before decides (d'ici décembre), or where nothing else tells."""
    if any(context.listed("ahead_sure", found.low - back) for back in (1, 2)):
        return 1
    beside = bool(context.grammar.lists["ahead_only"]) and context.listed("ahead_beside", found.low - 1)
    return context.tense(found) or int(beside)


def _unit_follows(found: Found, context: Context) -> bool:
    return context.listed("own_units", found.high - 1)


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
    if "step" in found.kept:
        base = context.last or context.day
        ahead = context.step(found) > 0
        return None if base is None else weekday_near(base, number, ahead, strict=True)
    if context.day is None:
        return None
    if "later" in found.kept:  # Monday week
        return weekday_near(context.day, number, ahead=True, strict=True) + timedelta(days=7)
    told = found.kept.get("rel")
    lists = context.grammar.lists
    if told in lists["ahead_weekday"] or told in lists["behind_weekday"]:
        return weekday_near(context.day, number, ahead=told in lists["ahead_weekday"], strict=True)
    return _bare_weekday(found, context, context.day, number)


def _bare_weekday(found: Found, context: Context, day: date, number: int) -> date:
    """The day that a bare weekday means, told on `day`: that day itself, or the next or last by the tense."""
    if day.isoweekday() == number:
        return day
    tomorrow = day + timedelta(days=1)
    if tomorrow.isoweekday() == number and context.listed("issue_of", found.low - 1):
        return tomorrow  # sagte er der Zeitung (Mittwoch): the issue that comes
    tense = 1 if context.as_soon(found) else context.tense(found)
    ahead = tense > 0 or (tense == 0 and context.listed("ahead_beside", found.low - 1))
    return weekday_near(day, number, ahead)


def _day_beside(found: Found, context: Context) -> str | None:
    if "month" in found.kept:
        return calendar(found, context)
    if "weekday" in found.kept:
        value = weekday(found, context)
        return None if value is None else value[:10]
    if "deictic" in found.kept:
        return deictic(found, context)
    day = context.last if len(context.last_value) >= len("2021-05-22") else context.day
    return "XXXX-XX-XX" if day is None else day.isoformat()
