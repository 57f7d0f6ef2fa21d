"""What is known of a text around its names: where its sentences begin, its words, headlines in capitals."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from retold import parameters
from retold.language.names import Names, name_key
from retold.steps.statements.bodies import Token

_P = parameters.of("statements", "names")
_LOUD, _HEADING, _CAPITALS = _P.integer("loud"), _P.integer("heading"), _P.integer("capitals")


class Persons(NamedTuple):
    """Nouns of persons besides those with which offices are named, endings of such nouns, and of papers.

    `verbs` are those that end a name and tell speech: Quell's [said] names a house, and owns nothing.
    """

    nouns: frozenset[str]
    ends: tuple[str, ...]
    papers: frozenset[str] = frozenset()  # a complaint, a study: what speaks for somebody and is nobody
    verbs: frozenset[str] = frozenset()


NO_PERSONS = Persons(frozenset(), ())


@dataclass(frozen=True, slots=True)
class Text:
    """What is known of the text whose names are cut: where sentences begin, and which words it has."""

    starts: frozenset[int]  # characters
    common: frozenset[str]  # words that stand in lower case
    proper: frozenset[str]  # words that stand with a capital inside a sentence
    once: frozenset[str]  # words that stand once
    surnames: frozenset[str]  # words that stand behind a first name, in lower case
    persons: Persons
    houses: frozenset[str] = frozenset()  # words like owners that are names: Quell's said

    def without_headline(self, run: list[Token], lists: Names) -> list[Token]:
        """The run without a headline in capitals that runs into it: RISING WATERS Kael said."""
        loud = [word for word, _, _ in run if word.isupper() and len(word) >= _LOUD]
        plain = [at for at, (word, _, _) in enumerate(run) if word[0].isalpha() and not word.isupper()]
        met = any(word.lower() in self.common for word in loud)
        if plain:
            rest = run[plain[0] :]
            fewest = _CAPITALS - (run[0][1] in self.starts)  # OUT OF THE WOODS YET Kael
            many = bool(loud) and plain[0] >= fewest
            return rest if met or many or len(loud) > 1 or self._is_heading(loud, rest, lists) else run
        words = sum(word[0].isalpha() for word, _, _ in run)
        return [] if met or words > 3 or (words == 3 and len(loud) > 1) else run

    def _is_heading(self, loud: list[str], rest: list[Token], lists: Names) -> bool:
        """Whether a long word in capitals that stands once heads a name that stands without it: REBOUND Kael.

        A shorter one heads the surname of somebody who is told in full: FOCUS Kael.
        """
        word, key = rest[0][0], name_key(rest[0][0])
        long = len(loud) == 1 and (len(loud[0]) >= _HEADING or word.lower() in self.surnames)
        heads = long and loud[0] in self.once
        return heads and word in self.proper - self.once and key not in lists.marks | lists.legal_forms
