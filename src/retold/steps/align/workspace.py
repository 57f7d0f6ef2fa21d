"""What the alignment of two texts works on: dense word numbers, weights, and the partners found so far."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from retold import parameters
from retold.kernels import Kernels
from retold.kernels.gaps import Spelling
from retold.kernels.reference import Distinct
from retold.language.folding import kept_form
from retold.settings import Align
from retold.tables import Ints, Witness

Weights = NDArray[np.float32]

_P = parameters.of("align", "workspace")
_SHORT = _P.integer("short")
_SHORT_WEIGHT = _P.number("short_weight")
_LEAST_WEIGHT = _P.number("least_weight")
_STEM = _P.integer("stem")
_KEPT = 256  # witnesses whose words are remembered: each is aligned with several others


class Run(NamedTuple):
    """Words of a set against words of b; `equal` runs are as long in both."""

    a_low: int
    a_high: int
    b_low: int
    b_high: int
    equal: bool = True
    moved: bool = False


@dataclass(frozen=True)
class Encoded:
    """Two witnesses with words as small numbers, equal where the folded words are.

    Words inside furniture get numbers of their own, so that they match nothing.
    `weight` says how telling each word number is, between 0 and 1.
    """

    a: Witness
    b: Witness
    ids_a: Ints
    ids_b: Ints
    weight: Weights
    hidden_a: NDArray[np.bool_]  # words of a inside furniture
    hidden_b: NDArray[np.bool_]
    settings: Align
    kernels: Kernels

    @property
    def spelling_a(self) -> Spelling:
        """The words of a, case folded."""
        return _spelt(self.a)

    @property
    def spelling_b(self) -> Spelling:
        """The words of b, case folded."""
        return _spelt(self.b)

    @cached_property
    def sentences_a(self) -> Ints:
        """Word ranges of the sentences of a; [m, 2]."""
        return _word_ranges(self.a)

    @cached_property
    def sentences_b(self) -> Ints:
        """Word ranges of the sentences of b; [m, 2]."""
        return _word_ranges(self.b)

    @cached_property
    def stems(self) -> tuple[Ints, Ints, Weights]:
        """Words of a and of b numbered by their first letters, and the weight of each number."""
        stems_a, stems_b, known = self.kernels.numbered(_stems(self.a), _stems(self.b))
        weight = np.ones(len(known), np.float32)
        np.minimum.at(weight, stems_a, self.weight[self.ids_a])
        np.minimum.at(weight, stems_b, self.weight[self.ids_b])
        return stems_a, stems_b, weight


@dataclass
class Workspace:
    """An alignment in the making, owned by `align`: runs found so far, and the words they leave free."""

    encoded: Encoded
    free_a: NDArray[np.bool_]
    free_b: NDArray[np.bool_]
    to_b: Ints
    to_a: Ints
    main: list[Run] = field(default_factory=list)  # in the same order in both texts
    moved: list[Run] = field(default_factory=list)  # everything out of that order

    def add(self, run: Run) -> None:
        """Take a run in; an equal one makes its words partners."""
        self.free_a[run.a_low : run.a_high] = False
        self.free_b[run.b_low : run.b_high] = False
        if run.equal:
            self.to_b[run.a_low : run.a_high] = np.arange(run.b_low, run.b_high)
            self.to_a[run.b_low : run.b_high] = np.arange(run.a_low, run.a_high)
        (self.moved if run.moved else self.main).append(run)

    def pair(self, left: list[int], right: list[int]) -> None:
        """Make the words partners, one to one."""
        self.to_b[left] = right
        self.to_a[right] = left

    def is_free(self, run: Run) -> bool:
        """Whether no other run holds any of its words."""
        free_a = self.free_a[run.a_low : run.a_high]
        free_b = self.free_b[run.b_low : run.b_high]
        return bool(free_a.all()) and bool(free_b.all())


def encode(
    a: Witness, b: Witness, settings: Align, idf: Mapping[int, float] | None, kernels: Kernels
) -> Encoded:
    """Number the words of both texts alike and weigh them."""
    ids_a, ids_b, vocabulary = kernels.numbered(_distinct(a), _distinct(b))
    ids = np.concatenate([ids_a, ids_b])
    weight = _local(a, b, ids, len(vocabulary)) if idf is None else _given(vocabulary, idf)
    hidden_a, hidden_b = a.tokens.furniture, b.tokens.furniture
    ids, weight = _apart(ids, np.concatenate([hidden_a, hidden_b]), weight)
    split = len(a.words)
    return Encoded(a, b, ids[:split], ids[split:], weight, hidden_a, hidden_b, settings, kernels)


def empty(encoded: Encoded) -> Workspace:
    """Nothing aligned yet; furniture is never free."""
    n, m = len(encoded.ids_a), len(encoded.ids_b)
    none_a, none_b = np.full(n, -1, np.int32), np.full(m, -1, np.int32)
    return Workspace(encoded, ~encoded.hidden_a, ~encoded.hidden_b, none_a, none_b)


def _given(vocabulary: NDArray[np.int64], idf: Mapping[int, float]) -> Weights:
    """The corpus's own weights, brought to 0 … 1; a word it does not know is rare."""
    most = max(idf.values(), default=1.0) or 1.0
    weight = np.array([idf.get(form, most) / most for form in vocabulary.tolist()], np.float32)
    return np.clip(weight, _LEAST_WEIGHT, 1).astype(np.float32)


