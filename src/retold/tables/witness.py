"""An article made ready for comparison, and what comes of laying versions side by side."""

from __future__ import annotations

from dataclasses import dataclass, field

from retold.language import UNIVERSAL, Language
from retold.language.numbers import Figure
from retold.model import Article, Credit, DateMention, Move, Passage, Quote, Span
from retold.tables.tokens import Places, Tokens, token_table
from retold.tables.words import Ints, Words


@dataclass(frozen=True, slots=True, eq=False)
class Witness:
    """An article made ready for comparison: what one pass over it alone can tell.

    `sentences` and `paragraphs` are character ranges in order, without overlap.
    `furniture` lists spans that every later step skips. `language` is the one
    that the article is in, the universal one where that is not known.
    """

    article: Article
    words: Words
    sentences: Ints  # [m, 2] characters
    paragraphs: Ints  # [k, 2] characters
    quotes: tuple[Quote, ...] = ()
    dates: tuple[DateMention, ...] = ()
    credits: tuple[Credit, ...] = ()
    furniture: tuple[Span, ...] = ()
    figures: tuple[Figure, ...] = ()
    language: Language = UNIVERSAL
    _tokens: list[Tokens] = field(default_factory=list, init=False, repr=False)

    @property
    def tokens(self) -> Tokens:
        """The table of the article's words, made when first asked for and kept."""
        if not self._tokens:
            self._tokens.append(token_table(self.text, self.words, self._places()))
        return self._tokens[0]

    def _places(self) -> Places:
        return Places(
            self.sentences,
            self.paragraphs,
            self.quotes,
            self.furniture,
            [(figure.start, figure.end) for figure in self.figures],
            [(one.span.start, one.span.end) for one in self.dates],
        )

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


NOTHING, MISSING = -1, -2  # in a cell: the witness has no word here; what it had here is lost


@dataclass(frozen=True, slots=True, eq=False)
class Grid:
    """The words of all versions of a text, set out in places.

    `cells[k, v]` is the word number that witness v has at place k, NOTHING where
    it left the place out, MISSING where it has lost it.
    Down a column of the array the word numbers rise and none is missing.
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
