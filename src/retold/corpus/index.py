"""The n-grams and words of a corpus, batch by batch; threads read ahead."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from retold.algorithms.ahead import ahead
from retold.corpus.articles import Corpus
from retold.corpus.cache import Furniture
from retold.kernels import Kernels
from retold.settings import Settings
from retold.steps import fingerprint, words
from retold.tables import Bags, Grams

Progress = Callable[[str, int, int], None]  # step, done, of how many


class Index:
    """What is known of the words of a corpus.

    `grams` reads it once; afterwards `bags` has the words of every article.
    """

    def __init__(self, corpus: Corpus, furniture: Furniture, settings: Settings, kernels: Kernels) -> None:
        self._corpus, self._furniture, self._settings, self._kernels = corpus, furniture, settings, kernels
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
        split = words.many(texts, self._kernels)
        grams = fingerprint.of(split, names, self._settings.fingerprint, self._furniture, self._kernels)
        shown = fingerprint.shown(split, names, self._furniture)
        return self._kernels.bags(fingerprint.telling(shown, self._kernels)), grams
