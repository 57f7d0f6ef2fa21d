"""Programs that answer: retold, and simple methods that any other should beat."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import retold
from benchmark import answers, piles
from evaluation.baselines import changes as difflib_changes
from evaluation.baselines import lineages, similarity
from evaluation.metrics.lineages import Edge
from evaluation.reported import Answers, answers_of_retold
from retold.algorithms import components
from retold.model import Article

System = Callable[[Sequence[Article]], Answers]
_CUTS = (0.15, 0.6)  # containment of a paper in the wire from which it is partly, and wholly, the wire's


def with_edges(edges: Sequence[Edge], articles: Sequence[Article]) -> Answers:
    """A lineage with its changes by difflib; what hangs together is one family and one story."""
    texts = {one.id: one for one in articles}
    groups = [tuple(one) for one in components.members(texts, edges)]
    changes = [one for a, b in edges for one in difflib_changes.changes(texts[a], texts[b])]
    return Answers(edges=list(edges), directed=list(edges), changes=changes, groups=groups, families=groups)


SYSTEMS: dict[str, System] = {
    "retold": answers_of_retold,
    "nearest earlier": lambda given: with_edges(lineages.nearest_earlier(given), given),
    "likest earlier": lambda given: with_edges(lineages.likest_earlier(given), given),
    "chain by time": lambda given: with_edges(lineages.chain_by_time(given), given),
    "all alone": lambda given: with_edges([], given),
}


def answered(folder: Path, name: str) -> dict[str, Any]:
    """What a system says of a pile, as JSON. Raises `KeyError` for an unknown system."""
    held = piles.about(folder)
    if held["kind"] == "reuse":
        return {"reuse": _reuse(folder, name, held["wire"])}
    parts = [answers.written(SYSTEMS[name](one.articles)) for one in piles.stories(folder)]
    return {key: [row for part in parts for row in part[key]] for key in parts[0]}


def _reuse(folder: Path, name: str, wire: str) -> dict[str, str]:
    """The label of each paper, its story's takes being the sources."""
    held = {one.id: one for one in piles.articles(folder)}
    story = {ident: name for ident, name, _ in piles.labels(folder)}
    takes = {
        s: [held[i] for i in held if story[i] == s and held[i].outlet == wire] for s in set(story.values())
    }
    judge = _retold_label if name == "retold" else _contained
    return {i: judge(one, takes[story[i]]) for i, one in held.items() if one.outlet != wire}


def _retold_label(paper: Article, takes: Sequence[Article]) -> str:
    return retold.reuse(paper, list(takes)).label if takes else "none"


def _contained(paper: Article, takes: Sequence[Article]) -> str:
    share = similarity.containment(paper.text, [one.text for one in takes]) if takes else 0.0
    return "wholly" if share >= _CUTS[1] else "partially" if share >= _CUTS[0] else "none"
