"""Times of publication: what is stated, and how exactly.

News carries anything from a day to a second, with or without a zone.
A `Moment` keeps both ends of what a stamp allows, so that "before" is only
said when it is certain.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

from retold.model import When

_DAY = timedelta(days=1)
_FIRST, _LAST = datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True, order=True)
class Moment:
    """A time stamp as the half-open interval it allows, in UTC.

    A time of day without a zone is held as though it were UTC, and known for `zoneless`:
    exact beside others of the same clock, good to a day beside any other.
    """

    low: datetime
    high: datetime
    zoneless: bool = False

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

    def in_any_zone(self) -> Moment:
        """What the stamp allows on a clock that need not be its own: half a day more each way."""
        if not self.zoneless:
            return self
        low = max(self.low, _FIRST + _DAY / 2) - _DAY / 2  # a calendar has a first and a last day
        return replace(self, low=low, high=min(self.high, _LAST - _DAY / 2) + _DAY / 2)


def moment(value: When | None) -> Moment | None:
    """Read an ISO 8601 string, a date or a datetime; None for what is neither.

    A day is that whole day, a time without a zone is `zoneless`. What a missing stamp
    is often written as, the beginning of 1970 in UTC or anything in the year 1, is none.

    >>> moment("2021-05-22").exact
    False
    >>> moment("2021-05-22T10:00:00Z").before(moment("2021-05-22T12:30+01:00"))
    True
    >>> moment("last week") is None
    True
    """
    found = _stated(value)
    return None if found is None or found.low == _EPOCH or found.low.year == 1 else found


def day_number(value: When | None) -> float | None:
    """Days and parts of days since the year 1, of the beginning of a stamp; None for what is none.

    >>> day_number("2021-05-22T12:00") - day_number("2021-05-21")
    1.5
    """
    found = moment(value)
    return None if found is None else found.low.toordinal() + found.low.hour / 24 + found.low.minute / 1440


def _stated(value: When | None) -> Moment | None:
    try:
        if isinstance(value, str):
            return _from_text(value.strip())
        if isinstance(value, datetime):
            return _from_datetime(value)
        return _from_day(value) if isinstance(value, date) else None
    except OverflowError:  # the first and last hours that a calendar has, in another zone
        return None


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
    return Moment(low, low + width, zoneless=value.tzinfo is None)


def _from_day(value: date) -> Moment:
    low = datetime(value.year, value.month, value.day, tzinfo=UTC)
    return Moment(low, low + _DAY)
