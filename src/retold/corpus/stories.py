"""The wide half of the job: from a corpus to its stories, in flat arrays and batch by batch.

Only words are taken from every article. Sentences, quotations and whatever else
a witness has are made for those alone that share enough with another.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from retold import parameters
from retold.algorithms.partitions import HashPartitions
from retold.corpus.articles import Corpus
from retold.corpus.cache import Cache, Tie
from retold.corpus.index import Index, Progress
from retold.corpus.ties import TASK, Aligner, aligner, in_context
from retold.decisions import UNDECIDED, Rulings, corpora
from retold.model import Story
from retold.settings import Settings
from retold.steps import match, story
from retold.tables import Ints, Pairs, Ties

__all__ = ["Grouped", "Progress", "grouped"]

_P = parameters.of("pipeline", "stories")
_PRINTS_MUCH = _P.number("prints_much")
_PARTITIONS = 64  # of a corpus that is too large for memory


@dataclass(frozen=True, slots=True, eq=False)
class Grouped:
    """The stories of a corpus, the pairs of articles that were aligned, and the cache of alignments.

    `decided` has the ids of the decisions by hand that made stories one or parted them.
    """

    stories: list[Story]
    pairs: Pairs
    cache: Cache
    decided: frozenset[str] = frozenset()


def grouped(corpus: Corpus, settings: Settings, progress: Progress, rulings: Rulings = UNDECIDED) -> Grouped:
    """Match, align and group the articles of a corpus; what is too large for memory goes beside its file."""
    index, cache, days = Index(corpus, settings.fingerprint), Cache(corpus, settings), corpus.days()
    pairs = match.pairs(index.grams(progress), settings.match, corpus.kernels, _partitions(corpus))
    bags = index.bags()
    with aligner(corpus, cache, settings) as ties_of_tasks:
        alike = pairs.share >= _PRINTS_MUCH
        first = _ties(ties_of_tasks, pairs.a[alike], pairs.b[alike], progress)
        prints = np.zeros(len(pairs), np.int8)
        prints[alike] = story.prints(first)
        groups = story.together(days, bags, pairs, prints, settings.story, corpus.kernels)
        groups, decided = corpora.settled(groups, corpus.ids, rulings)
        rest = ~alike & (story.inside(len(corpus), groups, pairs.a, pairs.b) >= 0)
        second = _ties(ties_of_tasks, pairs.a[rest], pairs.b[rest], progress)
    ties, wired = in_context(Ties.joined([first, second]), groups, corpus, cache, settings)
    found = story.stories(days, groups, ties, settings.story, wired)
    return Grouped(found, pairs, cache, frozenset(decided))


def _partitions(corpus: Corpus) -> HashPartitions:
    return HashPartitions(1) if corpus.file is None else HashPartitions(_PARTITIONS, corpus.file.parent)


def _ties(ties_of_tasks: Aligner, a: Ints, b: Ints, progress: Progress) -> Ties:
    """The ties of these pairs."""
    every = list(zip(a.tolist(), b.tolist(), strict=True))
    tasks = [every[low : low + TASK] for low in range(0, len(every), TASK)]
    found: list[Tie] = []
    for done in ties_of_tasks(tasks):
        found += done
        progress("aligning", len(found), len(every))
    return story.ties([(*pair, *tie) for pair, tie in zip(every, found, strict=True)])
