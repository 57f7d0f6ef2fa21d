"""Articles of different outlets about one event: nearly all are own reporting side by side.

    python -m evaluation.fit.own_reports        draw the pairs again, write labels/own_reports.tsv

Of seventy such pairs that two passes read (`labels/copied_*.tsv`, drawn where the
program had thought of copying most), sixty-one have no copied sentence; none of
these shares fifteen words outside quotations in runs of six. Pairs that share
less than that teach the judgement what own reporting looks like where outlets
quote the same people at length, which METER's wire and papers seldom do.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from random import Random

import retold
from evaluation import corpora, labels
from evaluation.corpora import pairs
from retold.corpus import witnesses
from retold.moments import day_number
from retold.settings import Settings
from retold.steps import align
from retold.steps.story import features
from retold.tables import Alignment

SEED = 9
DRAWN = 500
_RUN, _MOST = 6, 15  # words in a row, and words in such runs, that own reports do not share

Pair = tuple[str, str]


def aligned() -> list[Alignment]:
    """Pairs drawn from seven months, aligned; those that share long runs are left out."""
    found = (_aligned(pair) for pair in pairs.unread())
    return [one for one in found if _long(one) < _MOST]


def _long(alignment: Alignment) -> int:
    return int(features.unquoted_in_runs(alignment, _RUN).sum())


def _aligned(pair: Pair) -> Alignment:
    one, two = (witnesses.bare(corpora.article(pairs.CORPUS, name)) for name in sorted(pair))
    return align.align(one, two, Settings().align)


def _draw() -> Iterator[Pair]:
    """Pairs of one story and of two outlets, none of them labelled."""
    known = {frozenset(row[:2]) for row in labels.rows("copied_a")}
    for month in pairs.MONTHS:
        articles = [a for a in corpora.corpus(pairs.CORPUS).values() if str(a.published).startswith(month)]
        outlet = {a.id: a.outlet for a in articles if day_number(a.published) is not None}
        for story in retold.stories([a for a in articles if a.id in outlet]):
            for a, b in combinations(story.articles, 2):
                if outlet[a] != outlet[b] and {a, b} not in known:
                    yield a, b


if __name__ == "__main__":
    drawn = sorted(Random(SEED).sample(list(_draw()), DRAWN))
    labels.write("own_reports", drawn)
