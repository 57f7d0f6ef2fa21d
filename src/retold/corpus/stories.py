"""The wide half of the job: from a corpus to its stories, in flat arrays and batch by batch.

Only words are taken from every article. Sentences, quotations and whatever else
a witness has are made for those alone that share enough with another.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import numpy as np

from retold import kernels as kernel_sets
from retold import parameters
from retold.algorithms.partitions import HashPartitions
from retold.corpus.articles import Corpus
from retold.corpus.cache import Cache, Furniture, Numbers, Tie, from_takes_of, ties_of
from retold.corpus.index import Index, Progress
from retold.engines.local import Pool
from retold.model import Story
from retold.settings import Settings
from retold.steps import match, story
from retold.tables import Ints, Pairs, Ties

__all__ = ["Furniture", "Grouped", "Progress", "grouped"]

_P = parameters.of("pipeline", "stories")
_PRINTS_MUCH = _P.number("prints_much")
_TASK = 64  # pairs that are aligned at a time
_PARTITIONS = 64  # of a corpus that is too large for memory


@dataclass(frozen=True, slots=True, eq=False)
class Grouped:
    """The stories of a corpus, the pairs of articles that were aligned, and the cache of alignments."""

    stories: list[Story]
    pairs: Pairs
    cache: Cache


def grouped(
    corpus: Corpus, furniture: Furniture, settings: Settings, folder: Path, progress: Progress
) -> Grouped:
    """Match, align and group the articles of a corpus.

    `folder` takes what is too large for memory.
    """
    kernels = kernel_sets.choose(work=corpus.letters // 6)
    index = Index(corpus, furniture, settings, kernels)
    partitions = HashPartitions(1) if corpus.file is None else HashPartitions(_PARTITIONS, folder)
    pairs = match.pairs(index.grams(progress), settings.match, kernels, partitions)
    cache = Cache(corpus, furniture, settings, kernels)
    bags = index.bags()
    with _aligner(cache, corpus, furniture, settings) as ties_of_tasks:
        alike = pairs.share >= _PRINTS_MUCH
        first = _ties(ties_of_tasks, pairs.a[alike], pairs.b[alike], progress)
        prints = np.zeros(len(pairs), np.int8)
        prints[alike] = story.prints(first)
        groups = story.together(corpus.days(), bags, pairs, prints, settings.story, kernels)
        rest = ~alike & (story.inside(len(corpus), groups, pairs.a, pairs.b) >= 0)
        second = _ties(ties_of_tasks, pairs.a[rest], pairs.b[rest], progress)
    ties, wired = _wired(Ties.joined([first, second]), groups, cache, corpus, furniture, settings)
    return Grouped(story.stories(corpus.days(), groups, ties, settings.story, wired), pairs, cache)


def _wired(
    ties: Ties,
    groups: Sequence[story.Group],
    cache: Cache,
    corpus: Corpus,
    furniture: Furniture,
    settings: Settings,
) -> tuple[Ties, list[Numbers]]:
    """The ties in the light of the other reports, and who has most from which take of an agency."""
    reports = story.takes.Reports(corpus.ids, corpus.outlets(), story.homes(len(corpus), groups).tolist())
    asked = story.takes.doubtful(reports, ties)
    tasks = [asked[low : low + _TASK] for low in range(0, len(asked), _TASK)]
    if corpus.file is None or not tasks:
        given = list(chain.from_iterable(map(cache.from_takes, tasks)))
    else:
        with Pool[Sequence[story.takes.Asked], list[float]](
            from_takes_of, corpus.file, furniture, settings
        ) as pool:
            given = list(chain.from_iterable(pool.map(tasks)))
    return story.takes.settled(reports, ties, asked, given, settings.story.derived)


Tasks = Iterable[Sequence[Numbers]]


@contextmanager
def _aligner(
    cache: Cache, corpus: Corpus, furniture: Furniture, settings: Settings
) -> Iterator[Callable[[Tasks], Iterable[list[Tie]]]]:
    """What gives the ties of pairs, task by task; those of a large corpus come from a pool of processes."""
    if corpus.file is None:
        yield lambda tasks: map(cache.ties, tasks)
        return
    pool: Pool[Sequence[Numbers], list[Tie]] = Pool(ties_of, corpus.file, furniture, settings)
    try:
        yield pool.map
    finally:
        pool.close()


def _ties(
    ties_of_tasks: Callable[[Tasks], Iterable[list[Tie]]], a: Ints, b: Ints, progress: Progress
) -> Ties:
    """The ties of these pairs."""
    every = list(zip(a.tolist(), b.tolist(), strict=True))
    tasks = [every[low : low + _TASK] for low in range(0, len(every), _TASK)]
    found: list[Tie] = []
    for done in ties_of_tasks(tasks):
        found += done
        progress("aligning", len(found), len(every))
    return story.ties([(*pair, *tie) for pair, tie in zip(every, found, strict=True)])
