"""METER (Gaizauskas and others 2001): takes of one agency and what nine papers made of them, labelled."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from evaluation.corpora.paths import SHARED
from retold.model import ReuseLabel

AGENCY = "PA"
_LABELS: dict[str, ReuseLabel] = {"wholly": "wholly", "partially": "partially", "non": "none"}


@dataclass(frozen=True, slots=True)
class MeterArticle:
    """One article; `label` says how much of a paper's is the agency's, None for the agency's own."""

    id: str
    outlet: str
    day: date
    story: str
    label: ReuseLabel | None
    text: str


@dataclass(frozen=True, slots=True)
class MarkedArticle:
    """A paper's article with the stretches that are reused, verbatim or rewritten.

    Its line breaks are not those of the `MeterArticle` of the same id, so offsets count this text.
    """

    id: str
    story: str
    text: str
    reused: tuple[tuple[int, int], ...]


def rows(step: int = 1) -> list[MeterArticle]:
    """All articles, or those of every `step`-th story, in the order of the file."""
    found = list(_rows())
    kept = set(sorted({one.story for one in found})[::step])
    return [one for one in found if one.story in kept]


def takes(articles: Sequence[MeterArticle]) -> dict[str, list[MeterArticle]]:
    """The agency's own articles of each story."""
    found: dict[str, list[MeterArticle]] = {one.story: [] for one in articles}
    for one in articles:
        if one.outlet == AGENCY:
            found[one.story].append(one)
    return found


def marked() -> Iterator[MarkedArticle]:
    """The articles in which reused stretches are marked."""
    with (SHARED / "meter" / "spans.jsonl").open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            reused = tuple((start, end) for start, end, kind, *_ in row["spans"] if kind != "new")
            yield MarkedArticle(row["id"], row["story"], row["text"], reused)


def _rows() -> Iterator[MeterArticle]:
    with (SHARED / "meter" / "articles.jsonl").open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            day = datetime.strptime(row["date"], "%d.%m.%y").replace(tzinfo=UTC).date()
            label = _LABELS[row["label"]] if row["label"] else None
            yield MeterArticle(row["id"], row["outlet"], day, row["story"], label, row["text"])
