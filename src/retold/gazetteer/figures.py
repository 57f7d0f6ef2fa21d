"""Figures in a text by value: three = 3, $1.5bn = 1,500 million dollars, per cent = %.

Figures inside dates and clock times belong to the dates. Linear in the text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import zip_longest

from retold import gazetteer


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure with its place (characters, half-open), value and unit.

    `unit` is a currency, "%", "ordinal" or "". `vague` holds words such as
    dozens, whose value nobody can give. `weak` marks words that are seldom
    meant as a figure (one, first, second).
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


@dataclass(frozen=True, slots=True)
class _Lexicon:
    pattern: re.Pattern[str]
    words: dict[str, float]
    scales: dict[str, float]
    ordinals: dict[str, float]
    currencies: dict[str, str]
    vague: frozenset[str]
    weak: frozenset[str]


def find(text: str, barred: Iterable[tuple[int, int]] = ()) -> list[Figure]:
    """The figures of a text, in order; none that touches a `barred` character range (dates).

    >>> [(f.value, f.unit) for f in find("Three of 1,500 crews paid $1.5bn, 20 per cent more")]
    [(3.0, ''), (1500.0, ''), (1500000000.0, 'dollar'), (20.0, '%')]
    """
    lexicon = _lexicon()
    ranges = sorted(barred)
    return [
        _figure(match, lexicon)
        for match in lexicon.pattern.finditer(text)
        if not _touches(ranges, match.start(), match.end())
    ]


def _touches(ranges: list[tuple[int, int]], start: int, end: int) -> bool:
    place = bisect_right(ranges, (start, 1 << 60))
    before = place > 0 and ranges[place - 1][1] > start
    return before or (place < len(ranges) and ranges[place][0] < end)


@cache
def _lexicon() -> _Lexicon:
    data = gazetteer.toml("en/numbers")
    words = {str(k): float(v) for k, v in data["words"].items()}
    scales = {str(k): float(v) for k, v in data["scales"].items()}
    ordinals = {str(k): float(v) for k, v in data["ordinals"].items()}
    currencies = {str(k): str(v) for k, v in data["currencies"].items()}
    vague = frozenset(data["vague"])
    pattern = _pattern(words, scales, ordinals, currencies, vague)
    return _Lexicon(pattern, words, scales, ordinals, currencies, vague, frozenset(data["weak"]))


def _any(words: Iterator[str] | list[str]) -> str:
    return "|".join(re.escape(w).replace(r"\ ", r"\s") for w in sorted(words, key=lambda w: (-len(w), w)))


def _pattern(
    words: dict[str, float],
    scales: dict[str, float],
    ordinals: dict[str, float],
    currencies: dict[str, str],
    vague: frozenset[str],
) -> re.Pattern[str]:
    """One pattern without nested repetition over the same signs: no runaway search."""
    long_scales = [s for s in scales if len(s) > 2]
    number = _any([*words, *long_scales])
    lead = rf"(?:half\sa|a\sfew|a|an)\s(?={_any(long_scales)})"
    spelled = rf"(?:{lead})?(?:{number})\b(?:(?:[\s-]|\sand\s)(?:{number})\b){{0,8}}"
    signs = _any([c for c in currencies if not c.isalpha()])
    names = _any([c for c in currencies if c.isalpha() and len(c) > 2])
    digits = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
    return re.compile(
        rf"(?P<sign>(?:\b(?:US|A|C|HK|NZ|S))?(?:{signs})\s?|\b(?:USD|EUR|GBP)\s?)?"
        rf"(?:(?<![\w.,:/])(?<![A-Za-z]-)(?P<digits>{digits})(?![\d:/])"
        rf"(?:(?P<nth>st|nd|rd|th)\b|[\s-]?(?P<scale>{_any(list(scales))})\b)?"
        rf"|\b(?P<spelled>{spelled})|\b(?P<ordinal>{_any(list(ordinals))})\b|\b(?P<vague>{_any(list(vague))})\b)"
        rf"(?:[\s-]?(?P<unit>%|per\s?cent(?:age\spoints?)?|pc\b|{names}))?",
        re.IGNORECASE,
    )


def _figure(match: re.Match[str], lexicon: _Lexicon) -> Figure:
    place = match.span()
    unit = _unit(match, lexicon)
    if match["digits"]:
        return _from_digits(match, unit, lexicon)
    if match["spelled"]:
        value = _spelled(match["spelled"].casefold(), lexicon)
        weak = match["spelled"].casefold() in lexicon.weak and not unit
        return Figure(*place, value, unit, weak=weak)
    if match["ordinal"]:
        word = match["ordinal"].casefold()
        return Figure(*place, lexicon.ordinals[word], "ordinal", weak=word in lexicon.weak)
    return Figure(*place, 0.0, unit, vague=match["vague"].casefold())


def _from_digits(match: re.Match[str], unit: str, lexicon: _Lexicon) -> Figure:
    place = match.span()
    value = float(match["digits"].replace(",", "")[:300])
    if match["nth"]:
        return Figure(*place, value, "ordinal")
    scale = (match["scale"] or "").casefold()
    if len(scale) <= 1 and scale and not unit:
        scale = "" if scale != "k" else scale  # 5m is metres as often as millions
    return Figure(*place, value * lexicon.scales.get(scale, 1.0), unit)


def _unit(match: re.Match[str], lexicon: _Lexicon) -> str:
    unit = (match["unit"] or "").casefold()
    if unit.startswith(("%", "per", "pc")):
        return "%"
    sign = (match["sign"] or "").strip()
    if sign:
        return lexicon.currencies.get(sign[-1], lexicon.currencies.get(sign.casefold(), sign))
    return lexicon.currencies.get(unit, "")


def _spelled(text: str, lexicon: _Lexicon) -> float:
    """The value of a number in words.

    >>> _spelled("two hundred and forty-five thousand", _lexicon())
    245000.0
    """
    total = group = 0.0
    half = text.startswith("half a")
    for word in re.findall(r"[^\W\d_]+", text):
        if word in lexicon.words:
            group += lexicon.words[word]
        elif word in lexicon.scales:
            scale = lexicon.scales[word]
            group = max(group, 1.0) * scale
            if scale >= 1000:
                total, group = total + group, 0.0
    return (total + group) * (0.5 if half else 1.0)


def bound(words: Sequence[str]) -> str:
    """Which way the figure behind these folded words is open: "least", "most", "about" or "" for none.

    >>> bound(("killed", "at", "least")), bound(("about",))
    ('least', 'about')
    """
    table = _bounds()
    told = (table.get(" ".join(words[k:]), "") for k in range(max(0, len(words) - 3), len(words)))
    return next(filter(None, told), "")


@cache
def _bounds() -> dict[str, str]:
    data = gazetteer.toml("en/numbers")["bounds"]
    return {phrase: way for way, phrases in data.items() for phrase in phrases}


def counted(around: tuple[Sequence[str], Sequence[str]]) -> str:
    """What a figure counts, by the nearest telling word before or behind it; "" where nothing tells.

    `around` holds the folded words of its clause before and behind it, the nearest first.

    >>> counted((["least", "at"], ["people", "were", "killed"])), counted(([], ["boats"]))
    ('dead', '')
    """
    table = _counted()
    for near in zip_longest(around[1], around[0]):  # what stands behind is nearer to the figure
        told = next((table[word] for word in near if word in table), "")
        if told:
            return told
    return ""


@cache
def _counted() -> dict[str | None, str]:
    data = gazetteer.toml("en/counted")
    return {word: what for what, words in data.items() for word in words}
