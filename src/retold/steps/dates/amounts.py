"""Small numbers out of the words that a rule kept."""

from __future__ import annotations

import re
from collections.abc import Mapping

from retold.steps.dates.calendar import duration
from retold.steps.dates.tokens import Value

Kept = Mapping[str, Value]
DIGITS = re.compile(r"\d+")


def number(kept: Kept) -> float | None:
    """How many the words count; None where they say several."""
    if "fuzzy" in kept:
        return None
    if "couple" in kept:
        return 2
    if "tens" in kept:
        return int(kept["tens"]) + ones(kept)
    told = kept.get("n", 1)
    return float(told.replace(",", "").rstrip(".")) if isinstance(told, str) else float(told)


def ones(kept: Kept) -> int:
    """The ones of a compound number: six of twenty-six."""
    return int(kept.get("ones", 0) or kept.get("n", 0))


def nth(told: Value) -> int:
    """The number of an ordinal: third, 20th."""
    return told if isinstance(told, int) else int(DIGITS.findall(str(told))[0])


def part(kept: Kept) -> str:
    """The part of the day as a value has it: TNI."""
    return f"T{kept['part']}" if "part" in kept else ""


def four(number: int | None) -> str:
    """A year in four digits, X where unknown."""
    return "XXXX" if number is None else f"{number:04}"


def measured(amount: float, kept: Kept) -> str:
    """A length; half a year is six months and half an hour thirty minutes."""
    unit = str(kept["unit"])
    smaller = {"Y": "6M", "TH": "30M", "TM": "30S"}.get(unit)
    if amount % 1 != 0.5 or smaller is None:
        return duration(f"{amount:g}", unit)
    begun = duration(f"{int(amount)}", unit) if amount >= 1 else "P" if unit == "Y" else "PT"
    return begun + smaller
