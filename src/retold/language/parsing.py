"""What a dependency parser gives, whichever it is: the type that packs and steps share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Parse:
    """The tokens of one sentence, as parallel lists.

    `heads` are token numbers (a root is its own head), `tags` Penn Treebank
    tags, `deps` CLEAR labels as spaCy's English models have them, `starts` characters.
    """

    words: list[str]
    starts: list[int]
    tags: list[str]
    deps: list[str]
    heads: list[int]


class Parser(Protocol):
    """Anything that parses sentences."""

    def parse(self, sentences: Sequence[str]) -> list[Parse]:
        """One parse for each sentence, in order; a sentence is taken as one, never cut."""