def _local(a: Witness, b: Witness, ids: Ints, size: int) -> Weights:
    """Weights from the two texts alone: frequent words and short lower-case ones tell little."""
    split = len(a.words)
    counts_a, counts_b = np.bincount(ids[:split], minlength=size), np.bincount(ids[split:], minlength=size)
    counts = np.maximum(1, np.maximum(counts_a, counts_b))
    length = max(split, len(ids) - split) + 2
    weight = (1 - np.log(counts) / np.log(length)).astype(np.float32)
    short = np.concatenate([_short(a), _short(b)])
    weight[ids[short]] *= np.float32(_SHORT_WEIGHT)
    floored: Weights = np.maximum(weight, _LEAST_WEIGHT).astype(np.float32)
    return floored


@lru_cache(maxsize=_KEPT)
def _short(witness: Witness) -> NDArray[np.bool_]:
    """Which words are short and in lower case."""
    text, starts, ends = witness.text, witness.words.starts, witness.words.ends
    short = ends - starts <= _SHORT
    places = np.flatnonzero(short)
    spans = zip(starts[places].tolist(), ends[places].tolist(), strict=True)
    short[places] = [text[low:high].islower() for low, high in spans]
    return short


def _apart(ids: Ints, hidden: NDArray[np.bool_], weight: Weights) -> tuple[Ints, Weights]:
    """Hidden words numbered anew, each by itself."""
    count = int(hidden.sum())
    ids = ids.copy()
    ids[hidden] = np.arange(len(weight), len(weight) + count, dtype=np.int32)
    return ids, np.concatenate([weight, np.full(count, _LEAST_WEIGHT, np.float32)])


@lru_cache(maxsize=_KEPT)
def _spelt(witness: Witness) -> Spelling:
    """The words, case folded; shared, so not to be changed."""
    text = witness.text
    spans = zip(witness.words.starts.tolist(), witness.words.ends.tolist(), strict=True)
    return Spelling([witness.language.fold(text[low:high]) for low, high in spans])


@lru_cache(maxsize=_KEPT)
def _distinct(witness: Witness) -> Distinct:
    """The different forms of its words."""
    return Distinct.of(witness.words.forms)


@lru_cache(maxsize=_KEPT)
def _stems(witness: Witness) -> Distinct:
    """The form of the first letters of each word, in every language.

    The stems of a language pack find fewer of the words that a summary puts otherwise.
    """
    return Distinct.of(np.array([kept_form(word[:_STEM]) for word in _spelt(witness).words], np.int64))


@lru_cache(maxsize=_KEPT)
def _word_ranges(witness: Witness) -> Ints:
    """Sentences as word ranges; words outside every sentence belong to the one before it; [m, 2]."""
    if not len(witness.words):
        return np.zeros((0, 2), np.int32)
    turns = np.flatnonzero(np.diff(witness.tokens.sentence)) + 1
    bounds = np.r_[0, turns, len(witness.words)]
    return np.stack([bounds[:-1], bounds[1:]], axis=1).astype(np.int32)
