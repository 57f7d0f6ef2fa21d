"""How the rows of each wide stage grow with the pile: doubled a few times, and what that says of larger ones.

    python -m bench.growth 12500 25000 50000 100000      on the pile of bench.big_pile
    python -m bench.growth --real 3500 7000 14000        on the articles of ../shared/data, by their days

Rows are counts and no times: they are the same on every machine and for every engine (see `docs/cluster.md`).
Nothing is aligned and nothing told; so that two of one report count as any other two, which moves the weights
of words a little. Each size is a prefix of the largest pile. The last column is the exponent between the two
largest sizes: 1 is linear.
"""

from __future__ import annotations

import argparse
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from bench import big_pile
from evaluation import corpora
from retold import Article, Settings, parameters
from retold.corpus.articles import Corpus
from retold.corpus.index import Index, silent
from retold.corpus.postings import partitions
from retold.corpus.reading import corpus_of
from retold.kernels import Kernels
from retold.steps import match, story
from retold.tables import Pairs

_PROMISED = (10**6, 10**8)  # articles that the growth is carried on to
_MUCH = parameters.of("pipeline", "stories").number("prints_much")  # such pairs are aligned in any case
_REAL = ("pile_allsides", "pile_reuters", "pile_press_releases")


@dataclass
class Rows:
    """What the stages have, by their names in `docs/cluster.md`."""

    articles: int = 0
    n_grams: int = 0
    met: int = 0
    pairs: int = 0
    words: int = 0
    likely: int = 0
    edges: int = 0
    aligned: int = 0
    in_groups: int = 0


class _Meetings:
    """Counts the rows of n-grams and the partial meetings of each partition as they are made."""

    def __init__(self, kernels: Kernels, common: int, rows: Rows) -> None:
        self._kernels, self._common, self._rows = kernels, common, rows

    def __call__(self, hashes: NDArray[np.int64], articles: NDArray[np.int32]) -> None:
        """See `match.meetings`: rows are sorted by n-gram."""
        self._rows.n_grams += len(hashes)
        every = np.ones(int(articles.max(initial=-1)) + 1, np.bool_)
        found, held, who, _ = self._kernels.holders(hashes, articles, every)
        (few, holders), _ = match.by_holders(found, held, who, self._common)
        met = self._kernels.sums(np.r_[0, np.cumsum(few)], holders, len(every), self._common)
        self._rows.met += len(met[0])


def counted(articles: Sequence[Article], settings: Settings) -> Rows:
    """The rows of every stage for these articles."""
    rows = Rows(len(articles))
    with corpus_of(articles, settings.clean, []) as corpus:
        index = Index(corpus, settings.fingerprint)
        keep = _Meetings(corpus.kernels, settings.match.common, rows)
        folder = None if corpus.file is None else corpus.file.parent
        met = match.meetings(index.grams(silent), settings.match, corpus.kernels, partitions(folder), keep)
        _grouped(corpus, index, met.pairs(), settings, rows)
    return rows


def _grouped(corpus: Corpus, index: Index, pairs: Pairs, settings: Settings, rows: Rows) -> None:
    bags, days = index.bags(), corpus.days()
    printed = story.Printed(pairs, np.zeros(len(pairs), np.int8), story.nearness.known(list(days.values())))
    near = story.near(bags, printed, settings.story, corpus.kernels)
    groups = story.together(days, near, settings.story)
    inside = story.inside(len(corpus), groups, pairs.a, pairs.b) >= 0
    held, least = near.vectors, story.likeness.partial(settings.story.together)
    telling = story.likeness.proposing(held)
    likely = corpus.kernels.likely(held.bounds, held.words, held.weights, telling, (least, 0))
    rows.pairs, rows.words, rows.edges = len(pairs), len(bags.words), len(near.edges.keys)
    rows.likely = len(likely)
    rows.aligned = int((inside | (pairs.share >= _MUCH)).sum())
    rows.in_groups = sum(len(members) for members, _ in groups)


def _generated(count: int) -> Iterator[Article]:
    for row in big_pile.articles(count, big_pile.Quarry(1)):
        yield Article(row["id"], row["text"], row["outlet"], published=row["published"])


def _real(count: int) -> Iterator[Article]:
    every = [one for name in _REAL for one in corpora.corpus(name).values()]
    yield from islice(sorted(every, key=lambda one: (str(one.published), one.id)), count)


def _printed(found: Sequence[Rows]) -> Iterator[str]:
    """The table: rows an article at each size, the exponent, and how many so many articles would have."""
    sizes = [one.articles for one in found]
    yield (
        f"{'an article':>12}"
        + "".join(f"{size:>12,}" for size in sizes)
        + "    exponent"
        + "".join(f"{size:>20,}" for size in _PROMISED)
    )
    for name in [field.name for field in fields(Rows)][1:]:
        values = [getattr(one, name) for one in found]
        last, before = max(1, values[-1]), max(1, values[-2])
        power = math.log(last / before) / math.log(sizes[-1] / sizes[-2])
        told = "".join(f"{value / size:>12,.2f}" for value, size in zip(values, sizes, strict=True))
        carried = "".join(f"{last * (size / sizes[-1]) ** power:>20,.0f}" for size in _PROMISED)
        yield f"{name:>12}{told}{power:>12.2f}{carried}"


def main() -> None:
    """Count and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("sizes", type=int, nargs="+", help="articles, rising; two or more")
    parser.add_argument("--real", action="store_true", help="the articles of ../shared/data")
    given = parser.parse_args()
    every = list((_real if given.real else _generated)(max(given.sizes)))
    found: list[Rows] = []
    for size in given.sizes:
        found.append(counted(every[:size], Settings()))
        print(found[-1], flush=True)
    print(*_printed(found), sep="\n")


if __name__ == "__main__":
    main()
