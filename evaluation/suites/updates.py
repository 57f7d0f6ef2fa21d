"""The order of successive updates of one agency story, their times hidden.

Updates are articles of one outlet and one day whose titles and texts are nearly the same
and whose stamps differ by minutes to hours; texts that are equal word for word have no
order and are left out. Of each two successive updates: does a derivation, or a chain of
them, lead from the earlier to the later? `right` counts among those that are ordered at
all, `coverage` how many are. Notes of the agency itself ("UPDATE 2-", "(Adds …)") are
evidence where they stand; they are also measured taken out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import retold
from evaluation.corpora.paths import SHARED
from evaluation.measures import Measure, Part, information, measured
from evaluation.metrics.bootstrap import Figures
from evaluation.metrics.lineages import ancestors, directed
from evaluation.metrics.scores import ratio
from retold.model import Article
from retold.moments import moment

NEEDS = ("pile_reuters", "versions_whenitson")
CORPORA = NEEDS
LIKE_TITLES = 0.6  # Jaccard likeness of two titles' words
LIKE_TEXTS = 0.5  # share of the smaller vocabulary that the other text has
LEAST = 5  # chains in a corpus for it to be measured
_QUICK, _WHOLE = 40, 400  # chains that are measured
APART = (timedelta(minutes=1), timedelta(hours=12))
NOTES = re.compile(r"^\W*UPDATE\s*\d+\W+|\((?:Adds|Updates|Recasts|Corrects|Rewrites)\b[^()]{0,300}\)")


def measures(part: Part) -> list[Measure]:
    """Shares right and covered, over a fixed sample when quick; units are chains."""
    found: list[Measure] = []
    for name in CORPORA:
        chains = list(chains_of(_stamped(SHARED / name / "articles.jsonl.gz")))
        if len(chains) < LEAST:
            continue
        kept = chains[:: max(1, len(chains) // _QUICK)][:_QUICK] if part == "quick" else chains[:_WHOLE]
        bare = [[_without_notes(a) for a in chain] for chain in kept]
        short = name.split("_")[1]
        for label, versions in ((short, kept), (f"{short} without notes", bare)):
            found += measured([ordered(chain) for chain in versions], _figures_of(label))
            found.append(information(f"{label} chains", len(versions)))
    return found


def ordered(chain: Sequence[Article]) -> Counter[str]:
    """Successive updates of one chain: how many, and how many are ordered rightly and wrongly."""
    hidden = [replace(a, published=None, updated=None) for a in chain]
    above = ancestors(directed(retold.lineage(hidden)))
    pairs = list(pairwise(a.id for a in chain))
    right = sum(earlier in above.get(later, ()) for earlier, later in pairs)
    wrong = sum(later in above.get(earlier, ()) for earlier, later in pairs)
    return Counter(every=len(pairs), right=right, ordered=right + wrong)


def _figures_of(label: str) -> Figures:
    return lambda counts: {
        f"{label} coverage": ratio(counts, "ordered", "every"),
        f"{label} right": ratio(counts, "right", "ordered"),
    }


def _stamped(path: Path) -> list[Article]:
    """The articles whose time is known to the minute, sorted by day and id."""
    articles = [a for a in retold.read(path, set_aside=[]) if _exact(a)]
    return sorted(articles, key=lambda a: (_day(a), a.id))


def _exact(article: Article) -> bool:
    when = moment(article.published)
    return when is not None and when.exact


def _day(article: Article) -> str:
    when = moment(article.published)
    return "" if when is None else f"{article.outlet} {when.low:%Y-%m-%d}"


def chains_of(articles: Sequence[Article]) -> Iterator[list[Article]]:
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
