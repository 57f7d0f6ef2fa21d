"""Figures in a text by value: three = 3, $1.5bn = 1,500 million dollars, per cent = %.

Figures inside dates and clock times belong to the dates. Linear in the text. In a language
without lists figures in digits and their signs are read all the same.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise, zip_longest
from typing import Any

from retold import parameters
from retold.language.digits import Digits, numeral_value

_MANY = parameters.of("language", "numbers").integer("many")
_SIGNS = {
    "$": "dollar", "£": "pound", "€": "euro", "¥": "yen", "₹": "rupee", "₽": "rouble", "₩": "won",
    "₪": "shekel",
    "₺": "lira", "₴": "hryvnia",
}  # fmt: skip
_NOTHING = r"(?!)"  # matches nowhere: what stands for a list that a language lacks
_BEGINS = r"(?:(?<!\w)(?=\S)|(?=[^a-zA-Z\s]))"  # no figure begins inside a word; asked first, for speed


APART = frozenset({"%", "ordinal"})  # units that no count without a unit is of


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure with its place (characters, half-open), value and unit.

    `unit` is a currency, "%", "ordinal" or "". `vague` holds words such as
    dozens, whose value nobody can give, or a share of something (1/3). `weak` marks words that
    are seldom meant as a figure (one, first, second).
    """

    start: int
    end: int
    value: float
    unit: str = ""
    vague: str = ""
    weak: bool = False

    @property
    def reading(self) -> str:
        """The value as people read it: 1500000000 dollar, 20 %, dozens."""
        amount = self.vague or f"{self.value:.12g}"
        return f"{amount} {self.unit}".strip()

    def equals(self, other: Figure) -> bool:
        """Whether both say the same; a unit that one leaves out is taken as understood."""
        units = self.unit == other.unit or not self.unit or not other.unit
        if "ordinal" in (self.unit, other.unit) and self.unit != other.unit:
            return False
        close = abs(self.value - other.value) <= 1e-9 * max(1.0, abs(self.value))
        return units and close and self.vague == other.vague

    def rounds(self, other: Figure) -> bool:
        """Whether one of two values may be the other, rounded to the digits that it has.

        One digit is enough behind a point alone: 0.7 is 0.68, and 7 may be another number than 6.8.

        >>> Figure(0, 1, 672000).rounds(Figure(0, 1, 672330)), Figure(0, 1, 14).rounds(Figure(0, 1, 41))
        (True, False)
        >>> Figure(0, 1, 0.7).rounds(Figure(0, 1, 0.68)), Figure(0, 1, 7).rounds(Figure(0, 1, 6.8))
        (True, False)
        """
        fewer, more = sorted((self.value, other.value), key=lambda value: len(_digits(value)))
        digits = len(_digits(fewer))
        return (digits > 1 or fewer % 1 != 0) and float(f"{more:.{digits - 1}e}") == fewer

    def tells_roughly(self, other: Figure, way: str) -> bool:
        """Whether this value, with the bound that `way` names, is the other in fewer digits.

        >>> Figure(0, 1, 2000).tells_roughly(Figure(0, 1, 2300), "least")
        True
        >>> Figure(0, 1, 2000).tells_roughly(Figure(0, 1, 3100), "least")
        False
        >>> Figure(0, 1, 2.0, "pound").tells_roughly(Figure(0, 1, 1.96, "pound"), "most")
        True
        """
        step = 10.0 ** math.floor(math.log10(self.value)) if self.value > 0 else 0.0
        fewer = len(_digits(self.value)) < len(_digits(other.value)) and len(_digits(self.value)) == 1
        if way == "least":
            return fewer and self.value < other.value < self.value + step
        if way == "most" and self.unit:  # 96 people and nearly 100 are told as two numbers
            return fewer and self.value - step < other.value < self.value
        if way == "most":  # 4,812 homes are nearly 5,000
            return fewer and self.value >= _MANY and self.value - step / 2 <= other.value < self.value
        return fewer and way == "about" and abs(self.value - other.value) <= step / 2

    def may_have_unit_of(self, other: Figure) -> bool:
        """Whether both count by one unit, or one by none that is told; a share and a rank are other things.

        >>> Figure(0, 1, 7.0, "").may_have_unit_of(Figure(0, 1, 7.0, "km"))
        True
        >>> Figure(0, 1, 7.0, "").may_have_unit_of(Figure(0, 1, 7.0, "%"))
        False
        """
        units = {self.unit, other.unit}
        return len(units) == 1 or ("" in units and not units & APART)

    def has_digits_of(self, other: Figure) -> bool:
        """Whether two values differ in their scale alone: 11, 11 billion."""
        return _digits(self.value) == _digits(other.value)


