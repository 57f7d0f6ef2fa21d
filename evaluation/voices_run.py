"""Reported changes of who says it, or how it is told, against judged places (`labels/voices.jsonl`).

    python -m evaluation.voices_run [--errors]

Every judged report of an earlier run was read in both articles and called true, false or unclear.
The pairs are compared again, as siblings. A report belongs to a judged place of its pair and sort
(`other` speaker, `nameless` in one version, `cue` of another class) if they share a character
in each article in which both have text. Precision is over reports with a verdict of true or false;
`kept` is the share of true places still reported. Reports nobody has judged are counted and not scored.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from typing import Any

from evaluation import corpora
from evaluation.scorers import Place
from evaluation.told_run import told
from retold.model import Change, Span
from retold.settings import Settings
from retold.steps import align, changes

_QUICK = 6  # of so many pairs the quick part takes one
SORTS = ("other", "nameless", "cue")
Row = dict[str, Any]


def measure(quick: bool) -> dict[str, float]:
    """Precision and share of true ones kept, by sort and over all; quick takes every sixth pair.

    Raises `OSError` where data is absent.
    """
    return _figures(_counts(_QUICK if quick else 1))


def _figures(counts: Counter[tuple[str, str]]) -> dict[str, float]:
    figures: dict[str, float] = {}
    for name in (*SORTS, "all"):
        true, false, lost = (counts[name, what] for what in ("true", "false", "lost"))
        figures[f"voices: {name} precision"] = true / (true + false) if true + false else 1.0
        figures[f"voices: {name} kept"] = true / (true + lost) if true + lost else 1.0
    return figures


def _counts(step: int = 1) -> Counter[tuple[str, str]]:
    """How many reports are true, false, unclear or not judged, and how many true places are lost, by sort."""
    counts: Counter[tuple[str, str]] = Counter()
    for _, sort, what in _outcomes(step):
        counts[sort, what] += 1
        counts["all", what] += 1
    return counts


def _outcomes(step: int = 1) -> Iterator[tuple[Row, str, str]]:
    """What became of each judged place, and of each report; rows without `spans` are of no judged place."""
    pairs: dict[tuple[str, str, str], list[Row]] = {}
    with (corpora.LABELS / "voices.jsonl").open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            pairs.setdefault((row["corpus"], row["a"], row["b"]), []).append(row)
    for ends, rows in islice(pairs.items(), 0, None, step):
        found = [one for one in _found(*ends) if one.kind == "attribution"]
        met = [[row for row in rows if _same(one, row)] for one in found]
        for one, held in zip(found, met, strict=True):
            verdict = held[0]["verdict"] if held else "not judged"
            yield (held[0] if held else {"a": ends[1], "b": ends[2]}), _sort(one), verdict
        for row in rows:
            if row["verdict"] == "true" and not any(row in held for held in met):
                yield row, row["sort"], "lost"


def _found(corpus: str, a: str, b: str) -> list[Change]:
    settings = Settings()
    one, other = told(corpus, a), told(corpus, b)
    pair = align.align(one.witness, other.witness, settings.align)
    said = {a: one.statements, b: other.statements}
    return changes.find(pair, said, None, settings.changes)


def _sort(change: Change) -> str:
    if change.detail == "cue":
        return "cue"
    return "other" if change.before and change.after else "nameless"


def _same(change: Change, row: Row) -> bool:
    """Whether a report is of the judged place: same sort, same words in every article that has any."""
    sides = ((change.source_spans, row["spans"]["a"]), (change.copy_spans, row["spans"]["b"]))
    shared = [_touch(spans, places) for spans, places in sides if spans and places]
    return _sort(change) == row["sort"] and bool(shared) and all(shared)


def _touch(spans: tuple[Span, ...], places: list[Place]) -> bool:
    return any(span.start < end and start < span.end for span in spans for start, end in places)


def main() -> None:
    """Print the counts, or the judged places that went wrong."""
    if "--errors" in sys.argv[1:]:
        for row, sort, what in _outcomes():
            if what not in ("true", "unclear"):
                print(what, sort, row["a"], row["b"], row.get("spans", ""))
        return
    counts = _counts()
    for sort in (*SORTS, "all"):
        found = {what: n for (name, what), n in sorted(counts.items()) if name == sort}
        print(f"{sort:10}", found)
    for name, value in _figures(counts).items():
        print(f"{name:28} {value:6.3f}")


if __name__ == "__main__":
    main()
