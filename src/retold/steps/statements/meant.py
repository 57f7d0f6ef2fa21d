"""Who is meant by a phrase, and who spoke: what the rules of this step hand to each other."""

from __future__ import annotations

from dataclasses import dataclass

from retold.language.grammar import Grammar
from retold.steps.statements.entities import Entity


@dataclass(frozen=True, slots=True)
class Meant:
    """Who is meant, and how sure that is; `entity` is None where no entity of the article is."""

    name: str | None
    support: float
    entity: Entity | None = None


NOBODY = Meant(None, 0.0)


@dataclass(slots=True)
class Turn:
    """One who spoke: the number of the segment, and the entity; None for one who is not known.

    `words` are those by which he is mentioned.
    """

    segment: int
    entity: Entity | None
    words: str = ""


class Turns:
    """Those who have spoken so far, in the order of the text."""

    def __init__(self, grammar: Grammar) -> None:
        self.grammar = grammar
        self.every: list[Turn] = []
        self._open: set[tuple[int, bool]] = set()  # segments in which "he", or "she", meant nobody known

    def add(self, segment: int, meant: Meant, words: str) -> None:
        """Remember a speaker mentioned by these words; a pronoun that means nobody known by its sex alone."""
        word = words.lower()
        if meant.entity is not None or word not in self.grammar.pronouns:
            self.every.append(Turn(segment, meant.entity, words))
        elif word in self.grammar.men | self.grammar.women:
            self._open.add((segment, word in self.grammar.men))

    def within(self, segment: int) -> list[Turn]:
        """The turns of a segment."""
        return [turn for turn in self.every if turn.segment == segment]

    def stays_open(self, segment: int, man: bool, meant: Entity | None) -> bool:
        """Whether such a pronoun spoke in a segment and was nobody known, and `meant` did not speak there.

        The next one is the same person.
        """
        return (segment, man) in self._open and all(one.entity is not meant for one in self.within(segment))
