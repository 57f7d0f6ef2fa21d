"""Places in texts, and what stands in them: spans, evidence, quotations, passages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from retold.model.printing import one_line

PassageKind = Literal["verbatim", "reworded"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of characters in an article's text.

    >>> Span("a1", 4, 9).of("The ferry sank.")
    'ferry'
    """

    article: str | None
    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters of `text` that the span covers."""
        return text[self.start : self.end]

    def __len__(self) -> int:
        return self.end - self.start

    def holds(self, other: Span) -> bool:
        """Whether `other` lies wholly inside this span of the same article."""
        same = self.article == other.article
        return same and self.start <= other.start and other.end <= self.end

    def meets(self, other: Span) -> bool:
        """Whether the two spans share at least one character."""
        same = self.article == other.article
        return same and self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Evidence:
    """One readable reason for a finding.

    `kind` is a short name (time, credit, slip, order …), `words` a sentence for people,
    `weight` the log-odds it adds (natural logarithm; negative speaks against).
    """

    kind: str
    spans: tuple[Span, ...]
    weight: float
    words: str

    __repr__ = one_line


@dataclass(frozen=True, slots=True)
class Quote:
    """Words inside quotation marks.

    `span` is what stands between the marks, `outer` includes them.
    `level` is 0 for an outermost quotation, 1 for one inside it.
    `thread` numbers the quotation within its article: the pieces of one
    quotation that runs over several paragraphs share a number.
    """

    span: Span
    outer: Span
    level: int = 0
    thread: int = 0


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of text that two articles share; `score` is its likeness, 0 to 1."""

    a: Span
    b: Span
    kind: PassageKind
    score: float
