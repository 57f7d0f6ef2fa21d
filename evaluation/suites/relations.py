"""Which of two outlets had it from the other, if either: `retold.compare` against two passes of readers.

    python -m evaluation.suites.relations        show the pairs that go wrong

The labels (`labels/relations_*.tsv`) say of pairs with text in common: `a>b`, `b>a`, `common` (both from a
third), `own` (two own reports) or `none`. Only pairs on which both passes agree are scored. Pairs of one
house under two names (an agency and its feed) count for what is tied, not for arrows. A simple answer
stands beside: the article published earlier is the source, of pairs that `retold.compare` ties.
The posterior of the four ways is held against the label; its shares were counted on these same pairs.
Units are pairs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

import retold
from evaluation import corpora, labels
from evaluation.measures import Measure, Part, information, measured
from evaluation.metrics import calibration
from evaluation.metrics.bootstrap import Counts
from evaluation.metrics.scores import ratio
from retold.model import Article, Comparison, Standing
from retold.moments import day_number
from retold.settings import Settings

NEEDS = ("pile_allsides", "versions_whenitson")
ARROWS = {"a→b": "a>b", "b→a": "b>a"}
COPIES = ("a>b", "b>a", "common")
_STANDING: dict[str, Standing] = {
    "a>b": "a→b",
    "b>a": "b→a",
    "common": "common source",
    "own": "own reports",
    "none": "own reports",
}
CALIBRATION = "how likely each way is, calibration error"
_STEP = {"quick": 4, "whole": 1}  # of so many pairs one is taken
_LEAST = Settings().story.derived  # probability of copying from which a pair is tied


@dataclass(frozen=True, slots=True)
class RelatedPair:
    """Two articles, and what both passes say of them."""

    corpus: str
    a: str
    b: str
    relation: str


def measures(part: Part) -> list[Measure]:
    """Arrows that are right, own reports that are told apart, copies that are tied."""
    pairs = list(islice(agreed(), 0, None, _STEP[part]))
    units = [counted(one, retold.compare(*_articles(one))) for one in pairs]
    outlets = [str(corpora.article(one.corpus, one.a).outlet) for one in pairs]
    return [
        *measured(units, figures, outlets=outlets, lower=(CALIBRATION,)),
        information("arrows between outlets", sum(unit["arrows"] for unit in units)),
    ]


def agreed() -> Iterator[RelatedPair]:
    """The pairs on which both passes agree, in the order of the file."""
    one, other = (labels.records(f"relations_{name}") for name in labels.PASSES)
    for row, also in zip(one, other, strict=True):
        if row["relation"] == also["relation"]:
            yield RelatedPair(row["corpus"], row["a"], row["b"], row["relation"])


def counted(pair: RelatedPair, found: Comparison) -> Counter[str]:
    """What one pair brings to the figures."""
    tied = found.relation != "no common text" and found.derived >= _LEAST
    copy, own = pair.relation in COPIES, pair.relation in ("own", "none")
    counts = Counter(
        {"copies": copy, "copies tied": copy and tied, "own": own, "own apart": own and not tied}
    )
    stood = _STANDING[pair.relation]
    counts += calibration.counted([(chance, way == stood) for way, chance in found.posterior.items()])
    counts["likeliest right"] = max(found.posterior, key=lambda way: found.posterior[way]) == stood
    counts["pairs"] = 1
    if _one_house(found.a, found.b):
        return counts
    arrow = ARROWS.get(found.relation)
    counts["arrows"], counts["arrows right"] = arrow is not None, arrow == pair.relation
    by_day = _earlier(found.a, found.b) if tied else None
    counts["by day"], counts["by day right"] = by_day is not None, by_day == pair.relation
    common = found.relation == "common source"
    counts["common"], counts["common right"] = common, common and pair.relation == "common"
    return counts


def figures(counts: Counts) -> dict[str, float]:
    """Shares from the counts of pairs."""
    return {
        "arrows right": ratio(counts, "arrows right", "arrows"),
        "arrows right, earlier day first": ratio(counts, "by day right", "by day"),
        "common sources right": ratio(counts, "common right", "common"),
        "own reports told apart": ratio(counts, "own apart", "own"),
        "copies tied": ratio(counts, "copies tied", "copies"),
        "likeliest way right": ratio(counts, "likeliest right", "pairs"),
        CALIBRATION: calibration.error(counts),
    }


def _earlier(a: Article, b: Article) -> str | None:
    """The way from the article published earlier, None where neither was."""
    first, second = day_number(a.published), day_number(b.published)
    if first is None or second is None or first == second:
        return None
    return "a>b" if first < second else "b>a"


def _one_house(a: Article, b: Article) -> bool:
    """Whether two outlets are names of one house, as an agency and its feed are."""
    one, other = (set(str(x.outlet).lower().replace(".", " ").split()) for x in (a, b))
    return bool((one & other) - {"news", "com", "feeds", "the", "online", "times", "post", "washington"})


def _articles(pair: RelatedPair) -> tuple[Article, Article]:
    return corpora.article(pair.corpus, pair.a), corpora.article(pair.corpus, pair.b)


def main() -> None:
    """Print what the program says of each pair, beside the label."""
    for pair in agreed():
        found = retold.compare(*_articles(pair))
        print(pair.relation, found.relation, f"{found.derived:.2f}", found.a.outlet, found.b.outlet, sep="\t")


if __name__ == "__main__":
    main()
