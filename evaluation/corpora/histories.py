"""Families of document versions whose copying is known from version control: `lineage_*`."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from evaluation.corpora.paths import SHARED
from retold.model import Article

LONGEST = 1500  # words of a text in a family that is measured
MOST_VERSIONS = 30


@dataclass(frozen=True, slots=True)
class Family:
    """Versions of one text, and who was copied from whom: (source, copy)."""

    name: str
    versions: tuple[Article, ...]
    edges: frozenset[tuple[str, str]]


def families(name: str, limit: int, most: int = MOST_VERSIONS) -> Iterator[Family]:
    """The first `limit` families of `lineage_{name}` that have at most so many versions and no long text."""
    with gzip.open(SHARED / f"lineage_{name}" / "families.jsonl.gz", "rt", encoding="utf-8") as lines:
        for given in map(json.loads, lines):
            longest = max(len(node["text"].split()) for node in given["nodes"])
            if len(given["nodes"]) > most or longest > LONGEST:
                continue
            edges = frozenset((str(a), str(b)) for a, b in given["edges"])
            yield Family(given["family"], tuple(map(_version, given["nodes"])), edges)
            limit -= 1
            if limit == 0:
                return


def _version(node: Mapping[str, object]) -> Article:
    stamp = node.get("time")
    when = datetime.fromtimestamp(float(stamp), UTC) if isinstance(stamp, int | float) else None
    return Article(str(node["id"]), str(node["text"]), published=when)
