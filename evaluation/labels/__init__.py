"""Labels made by people: ids and offsets into the texts of `evaluation.corpora`; see README.md."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

LABELS = Path(__file__).resolve().parent
PASSES = ("a", "b")  # two people, or one at two times, who did not see each other's labels


def objects(name: str) -> Iterator[dict[str, Any]]:
    """The lines of a JSON-lines file."""
    with (LABELS / f"{name}.jsonl").open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def rows(name: str) -> list[list[str]]:
    """The rows of a table without a head."""
    with (LABELS / f"{name}.tsv").open(encoding="utf-8", newline="") as lines:
        return list(csv.reader(lines, "excel-tab"))


def records(name: str) -> list[dict[str, str]]:
    """The rows of a table with a head, by the names in it."""
    with (LABELS / f"{name}.tsv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, dialect="excel-tab"))


def write(name: str, table: Iterator[Any] | list[Any]) -> None:
    """Write rows as a table."""
    with (LABELS / f"{name}.tsv").open("w", encoding="utf-8", newline="") as out:
        csv.writer(out, "excel-tab", lineterminator="\n").writerows(table)
