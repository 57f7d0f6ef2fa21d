"""A sentence as a row of words, marks and whole quotations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from retold import parameters
from retold.model import Quote
from retold.steps.statements.segments import Segment

DASHES = frozenset("-–—―")
_MARKS = '“”"»«’‘›‹ \u00a0\u202f'
_STOPS = frozenset(".!?…")
_LONGEST = parameters.of("statements", "patterned").integer("longest")


@cache
def _expression(clitic: str) -> re.Pattern[str]:
    """Initials, numbers with what is set on them, elided words, clitics, words, marks."""
    return re.compile(
        rf"[^\W\d_]\.(?=\s?[^\W\d_])|\d+(?:[.,]\d+)*(?:-[^\W\d_]+)?|{clitic}\b|[^\W\d_]{{1,2}}['’](?=\w)"
        rf"|[^\W_]+(?:(?!{clitic}\b)-[^\W_]+)*|[^\w\s]"
    )


@dataclass(frozen=True, slots=True)
class Piece:
    """A word, a mark, or a quotation with its marks; `quote` is its number in the witness, else -1."""

    text: str
    start: int
    end: int
    quote: int = -1

    @property
    def lower(self) -> str:
        """The word in lower case, with a straight apostrophe; "" for a quotation."""
        return "" if self.quote >= 0 else self.text.lower().replace("’", "'")

    @property
    def stops(self) -> bool:
        """Whether it is a quotation with its full stop within its marks."""
        return self.quote >= 0 and self.text.rstrip(_MARKS)[-1:] in _STOPS

    @property
    def word(self) -> bool:
        """Whether it is a word."""
        return self.quote < 0 and self.text[0].isalnum()

    @property
    def capital(self) -> bool:
        """Whether it is a word with a capital first letter."""
        return self.quote < 0 and self.text[0].isupper()


def pieces(text: str, segment: Segment, quotes: Sequence[Quote], clitic: str = "(?!)") -> list[Piece]:
    """The pieces of a sentence in order, those of its dateline aside.

    `clitic` is an expression for what is cut off its verb.
    """
    found: list[Piece] = []
    cut = _expression(clitic)
    first = [quotes[number].outer.start for number in segment.quotes[:1]]
    at = min([*first, segment.runs[0].start]) if segment.runs else segment.start
    for number in segment.quotes:
        outer = quotes[number].outer
        found += _words(text, at, outer.start, cut)
        found.append(Piece(text[outer.start : outer.end], outer.start, outer.end, number))
        at = max(at, outer.end)
    return [*found, *_words(text, at, segment.end, cut)]


def stretches(row: list[Piece]) -> Iterator[list[Piece]]:
    """A row in parts no longer than any real sentence: to read one costs its length times its verbs."""
    for low in range(0, max(1, len(row)), _LONGEST):
        yield row[low : low + _LONGEST]


def last_sentence(row: Sequence[Piece]) -> Sequence[Piece]:
    """What stands behind the last quotation that ends with a full stop within its marks."""
    return row[next((k + 1 for k in range(len(row) - 1, -1, -1) if row[k].stops), 0) :]


def _words(text: str, start: int, end: int, cut: re.Pattern[str]) -> list[Piece]:
    return [Piece(match.group(), *match.span()) for match in cut.finditer(text, start, max(start, end))]
