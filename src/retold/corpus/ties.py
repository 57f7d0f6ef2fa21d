"""Who aligns the articles of a corpus: this process while it is small, else a pool of processes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain
from pathlib import Path

from retold.corpus.articles import Corpus, FurnitureReasons
from retold.corpus.cache import Cache, Numbers, Tie
from retold.engines.local import Pool
from retold.settings import Settings
from retold.steps import story
from retold.steps.story.takes import Asked
from retold.tables import Ties

TASK = 64  # pairs, or articles, that are looked at at a time
Tasks = Iterable[Sequence[Numbers]]
Aligner = Callable[[Tasks], Iterable[list[Tie]]]  # the ties of the pairs of each task, in their order


@contextmanager
def aligner(corpus: Corpus, cache: Cache, settings: Settings) -> Iterator[Aligner]:
    """What gives the ties of pairs, task by task."""
    if corpus.file is None:
        yield lambda tasks: map(cache.ties, tasks)
        return
    given = corpus.file, corpus.furniture, settings
    pool: Pool[Sequence[Numbers], list[Tie]] = Pool(ties_of, *given, among=corpus.processes)
    with pool:
        yield pool.map


def ties_of(
    file: Path, furniture: FurnitureReasons, settings: Settings
) -> Callable[[Sequence[Numbers]], list[Tie]]:
    """What a process of the pool does with pairs of the corpus in `file`."""
    return Cache(Corpus.opened(file, furniture), settings).ties


def reports_of(corpus: Corpus, groups: Sequence[story.Group]) -> story.takes.Reports:
    """What is known of the reports of a corpus besides their texts."""
    days = corpus.days()
    return story.takes.Reports(
        corpus.ids,
        corpus.outlets(),
        story.homes(len(corpus), groups).tolist(),
        [days[one] for one in corpus.ids],
    )


def in_context(
    ties: Ties,
    reports: story.takes.Reports,
    printing: float,
    corpus: Corpus,
    cache: Cache,
    settings: Settings,
) -> tuple[Ties, list[Numbers]]:
    """The ties in the light of the other reports, and who has most from which take of an agency.

    `printing` is the share of papers' reports beside an agency's that have text from it.
    """
    ties = story.peers.settled(ties, reports)
    shared = story.takes.from_agencies(reports, ties)
    asked = story.takes.doubtful(reports, shared)
    given = _chances(asked, corpus, cache, settings)
    ties, wired = story.takes.settled(ties, shared, asked, given, settings.story.derived)
    return story.peers.bounded(ties, reports, printing), wired


def _chances(asked: Sequence[Asked], corpus: Corpus, cache: Cache, settings: Settings) -> list[float]:
    """For each article that is asked about the probability that it has text from the takes."""
    if corpus.file is None or not asked:
        return cache.from_takes(asked)
    tasks = [asked[low : low + TASK] for low in range(0, len(asked), TASK)]
    given = corpus.file, corpus.furniture, settings
    pool: Pool[Sequence[Asked], list[float]] = Pool(from_takes_of, *given, among=corpus.processes)
    with pool:
        return list(chain.from_iterable(pool.map(tasks)))


def from_takes_of(
    file: Path, furniture: FurnitureReasons, settings: Settings
) -> Callable[[Sequence[Asked]], list[float]]:
    """What a process of the pool does with articles that may have text from an agency's takes."""
    return Cache(Corpus.opened(file, furniture), settings).from_takes