def _digits(value: float) -> str:
    """The digits of a value that say something: 672 of 672000."""
    return f"{value:.12g}".replace(".", "").strip("0-")


class Numbers:
    """The figures of one language."""

    def __init__(self, lists: Mapping[str, Any], counted: Mapping[str, Sequence[str]]) -> None:
        """The lists as `numbers.toml` and `counted.toml` have them; either may be empty."""
        self.words = _values(lists.get("words", {}))
        self.scales = _values(lists.get("scales", {}))
        self.ordinals = _values(lists.get("ordinals", {}))
        self.currencies = _SIGNS | {str(k): str(v) for k, v in lists.get("currencies", {}).items()}
        self.vague = frozenset(lists.get("vague", ()))
        self._shares = {phrase: share for share, row in lists.get("shares", {}).items() for phrase in row}
        self._weak = frozenset(lists.get("weak", ()))
        self._form = lists.get("form", {})
        self._digits = Digits.of(self._form)
        self.clock, self.points, self.times = (
            frozenset(self._form.get(name, ())) for name in ("clock", "points", "times")
        )
        self._joined = _values(lists.get("joined", {}))
        self._word = re.compile(rf"\b(?:{self._compound()}|{_any([*self.words, *self.scales])})\b")
        self._part = re.compile(_any([*self._joined, *self.words, *self.scales]))
        self._arriving = {word: first for first, row in lists.get("arriving", {}).items() for word in row}
        self.leads = {word: which for which, row in lists.get("leads", {}).items() for word in row}
        self._bounds = {phrase: way for way, row in lists.get("bounds", {}).items() for phrase in row}
        self._counted: dict[str | None, str] = {w: what for what, row in counted.items() for w in row}
        self._pattern = self._compiled()

    @staticmethod
    def of(lists: Mapping[str, Any], counted: Mapping[str, Sequence[str]]) -> Numbers:
        """The section from the lists of a language."""
        return Numbers(lists, counted)

    def find(self, text: str, barred: Iterable[tuple[int, int]] = ()) -> list[Figure]:
        """The figures of a text, in order; none that touches a `barred` character range (dates).

        >>> from retold import language
        >>> find = language.of("en").numbers.find
        >>> [(f.value, f.unit) for f in find("Three of 1,500 crews paid $1.5bn, 20 per cent more")]
        [(3.0, ''), (1500.0, ''), (1500000000.0, 'dollar'), (20.0, '%')]
        """
        ranges = sorted(barred)
        matches = self._pattern.finditer(text)
        free = (m for m in matches if not _touches(ranges, m.start(), m.end()))
        return _without_parts([figure for match in free for figure in self._figures(match)])

    def bound(self, words: Sequence[str]) -> str:
        """Which way the figure behind these folded words is open: "least", "most", "about" or "" for none.

        >>> from retold import language
        >>> bound = language.of("en").numbers.bound
        >>> bound(("killed", "at", "least")), bound(("about",))
        ('least', 'about')
        """
        plain = self._plain(words)
        first = next((k for k in range(1, len(plain)) if self.arrives(plain[k - 1], plain[k])), -1)
        ends = (" ".join(plain[k:]) for k in range(max(0, len(plain) - 3), len(plain)) if k != first)
        return next(filter(None, (self._bounds.get(end, "") for end in ends)), "")

    def arrives(self, before: str, first: str) -> bool:
        """Whether a bound that begins with the second word is where the first one leads: goes | up to 40."""
        return self._arriving.get(before) == first

    def is_bound(self, words: Sequence[str]) -> bool:
        """Whether these folded words, all of them, make the figure behind them a bound: no fewer than."""
        return " ".join(self._plain(words)) in self._bounds

    def _plain(self, words: Sequence[str]) -> list[str]:
        """The words with one sign for each number: between # and."""
        return ["#" if word in self.words or word[:1].isdigit() else word for word in words]

    def counted(self, around: tuple[Sequence[str], Sequence[str]]) -> str:
        """What a figure counts, by the nearest telling word before or behind it; "" where nothing tells.

        `around` holds the folded words of its clause before and behind it, the nearest first.

        >>> from retold import language
        >>> counted = language.of("en").numbers.counted
        >>> counted((["least", "at"], ["people", "were", "killed"])), counted(([], ["boats"]))
        ('dead', '')
        """
        for near in zip_longest(around[1], around[0]):  # what stands behind is nearer to the figure
            told = next((self._counted[word] for word in near if word in self._counted), "")
            if told:
                return told
        return ""

    # ---- the pattern ----

    def _compiled(self) -> re.Pattern[str]:
        """One pattern without nested repetition over the same signs: no runaway search."""
        form, any_scale = self._form, _any(self.scales)
        signs = _any(c for c in self.currencies if not c.isalpha())
        names = _any(c for c in self.currencies if c.isalpha() and len(c) > 2)
        codes = _any(form.get("codes", ()))
        nth = _any(form.get("nth", ()))
        percent = "|".join([r"%", *form.get("percent", ())])
        share = rf"(?P<share>{_any(self._shares)})(?=\s(?:{_any(form.get('share_of', ()))})\b)"
        return re.compile(
            rf"\b{share}|\b{self._ratio_pattern()}|{_BEGINS}(?P<sign>(?:\b(?:US|A|C|HK|NZ|S))?(?:{signs})\s?|\b(?:{codes})\s?)?"
            rf"(?:(?P<numeral>{self._digits.numeral})"
            rf"|{self._digits.ahead}(?<![A-Za-z]-)(?<!\[\+)(?P<digits>{self._digits.pattern})(?![\d:/])"
            rf"(?:(?P<nth>{nth})\b|[\s-]?(?P<scale>{any_scale})\b)?"
            rf"|\b(?P<spelled>{self._spelled_pattern()})|\b(?P<ordinal>{_any(self.ordinals)})\b"
            rf"|\b(?P<vague>{_any(self.vague)})\b)"
            rf"(?:[\s-]?(?P<unit>{percent}|{names}))?",
            re.IGNORECASE,
        )

    def _spelled_pattern(self) -> str:
        """Numbers in words: two hundred and forty-five thousand, half a million."""
        if not self.words:
            return _NOTHING
        long_scales = [s for s in self.scales if len(s) > 2]
        number = rf"{self._compound()}|{_any([*self.words, *long_scales])}"
        leads = _any(self._form.get("leads", ()))
        joint = _any(self._form.get("and", ()))
        lead = rf"(?:{leads})\s(?={_any(long_scales)})"
        half = rf"(?:\s(?:{_any(self._form.get('half_after', ()))})\b)?"
        ends = rf"(?:\b|(?={_any(self._form.get('set_on', ()))}))"
        return rf"(?:{lead})?(?:{number}){ends}(?:(?:[\s-]|\s(?:{joint})\s)(?:{number})\b){{0,8}}{half}"

    def _ratio_pattern(self) -> str:
        """One of so many: one in five, nine out of ten; no time within which something was done."""
        links = _any(self._form.get("ratio", ()))
        if links == _NOTHING:
            return rf"(?P<ratio>(?P<some>(?P<all>{_NOTHING})))"
        number = rf"(?:{_any(self.words)}|\d{{1,3}})"
        ends = rf"(?![\w,.]*\d|-\w|\s(?:{_any([*self.scales, *self._form.get('ratio_of', ())])})\b)"
        every = _any(self._form.get("every", ()))
        return rf"(?P<ratio>(?P<some>{number})\s(?:{links})\s(?:(?:{every})\s)?(?P<all>{number})\b{ends})"

    def _compound(self) -> str:
        """Numbers that the language writes as one word of several: zweihundertfünfzig, achtundzwanzig."""
        if not self._joined:
            return _NOTHING
        part = _any([*self._joined, *self.words, *self._form.get("joined_scales", ())])
        joint = _any(self._form.get("and", ()))
        return rf"(?:{part})(?:(?:{joint})?(?:{part})){{1,7}}"

    # ---- one figure ----

    def _figures(self, match: re.Match[str]) -> list[Figure]:
        """The figure of a match; words that make no number together are several: one three times."""
        if match["ratio"]:
            return self._of_ratio(match)
        parts = self._parts(match["spelled"].lower()) if match["spelled"] else ()
        if len(parts) < 2:
            return [self._figure(match)]
        start, unit = match.start("spelled"), self._unit(match)
        found = [self._from_words(start + low, start + high, told, "") for low, high, told in parts[:-1]]
        low, _, told = parts[-1]
        return [*found, self._from_words(start + low, match.end(), told, unit)]

    def _of_ratio(self, match: re.Match[str]) -> list[Figure]:
        """A share told as so many of so many; two figures where the second is not the larger one."""
        some, of_all = (self._small(match[name]) for name in ("some", "all"))
        if 0 < some < of_all:
            part = Fraction(some, of_all)
            return [Figure(*match.span(), 0.0, vague=f"{part.numerator}/{part.denominator}")]
        told = ((name, match[name].lower()) for name in ("some", "all"))
        return [Figure(*match.span(n), float(self._small(w)), weak=w in self._weak) for n, w in told]

    def _small(self, told: str) -> int:
        return int(told) if told.isdigit() else int(self.words[told.lower()])

    def _parts(self, told: str) -> list[tuple[int, int, str]]:
        """Places and words of the numbers of a run of number words, parted where no number goes on."""
        words = list(self._word.finditer(told))
        cuts = [k for k in range(1, len(words)) if not self._goes_on(words[k - 1][0], words[k][0])]
        edges = [0, *cuts, len(words)]
        places = [(words[a].start(), words[b - 1].end()) for a, b in pairwise(edges)] if words else []
        if places and told.endswith(tuple(self._form.get("half_after", ()))):
            places[-1] = (places[-1][0], len(told))
        return [(low, high, told[low:high]) for low, high in places]

    def _goes_on(self, one: str, other: str) -> bool:
        """Whether the second word can go on with a number that has the first: twenty five, two hundred."""
        if one in self.scales or other in self.scales:
            return True
        tens = self.words.get(one, 0.0)  # a compound is whole
        return tens >= 20 and tens % 10 == 0 and self.words.get(other, 10.0) < 10  # tens and ones

    def _from_words(self, start: int, end: int, told: str, unit: str) -> Figure:
        return Figure(start, end, self.spelled(told), unit, weak=told in self._weak and not unit)

    def _figure(self, match: re.Match[str]) -> Figure:
        place = match.span()
        if match["share"]:
            told = " ".join(match["share"].casefold().split())  # a line may break within it
            return Figure(*place, 0.0, vague=self._shares.get(told, told))
        unit = self._unit(match)
        if match["digits"]:
            return self._from_digits(match, unit)
        if match["numeral"]:
            value = numeral_value(match["numeral"])
            return Figure(*place, value, unit, weak=value == 1)
        if match["spelled"]:
            return self._from_words(*place, match["spelled"].lower(), unit)
        if match["ordinal"]:
            word = match["ordinal"].lower()
            return Figure(*place, self.ordinals[word], "ordinal", weak=word in self._weak)
        return Figure(*place, 0.0, unit, vague=match["vague"].lower())

    def _from_digits(self, match: re.Match[str], unit: str) -> Figure:
        place = match.span()
        value = self._digits.value(match["digits"])
        if match["nth"]:
            return Figure(*place, value, "ordinal")
        scale = (match["scale"] or "").casefold()
        if len(scale) <= 1 and scale and not unit:
            scale = "" if scale != "k" else scale  # 5m is metres as often as millions
        return Figure(*place, value * self.scales.get(scale, 1.0), unit)

    def _unit(self, match: re.Match[str]) -> str:
        unit = (match["unit"] or "").lower()
        if unit and unit not in self.currencies:
            return "%"
        sign = (match["sign"] or "").strip()
        if sign:
            return self.currencies.get(sign[-1], self.currencies.get(sign.casefold(), sign))
        return self.currencies.get(unit, "")

    def spelled(self, text: str) -> float:
        """The value of a number in words, in lower case.

        >>> from retold import language
        >>> language.of("en").numbers.spelled("two hundred and forty-five thousand")
        245000.0
        """
        total, group, last = 0.0, 0.0, 1.0
        half = text.startswith(tuple(self._form.get("half", ())))
        for word in self._words_of(text):
            if word in self.scales:
                last = self.scales[word]
                group = max(group, 1.0) * last
                if last >= 1000:
                    total, group = total + group, 0.0
            else:
                group += self.words.get(word, self._joined.get(word, 0.0))
        more = 0.5 * last if text.endswith(tuple(self._form.get("half_after", ()))) else 0.0
        return (total + group) * (0.5 if half else 1.0) + more

    def _words_of(self, text: str) -> list[str]:
        """The number words of a number, those of a compound one by one."""
        found: list[str] = []
        for match in self._word.finditer(text):
            word = match[0]
            known = word in self.words or word in self.scales
            found += [word] if known else self._part.findall(word)
        return found


def _without_parts(found: list[Figure]) -> list[Figure]:
    """The figures without a share that an ordinal numbers: the first half of the year is no half of it."""
    ahead = [None, *found]
    return [
        one
        for one, before in zip(found, ahead, strict=False)
        if "/" not in one.vague or before is None or before.unit != "ordinal" or one.start > before.end + 1
    ]


def _values(given: Mapping[str, float]) -> dict[str, float]:
    return {str(word): float(value) for word, value in given.items()}


def _any(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first; one that matches nowhere for none.

    Their first signs are asked for first: where case does not count, each word would be tried at each place.
    """
    ranked = sorted(words, key=lambda w: (-len(w), w))
    firsts = re.escape("".join(sorted({word[0] for word in ranked})))
    each = "|".join(re.escape(w).replace(r"\ ", r"\s") for w in ranked)
    return f"(?=[{firsts}])(?:{each})" if each else _NOTHING


def _touches(ranges: list[tuple[int, int]], start: int, end: int) -> bool:
    place = bisect_right(ranges, (start, 1 << 60))
    before = place > 0 and ranges[place - 1][1] > start
    return before or (place < len(ranges) and ranges[place][0] < end)
