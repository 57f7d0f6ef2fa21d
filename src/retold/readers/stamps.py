"""Times of publication as feeds write them, brought to ISO 8601.

Forms that can be read in two ways (03/04/19) are left as they are.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime
from functools import cache
from typing import NamedTuple

from retold import language, moments, parameters

_P = parameters.of("readers", "stamps")
_LONGEST = _P.integer("longest")  # characters of a stamp; anything longer is something else
_MILLISECONDS = _P.integer("milliseconds")  # a number of seconds above this is a number of milliseconds


_LISTS = ("weekdays", "at", "ordinals", "halves")


class _Written(NamedTuple):
    """How times are written in words, all languages together."""

    forms: tuple[re.Pattern[str], ...]  # with the parts day, month, year, hour, minute, second, half, zone
    months: dict[str, int]
    zones: dict[str, int]  # hours from UTC


@cache
def _written() -> _Written:
    """The lists `stamps` of every language and the forms that they make; read once."""
    tables = [table for pack in language.packs() if (table := pack.lists("stamps"))]
    months = {name: number for table in tables for number, name in enumerate(table["months"], 1)}
    words = {key: "|".join(w for table in tables for w in table[key]) for key in _LISTS}
    weekday = rf"(?:(?:{words['weekdays']})[a-z]*\.?,?\s+)?"
    month = rf"(?P<month>{'|'.join(months)})[a-z]*\.?"
    ordinal = rf"(?:{words['ordinals']})?"
    clock = (
        rf"(?:[\sT,]*(?:(?:{words['at']})\s+)?(?P<hour>\d{{1,2}})[:.](?P<minute>\d\d)"
        r"(?::(?P<second>\d\d)(?:\.\d+)?)?"
        rf"\s*(?P<half>{words['halves']})?\s*(?P<zone>[+-]\d\d:?\d\d|[A-Z]{{1,4}})?)?"
    )
    days = (
        rf"{month}\s+(?P<day>\d{{1,2}}){ordinal},?\s+(?P<year>\d{{4}})",
        rf"(?P<day>\d{{1,2}}){ordinal}[\s-]+{month},?[\s-]+(?P<year>\d{{4}})",
        r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4}|\d\d)",
        r"(?P<year>\d{4})[/.-](?P<month>\d{1,2})[/.-](?P<day>\d{1,2})",
    )
    forms = tuple(re.compile(rf"{weekday}{day}{clock}\s*\Z", re.IGNORECASE) for day in days)
    zones = {name: hours for table in tables for name, hours in table["zones"].items()}
    return _Written(forms, months, zones)


def iso(value: object) -> str | date | None:
    """A time of publication as ISO 8601 where it can be read, otherwise the words as given.

    Takes strings, numbers of seconds or milliseconds since 1970, dates; None for nothing.
    A clock time whose zone is unknown is dropped, its day kept.

    >>> iso("Tue Mar 12, 2019 10:05pm EDT")
    '2019-03-12T22:05-04:00'
    >>> iso("12.03.19"), iso(1552435200)
    ('2019-03-12', '2019-03-13T00:00:00+00:00')
    >>> iso("03/04/19")
    '03/04/19'
    """
    if value is None or isinstance(value, bool):
        return None
    if isinstance(value, date):  # a datetime is one too
        return value
    if isinstance(value, (int, float)):
        return _from_number(value)
    text = str(value).strip()
    if not text or len(text) > _LONGEST or moments.moment(text) is not None:
        return text or None
    return _from_words(text) or text


def from_fields(fields: Mapping[str, str | None]) -> str | None:
    """ISO 8601 from the named parts of a stamp, None where they make no date."""
    try:
        day = date(_year(fields["year"] or ""), _month(fields["month"] or ""), int(fields["day"] or ""))
        clock = _clock(fields)
    except ValueError:
        return None
    return day.isoformat() + clock


def _from_number(value: float) -> str:
    seconds = value / 1000 if abs(value) >= _MILLISECONDS else value
    try:
        return datetime.fromtimestamp(seconds, UTC).isoformat()
    except (OverflowError, OSError, ValueError):
        return str(value)


def _from_words(text: str) -> str | None:
    for form in _written().forms:
        match = form.match(text)
        if match is not None:
            return from_fields(match.groupdict())
    return None


def _year(text: str) -> int:
    """Two digits mean 1969 to 2068, as POSIX has it."""
    year = int(text)
    if len(text) > 2:
        return year
    return year + (1900 if year >= 69 else 2000)


def _month(text: str) -> int:
    return int(text) if text.isdecimal() else _written().months[text[:3].lower()]


def _clock(fields: Mapping[str, str | None]) -> str:
    if fields["hour"] is None:
        return ""
    zone = _zone(fields["zone"])
    if zone is None:
        return ""
    hour = _hour(int(fields["hour"]), fields["half"])
    minute, second = int(fields["minute"] or 0), int(fields["second"] or 0)
    datetime(2000, 1, 1, hour, minute, second)  # raises ValueError for no time of day
    seconds = f":{second:02}" if fields["second"] is not None else ""
    return f"T{hour:02}:{minute:02}{seconds}{zone}"


def _hour(hour: int, half: str | None) -> int:
    if half is None:
        return hour
    return hour % 12 + (12 if half[0] in "pP" else 0)


def _zone(name: str | None) -> str | None:
    """The offset as `+hh:mm`, '' for no zone, None for one we do not know."""
    if name is None:
        return ""
    if name[0] in "+-":
        return f"{name[:3]}:{name[-2:]}"
    hours = _written().zones.get(name.upper())
    return None if hours is None else f"{'-' if hours < 0 else '+'}{abs(hours):02}:00"
