"""Wide things: words, anchors and alignments as flat numpy arrays.

A 500-word article costs about 6 KiB here and 100 KiB as word objects.
All offsets are characters of `Article.text` unless a comment says words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from retold.model import Article, Credit, DateMention, Move, Passage, Quote, Span

Ints = NDArray[np.int32]
Hashes = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The words of one text; punctuation and space lie between them.

    Two words with equal `forms` read the same but for case, quote marks,
    apostrophes and the points of an acronym (U.S. = US).
    """

    starts: Ints  # [n] first character
    ends: Ints  # [n] one past the last character
    forms: Hashes  # [n] 63-bit hash of the folded word, the same on every machine

    def __len__(self) -> int:
        return len(self.starts)

    def within(self, start: int, end: int) -> tuple[int, int]:
        """The half-open range of word numbers that lie inside these characters."""
        low = int(np.searchsorted(self.starts, start, side="left"))
        high = int(np.searchsorted(self.ends, end, side="right"))
        return low, max(low, high)

    def touching(self, start: int, end: int) -> tuple[int, int]:
        """The half-open range of word numbers that share a character with these."""
        low = int(np.searchsorted(self.ends, start, side="right"))
        high = int(np.searchsorted(self.starts, end, side="left"))
        return low, max(low, high)

    def chars(self, low: int, high: int) -> tuple[int, int]:
        """The characters from word `low` to before word `high`; needs low < high."""
        return int(self.starts[low]), int(self.ends[high - 1])


SHAPES = ("named", "plain", "short")  # not in lower case; in lower case; the same, of three letters or less


@dataclass(frozen=True, slots=True, eq=False)
class ManyWords:
    """The words of many texts, one text after another: text t has words bounds[t] to before bounds[t + 1]."""

    starts: Ints  # [n] first character, within its text
    ends: Ints  # [n]
    forms: Hashes  # [n] see `Words`
    shapes: NDArray[np.uint8]  # [n] place in SHAPES
    bounds: NDArray[np.int64]  # [texts + 1]

    def __len__(self) -> int:
        return len(self.bounds) - 1

    @staticmethod
    def of(each: Sequence[Words], texts: Sequence[str]) -> ManyWords:
        """The words of each text put one after another."""
        shapes = [
            np.fromiter(_shapes(one, text), np.uint8, len(one)) for one, text in zip(each, texts, strict=True)
        ]
        return ManyWords(
            np.concatenate([np.zeros(0, np.int32), *(one.starts for one in each)]),
            np.concatenate([np.zeros(0, np.int32), *(one.ends for one in each)]),
            np.concatenate([np.zeros(0, np.int64), *(one.forms for one in each)]),
            np.concatenate([np.zeros(0, np.uint8), *shapes]),
            np.cumsum([0, *map(len, each)]),
        )

    def text(self, number: int) -> Words:
        """The words of one text."""
        here = slice(self.bounds[number], self.bounds[number + 1])
        return Words(self.starts[here], self.ends[here], self.forms[here])


def _shapes(words: Words, text: str) -> Iterator[int]:
    for start, end in zip(words.starts.tolist(), words.ends.tolist(), strict=True):
        yield 0 if not text[start].islower() else 2 if end - start <= _SHORT_LETTERS else 1


_SHORT_LETTERS = 3


@dataclass(frozen=True, slots=True, eq=False)
class Witness:
    """An article made ready for comparison: what one pass over it alone can tell.

    `sentences` and `paragraphs` are character ranges in order, without overlap.
    `furniture` lists spans that every later step skips.
    """

    article: Article
    words: Words
    sentences: Ints  # [m, 2] characters
    paragraphs: Ints  # [k, 2] characters
    quotes: tuple[Quote, ...] = ()
    dates: tuple[DateMention, ...] = ()
    credits: tuple[Credit, ...] = ()
    furniture: tuple[Span, ...] = ()

    @property
    def id(self) -> str:
        """The article's id."""
        return self.article.id

    @property
    def text(self) -> str:
        """The article's text."""
        return self.article.text

    def span(self, low: int, high: int) -> Span:
        """The span of words `low` to before `high`; needs low < high."""
        start, end = self.words.chars(low, high)
        return Span(self.id, start, end)


@dataclass(frozen=True, slots=True, order=True)
class Block:
    """A pair of word ranges set against each other; either may be empty.

    kind: equal (same words), replaced (both sides differ), only a, only b.
    A moved block is equal or replaced, and out of order with its neighbours.
    """

    a_low: int  # words of a, half-open
    a_high: int
    b_low: int  # words of b, half-open
    b_high: int
    kind: str
    moved: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Alignment:
    """Two witnesses word by word.

    Every word of each text stands in exactly one block; blocks are in a's
    order, and words only b has follow the block they stand behind in b.
    """

    a: Witness
    b: Witness
    to_b: Ints  # [words of a] its partner in b, -1 for none
    to_a: Ints  # [words of b] its partner in a, -1 for none
    blocks: tuple[Block, ...]
    passages: tuple[Passage, ...]

    def carry(self, span: Span) -> Span | None:
        """Where the other text has what `span` covers, None where it lacks it.

        Works both ways: a span of `a` is carried to `b` and one of `b` to `a`.
        The result runs from the first to the last partner of the span's words,
        strays far from the rest left out.
        """
        forward = span.article == self.a.id
        here, there = (self.a, self.b) if forward else (self.b, self.a)
        low, high = here.words.touching(span.start, span.end)
        partners = (self.to_b if forward else self.to_a)[low:high]
        partners = np.sort(partners[partners >= 0])
        if not len(partners):
            return None
        first, last = _densest(partners, reach=2 * (high - low) + 4)
        return there.span(first, last + 1)

    def turned(self) -> Alignment:
        """The same alignment seen from the other text."""
        blocks = tuple(
            sorted(
                Block(k.b_low, k.b_high, k.a_low, k.a_high, _TURNED.get(k.kind, k.kind), k.moved)
                for k in self.blocks
            )
        )
        passages = tuple(Passage(p.b, p.a, p.kind, p.score) for p in self.passages)
        return Alignment(self.b, self.a, self.to_a, self.to_b, blocks, passages)


