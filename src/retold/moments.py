"""Times of publication: what is stated, and how exactly.

News carries anything from a day to a second, with or without a zone.
A `Moment` keeps both ends of what a stamp allows, so that "before" is only
said when it is certain.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from retold.model import When

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, order=True)
class Moment:
    """A time stamp as the half-open interval it allows, in UTC."""

    low: datetime
    high: datetime

    @property
    def day(self) -> date:
        """The calendar day of the stamp's beginning."""
        return self.low.date()

    @property
    def exact(self) -> bool:
        """Whether the stamp says more than a day."""
        return self.high - self.low < _DAY

    def before(self, other: Moment) -> bool:
        """Whether this moment ends before the other begins."""
        return self.high <= other.low


def moment(value: When | None) -> Moment | None:
    """Read an ISO 8601 string, a date or a datetime; None for what is neither.

    A stamp without a zone is taken as UTC; a day is that whole day.

    >>> moment("2021-05-22").exact
    False
    >>> moment("2021-05-22T10:00:00Z").before(moment("2021-05-22T12:30+01:00"))
    True
    >>> moment("last week") is None
    True
    """
    if isinstance(value, str):
        return _from_text(value.strip())
    if isinstance(value, datetime):
        return _from_datetime(value)
    if isinstance(value, date):
        return _from_day(value)
    return None


def day_number(value: When | None) -> float | None:
    """Days and parts of days since the year 1, of the beginning of a stamp; None for what is none.

    >>> day_number("0001-01-02T12:00")
    2.5
    """
    found = moment(value)
    return None if found is None else found.low.toordinal() + found.low.hour / 24 + found.low.minute / 1440


def _from_text(text: str) -> Moment | None:
    try:
        if len(text) in (8, 10) and ":" not in text:
            return _from_day(date.fromisoformat(text))
        return _from_datetime(datetime.fromisoformat(text), _width(text))
    except (ValueError, OverflowError):
        return None


_SECONDS = re.compile(r"\d{2}:?\d{2}:?\d{2}")


def _width(text: str) -> timedelta:
    """How much time a stamp covers: a second where seconds are stated, else a minute."""
    return timedelta(seconds=1) if _SECONDS.match(text[11:]) else timedelta(minutes=1)


def _from_datetime(value: datetime, width: timedelta = timedelta(seconds=1)) -> Moment:
    aware = value if value.tzinfo is not None else value.replace(tzinfo=UTC)
    low = aware.astimezone(UTC)
    return Moment(low, low + width)


def _from_day(value: date) -> Moment:
    low = datetime(value.year, value.month, value.day, tzinfo=UTC)
    return Moment(low, low + _DAY)
