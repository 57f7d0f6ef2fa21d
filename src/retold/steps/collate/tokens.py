"""A grid as tokens, and a grid from tokens that stand in columns already."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

import numpy as np

from retold import language, parameters
from retold.errors import InputError
from retold.language import Language, folding
from retold.messages import N_
from retold.model import Article, Collation
from retold.tables import MISSING, NOTHING, Grid, Witness, Words

_LOST_END = parameters.of("collate", "lacunae").integer("lost_end")


def readings(grid: Grid) -> Collation:
    """The columns as tokens: a word with the punctuation that clings to it, '' for nothing.

    Read down one version, the tokens are its whole text but for white space
    at their edges. A text without any word has no token.
    """
    tokens = [_tokens(witness) for witness in grid.witnesses]
    rows = grid.cells.tolist()
    columns = tuple(tuple(tokens[v][word] if word >= 0 else "" for v, word in enumerate(row)) for row in rows)
    return Collation(tuple(w.id for w in grid.witnesses), columns, grid.moves)


def _tokens(witness: Witness) -> list[str]:
    """The text cut between its words, at the last white space before each."""
    text, words = witness.text, witness.words
    starts, ends = words.starts.tolist(), words.ends.tolist()
    cuts = [0, *(_cut(text, end, start) for end, start in zip(ends[:-1], starts[1:], strict=True)), len(text)]
    return [text[low:high].strip() for low, high in pairwise(cuts)] if starts else []


def _cut(text: str, end: int, start: int) -> int:
    """Where between two words the second one's token begins."""
    between = text[end:start]
    clinging = len(between) - len(between.rstrip()) == 0 and any(sign.isspace() for sign in between)
    if not clinging:
        return start
    return start - len(between.split()[-1])


def filled(table: Mapping[str, str | Sequence[str | None]]) -> dict[str, str | Sequence[str | None]]:
    """The witnesses with their rows of tokens as long as the longest: what a row lacks at its end is lost.

    Plain texts stay as they are.

    >>> filled({"A": ["the", "cat", "sat"], "B": ["the", "cat"]})["B"]
    ['the', 'cat', None]
    """
    longest = max((len(row) for row in table.values() if not isinstance(row, str)), default=0)
    return {
        sigil: row if isinstance(row, str) or len(row) == longest else [*row, *[None] * (longest - len(row))]
        for sigil, row in table.items()
    }


def columns(table: Mapping[str, Sequence[str | None]]) -> Grid:
    """A grid from witnesses given as tokens in columns already, '' for a gap, None for what is lost.

    Each token counts as one word, whatever it holds. Raises `InputError` when
    the columns are not equally long, or a witness is plain text.

    >>> columns({"B": ["a", "cat", ""], "A": ["the", "cat", "sat"]}).cells.tolist()
    [[0, 0], [1, 1], [2, -1]]
    """
    lengths = {len(tokens) for tokens in table.values()}
    if len(lengths) > 1 or any(isinstance(tokens, str) for tokens in table.values()):
        raise InputError(
            N_("the witnesses' columns differ in length"), N_("give one token, or '', for each place")
        )
    sigils = sorted(table)
    cells = np.full((max(lengths, default=0), len(sigils)), NOTHING, np.int32)
    for k, sigil in enumerate(sigils):
        filled = np.array([bool((token or "").strip()) for token in table[sigil]], np.bool_)
        cells[filled, k] = np.arange(int(filled.sum()))
        cells[[token is None for token in table[sigil]], k] = MISSING
    longest = max((" ".join(filter(None, tokens)) for tokens in table.values()), key=len, default="")
    spoken = language.of_text(longest)
    return Grid(tuple(_witness(sigil, table[sigil], spoken) for sigil in sigils), cells)


def with_lost_ends(grid: Grid) -> Grid:
    """The grid in which a witness that ends long before most others, or begins long after, is lost there.

    Whoever copies leaves words out; a text that breaks off has lost its last leaves, a fragment its first.
    """
    there, cells = grid.cells >= 0, grid.cells.copy()
    common = there.mean(axis=1) >= 0.5 if there.size else np.zeros(len(cells), np.bool_)
    for version in range(cells.shape[1]):
        held = np.flatnonzero(there[:, version])
        if not held.size:
            continue
        for beyond in (slice(int(held[-1]) + 1, None), slice(0, int(held[0]))):
            if common[beyond].sum() >= _LOST_END:
                cells[beyond, version] = MISSING
    return replace(grid, cells=cells)


def _witness(sigil: str, column: Sequence[str | None], spoken: Language) -> Witness:
    """A witness whose text is its tokens, a space between two."""
    tokens = [token.strip() for token in column if token and token.strip()]
    lengths = np.array([len(token) for token in tokens], np.int64)
    starts = np.cumsum(lengths + 1) - lengths - 1
    forms = np.array([_form(token) for token in tokens], np.int64)
    words = Words(starts.astype(np.int32), (starts + lengths).astype(np.int32), forms)
    text = " ".join(tokens)
    whole = np.array([[0, len(text)]] if tokens else [], np.int32).reshape(-1, 2)
    return Witness(Article(sigil, text), words, whole, whole, language=spoken)


def _form(token: str) -> int:
    """The form of the token without outer punctuation; punctuation alone stands for itself."""
    folded = folding.fold(token)
    inner = folded.strip("".join(sign for sign in set(folded) if not sign.isalnum()))
    return folding.form(inner or folded)
