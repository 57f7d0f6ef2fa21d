"""Numbers in figures, of any script, with the signs that a language sets between their digits.

English writes 1,500.5 and German 1.500,5. Where nothing is known of a language, the shape of a number
says which sign is which: one that comes again, or stands before three digits, parts thousands.
Numerals of Chinese and Japanese are figures before a word that counts: 四人, 三十二名, 3万5千円.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

_NOTHING = r"(?!)"
_HAN = {sign: value for value, sign in enumerate("〇一二三四五六七八九")} | {
    "零": 0,
    "两": 2,
    "両": 2,
    "壱": 1,
    "弐": 2,
}
_TENS = {"十": 10, "百": 100, "千": 1000}
_MYRIADS = {"万": 10**4, "萬": 10**4, "億": 10**8, "亿": 10**8, "兆": 10**12}
_CASED = "A-Za-z\u00c0-\u024f\u0370-\u03ff\u0400-\u052f\u1e00-\u1fff"  # letters of scripts with two cases


@dataclass(frozen=True, slots=True)
class Digits:
    """How a language writes numbers: signs between thousands, before decimals, and what may be either."""

    thousands: tuple[str, ...] = (",",)
    decimal: tuple[str, ...] = (".",)
    either: tuple[str, ...] = ()
    counters: str = ""  # signs before which a Chinese numeral is a figure

    @staticmethod
    def of(form: Mapping[str, Any]) -> Digits:
        """From the table `form` of `numbers.toml`; what it lacks is as in English.

        >>> Digits.of({"thousands": ["."], "decimal": [","]}).value("1.500,5")
        1500.5
        """
        known = {name: tuple(form[name]) for name in ("thousands", "decimal", "either") if name in form}
        return Digits(**known, counters=form.get("counters", ""))

    @property
    def pattern(self) -> str:
        """A regular expression for one number in digits."""
        group, point = _signs(self.thousands + self.either), _signs(self.decimal + self.either)
        return (
            rf"\d{{1,3}}(?:{group}\d{{3}})+(?!\d)(?:{point}\d+)?|\d+(?:{point}\d+)?"
            if self.either
            else (rf"\d{{1,3}}(?:{group}\d{{3}})+(?:{point}\d+)?|\d+(?:{point}\d+)?")
        )

    @property
    def ahead(self) -> str:
        """What may not stand before a number; letters without case may: signs and particles cling to it."""
        letters = rf"(?<![{_CASED}\d_])" if self.counters else r"(?<!\w)"
        return rf"{letters}(?<![.,:/])"

    @property
    def numeral(self) -> str:
        """A regular expression for a Chinese numeral before a counting word."""
        if not self.counters:
            return _NOTHING
        signs = "".join((*_HAN, *_TENS, *_MYRIADS))
        before = rf"(?<![{signs}第\d])"
        first = "".join((*_HAN, *_TENS))  # 万歳 is no number of years
        start = rf"(?:\d+(?:[.,]\d+){{0,6}}[{signs}]|[{first}])"
        return rf"{before}{start}[{signs}\d]*(?=[{self.counters}])"

    def value(self, told: str) -> float:
        """The value of a number in digits, of any script.

        >>> anything = Digits(("٬",), ("٫",), (".", ","))
        >>> [anything.value(one) for one in ("1.500", "1,5", "1.500,25", "١٬٥٠٠٫٥", "2.500.000")]
        [1500.0, 1.5, 1500.25, 1500.5, 2500000.0]
        """
        point = self._point(told)
        for sign in (*self.thousands, *self.either):
            if sign != point:
                told = told.replace(sign, "")
        return float(told.replace(point, ".")[:300] if point else told[:300])  # longer ones have no value

    def _point(self, told: str) -> str:
        """The sign before the decimals of a number, "" where it has none."""
        plain = next((sign for sign in self.decimal if sign in told), "")
        if plain or not self.either:
            return plain
        found = [sign for sign in told if sign in self.either]
        if not found or found.count(found[-1]) > 1:
            return ""
        head, _, tail = told.rpartition(found[-1])
        grouped = len(tail) == 3 and len(head) <= 3 and head[:1] != "0"
        return "" if len(found) == 1 and grouped else found[-1]


def numeral_value(told: str) -> float:
    """The value of a Chinese numeral, with digits or without.

    >>> [numeral_value(one) for one in ("四", "三十二", "一九八八", "二千五百", "3万5千", "十")]
    [4.0, 32.0, 1988.0, 2500.0, 35000.0, 10.0]
    """
    total = group = digit = 0.0
    open_digit = False
    for piece in re.findall(r"\d+(?:[.,]\d+)*|\D", told):
        if piece in _MYRIADS:
            total, group, digit, open_digit = (
                total + (group + digit or 1.0) * _MYRIADS[piece],
                0.0,
                0.0,
                False,
            )
        elif piece in _TENS:
            group, digit, open_digit = group + (digit if open_digit else 1.0) * _TENS[piece], 0.0, False
        else:
            value = float(_HAN[piece]) if piece in _HAN else float(piece.replace(",", ""))
            digit, open_digit = digit * 10 + value if open_digit else value, True
    return total + group + digit


def _signs(signs: Sequence[str]) -> str:
    return f"[{''.join(map(re.escape, signs))}]" if signs else _NOTHING
