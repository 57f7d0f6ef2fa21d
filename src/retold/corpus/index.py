"""The n-grams and words of a corpus, batch by batch; threads read ahead."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from retold.algorithms.ahead import ahead
from retold.corpus.articles import Corpus
from retold.settings import Fingerprint
from retold.steps import fingerprint, words
from retold.tables import Bags, Grams

Progress = Callable[[str, int, int], None]  # step, done, of how many


class Index:
    """What is known of the words of a corpus.

    `grams` reads it once; afterwards `bags` has the words of every article.
    """

    def __init__(self, corpus: Corpus, settings: Fingerprint) -> None:
        self._corpus, self._settings = corpus, settings
        self._bags: list[Bags] = []

    def grams(self, progress: Progress) -> Iterator[Grams]:
        """The n-grams of each batch."""
        done = 0
        batches = zip(self._corpus.texts(), self._corpus.names(), strict=True)
        for bag, grams in ahead(self._read, batches):
            self._bags.append(bag)
            done += len(bag)
            yield grams
            progress("reading", done, len(self._corpus))

    def bags(self) -> Bags:
        """The words of every article; what was kept of the batches is given up."""
        whole = Bags.joined(self._bags)
        self._bags.clear()
        return whole

    def _read(self, batch: tuple[list[str], list[str]]) -> tuple[Bags, Grams]:
        texts, names = batch
        hidden, kernels = self._corpus.hidden, self._corpus.kernels
        split = words.many(texts, kernels)
        grams = fingerprint.of(split, names, self._settings, hidden, kernels)
        shown = fingerprint.shown(split, names, hidden)
        return kernels.bags(fingerprint.telling(shown, kernels)), grams
