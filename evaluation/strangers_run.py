"""Stories in piles that were not gathered around events: are strangers kept apart, and own reports?

    python -m evaluation.strangers_run [--quick]

Articles drawn at random from years of news share topics far more often than
events. Two reports of one event are published within days, so the share of
pairs of a story that lie no more than a week apart tells how many stories are
none; it needs no labels. It is taken with the days known and with the days hidden
from the program. The same days are given for METER, whose stories are labelled.

Of pairs of outlets on one event that two passes have read, those that the
program ties as versions of one report are counted (see `beside`).
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from itertools import combinations
from random import Random

import retold
from evaluation import beside, scorers
from evaluation.corpora import SHARED, corpus
from retold.model import Article, Story
from retold.moments import day_number
from retold.settings import Settings
from retold.steps import story

SEED = 1
WEEK = 7.0  # days
_MANY, _FEW = 2_000, 400  # articles drawn, in the whole and in the quick part


def measure(quick: bool) -> dict[str, float]:
    """Shares between 0 and 1, and stories for every hundred articles."""
    return of_strangers(_FEW if quick else _MANY) | of_meter(quick) | of_labelled()


def of_strangers(size: int) -> dict[str, float]:
    """Dated articles of many outlets and years, drawn at random."""
    dated = [a for a in corpus("pile_allsides").values() if day_number(a.published) is not None]
    drawn = Random(SEED).sample(sorted(dated, key=lambda a: a.id), size)
    days = {a.id: day_number(a.published) or 0.0 for a in drawn}
    shown = retold.stories(drawn)
    hidden = retold.stories([replace(a, published=None) for a in drawn])
    return {
        "within a week": within_a_week(shown, days),
        "stories of two or more, of a hundred articles": 100 * _told_again(shown) / size,
        "within a week, days hidden": within_a_week(hidden, days),
    }


def within_a_week(found: Sequence[Story], days: dict[str, float]) -> float:
    """The share of pairs of articles of one story that were published within a week; 1 for no pair."""
    gaps = [abs(days[a] - days[b]) for one in found for a, b in combinations(one.articles, 2)]
    return sum(gap <= WEEK for gap in gaps) / len(gaps) if gaps else 1.0


def of_meter(quick: bool) -> dict[str, float]:
    """METER's stories with their days known; quick takes every third story."""
    rows = [json.loads(line) for line in (SHARED / "meter" / "articles.jsonl").open(encoding="utf-8")]
    kept = set(sorted({row["story"] for row in rows})[:: 3 if quick else 1])
    chosen = [row for row in rows if row["story"] in kept]
    days = [datetime.strptime(row["date"], "%d.%m.%y").replace(tzinfo=UTC).date() for row in chosen]
    found = retold.stories([
        Article(row["id"], row["text"], row["outlet"], published=day)
        for row, day in zip(chosen, days, strict=True)
    ])  # fmt: skip
    own = {i: one.id for one in found for i in one.articles}
    truth = {row["id"]: row["story"] for row in chosen if row["id"] in own}
    return {"meter with days, stories ARI": scorers.adjusted_rand(truth, own)}


def of_labelled() -> dict[str, float]:
    """How many of the pairs tied as copies are, and how many of the copies are tied."""
    pairs = beside.labelled()
    tied = [copied for alignment, copied in pairs if story.derived(alignment) >= Settings().story.derived]
    copies = sum(copied for _, copied in pairs)
    return {"copies among the tied": sum(tied) / max(1, len(tied)), "copies tied": sum(tied) / copies}


def _told_again(found: Sequence[Story]) -> int:
    return sum(len(one.articles) > 1 for one in found)


if __name__ == "__main__":
    for metric, value in measure("--quick" in sys.argv).items():
        print(f"{metric:<50} {value:.3f}")
