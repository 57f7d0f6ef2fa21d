"""What stands where in an article: its segments, the namings outside quotations, and who has spoken."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from retold.language.grammar import Grammar
from retold.language.names import Names
from retold.steps.statements.antecedents import main_first, of_role
from retold.steps.statements.around import Persons
from retold.steps.statements.bodies import Token
from retold.steps.statements.entities import Entities, Entity
from retold.steps.statements.meant import NOBODY, Meant, Turns
from retold.steps.statements.names import Name, Range, tokens
from retold.steps.statements.unnamed import is_man, unnamed_subject


@dataclass(frozen=True, slots=True)
class Scene:
    """An article as far as it was read; `ranges` are the characters of its segments.

    `quoted` are the first characters of words inside quotations.
    """

    entities: Entities
    ranges: Sequence[Range]
    quoted: frozenset[int]
    persons: Persons
    turns: Turns

    @property
    def lists(self) -> Names:
        """What the language knows of names."""
        return self.entities.lists

    @property
    def grammar(self) -> Grammar:
        """Its small words."""
        return self.entities.grammar

    def segment_of(self, at: int) -> int:
        """The number of the segment in which a character stands, or behind which."""
        return bisect_right(self.ranges, at, key=lambda one: one[0]) - 1

    def words(self, segment: int) -> list[Token]:
        """The words and signs of a segment."""
        return self.entities.words(*self.ranges[segment])

    def leads(self, name: Name) -> bool:
        """Whether a naming may be a subject: outside quotations, behind no preposition, owning nothing."""
        every = self.entities
        apart = every.possessive(name) or every.qualifies(name) or every.credited(name)
        if name.start in self.quoted or apart or every.labels(name):
            return False
        return every.word_before(name) not in self.lists.prepositions

    def subjects(self, start: int, end: int) -> list[Entity]:
        """Who is named between the characters as a subject may be, those of the main clause first."""
        every = self.entities
        led = [
            (name.start, one)
            for name in every.between(start, end)
            if (one := every.of(name)) is not None and not one.name.body and self.leads(name)
        ]
        return main_first(led, every.words(start, end), self.grammar)

    def unnamed(self, start: int, end: int, man: bool) -> Meant | None:
        """Who is meant by a role without a name that opens a sentence; None where none does that fits."""
        words = self.entities.words(start, end)
        found = self._subject_of(words)
        if found is None or words[found[0]][1] in self.quoted or not self._fits(words[found[1]][0], man):
            return None
        told = [word.lower() for word, _, _ in words[found[0] : found[1] + 1]]
        return of_role(self.entities, self.turns, words[found[0]][1], told)

    def speaks_unnamed(self, segment: int, man: bool) -> bool:
        """Whether somebody without a name speaks in a segment, or is its subject, whom "he" may mean."""
        lone = [tokens(turn.words) for turn in self.turns.within(segment) if turn.entity is None]
        spoke = any(
            self._fits(words[found[1]][0], man)
            for words in lone
            if (found := self._subject_of(words)) is not None
        )
        another = any(words[-1][0].lower() in self.grammar.indefinite for words in lone if words)
        return spoke or another or self.unnamed(*self.ranges[segment], man) == NOBODY

    def _subject_of(self, words: list[Token]) -> tuple[int, int] | None:
        return unnamed_subject(words, self.persons, self.lists, self.grammar)

    def _fits(self, noun: str, man: bool) -> bool:
        return is_man(noun.lower(), self.lists, self.grammar) in (None, man)
