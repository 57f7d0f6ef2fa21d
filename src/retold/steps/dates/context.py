"""What a find is read against: the day of publication, the clause around it, and the time told before it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from retold import parameters
from retold.steps.dates.calendar import real_day
from retold.steps.dates.rules import Found, Grammar
from retold.steps.dates.tokens import Tokens

_P = parameters.of("dates", "context")
_LEFT = _P.integer("left")
_RIGHT = _P.integer("right")
_AHEAD_PRICE = _P.row("ahead_price")


@dataclass(slots=True)
class Context:
    """The reading of one text; `last` changes as finds are read in order."""

    tokens: Tokens
    grammar: Grammar
    day: date | None  # of publication
    last: date | None = None  # first day of the time named last by the calendar
    last_value: str = ""

    def word(self, place: int) -> str:
        """The piece at `place`, '' outside the text."""
        return self.tokens.words[place] if 0 <= place < len(self.tokens.words) else ""

    def listed(self, name: str, place: int) -> bool:
        """Whether the piece at `place` stands in the list `name` of the data file."""
        return self.word(place) in self.grammar.lists[name]

    def ends(self, word: str, name: str) -> bool:
        """Whether a word has one of the endings in the list `name` of the data file."""
        return word.endswith(tuple(self.grammar.lists[name]))

    def step(self, found: Found) -> int:
        """1 for what follows the time told before, -1 for what went before it, 0 where nothing is said."""
        word = found.kept.get("step")
        return int(word in self.grammar.lists["ahead_steps"]) - int(word in self.grammar.lists["back_steps"])

    def tense(self, found: Found) -> int:
        """1 if the clause around a find looks ahead, -1 if it looks back, 0 if nothing tells.

        The nearest telling word before the find decides, then the nearest after it.
        """
        left, infinitive = self._scan(range(found.low - 1, max(-1, found.low - _LEFT - 1), -1))
        if left != 0:
            return left
        right, _ = self._scan(range(found.high, min(len(self.tokens.words), found.high + _RIGHT)))
        own = self.listed("possessive", found.high)  # Wednesday's ruling has been given
        return right or int(infinitive and not own)

    def as_soon(self, found: Found) -> bool:
        """Whether "as soon as" or its like stands before a find, or "until" behind a word of putting off."""
        at = found.low - 1
        if self.listed("as_soon", at) and self.listed("soon", at - 1) and self.listed("as_soon", at - 2):
            return True
        if not self.listed("off_until", at):
            return False
        return any(self.listed("put_off", place) for place in range(max(0, at - 6), at))

    def nearest_year(self, month: int, day: int, tense: int) -> int | None:
        """The year that puts a day nearest to publication, a past day preferred unless `tense` is 1."""
        if self.day is None:
            return None
        years = [self.day.year + step for step in (-1, 0, 1)]
        days = [there for year in years if (there := real_day(year, month, day)) is not None]
        if tense > 0 and self.grammar.lists["ahead_only"]:
            begun = self.day.replace(day=1)
            days = [there for there in days if there >= begun] or days
        return min(days, key=lambda there: self._distance(there, tense)).year if days else None

    def _distance(self, there: date, tense: int) -> float:
        assert self.day is not None
        gap = (there - self.day).days
        price = _AHEAD_PRICE[tense + 1]
        return gap * price if gap > 0 else -gap

    def _scan(self, places: range) -> tuple[int, bool]:
        """What the first telling word of the clause says, and whether an infinitive stands before it."""
        infinitive = False
        for place in places:
            if self.tokens.marks[place] == self.grammar.stop:
                break
            told = self._told(place)
            if told != 0:
                return told, infinitive
            infinitive = infinitive or (self.listed("infinitive", place) and self._infinitive(place + 1))
        return 0, infinitive

    def _told(self, place: int) -> int:
        """1 for a word that looks ahead, -1 for one that looks back; a participle after "be" is 0."""
        word = self.word(place)
        if word in self.grammar.lists["ahead"]:
            return -1 if self.listed("been", place - 1) else 1
        if self.listed("ahead_to", place) and self.listed("toward", place + 1):
            return 1
        if self.listed("bare", place - 1):
            return 0
        if self.ends(word, "ahead_endings") and len(word) > 4 and not self.listed("no_futures", place):
            return 1
        past = self.ends(word, "past_endings") and len(word) > 4 and not self.listed("no_participles", place)
        return -1 if past or word in self.grammar.lists["behind"] else 0

    def _infinitive(self, place: int) -> bool:
        """Whether the piece could be a verb after `to`: a plain lower-case word of no other list."""
        word = self.word(place)
        return (
            word.isalpha()
            and not self.ends(word, "no_infinitive_endings")
            and not self.listed("no_verb", place)
            and self.lower(place)
        )

    def lower(self, place: int) -> bool:
        """Whether a word without a capital stands at `place`."""
        return 0 <= place < len(self.tokens.words) and self.tokens.marks[place] in self.grammar.lower
