"""How well credits tell wire copy: PolNeAR's articles with the agency that supplied them.

An article is called wire copy if a credit with the role "origin of the report" names an agency with a
support of at least .8. A few articles carry no sign of their agency in the text, so recall has a ceiling
below 1.

    python -m evaluation.suites.credits        show what goes wrong
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import retold
from evaluation.corpora import polnear
from evaluation.measures import Measure, Part, Units, information, measured
from evaluation.metrics.bootstrap import Counts
from evaluation.metrics.scores import ratio, triple
from retold import gazetteer
from retold.model import Article

NEEDS = ("polnear",)
_LEAST = 0.8


@dataclass(frozen=True, slots=True)
class Case:
    """One article, the agency that supplied it (None for own copy), and the agencies credited."""

    article: Article
    gold: str | None
    found: tuple[str, ...]


def measures(part: Part) -> list[Measure]:  # noqa: ARG001  one size only
    """Precision, recall and F1 of "is wire copy", and agencies named right; units are articles."""
    began = time.perf_counter()
    known = list(cases())
    spent = (time.perf_counter() - began) * 1000 / max(1, len(known))
    outlets = [str(case.article.outlet) for case in known]
    return [
        *measured([counted(case) for case in known], figures, outlets=outlets),
        information("milliseconds an article", spent, "milliseconds"),
    ]


def units(part: Part) -> Units:  # noqa: ARG001  one size only
    """All articles."""
    known = list(cases())
    return Units([counted(case) for case in known], figures, [case.article.id for case in known])


def counted(case: Case) -> Counter[str]:
    """The counts of one article."""
    both = case.gold is not None and bool(case.found)
    named = case.gold is not None and case.gold in case.found
    return Counter(
        right=int(both), given=int(bool(case.found)), wanted=int(case.gold is not None), named=int(named)
    )


def figures(counts: Counts) -> dict[str, float]:
    """Shares from the counts of articles."""
    return triple(counts, name="wire ") | {"agency named": ratio(counts, "named", "right")}


def cases() -> Iterator[Case]:
    """Every article of the train and dev parts."""
    for one in polnear.articles():
        article = Article(one.id, one.text, outlet=one.outlet)
        yield Case(article, one.agency, credited(article))


def credited(article: Article) -> tuple[str, ...]:
    """The agencies that the article's credits surely name as the origin of the report."""
    sure = (c for c in retold.credits(article) if c.role == "origin of the report" and c.support >= _LEAST)
    return tuple(c.name for c in sure if c.name in _agencies())


@cache
def _agencies() -> frozenset[str]:
    return frozenset(row["name"] for row in gazetteer.csv("agencies"))


def _show_errors() -> None:
    for case in cases():
        if (case.gold is None) != (not case.found):
            shown = [(c.span.of(case.article.text), c.role, c.support) for c in retold.credits(case.article)]
            print(case.gold, case.found, case.article.id, repr(case.article.text[:150]), shown, sep=" | ")


if __name__ == "__main__":
    _show_errors()
