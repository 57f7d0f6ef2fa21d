"""What parts sentences in one language: abbreviations, openers, tags of speech."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

_TAGGED = r"(?:[^\W\d_][\w.'’-]*\s+){1,4}"


@dataclass(frozen=True, slots=True)
class Abbreviations:
    """Words that carry a full stop without ending a sentence (lower case, without the stop).

    `titles` stand before a name, `numbers` before a number, `either` within or at the end of a
    sentence; `openers` are words with a capital that open one. `tag` matches what may follow a
    question or a cry without ending its sentence ("Why now?" Kael asked), None where unknown.
    """

    titles: frozenset[str]
    numbers: frozenset[str]
    either: frozenset[str]
    openers: frozenset[str]
    tag: re.Pattern[str] | None
    letters: frozenset[str] = frozenset()  # capitals that are words and no initials
    ordinals: bool = False  # whether a stop behind a number of a day makes it an ordinal: am 3. Mai

    @staticmethod
    def of(lists: Mapping[str, Any]) -> Abbreviations:
        """The section from the lists of `abbreviations.toml`; all empty without them."""
        titles, numbers, either, openers = (
            frozenset(lists.get(key, ())) for key in ("titles", "numbers", "either", "openers")
        )
        tags = "|".join(lists.get("tags", ()))
        tag = re.compile(rf"\A\W{{0,3}}(?:{_TAGGED}(?:{tags})|(?:{tags})\s+\w+)\b") if tags else None
        return Abbreviations(
            titles,
            numbers,
            either,
            openers,
            tag,
            frozenset(lists.get("letters", ())),
            bool(lists.get("ordinals")),
        )
