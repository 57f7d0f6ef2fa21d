"""What is known of each word of an article, in one flat table made once.

Steps ask the table: none works out again which words stand in a quotation, in a page's
furniture or in which sentence. One array a column and one row a word, so that a table is
batched, sent and stored as it is (an Arrow record batch has the same columns).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

from retold.model import Quote, Span
from retold.tables.words import Hashes, Ints, Words, shapes_of

Flags = NDArray[np.bool_]

_OPENING = re.compile(r"[—–:(\[]|\s-+\s")  # a capital behind these may be that of a sentence
_LOOKED_AT = 8  # characters between two words in which such a sign stands


@dataclass(frozen=True, slots=True, eq=False)
class Tokens:
    """The words of an article with what one pass over it tells; every column has one row a word.

    A number that points into a list of the witness counts from 1, so that 0 says none.
    """

    starts: Ints  # first character
    ends: Ints  # one past the last character
    forms: Hashes  # see `Words`
    shape: NDArray[np.uint8]  # place in SHAPES
    sentence: Ints  # number of its sentence, -1 before the first
    paragraph: Ints  # number of its paragraph, -1 before the first
    quotation: Ints  # 1 + number (in `Witness.quotes`) of the outermost quotation around it, 0 for none
    furniture: Flags  # stands, wholly or in part, in what belongs to the page and not to the report
    opener: Flags  # first word of a sentence, of a quotation or behind a dash: its capital says nothing
    figure: Ints  # 1 + number (in `Witness.figures`) of the figure it is part of, 0 for none
    name: Flags  # begins with a capital and is no opener
    date: Ints  # 1 + number (in `Witness.dates`) of the time it is part of, 0 for none

    def __len__(self) -> int:
        return len(self.starts)

    @property
    def quoted(self) -> Flags:
        """Which words stand inside quotation marks."""
        return self.quotation > 0

    def columns(self) -> dict[str, NDArray[np.generic]]:
        """The columns by name, as `pyarrow.record_batch` takes them."""
        return {one.name: getattr(self, one.name) for one in fields(self)}


@dataclass(frozen=True, slots=True, eq=False)
class Places:
    """Where in the text the columns come from: character ranges, in order."""

    sentences: Ints  # [m, 2]
    paragraphs: Ints  # [k, 2]
    quotes: Sequence[Quote]
    furniture: Iterable[Span]
    figures: Iterable[tuple[int, int]]
    dates: Iterable[tuple[int, int]]


def token_table(text: str, words: Words, places: Places) -> Tokens:
    """The table of a text, from its words and what was found in it."""
    outermost = [
        (n, quote.span.start, quote.span.end) for n, quote in enumerate(places.quotes, 1) if not quote.level
    ]
    opener = _openers(text, words, places)
    shape = np.fromiter(shapes_of(words, text), np.uint8, len(words))
    return Tokens(
        starts=words.starts,
        ends=words.ends,
        forms=words.forms,
        shape=shape,
        sentence=_number_of(places.sentences, words),
        paragraph=_number_of(places.paragraphs, words),
        quotation=_inside(words, outermost),
        furniture=touched(words, ((s.start, s.end) for s in places.furniture)),
        opener=opener,
        figure=_covering(words, places.figures),
        name=capitals(text, words) & ~opener,
        date=_covering(words, places.dates),
    )


def _number_of(ranges: Ints, words: Words) -> Ints:
    """For each word the number of the range that begins last before it, -1 for none."""
    return (np.searchsorted(ranges[:, 0], words.starts, side="right") - 1).astype(np.int32)


def _inside(words: Words, ranges: Iterable[tuple[int, int, int]]) -> Ints:
    """For each word the number of the range that holds all of it, 0 for none."""
    found = np.zeros(len(words), np.int32)
    for number, start, end in ranges:
        found[slice(*words.within(start, end))] = number
    return found


def _covering(words: Words, ranges: Iterable[tuple[int, int]]) -> Ints:
    """For each word 1 + the number of the range that it shares a character with, 0 for none."""
    found = np.zeros(len(words), np.int32)
    for number, (start, end) in enumerate(ranges, 1):
        found[slice(*words.touching(start, end))] = number
    return found


def touched(words: Words, ranges: Iterable[tuple[int, int]]) -> Flags:
    """Which words share a character with one of the ranges."""
    return _covering(words, ranges) > 0


def capitals(text: str, words: Words) -> Flags:
    """Which words begin with a capital letter."""
    return np.fromiter((text[start].isupper() for start in words.starts.tolist()), np.bool_, len(words))


def _openers(text: str, words: Words, places: Places) -> Flags:
    """First words of sentences and quotations, and those behind a dash, a colon or a bracket."""
    opens = np.zeros(len(words) + 1, np.bool_)
    opens[np.searchsorted(words.starts, places.sentences[:, 0])] = True
    opens[np.searchsorted(words.starts, [quote.span.start for quote in places.quotes])] = True
    gaps = np.flatnonzero(words.starts[1:] - words.ends[:-1] >= 2) + 1
    for k in gaps.tolist():
        between = text[words.ends[k - 1] : words.starts[k]][:_LOOKED_AT]
        if not between.isspace() and _OPENING.search(between):
            opens[k] = True
    return opens[:-1]
