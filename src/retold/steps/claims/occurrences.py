"""Where a claim can stand in one article: statements, and figures with their event."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

import numpy as np

from retold import gazetteer, parameters
from retold.gazetteer import figures
from retold.gazetteer.figures import Figure
from retold.model import Span, Statement
from retold.tables import Ints, Witness

_WORD = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)?")
_P = parameters.of("claims", "occurrences")
_AROUND = _P.integer("around")


@cache
def _small() -> frozenset[str]:
    data = gazetteer.toml("en/slips")
    return frozenset([*data["small"], *data["common"]])


@dataclass(frozen=True, slots=True, eq=False)
class Occurrence:
    """A statement or a figure in one article.

    `words` are the numbers of its words in the article, `terms` the stems by
    which it is told from others, `reading` who says it or how much it is.
    """

    article: str
    spans: tuple[Span, ...]
    words: Ints
    terms: frozenset[str]
    reading: str
    support: float
    statement: Statement | None = None
    figure: Figure | None = None
    head: str = ""  # of a figure: the stem of the noun or verb it goes with


def of_statements(witness: Witness, said: Sequence[Statement]) -> Iterator[Occurrence]:
    """The statements of an article that have a content."""
    for one in said:
        words = _inside(witness, one.content)
        terms = frozenset(t for span in one.content for t in stems(span.of(witness.text)))
        if len(words) and terms:
            name = one.speaker_name or ""
            support = one.support * (one.speakers[0].support if name else 1.0)
            yield Occurrence(witness.id, one.content, words, terms, name, support, statement=one)


def of_figures(witness: Witness) -> Iterator[Occurrence]:
    """The figures of an article that count something, with the words around them."""
    barred = [(d.span.start, d.span.end) for d in witness.dates if d.kind in ("DATE", "TIME")]
    for figure in figures.find(witness.text, barred):
        if figure.weak or figure.unit == "ordinal":
            continue
        span = Span(witness.id, figure.start, figure.end)
        before, after = _context(witness, span)
        head = next(iter(after), "") or (before[-1] if before else "")
        terms = frozenset([*before, *after])
        words = _inside(witness, (span,))
        if head and len(words):
            yield Occurrence(witness.id, (span,), words, terms, figure.reading, 0.9, figure=figure, head=head)


def _context(witness: Witness, span: Span) -> tuple[list[str], list[str]]:
    """Stems before and behind a figure, within its sentence."""
    number = int(np.searchsorted(witness.sentences[:, 0], span.start, side="right")) - 1
    low, high = witness.sentences[number].tolist() if number >= 0 else (span.start, span.end)
    low, high = max(low, span.start - 120), min(max(high, span.end), span.end + 120)
    before = stems(witness.text[low : span.start])[-_AROUND:]
    return before, stems(witness.text[span.end : high])[:_AROUND]


def _inside(witness: Witness, spans: Sequence[Span]) -> Ints:
    parts = [np.arange(*witness.words.touching(s.start, s.end)) for s in spans]
    return np.unique(np.concatenate([np.zeros(0, np.int64), *parts])).astype(np.int32)


def stems(text: str) -> list[str]:
    """The telling words of a text, endings taken off.

    >>> stems("The crews rescued 32 passengers")
    ['crew', 'rescu', '32', 'passenger']
    """
    return [_stem(w) for w in _WORD.findall(text.casefold()) if w not in _small()]


@lru_cache(maxsize=1 << 14)
def _stem(word: str) -> str:
    bare = re.sub(r"['’].*$", "", word)
    for ending in ("ing", "ies", "ed", "es", "s", "e"):
        if bare.endswith(ending) and len(bare) - len(ending) >= 4:
            return bare[: -len(ending)]
    return bare
