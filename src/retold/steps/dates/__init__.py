"""Dates in text: what names a time, and which time by the calendar.

Words become marks of their classes, rules match over the marks, and readers turn each find into a TIMEX3
value (ISO-TimeML) with the help of the day of publication. The classes and rules are data
(`language/LANGUAGE/dates.toml`). Why own rules: `docs/decisions/0004-dates-own-rules.md`.
"""

from __future__ import annotations

from retold.steps.dates.find import find

__all__ = ["find"]
