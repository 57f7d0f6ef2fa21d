"""PolNeAR (Newell and others 2018): political news with every attribution marked: source, cue, content."""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evaluation.corpora.paths import SHARED

FOLDER = SHARED / "polnear"
_PARTS = ("dev", "train")
_SAMPLE = 20_210_522  # seed of the sample
JUDGED = 300  # articles of the sample that the suite `statements` measures on, and nothing is fitted on
_CODES = {"AP": "Associated Press", "UPI": "United Press International", "AFP": "Agence France-Presse"}
_OUTLETS = {
    "breitbart": "Breitbart",
    "huff-post": "HuffPost",
    "nyt": "New York Times",
    "politico": "Politico",
    "usa-today": "USA Today",
    "wash-post": "Washington Post",
    "west-journal": "Western Journal",
}

Ranges = Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Attribution:
    """One marked attribution: character ranges of its source and its content."""

    source: Ranges
    content: Ranges


@dataclass(frozen=True, slots=True)
class PolnearArticle:
    """One article; `agency` supplied it, None where the copy is the outlet's own."""

    id: str
    outlet: str
    text: str
    agency: str | None
    attributions: tuple[Attribution, ...]


def articles(folder: Path = FOLDER) -> Iterator[PolnearArticle]:
    """The articles of the dev part, then of the train part; raises `FileNotFoundError` where absent."""
    for part in _PARTS:
        with gzip.open(folder / f"{part}.jsonl.gz", "rt", encoding="utf-8") as lines:
            yield from map(_article, map(json.loads, lines))


def sample(size: int, folder: Path = FOLDER) -> list[PolnearArticle]:
    """A seeded sample of so many articles, in a fixed order."""
    return _shuffled(folder)[:size]


def not_judged(folder: Path = FOLDER) -> list[PolnearArticle]:
    """The articles that no suite measures on, for fitting."""
    return _shuffled(folder)[JUDGED:]


def _shuffled(folder: Path) -> list[PolnearArticle]:
    found = sorted(articles(folder), key=lambda one: one.id)
    random.Random(_SAMPLE).shuffle(found)
    return found


def _article(row: dict[str, Any]) -> PolnearArticle:
    wire = row["meta"]["wire"]
    agency = None if wire in ("None", "NA") else _CODES.get(wire, wire.capitalize())
    marked = tuple(
        Attribution(_ranges(one["source"]), _ranges(one["content"])) for one in row["attributions"]
    )
    return PolnearArticle(
        str(row["id"]), _OUTLETS[row["meta"]["publisher"]], str(row["text"]), agency, marked
    )


def _ranges(given: Sequence[Sequence[int]]) -> Ranges:
    return [(one[0], one[1]) for one in given]
