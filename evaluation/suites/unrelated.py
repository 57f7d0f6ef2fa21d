"""Stories in corpora that were not gathered around events: are strangers kept apart, and own reports?

Articles drawn at random from years of news share topics far more often than
events. Two reports of one event are published within days, so the share of
pairs of a story that lie no more than a week apart tells how many stories are
none; it needs no labels. It is taken with the days known and with the days hidden
from the program.

Small piles are drawn as well: articles of one week that share no telling word of their titles and no run of
words, so that hardly two tell one event. A story of two or more in such a pile is an error. The other side is
in the same table: two or three METER articles of one event among six of others must be one story.
Numbers were chosen on even weeks and stories; the figures are those of the odd ones.

Pairs of outlets on one event that two people have read are looked up in the
stories of the months they come from: are they versions of one report there?
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from random import Random

import retold
from evaluation.corpora import corpus, drawn_piles
from evaluation.corpora.pairs import CORPUS, MONTHS, JudgedPair, judged
from evaluation.measures import Measure, Part, information, measured
from evaluation.metrics.bootstrap import Counts, Figures
from evaluation.metrics.scores import ratio
from retold.model import Article, Story
from retold.moments import day_number

NEEDS = ("pile_allsides", "versions_whenitson")
SEED = 1
WEEK = 7.0  # days
_WEB = "versions_whenitson"  # no week of the other corpus has so many as 40 strangers
# Of which corpus, how many articles a pile, how many piles.
_PILES: dict[Part, list[tuple[str, int, int]]] = {
    "quick": [(CORPUS, 8, 12)],
    "whole": [(CORPUS, 5, 60), (CORPUS, 8, 60), (_WEB, 40, 25)],
}
_EVENTS = {"quick": 20, "whole": 100}  # METER stories
_DRAWN = {"quick": 400, "whole": 2_000}  # articles


def measures(part: Part) -> list[Measure]:
    """Pairs within a week, units being stories; and judged pairs, units being pairs."""
    return [
        *of_strangers(_DRAWN[part]),
        *of_piles(_PILES[part]),
        *of_events(_EVENTS[part]),
        *of_judged(judged(), family_of(_months())),
    ]


def of_strangers(size: int) -> list[Measure]:
    """Dated articles of many outlets and years, drawn at random."""
    drawn = Random(SEED).sample(_dated(), size)
    days = {a.id: day_number(a.published) or 0.0 for a in drawn}
    found: list[Measure] = []
    for name, articles in (
        ("pairs of a story within a week", drawn),
        ("pairs of a story within a week, days hidden", [replace(a, published=None) for a in drawn]),
    ):
        stories = [one for one in retold.stories(articles) if len(one.articles) > 1]
        found += measured([gaps(one, days) for one in stories], _near(name))
        found.append(
            information(f"stories of two or more, {name.partition(', ')[2] or 'days known'}", len(stories))
        )
    return found


def of_piles(asked: Sequence[tuple[str, int, int]]) -> list[Measure]:
    """Piles of strangers of one week, units being piles; raises `ValueError` where none can be drawn."""
    found: list[Measure] = []
    for name_of, size, count in asked:
        name = f"piles of {size} strangers without a story"
        piles = drawn_piles.strangers(_dated(name_of), size, count, SEED)
        if len(piles) < count:
            raise ValueError(f"{name}: only {len(piles)} of {count} piles in {name_of}")
        found += measured([Counter(piles=1, clean=int(not told(pile))) for pile in piles], _clean(name))
    return found


def _clean(name: str) -> Figures:
    return lambda counts: {name: ratio(counts, "clean", "piles")}


def of_events(count: int) -> list[Measure]:
    """METER articles of one event among those of others, units being piles."""
    units = []
    for event, pile in drawn_piles.events(count, SEED):
        whole = any(event <= set(one) for one in told(pile))
        units.append(Counter(piles=1, whole=int(whole)))
    return measured(units, lambda counts: {"events whole among strangers": ratio(counts, "whole", "piles")})


def told(pile: Sequence[Article]) -> list[tuple[str, ...]]:
    """The articles of each story of two or more."""
    return [one.articles for one in retold.stories(pile) if len(one.articles) > 1]


def gaps(story: Story, days: Mapping[str, float]) -> Counter[str]:
    """The pairs of a story, and those of them that were published within a week."""
    apart = [abs(days[a] - days[b]) for a, b in combinations(story.articles, 2)]
    return Counter(pairs=len(apart), near=sum(one <= WEEK for one in apart))


def _near(name: str) -> Figures:
    return lambda counts: {name: ratio(counts, "near", "pairs")}


def of_judged(pairs: Sequence[JudgedPair], family: Mapping[str, str]) -> list[Measure]:
    """How many of the pairs in one family are copies, and how many of the copies are in one family."""
    units = []
    for one in pairs:
        tied = one.a in family and family.get(one.a) == family.get(one.b)
        units.append(Counter(tied=int(tied), copies=int(one.copied), right=int(tied and one.copied)))
    return [*measured(units, copy_figures), information("judged pairs tied", sum(u["tied"] for u in units))]


def copy_figures(counts: Counts) -> dict[str, float]:
    """Shares from the counts of judged pairs."""
    return {
        "copies among the tied": ratio(counts, "right", "tied"),
        "copies tied": ratio(counts, "right", "copies"),
    }


def family_of(months: Iterable[Sequence[Article]]) -> dict[str, str]:
    """The first article of the family in which each article stands, when each month is a corpus."""
    found: dict[str, str] = {}
    for articles in months:
        for story in retold.stories(articles):
            found |= {i: family[0] for family in story.families for i in family}
    return found


def _months() -> list[list[Article]]:
    dated = _dated()
    return [[a for a in dated if str(a.published).startswith(month)] for month in MONTHS]


def _dated(name: str = CORPUS) -> list[Article]:
    dated = [a for a in corpus(name).values() if day_number(a.published) is not None]
    return sorted(dated, key=lambda a: a.id)
