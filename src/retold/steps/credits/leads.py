"""Expressions that are looked for only around the words that each of their matches holds.

A text has a few hundred words, and a language some sixty forms of credit, so that looking for each at every
place would take most of the time of an article that nobody retells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from retold import parameters

Needs = tuple[tuple[str, ...], ...]  # of each set a match holds one, in small letters

_P = parameters.of("credits", "leads")
AROUND, _BEHIND = _P.integer("around"), _P.integer("behind")


@dataclass(frozen=True, slots=True)
class Searched:
    """A text in which expressions are looked for, with its small letters."""

    text: str
    small: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "small", in_small_letters(self.text))


@dataclass(frozen=True, slots=True)
class Lead:
    """An expression, and what each of its matches holds.

    `around` says how many characters a match has at most before and behind a needed word.
    """

    pattern: re.Pattern[str]
    needs: Needs
    around: int

    def places(self, one: Searched, low: int, high: int) -> Iterator[re.Match[str]]:
        """The matches between two places of a text, as `finditer` gives them.

        >>> lead = Lead(re.compile("(?i:as reported by )"), (("reported by",),), 20)
        >>> [place.start() for place in lead.places(Searched("Late, as reported by Tarn"), 0, 25)]
        [6]
        """
        for start, end in self._stretches(one):
            yield from self.pattern.finditer(one.text, max(low, start), min(high, end))

    def _stretches(self, one: Searched) -> Iterator[tuple[int, int]]:
        """Parts of a text outside which no match lies; they do not touch."""
        if not self.needs or len(one.small) != len(one.text):  # a letter whose small one is two: İ
            if _has(one.small, self.needs):
                yield 0, len(one.text)
            return
        low = high = -1
        for start, end in _fewest(one.small, self.needs):
            if start - self.around > high:
                if high >= 0:
                    yield low, high
                low = max(0, start - self.around)
            high = end + self.around + _BEHIND
        if high >= 0:
            yield low, high


def in_small_letters(text: str) -> str:
    """A text in which `needs` are looked for: letters that an expression takes for each other are one."""
    return text.lower().replace("ſ", "s").replace("ı", "i")


def _has(small: str, needs: Needs) -> bool:
    return all(any(part in small for part in one) for one in needs)


def _fewest(small: str, needs: Needs) -> list[tuple[int, int]]:
    """Where the words of the needed set stand that has fewest, rising; none where one set has none."""
    held = [_found(small, one) for one in needs]
    return min(held, key=len)


def _found(small: str, words: Sequence[str]) -> list[tuple[int, int]]:
    return sorted(place for word in words for place in _each(small, word))


def _each(small: str, word: str) -> Iterator[tuple[int, int]]:
    place = small.find(word)
    while place >= 0:
        yield place, place + len(word)
        place = small.find(word, place + 1)
