"""A grid as tokens, and a grid from tokens that stand in columns already."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

import numpy as np

from retold import language
from retold.errors import InputError
from retold.language import Language, folding
from retold.model import Article, Collation
from retold.tables import Grid, Witness, Words


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


def columns(table: Mapping[str, Sequence[str]]) -> Grid:
    """A grid from witnesses given as tokens in columns already, '' for a gap.

    Each token counts as one word, whatever it holds. Raises `InputError` when
    the columns are not equally long, or a witness is plain text.

    >>> columns({"B": ["a", "cat", ""], "A": ["the", "cat", "sat"]}).cells.tolist()
    [[0, 0], [1, 1], [2, -1]]
    """
    lengths = {len(tokens) for tokens in table.values()}
    if len(lengths) > 1 or any(isinstance(tokens, str) for tokens in table.values()):
        raise InputError("the witnesses' columns differ in length", "give one token, or '', for each place")
    sigils = sorted(table)
    cells = np.full((max(lengths, default=0), len(sigils)), -1, np.int32)
    for k, sigil in enumerate(sigils):
        filled = np.array([bool(token.strip()) for token in table[sigil]], np.bool_)
        cells[filled, k] = np.arange(int(filled.sum()))
    longest = max(table.values(), key=lambda tokens: sum(map(len, tokens)), default=())
    spoken = language.of_text(" ".join(longest))
    return Grid(tuple(_witness(sigil, table[sigil], spoken) for sigil in sigils), cells)


def _witness(sigil: str, column: Sequence[str], spoken: Language) -> Witness:
    """A witness whose text is its tokens, a space between two."""
    tokens = [token.strip() for token in column if token.strip()]
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
