"""How far apart two versions are as typed: in words, marks and blanks.

Readings leave out how a text was typed: its marks, its line breaks and blank lines, where its paragraphs
stand. Versions of one document hand these down as they do words. So two texts are as far apart as the edits
of their words, marks and blanks, and as the runs of characters that only one has, which moving a paragraph
hardly changes; where much was reworded, the order of words tells more than such runs, and they count less.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from retold import parameters
from retold.algorithms.edits import sequence_distances
from retold.steps.lineage.readings import Floats
from retold.tables import Hashes, Witness
from retold.tables.words import code_points

_P = parameters.of("lineage", "typed")
RUN = _P.integer("run")
REWORDED = _P.number("reworded")

Places = NDArray[np.intp]
_BLOCK = 8192  # runs at a time: bounds memory, changes nothing
_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")


def log_distances(witnesses: Sequence[Witness], readings: Floats) -> Floats:
    """[versions, versions] the logarithm of 1 and what differs, in tokens, runs of characters and readings.

    `readings` [versions, versions] are those that part each two, to which a long omission is one event.
    """
    texts = [_typed(one) for one in witnesses]
    edits, sizes = _edits(texts)
    bulk = max(0.0, 1.0 - _reworded_share(edits, sizes) / REWORDED)
    rest = np.log1p(_runs_apart(texts)) + 2 * np.log1p(readings)
    mean: Floats = (np.log1p(edits) + bulk * rest) / (1.0 + 3 * bulk)
    return mean


def _edits(texts: Sequence[str]) -> tuple[Floats, Floats]:
    """[texts, texts] the edits between tokens, and [texts] how many tokens there are."""
    tokens = [_TOKEN.findall(text) for text in texts]
    return sequence_distances(tokens), np.array([len(one) for one in tokens], dtype=np.float64)


def _reworded_share(edits: Floats, sizes: Floats) -> float:
    """The share of its tokens that a version has otherwise than its nearest, in the (lower) median.

    What one of the two is longer by is left out or added rather than reworded.
    """
    other = edits - np.abs(sizes[:, None] - sizes[None, :])
    nearest = np.where(np.eye(len(edits), dtype=bool), np.inf, other).min(axis=1)
    return float(np.quantile(nearest / np.maximum(sizes, 1), 0.5, method="lower"))


def _typed(witness: Witness) -> str:
    """The text of a version as it stands, without page furniture."""
    starts = witness.words.starts
    kept = np.flatnonzero(~witness.tokens.furniture).tolist()
    ends = [*starts[1:].tolist(), len(witness.text)]
    return "".join(witness.text[int(starts[word]) : ends[word]] for word in kept)


def _runs_apart(typed: Sequence[str]) -> Floats:
    """[versions, versions] how many runs of characters only one of two texts has."""
    held = [np.unique(_run_hashes(text)) for text in typed]
    _, runs = np.unique(np.concatenate(held), return_inverse=True)
    sizes = np.array([len(one) for one in held], dtype=np.float64)
    owners = np.repeat(np.arange(len(held)), [len(one) for one in held])
    apart: Floats = sizes[:, None] + sizes[None, :] - 2 * _shared(owners, runs, len(held))
    return apart


def _shared(owners: Places, runs: Places, count: int) -> Floats:
    """[texts, texts] how many runs two texts share; a block of runs at a time, as each has few owners."""
    order = np.argsort(runs, kind="stable")
    owners, runs = owners[order], runs[order]
    total = np.zeros((count, count))
    for first in range(0, int(runs[-1]) + 1, _BLOCK):
        low, high = np.searchsorted(runs, [first, first + _BLOCK])
        has = np.zeros((count, _BLOCK), dtype=np.float32)
        has[owners[low:high], runs[low:high] - first] = 1
        total += has @ has.T
    return total


def _run_hashes(text: str) -> Hashes:
    """A number for each run of characters, at least one."""
    letters = code_points(text.ljust(RUN)).astype(np.int64)
    count = len(letters) - RUN + 1
    found = np.zeros(count, dtype=np.int64)
    for at in range(RUN):
        found = found * 1_000_003 + letters[at : at + count]
    return found
