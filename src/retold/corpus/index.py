"""The n-grams and words of a corpus, batch by batch; threads read ahead."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from retold.algorithms import heap
from retold.algorithms.ahead import ahead
from retold.corpus.articles import Corpus
from retold.kernels import Kernels
from retold.messages import N_
from retold.settings import Fingerprint
from retold.steps import fingerprint, story, words
from retold.tables import Bags, Grams, ManyWords, Weights

Progress = Callable[[str, int, int], None]  # step, done, of how many
Priors = NDArray[np.float32]


def silent(step: str, done: int, total: int) -> None:
    """Take no notice: the `Progress` of a caller who wants none."""


class Index:
    """What is known of the words of a corpus.

    `grams` reads it once; afterwards `bags` has the words of every article, and `priors` what
    `story.likeness.strange` says of those that an earlier corpus with these weights did not know.
    """

    def __init__(self, corpus: Corpus, settings: Fingerprint, known: Weights | None = None) -> None:
        self._corpus, self._settings, self._known = corpus, settings, known
        self._bags: list[Bags] = []
        self._priors: list[Priors] = []

    def grams(self, progress: Progress) -> Iterator[Grams]:
        """The n-grams of each batch."""
        done = 0
        batches = zip(self._corpus.texts(), self._corpus.names(), strict=True)
        for bag, priors, grams in ahead(self._read, batches):
            self._bags.append(bag)
            self._priors += [] if priors is None else [priors]
            done += len(bag)
            yield grams
            progress(N_("reading"), done, len(self._corpus))
        heap.trim()

    def bags(self) -> Bags:
        """The words of every article; what was kept of the batches is given up."""
        return Bags.joined(self._bags)

    def priors(self) -> Priors:
        """For each word of each article, in the order of the bags."""
        return np.concatenate([np.zeros(0, np.float32), *self._priors])

    def _read(self, batch: tuple[list[str], list[str]]) -> tuple[Bags, Priors | None, Grams]:
        kernels, known = self._corpus.kernels, self._known
        grams, telling = read(*batch, self._corpus.hidden, self._settings, kernels)
        bags = kernels.bags(telling)
        return bags, None if known is None else story.likeness.strange(bags, telling, known), grams


def read(
    texts: Sequence[str],
    names: Sequence[str],
    hidden: fingerprint.Hidden,
    settings: Fingerprint,
    kernels: Kernels,
) -> tuple[Grams, ManyWords]:
    """The n-grams of some texts and their telling words, without furniture; `names` are the articles' ids."""
    split = words.many(texts, kernels)
    grams = fingerprint.of(split, names, settings, hidden, kernels)
    told = story.datelines.without(fingerprint.shown(split, names, hidden), texts)
    return grams, fingerprint.telling(told, kernels)
