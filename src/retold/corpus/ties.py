"""Who aligns the candidate pairs of a corpus: this process while it is small, else a pool of processes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from retold.corpus.articles import Corpus, FurnitureReasons
from retold.corpus.cache import Cache, Numbers, Tie
from retold.engines.local import Pool
from retold.settings import Settings

Tasks = Iterable[Sequence[Numbers]]
Aligner = Callable[[Tasks], Iterable[list[Tie]]]  # the ties of the pairs of each task, in their order


@contextmanager
def aligner(corpus: Corpus, cache: Cache, settings: Settings) -> Iterator[Aligner]:
    """What gives the ties of pairs, task by task; its processes end with it."""
    if corpus.file is None:
        yield lambda tasks: map(cache.ties, tasks)
        return
    pool: Pool[Sequence[Numbers], list[Tie]] = Pool(ties_of, corpus.file, corpus.furniture, settings)
    try:
        yield pool.map
    finally:
        pool.close()


def ties_of(
    file: Path, furniture: FurnitureReasons, settings: Settings
) -> Callable[[Sequence[Numbers]], list[Tie]]:
    """What a process of the pool does with pairs of the corpus in `file`."""
    return Cache(Corpus.opened(file, furniture), settings).ties
