"""The order of successive updates of one agency story, their times hidden.

    python -m evaluation.updates_run [--quick]

Updates are articles of one outlet and one day whose titles and texts are nearly the same
and whose stamps differ by minutes to hours; texts that are equal word for word have no
order and are left out. Of each two successive updates: does a derivation, or a chain of
them, lead from the earlier to the later? `right` counts among those that are ordered at
all, `coverage` how many are. Notes of the agency itself ("UPDATE 2-", "(Adds …)") are
evidence where they stand; they are also measured taken out.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

from evaluation.corpora import SHARED
from evaluation.lineage_scores import ancestors
from evaluation.lineage_scores import directed as directed_edges
from retold import questions
from retold.model import Article
from retold.moments import moment

PILES = ("pile_reuters", "versions_whenitson")
LIKE_TITLES = 0.6  # Jaccard likeness of two titles' words
LIKE_TEXTS = 0.5  # share of the smaller vocabulary that the other text has
LEAST = 5  # chains in a pile for it to be measured
APART = (timedelta(minutes=1), timedelta(hours=12))
NOTES = re.compile(r"^\W*UPDATE\s*\d+\W+|\((?:Adds|Updates|Recasts|Corrects|Rewrites)\b[^()]{0,300}\)")


def measure(quick: bool = True) -> dict[str, float]:
    """Shares right and covered, over a fixed sample when quick."""
    found: dict[str, float] = {}
    for pile in PILES:
        path = SHARED / pile / "articles.jsonl.gz"
        if path.exists():
            told = list(_chains(_stamped(path)))
            if len(told) < LEAST:
                continue
            kept = told[:: max(1, len(told) // 40)][:40] if quick else told[:400]
            name = pile.split("_")[1]
            found |= {f"{name} {key}": value for key, value in _scores(kept).items()}
            bare = [[_without_notes(a) for a in chain] for chain in kept]
            found |= {f"{name} without notes {key}": value for key, value in _scores(bare).items()}
    return found


def _stamped(path: Path) -> list[Article]:
    """The articles whose time is known to the minute, sorted by day and id."""
    articles = [a for a in questions.read(path, set_aside=[]) if _exact(a)]
    return sorted(articles, key=lambda a: (_day(a), a.id))


def _exact(article: Article) -> bool:
    when = moment(article.published)
    return when is not None and when.exact


def _day(article: Article) -> str:
    when = moment(article.published)
    return "" if when is None else f"{article.outlet} {when.low:%Y-%m-%d}"


def _chains(articles: Sequence[Article]) -> Iterator[list[Article]]:
    """Updates of one story, in order of time."""
    days: dict[str, list[Article]] = {}
    for article in articles:
        days.setdefault(_day(article), []).append(article)
    for day in days.values():
        left = [(a, _words(NOTES.sub("", a.title or "")), _words(a.text)) for a in day]
        while left:
            first = left.pop(0)
            alike = [one for one in left if _alike(first, one)]
            left = [one for one in left if one not in alike]
            chain = _ordered([first[0], *(one[0] for one in alike)])
            if len(chain) > 1:
                yield chain


Bag = tuple[Article, frozenset[str], frozenset[str]]


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", text.casefold()))


def _alike(one: Bag, other: Bag) -> bool:
    titles = len(one[1] & other[1]) >= LIKE_TITLES * len(one[1] | other[1]) > 0
    return titles and len(one[2] & other[2]) >= LIKE_TEXTS * min(len(one[2]), len(other[2]))


def _ordered(articles: Sequence[Article]) -> list[Article]:
    """By time, without repeated texts and without those too near or too far from the one before."""
    chain: list[Article] = []
    seen: set[tuple[str, ...]] = set()
    for article in sorted(articles, key=lambda a: (_when(a), a.id)):
        words = tuple(re.findall(r"\w+", article.text.casefold()))
        near = not chain or APART[0] <= _when(article) - _when(chain[-1]) <= APART[1]
        if words not in seen and near:
            chain.append(article)
        seen.add(words)
    return chain


def _when(article: Article) -> timedelta:
    when = moment(article.published)
    assert when is not None  # only stamped articles come here
    return timedelta(seconds=when.low.timestamp())


def _without_notes(article: Article) -> Article:
    return replace(article, title=NOTES.sub("", article.title or ""), text=NOTES.sub("", article.text))


def _scores(chains: Sequence[Sequence[Article]]) -> dict[str, float]:
    """Successive updates ordered rightly among those ordered, and how many are ordered."""
    right = wrong = every = 0
    for chain in chains:
        hidden = [replace(a, published=None, updated=None) for a in chain]
        above = ancestors(directed_edges(questions.lineage_of(hidden)))
        for earlier, later in pairwise(a.id for a in chain):
            every += 1
            right += earlier in above.get(later, ())
            wrong += later in above.get(earlier, ())
    dared = right + wrong
    found = {"coverage": dared / every if every else 1.0}
    return found | {"right": right / dared} if dared else found


if __name__ == "__main__":
    for metric, value in measure("--quick" in sys.argv).items():
        print(f"{metric:45} {value:.3f}")
