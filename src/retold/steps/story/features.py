"""What an alignment shows of copying, as a handful of numbers.

All are symmetric: the shorter text and the longer one take the two sides, so
that a cut version of a long report looks the same from both. Shares are 0 … 1.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from retold.model import Span
from retold.tables import Alignment, Ints, Witness

Mask = NDArray[np.bool_]

NAMES = (
    "runs_short",  # words of the shorter text in shared runs of four words or more
    "runs_long",  # the same of the longer text
    "shared_short",  # words of the shorter text with an equal partner
    "shared_long",
    "passages_short",  # words of the shorter text inside passages
    "passages_long",
    "unquoted_short",  # words of the shorter text in such runs outside quotation marks, of those outside
    "quoted_short",  # the same inside quotation marks, of those inside
    "longest",  # logarithm of the longest run
    "long_runs",  # words in runs of eight or more, of the shorter text
    "order",  # of the shared words, those that kept their order
    "lacking_short",  # names and figures of the shorter text that the longer lacks
    "lacking_long",
    "ratio",  # logarithm of the lengths' ratio
    "likeness",  # cosine of the different words, names and figures counted more
)
_RUN, _LONG_RUN = 4, 8


def of(alignment: Alignment) -> NDArray[np.float64]:
    """The numbers of `NAMES` for one alignment, in their order."""
    if len(alignment.a.words) > len(alignment.b.words):
        alignment = alignment.turned()
    short, long = alignment.a, alignment.b
    n, m = max(1, len(short.words)), max(1, len(long.words))
    partners = equal_partners(alignment)
    runs, marks = runs_of(partners), quoted(short)
    held = in_runs(runs, len(short.words), _RUN)
    equal = int((partners >= 0).sum())
    values = (
        held.sum() / n,
        held.sum() / m,
        equal / n,
        equal / m,
        in_passages(short, (p.a for p in alignment.passages)),
        in_passages(long, (p.b for p in alignment.passages)),
        held[~marks].sum() / max(1, int((~marks).sum())),
        held[marks].sum() / max(1, int(marks.sum())),
        np.log1p(max((length for _, length in runs), default=0)),
        in_runs(runs, len(short.words), _LONG_RUN).sum() / n,
        1 - _moved(alignment) / max(1, equal),
        lacking(short, [long]),
        lacking(long, [short]),
        np.log(m / n),
        likeness(short, long),
    )
    return np.array(values, np.float64)


def equal_partners(alignment: Alignment) -> Ints:
    """For each word of a its partner in b if that is the same word, otherwise -1."""
    partners = alignment.to_b.copy()
    paired = np.flatnonzero(partners >= 0)
    same = alignment.a.words.forms[paired] == alignment.b.words.forms[partners[paired]]
    partners[paired[~same]] = -1
    return partners


def runs_of(partners: Ints) -> list[tuple[int, int]]:
    """Runs of words whose partners follow each other: (first word, length)."""
    if not len(partners):
        return []
    breaks = (np.diff(partners) != 1) | (partners[1:] < 0) | (partners[:-1] < 0)
    firsts = np.flatnonzero(np.r_[True, breaks])
    lengths = np.diff(np.r_[firsts, len(partners)])
    shared = partners[firsts] >= 0
    return list(zip(firsts[shared].tolist(), lengths[shared].tolist(), strict=True))


def in_runs(runs: Iterable[tuple[int, int]], size: int, least: int) -> Mask:
    """Which of `size` words stand in a run of at least so many."""
    mask = np.zeros(size, np.bool_)
    for first, length in runs:
        if length >= least:
            mask[first : first + length] = True
    return mask


def quoted(witness: Witness) -> Mask:
    """Which words stand inside quotation marks."""
    return _covered(witness, (quote.span for quote in witness.quotes))


def in_passages(witness: Witness, spans: Iterable[Span]) -> float:
    """Share of a text's words that the spans cover."""
    return float(_covered(witness, spans).sum() / max(1, len(witness.words)))


def lacking(one: Witness, others: Sequence[Witness]) -> float:
    """Share of the names and figures of one text that none of the others has."""
    facts = np.unique(one.words.forms[_facts(one)])
    if not len(facts) or not others:
        return 0.0 if others else 1.0
    known = np.concatenate([other.words.forms for other in others])
    return float(1 - np.isin(facts, known).mean())


def likeness(one: Witness, other: Witness) -> float:
    """Cosine of the two texts' different words, names and figures counted four times."""
    left, right = np.unique(one.words.forms), np.unique(other.words.forms)
    facts = np.union1d(one.words.forms[_facts(one)], other.words.forms[_facts(other)])
    both = np.intersect1d(left, right, assume_unique=True)
    dot, norm_left, norm_right = (len(x) + 3 * int(np.isin(x, facts).sum()) for x in (both, left, right))
    return dot / max(1.0, float(np.sqrt(norm_left * norm_right)))


def _covered(witness: Witness, spans: Iterable[Span]) -> Mask:
    mask = np.zeros(len(witness.words), np.bool_)
    for span in spans:
        low, high = witness.words.touching(span.start, span.end)
        mask[low:high] = True
    return mask


def _moved(alignment: Alignment) -> int:
    return sum(
        block.a_high - block.a_low for block in alignment.blocks if block.moved and block.kind == "equal"
    )


def _facts(witness: Witness) -> Mask:
    """Words with a capital inside a sentence, or a figure."""
    text, starts = witness.text, witness.words.starts
    first = np.zeros(len(starts) + 1, np.bool_)
    if len(witness.sentences):
        first[np.searchsorted(starts, witness.sentences[:, 0])] = True
    letters = [text[place] for place in starts.tolist()]
    named = np.array([letter.isupper() for letter in letters], np.bool_) & ~first[:-1]
    return named | np.array([letter.isdigit() for letter in letters], np.bool_)
