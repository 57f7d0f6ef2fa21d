"""Years, days and clocks written as digits that nothing parts: 2019, 20190312, 20190312100500."""

from __future__ import annotations

import re
from datetime import datetime

from retold import parameters

_YEAR = r"(?P<year>(?:19|20)\d\d)"
_ABOVE = parameters.of("readers", "rundigits").number("above")
_DIGITS = re.compile(rf"{_YEAR}(?:(\d\d)(?:(?P<day>\d\d)(?:(?P<hour>\d\d)(\d\d)(\d\d)?)?)?)?")


def written_out(value: object) -> str | None:
    """A day, or a day with its clock, as ISO 8601; the digits of a year or a month; None for others.

    A number of this form is no number of seconds since 1970: without a clock all would be of that year.

    >>> written_out(20190312), written_out(2019.0), written_out("20190312100500"), written_out(1552435200)
    ('2019-03-12', '2019', '2019-03-12T10:05:00', None)
    """
    if isinstance(value, (int, float)) and not abs(value) < _ABOVE:  # nan is not below it either
        return None
    text = str(int(value) if isinstance(value, float) and value.is_integer() else value).strip()
    match = _DIGITS.fullmatch(text)
    if match is None or match["day"] is None:
        return text if match is not None else None
    try:
        year, month, day, hour, minute, second = map(int, match.groups("0"))
        found = datetime(year, month, day, hour, minute, second)
    except ValueError:
        return None
    return found.date().isoformat() if match["hour"] is None else found.isoformat()