@dataclass(frozen=True, slots=True, eq=False)
class Grid:
    """The words of all versions of a text, set out in places.

    `cells[k, v]` is the word number that witness v has at place k, -1 for
    nothing. Down a column of the array the word numbers rise and none is missing.
    Witnesses are sorted by id, so that input order changes nothing.
    """

    witnesses: tuple[Witness, ...]
    cells: Ints  # [places, versions]
    moves: tuple[Move, ...] = ()

    def form(self, place: int, version: int) -> int:
        """The folded form of the reading there, 0 for nothing."""
        word = self.cells[place, version]
        return int(self.witnesses[version].words.forms[word]) if word >= 0 else 0


_TURNED = {"only a": "only b", "only b": "only a"}


def _densest(places: Ints, reach: int) -> tuple[int, int]:
    """First and last of the most `places` (sorted) that fit in `reach` words."""
    ends = np.searchsorted(places, places + reach, side="right")
    best = int(np.argmax(ends - np.arange(len(places))))
    return int(places[best]), int(places[ends[best] - 1])


# ---- the pile and its pairs ----


@dataclass(frozen=True, slots=True, eq=False)
class Grams:
    """Word n-grams of a pile with their places, in order of article and word.

    Parts of a pile, taken apart, are joined by `fingerprint.joined`.
    """

    hash: Hashes  # [g]
    article: Ints  # [g] number of the article in the pile
    word: Ints  # [g] number of the n-gram's first word
    keys: Hashes  # [articles] hash of all of an article's words: equal for exact republication
    names: Hashes  # [articles] hash of the article's id, by which ties are broken whatever the order
    width: int  # words of an n-gram

    def __len__(self) -> int:
        return len(self.hash)


@dataclass(frozen=True, slots=True, eq=False)
class Bags:
    """The different words of each article, sorted: article i has `words[bounds[i]:bounds[i + 1]]`."""

    words: Ints  # [n] place in the vocabulary
    times: NDArray[np.uint16]  # [n] how often the article has it, at most 65535
    bounds: NDArray[np.int64]  # [articles + 1]
    forms: Hashes  # [vocabulary] rising
    shapes: NDArray[np.uint8]  # [vocabulary] the commonest shape it has (last in SHAPES)

    def __len__(self) -> int:
        return len(self.bounds) - 1

    @staticmethod
    def joined(parts: Sequence[Bags]) -> Bags:
        """The bags of a pile taken in parts, as if it had been taken whole."""
        forms, places = np.unique(
            np.concatenate([np.zeros(0, np.int64), *(part.forms for part in parts)]), return_inverse=True
        )
        shapes = np.zeros(len(forms), np.uint8)
        np.maximum.at(shapes, places, np.concatenate([shapes[:0], *(part.shapes for part in parts)]))
        firsts = np.cumsum([0, *(len(part.forms) for part in parts)]).tolist()
        places = places.astype(np.int32)
        words = [places[low:][part.words] for part, low in zip(parts, firsts, strict=False)]
        return Bags(
            np.concatenate([np.zeros(0, np.int32), *words]),
            np.concatenate([np.zeros(0, np.uint16), *(part.times for part in parts)]),
            np.cumsum(np.concatenate([np.zeros(1, np.int64), *(np.diff(part.bounds) for part in parts)])),
            forms,
            shapes,
        )


@dataclass(frozen=True, slots=True, eq=False)
class Ties:
    """What the alignment of each candidate pair says of copying; articles by number."""

    a: Ints  # [pairs]
    b: Ints  # [pairs]
    ways: NDArray[np.float64]  # [pairs, 2, 4] what the one whose id comes first may have from the other; back
    same: NDArray[np.bool_]  # [pairs] whether both print much the same

    def __len__(self) -> int:
        return len(self.a)

    @staticmethod
    def joined(parts: Sequence[Ties]) -> Ties:
        """All ties of the parts; needs one part or more."""
        names = ("a", "b", "ways", "same")
        return Ties(*(np.concatenate([getattr(part, name) for part in parts]) for name in names))


@dataclass(frozen=True, slots=True, eq=False)
class Pairs:
    """Pairs of articles worth aligning, sorted by article numbers (a < b).

    `same[i]` is the article that stands for all with the words of i, itself if
    it is the only one; which one does not depend on the order of the pile.
    Only articles that stand for themselves are paired; each other one is
    paired with the one that stands for it.
    """

    a: Ints  # [pairs] article numbers
    b: Ints  # [pairs]
    share: NDArray[np.float64]  # [pairs] of the lesser one's n-grams, by rarity; 1 where common ones tie them
    same: Ints  # [articles]

    def __len__(self) -> int:
        return len(self.a)
