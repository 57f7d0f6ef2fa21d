"""Answers against the truth: figures with intervals over stories."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmark import answers, piles
from evaluation.metrics import bootstrap
from evaluation.metrics.bootstrap import Counts, Interval
from evaluation.metrics.scores import ratio, triple
from evaluation.metrics.stories import by_story, figures
from evaluation.suites.synthetic import rand_of

LABELS = ("wholly", "partially", "none")
SHOWN = {
    "family pair f1": "reports: pairs of versions, F1",
    "lineage directed f1": "lineage: directed edges, F1",
    "lineage undirected f1": "lineage: edges without direction, F1",
    "common source pairs f1": "pairs with a common unseen source, F1",
    "changes: all recall": "changes, all kinds: recall",
    "changes: all precision": "changes, all kinds: precision",
    "changes: attribution f1": "changes of speaker, F1",
    "changes: figure f1": "changes of figures, F1",
}


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure with the bounds of 95 % of draws of other stories; None where there is one unit only."""

    name: str
    value: float
    interval: Interval | None

    def __str__(self) -> str:
        """Value and interval, as the tables have them."""
        if self.interval is None:
            return f"{self.value:.3f}"
        return f"{self.value:.3f} [{self.interval[0]:.3f}, {self.interval[1]:.3f}]"


def scored(folder: Path, given: Mapping[str, Any]) -> list[Figure]:
    """Every figure of what was said of a pile."""
    return _reuse(folder, given) if piles.about(folder)["kind"] == "reuse" else _stories(folder, given)


def _stories(folder: Path, given: Mapping[str, Any]) -> list[Figure]:
    said, made = answers.read(given), piles.whole(folder)
    units = by_story(made, said)
    found = _figures(
        units, lambda counts: {name: figures(counts).get(key, 0.0) for key, name in SHOWN.items()}
    )
    return [Figure("stories, adjusted Rand index", rand_of(made, said), None), *found]


def _reuse(folder: Path, given: Mapping[str, Any]) -> list[Figure]:
    units: dict[str, Counter[str]] = {}
    for ident, story, label in piles.labels(folder):
        if label is not None:
            _count(units.setdefault(story, Counter()), label, given.get("reuse", {}).get(ident, ""))
    return _figures(list(units.values()), reuse_figures)


def _count(unit: Counter[str], label: str, said: str) -> None:
    unit["papers"] += 1
    unit["right"] += label == said
    for one in LABELS:
        unit[f"{one} wanted"] += one == label
        unit[f"{one} given"] += one == said
        unit[f"{one} right"] += one == label == said


def reuse_figures(counts: Counts) -> dict[str, float]:
    """Accuracy, and the mean of the F1 of the labels."""
    scores = [triple(counts, f"{one} ")["f1"] for one in LABELS]
    return {"reuse: accuracy": ratio(counts, "right", "papers"), "reuse: macro-F1": sum(scores) / len(scores)}


def _figures(units: Sequence[Counts], figure: bootstrap.Figures) -> list[Figure]:
    values, bounds = figure(bootstrap.summed(units)), bootstrap.intervals(units, figure)
    return [Figure(name, value, bounds.get(name)) for name, value in values.items()]


def table(columns: Mapping[str, Sequence[Figure]]) -> str:
    """Systems side by side, as Markdown."""
    names = [one.name for one in next(iter(columns.values()))]
    held = {system: {one.name: str(one) for one in found} for system, found in columns.items()}
    head = f"| measure | {' | '.join(columns)} |\n|{' --- |' * (len(columns) + 1)}\n"
    rows = (f"| {name} | {' | '.join(found.get(name, '–') for found in held.values())} |" for name in names)
    return head + "\n".join(rows)
