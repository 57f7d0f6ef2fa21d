"""Articles of different outlets about one event: nearly all are own reporting side by side.

    python -m evaluation.beside        draw the pairs again and write evaluation/labels/beside.tsv

Of seventy such pairs that two passes read (`labels/copied_*.tsv`, drawn where the
program had thought of copying most), sixty-one have no copied sentence; none of
these shares fifteen words outside quotations in runs of six. Pairs that share
less than that teach the judgement what own reporting looks like where outlets
quote the same people at length, which METER's wire and papers seldom do.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from itertools import combinations
from random import Random

import retold
from evaluation import corpora
from retold.corpus import witnesses
from retold.moments import day_number
from retold.settings import Settings
from retold.steps import align
from retold.steps.story import features
from retold.tables import Alignment

CORPUS = "pile_allsides"
MONTHS = ("2013-10", "2014-09", "2016-10", "2017-02", "2018-06", "2019-07", "2020-04")
SEED = 9
DRAWN = 500
COPIED = frozenset({"copied", "partly"})
_RUN, _MOST = 6, 15  # words in a row, and words in such runs, that own reports do not share

Pair = tuple[str, str]


def own() -> list[Alignment]:
    """Pairs drawn from seven months, aligned; those that share long runs are left out."""
    aligned = (_aligned(pair) for pair in _rows("beside.tsv"))
    return [one for one in aligned if _long(one) < _MOST]


def labelled() -> list[tuple[Alignment, bool]]:
    """The pairs that both passes call copied, at least partly, or both not; and which."""
    passes = [_rows(f"copied_{name}.tsv") for name in "ab"]
    found = []
    for one, other in zip(*passes, strict=True):
        copied, also = (row[2] in COPIED for row in (one, other))
        if copied == also and "unclear" not in (one[2], other[2]):
            found.append((_aligned(one), copied))
    return found


def _long(alignment: Alignment) -> int:
    return int(features.unquoted_in_runs(alignment, _RUN).sum())


def _aligned(pair: Sequence[str]) -> Alignment:
    one, two = (witnesses.bare(corpora.article(CORPUS, name)) for name in sorted(pair[:2]))
    return align.align(one, two, Settings().align)


def _rows(name: str) -> list[list[str]]:
    with (corpora.LABELS / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.reader(lines, "excel-tab"))


def _draw() -> Iterator[Pair]:
    """Pairs of one story and of two outlets, none of them labelled."""
    known = {frozenset(row[:2]) for row in _rows("copied_a.tsv")}
    for month in MONTHS:
        articles = [a for a in corpora.corpus(CORPUS).values() if str(a.published).startswith(month)]
        outlet = {a.id: a.outlet for a in articles if day_number(a.published) is not None}
        for story in retold.stories([a for a in articles if a.id in outlet]):
            for a, b in combinations(story.articles, 2):
                if outlet[a] != outlet[b] and {a, b} not in known:
                    yield a, b


if __name__ == "__main__":
    drawn = sorted(Random(SEED).sample(list(_draw()), DRAWN))
    with (corpora.LABELS / "beside.tsv").open("w", encoding="utf-8", newline="") as out:
        csv.writer(out, "excel-tab", lineterminator="\n").writerows(drawn)
