"""Which signs of one language look like quotation marks and are none: apostrophes.

Read from `marks.toml`; what an apostrophe shows by its shape alone holds in every language.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

_DECADE = r"\d0s?\b"  # '90s
_YEAR = re.compile(r"\d\d(?:s|[/-]\d\d)?\b(?![.,]?\d)")  # '22


@dataclass(frozen=True, slots=True)
class Marks:
    """`elision` matches what follows an apostrophe that stands for left-out letters; `plural` are the
    endings behind which an apostrophe may be that of several owners; behind the words of `years` one
    stands before a year of two figures; `cut` are endings, `cut_words` whole words, that have lost a letter.
    """

    elision: re.Pattern[str]
    plural: tuple[str, ...]
    years: frozenset[str] = frozenset()
    cut: tuple[str, ...] = ()
    cut_words: frozenset[str] = frozenset()

    def elides(self, text: str, start: int, end: int, last: int) -> bool:
        """Whether the sign between two characters stands for letters or figures left out before what follows.

        `last` is the last character that may be read.
        """
        if self.elision.match(text, end, last) is not None:
            return True
        before = text[max(0, start - 12) : start].lower().split()[-1:]
        return bool(self.years.intersection(before)) and _YEAR.match(text, end, last) is not None

    @staticmethod
    def of(lists: Mapping[str, Any]) -> Marks:
        """The section from the lists of `marks.toml`, any of which may be missing.

        >>> from retold import language
        >>> english = language.of("en").marks
        >>> bool(english.elision.match("em all")), bool(english.elision.match("Emma said"))
        (True, False)
        """
        return Marks(
            _elision(lists.get("elisions", ()), lists.get("between", ())),
            tuple(lists.get("plural", ())),
            frozenset(lists.get("years", ())),
            tuple(lists.get("cut", ())),
            frozenset(lists.get("cut_words", ())),
        )


def _elision(words: Sequence[str], between: Sequence[str]) -> re.Pattern[str]:
    """`words` have one apostrophe, before them; those `between` two have one on either side."""
    parts = [_DECADE]
    if words:
        parts.append(rf"(?:{'|'.join(map(re.escape, words))})\b(?!['’])")
    if between:
        parts.append(rf"(?:{'|'.join(map(re.escape, between))})['’]")
    return re.compile(rf"(?:{'|'.join(parts)})", re.IGNORECASE)
