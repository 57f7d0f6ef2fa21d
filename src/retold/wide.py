"""The wide half of the job: from a pile to its stories, in flat arrays and batch by batch.

Only words are taken from every article. Sentences, quotations and whatever else
a witness has are made for those alone that share enough with another.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

import numpy as np

from retold import kernels as kernel_sets
from retold import language
from retold.kernels import Kernels
from retold.model import Article, Span, Story
from retold.pile import Pile
from retold.settings import Settings
from retold.shelves import Shelves
from retold.steps import align, fingerprint, match, quotes, story, words
from retold.tables import Alignment, Bags, Grams, Ints, Pairs, Ties, Witness, Words
from retold.workers import Workers, ahead

T = TypeVar("T")
K = TypeVar("K", bound=Hashable)
Tie = tuple[story.Borrowing, story.Borrowing, bool]  # see `story.tie`
Hidden = dict[str, list[Span]]  # furniture by article
Progress = Callable[[str, int, int], None]  # step, done, of how many

_KEPT = 1_000  # witnesses and alignments that are remembered
_PRINTS_MUCH = 0.1  # share of n-grams below which two articles cannot print much the same
_TASK = 64  # pairs that are aligned at a time
_SHELVES = 64  # of a pile that is too large for memory


class Desk:
    """Witnesses and alignments of a pile, made when asked for; the latest ones are remembered."""

    def __init__(self, pile: Pile, hidden: Hidden, settings: Settings, kernels: Kernels) -> None:
        self._pile, self._hidden, self._settings, self._kernels = pile, hidden, settings, kernels
        self._witnesses: OrderedDict[int, Witness] = OrderedDict()
        self._alignments: OrderedDict[tuple[int, int], Alignment] = OrderedDict()

    def witness(self, number: int) -> Witness:
        """The article of this number with its words, sentences and quotations."""
        return _remembered(self._witnesses, number, self._witness)

    def alignment(self, pair: tuple[int, int]) -> Alignment:
        """The alignment of two articles; the one with the smaller id is `a`."""
        return _remembered(self._alignments, pair, self._aligned)

    def ties(self, pairs: Sequence[tuple[int, int]]) -> list[Tie]:
        """What the alignment of each pair says of copying.

        In a pile too large for all to be remembered passages are not looked for.
        """
        made = self.alignment if len(self._pile) <= _KEPT else self._partners
        return [story.tie(made(pair)) for pair in pairs]

    def _witness(self, number: int) -> Witness:
        article = self._pile[number]
        split = None if self._pile.file is None else words.many([article.text], self._kernels).text(0)
        return bare(article, self._hidden.get(article.id, ()), split)

    def _partners(self, pair: tuple[int, int]) -> Alignment:
        one, two = self._sides(pair)
        return align.partners(one, two, self._settings.align, self._kernels)

    def _sides(self, pair: tuple[int, int]) -> list[Witness]:
        return sorted(map(self.witness, pair), key=lambda w: w.id)

    def _aligned(self, pair: tuple[int, int]) -> Alignment:
        one, two = self._sides(pair)
        return align.align(one, two, self._settings.align, kernels=self._kernels)


def bare(article: Article, furniture: Sequence[Span] = (), split: Words | None = None) -> Witness:
    """An article as far as alignment needs it: without dates and credits. `split` is its words, if known."""
    paragraphs = words.paragraphs(article.text)
    split = words.split(article.text) if split is None else split
    spoken = language.of_words(split.forms, lambda: article.text, article.language)
    return Witness(
        article=article,
        words=split,
        sentences=words.sentences(article.text, paragraphs, spoken),
        paragraphs=paragraphs,
        quotes=quotes.find(article.id, article.text, paragraphs, spoken),
        furniture=tuple(furniture),
        language=spoken,
    )


def stories(
    pile: Pile, hidden: Hidden, settings: Settings, folder: Path, tell: Progress
) -> tuple[list[Story], Pairs, Desk]:
    """The stories of a pile, the pairs that were aligned, and the desk that has the alignments.

    `folder` takes what is too large for memory.
    """
    kernels = kernel_sets.choose(work=pile.letters // 6)
    bags: list[Bags] = []
    shelves = Shelves(1) if pile.file is None else Shelves(_SHELVES, folder)
    parts = _parts(pile, hidden, settings, kernels, bags, tell)
    pairs = match.pairs(parts, settings.match, kernels, shelves)
    desk = Desk(pile, hidden, settings, kernels)
    words_of_all = Bags.joined(bags)
    bags.clear()
    with _Aligner(desk, pile, hidden, settings, tell) as aligner:
        alike = pairs.share >= _PRINTS_MUCH
        first = aligner.ties(pairs.a[alike], pairs.b[alike])
        same = np.zeros(len(pairs), np.bool_)
        same[alike] = first.same
        groups = story.together(pile.days(), words_of_all, pairs, same, settings.story, kernels)
        rest = ~alike & (story.inside(len(pile), groups, pairs.a, pairs.b) >= 0)
        second = aligner.ties(pairs.a[rest], pairs.b[rest])
    return story.stories(pile.ids, groups, Ties.joined([first, second]), settings.story), pairs, desk


def _parts(
    pile: Pile, hidden: Hidden, settings: Settings, kernels: Kernels, bags: list[Bags], tell: Progress
) -> Iterator[Grams]:
    """The n-grams of each batch; its bags of words are put by in `bags`."""

    def read(batch: tuple[list[str], list[str]]) -> tuple[Bags, Grams]:
        texts, ids = batch
        told = words.many(texts, kernels)
        return kernels.bags(told), fingerprint.of(told, ids, settings.fingerprint, hidden, kernels)

    done = 0
    batches = zip(pile.texts(), pile.names(), strict=True)
    for bag, grams in ahead(read, batches):
        bags.append(bag)
        done += len(bag)
        yield grams
        tell("reading", done, len(pile))


class _Aligner:
    """What pairs of articles say of copying; the pairs of a large pile are aligned by helpers."""

    def __init__(self, desk: Desk, pile: Pile, hidden: Hidden, settings: Settings, tell: Progress) -> None:
        self._ties, self._tell, self._done = desk.ties, tell, 0
        self._helpers = None if pile.file is None else Workers(_ties_of, pile.file, hidden, settings)

    def __enter__(self) -> _Aligner:
        return self

    def __exit__(self, *_: object) -> None:
        if self._helpers is not None:
            self._helpers.close()

    def ties(self, a: Ints, b: Ints) -> Ties:
        """The ties of these pairs."""
        every = list(zip(a.tolist(), b.tolist(), strict=True))
        tasks = [every[low : low + _TASK] for low in range(0, len(every), _TASK)]
        found: list[Tie] = []
        for done in map(self._ties, tasks) if self._helpers is None else self._helpers.map(tasks):
            found += done
            self._tell("aligning", len(found), len(every))
        return story.ties([(*pair, *tie) for pair, tie in zip(every, found, strict=True)])


def _ties_of(
    file: Path, hidden: Hidden, settings: Settings
) -> Callable[[Sequence[tuple[int, int]]], list[Tie]]:
    """What a helper does with pairs of the pile in `file`."""
    return Desk(Pile.opened(file), hidden, settings, kernel_sets.choose(work=kernel_sets.REPAYS)).ties


def _remembered(kept: OrderedDict[K, T], key: K, make: Callable[[K], T]) -> T:
    if key in kept:
        kept.move_to_end(key)
        return kept[key]
    kept[key] = made = make(key)
    if len(kept) > _KEPT:
        kept.popitem(last=False)
    return made
