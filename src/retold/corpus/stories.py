"""The wide half of the job: from a corpus to its stories, in flat arrays and batch by batch.

Only words are taken from every article. Sentences, quotations and whatever else
a witness has are made for those alone that share enough with another.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from retold import parameters
from retold.algorithms.partitions import HashPartitions
from retold.corpus import digests
from retold.corpus.articles import Corpus
from retold.corpus.cache import Cache, Tie
from retold.corpus.index import Index, Progress
from retold.corpus.ties import TASK, Aligner, aligner, in_context
from retold.decisions import UNDECIDED, Rulings, corpora
from retold.model import Story
from retold.settings import Settings
from retold.steps import match, story
from retold.tables import Generation, Ints, Pairs, Ties

__all__ = ["Earlier", "Grouped", "Progress", "grouped"]

_P = parameters.of("pipeline", "stories")
_PRINTS_MUCH = _P.number("prints_much")
_PARTITIONS = 64  # of a corpus that is too large for memory


@dataclass(frozen=True, slots=True, eq=False)
class Grouped:
    """The stories of a corpus, the pairs of articles that were aligned, and the cache of alignments.

    `ties` are those of the alignments alone, before the other reports are looked at; `generation` is what the
    stories were told by; `decided` has the ids of the decisions by hand that made stories one or parted them.
    `digests` are articles that take from several stories, by number, with their sources.
    """

    stories: list[Story]
    pairs: Pairs
    cache: Cache
    ties: Ties
    generation: Generation
    decided: frozenset[str] = frozenset()
    digests: digests.Sources = field(default_factory=dict)


@dataclass(frozen=True, slots=True, eq=False)
class Earlier:
    """What is known of a corpus from an earlier one: the ties of pairs that stayed as they were, by number.

    With a `generation` words weigh what they did then.
    """

    ties: Ties
    generation: Generation | None = None


def grouped(
    corpus: Corpus,
    settings: Settings,
    progress: Progress,
    earlier: Earlier | None = None,
    rulings: Rulings = UNDECIDED,
) -> Grouped:
    """Match, align and group the articles of a corpus; what is too large for memory goes beside its file."""
    frozen = None if earlier is None else earlier.generation
    index = Index(corpus, settings.fingerprint, None if frozen is None else frozen.weights)
    cache, days = Cache(corpus, settings), corpus.days()
    pairs = match.pairs(index.grams(progress), settings.match, corpus.kernels, _partitions(corpus))
    bags = index.bags()
    known = None if frozen is None else story.Frozen(frozen.weights, frozen.bars, index.priors())
    with aligner(corpus, cache, settings) as ties_of_tasks:
        aligned = _Aligned(ties_of_tasks, progress, None if earlier is None else earlier.ties)
        much = pairs.share >= _PRINTS_MUCH
        first = aligned.ties(pairs.a[much], pairs.b[much])
        prints = np.zeros(len(pairs), np.int8)
        prints[much] = story.prints(first)
        near = story.near(bags, pairs, prints, settings.story, corpus.kernels, known)
        taken, untied = digests.ruled(digests.sources(corpus, cache, pairs, bags, near), rulings)
        together = story.together(days, digests.apart(near, taken, first), settings.story)
        groups, decided = corpora.settled(together, corpus.ids, rulings)
        rest = ~much & (story.inside(len(corpus), groups, pairs.a, pairs.b) >= 0)
        second = aligned.ties(pairs.a[rest], pairs.b[rest])
    every = Ties.joined([first, second])
    ties, wired = in_context(every, groups, corpus, cache, settings)
    told = digests.stories(story.stories(days, groups, ties, settings.story, wired), corpus.ids, taken)
    generation = frozen or Generation(len(corpus), near.weights, near.bars, corpus.recurring)
    return Grouped(told, pairs, cache, every, generation, frozenset({*decided, *untied}), taken)


def _partitions(corpus: Corpus) -> HashPartitions:
    return HashPartitions(1) if corpus.file is None else HashPartitions(_PARTITIONS, corpus.file.parent)


class _Aligned:
    """The ties of pairs: those that are known, the others by alignment."""

    def __init__(self, ties_of_tasks: Aligner, progress: Progress, known: Ties | None) -> None:
        self._ties_of_tasks, self._progress, self._known = ties_of_tasks, progress, known

    def ties(self, a: Ints, b: Ints) -> Ties:
        """The ties of these pairs, in their order."""
        if self._known is None:
            return self._made(a, b)
        at = self._known.places(a, b)
        new = at < 0
        both = Ties.joined([self._known, self._made(a[new], b[new])])
        at[new] = np.arange(len(self._known), len(both))
        return both.some(at)

    def _made(self, a: Ints, b: Ints) -> Ties:
        every = list(zip(a.tolist(), b.tolist(), strict=True))
        tasks = [every[low : low + TASK] for low in range(0, len(every), TASK)]
        found: list[Tie] = []
        for done in self._ties_of_tasks(tasks):
            found += done
            self._progress("aligning", len(found), len(every))
        return story.ties([(*pair, *tie) for pair, tie in zip(every, found, strict=True)])
