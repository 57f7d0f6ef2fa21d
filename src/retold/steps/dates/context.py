"""What a find is read against: the day of publication, the clause around it, and the time told before it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from retold.steps.dates.calendar import real_day
from retold.steps.dates.rules import Found, Grammar
from retold.steps.dates.tokens import Tokens

_LEFT = 16  # pieces of the clause looked at before the find
_RIGHT = 12  # and after it
_NO_PARTICIPLES = frozenset({"need", "indeed", "hundred", "united", "speed", "proceed", "exceed", "succeed", "feed"})


@dataclass(slots=True)
class Context:
    """The reading of one text; `last` changes as finds are read in order."""

    tokens: Tokens
    grammar: Grammar
    day: date | None  # of publication
    last: date | None = None  # first day of the time told last
    last_value: str | None = None

    def word(self, place: int) -> str:
        """The piece at `place`, '' outside the text."""
        return self.tokens.words[place] if 0 <= place < len(self.tokens.words) else ""

    def listed(self, name: str, place: int) -> bool:
        """Whether the piece at `place` stands in the list `name` of the data file."""
        return self.word(place) in self.grammar.lists[name]

    def tense(self, found: Found) -> int:
        """1 if the clause around a find looks ahead, -1 if it looks back, 0 if nothing tells.

        The nearest telling word before the find decides, then the nearest after it.
        """
        left = self._scan(range(found.low - 1, max(-1, found.low - _LEFT - 1), -1))
        if left != 0:
            return left
        return self._scan(range(found.high, min(len(self.tokens.words), found.high + _RIGHT)))

    def nearest_year(self, month: int, day: int, tense: int) -> int | None:
        """The year that puts a day nearest to publication, a past day preferred unless `tense` looks ahead."""
        if self.day is None:
            return None
        years = [self.day.year + step for step in (-1, 0, 1)]
        days = [there for year in years if (there := real_day(year, month, day)) is not None]
        return min(days, key=lambda there: self._distance(there, tense)).year if days else None

    def _distance(self, there: date, tense: int) -> float:
        assert self.day is not None
        gap = (there - self.day).days
        price = {1: 0.2, 0: 2.0, -1: 6.0}[tense]  # of a day to come, against one gone by
        return gap * price if gap > 0 else -gap

    def _scan(self, places: range) -> int:
        verb_after_to = 0
        for place in places:
            word = self.word(place)
            if self.tokens.marks[place] == self.grammar.stop:
                break
            told = self._told(place, word)
            if word == "to":
                verb_after_to = verb_after_to or told
            elif told != 0:
                return told
        return verb_after_to

    def _told(self, place: int, word: str) -> int:
        if word == "to":
            return int(self._infinitive(place + 1))
        if word in self.grammar.lists["ahead"]:
            return 1
        if word in self.grammar.lists["behind"]:
            return -1
        participle = self.listed("bare", place - 1)
        past = word.endswith("ed") and len(word) > 4 and word not in _NO_PARTICIPLES
        return -1 if past and not participle else 0

    def _infinitive(self, place: int) -> bool:
        """Whether the piece could be a verb after `to`: a plain lower-case word that no list calls otherwise."""
        word = self.word(place)
        return word.isalpha() and not word.endswith("s") and not self.listed("no_verb", place) and self._lower(place)

    def _lower(self, place: int) -> bool:
        return self.tokens.marks[place] in self.grammar.lower
