"""Witnesses and alignments of a corpus, made when asked for; the latest ones are remembered."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import TypeVar

from retold import parameters
from retold.corpus import witnesses
from retold.corpus.articles import Corpus
from retold.settings import Settings
from retold.steps import align, story, words
from retold.tables import Alignment, Witness

T = TypeVar("T")
K = TypeVar("K", bound=Hashable)
Numbers = tuple[int, int]  # of two articles of the corpus
Tie = tuple[story.Borrowing, story.Borrowing, bool]  # see `story.tie`

_P = parameters.of("pipeline", "cache")
_WITNESSES, _ALIGNMENTS = _P.integer("witnesses"), _P.integer("alignments")


class Cache:
    """Witnesses and alignments by the numbers of articles."""

    def __init__(self, corpus: Corpus, settings: Settings) -> None:
        self._corpus, self._settings = corpus, settings
        self._witnesses: OrderedDict[int, Witness] = OrderedDict()
        self._alignments: OrderedDict[Numbers, Alignment] = OrderedDict()

    def alignment(self, pair: Numbers) -> Alignment:
        """The alignment of two articles; the one with the smaller id is `a`."""
        return _remembered(self._alignments, pair, self._aligned, _ALIGNMENTS)

    def known(self, pair: Numbers) -> Alignment | None:
        """The alignment of two articles if it is remembered."""
        return self._alignments.get(pair)

    def shared(self, pair: Numbers) -> Alignment:
        """The alignment as far as it tells what both share: its blocks and passages are there for nobody.

        What is remembered serves the stories later, so that it is made whole; in a corpus that is not in
        memory only the partners are looked for, which are the same.
        """
        return self.alignment(pair) if self._corpus.file is None else self._partners(pair)

    def ties(self, pairs: Sequence[Numbers]) -> list[Tie]:
        """What the alignment of each pair says of copying."""
        return [story.tie(self.shared(pair)) for pair in pairs]

    def from_takes(self, asked: Sequence[story.takes.Asked]) -> list[float]:
        """For each article the probability that it has text from an agency's takes."""
        return [self._from_takes(one) for one in asked]

    def _from_takes(self, asked: story.takes.Asked) -> float:
        article = self.witness(asked.article)
        made = (self._partners((asked.article, take)) for take in asked.takes)
        ways = [one if one.a.id == article.id else one.turned() for one in made]
        return story.takes.probability(ways, [self.witness(other).words.forms for other in asked.others])

    def witnesses(self) -> Iterator[Witness]:
        """The articles in their order, as far as alignment needs them."""
        return map(self.witness, range(len(self._corpus)))

    def witness(self, number: int) -> Witness:
        """One article, as far as alignment needs it."""
        return _remembered(self._witnesses, number, self._made, _WITNESSES)

    def _made(self, number: int) -> Witness:
        article = self._corpus[number]
        split = words.split_by(article.text, self._corpus.kernels)
        hidden = self._corpus.hidden.get(article.id, ())
        return witnesses.bare(article, hidden, split, self._settings.language.default)

    def _partners(self, pair: Numbers) -> Alignment:
        return align.partners(*self._sides(pair), self._settings.align, self._corpus.kernels)

    def _sides(self, pair: Numbers) -> tuple[Witness, Witness]:
        one, two = sorted(map(self.witness, pair), key=lambda w: w.id)
        return one, two

    def _aligned(self, pair: Numbers) -> Alignment:
        return align.align(*self._sides(pair), self._settings.align, kernels=self._corpus.kernels)


def _remembered(kept: OrderedDict[K, T], key: K, make: Callable[[K], T], most: int) -> T:
    if key in kept:
        kept.move_to_end(key)
        return kept[key]
    kept[key] = made = make(key)
    if len(kept) > most:
        kept.popitem(last=False)
    return made
