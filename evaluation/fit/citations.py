"""The model of cited sources, fitted on arrows that were read by hand (`labels/read_lineages.tsv`).

    python -m evaluation.fit citations [--write]

A row is an arrow between two papers that rests on a citation alone: both are traced as a pile of two, and
where nothing else ties them the marks of `retold.steps.lineage.citation` are taken. Judged by weights that
have seen no article of a group that citations connect.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

import retold
from evaluation import corpora, labels
from evaluation.fit import logistic
from evaluation.fit.logistic import Floats, Rows
from evaluation.labels import read_lineages
from retold.algorithms import components
from retold.corpus import witnesses
from retold.model import Article, Derivation
from retold.settings import LineageSearch, Settings, Statements
from retold.steps.lineage import citation, cited, evidence

CORPORA = ("pile_allsides", "versions_whenitson")
_RIDGE = 1.0  # some seventy arrows, two weights
_SETTINGS = Settings(statements=Statements(which="none"))


@dataclass(frozen=True, slots=True)
class Judged:
    """What is told at a support, and how much of it is right."""

    least: float
    told: int
    right: int


def load() -> Rows:
    """The marks of the cited arrows that were read, with the verdicts; groups are connected by articles."""
    known = {name: one for corpus in CORPORA for name, one in corpora.corpus(corpus).items()}
    found = [(row, one) for row in _read() for one in _marks(row, known)]
    values = np.array([[one] for _, one in found])
    truth = np.array([read_lineages.verdict(row) == "right" for row, _ in found])
    groups = _groups([(row["a"], row["b"]) for row, _ in found])
    return Rows(
        values, truth, np.ones(len(truth)), groups, [known[row["a"]].outlet or "" for row, _ in found]
    )


def _read() -> Iterator[read_lineages.Row]:
    for row in labels.records("read_lineages"):
        if row["kind"] == "arrow" and read_lineages.verdict(row) in ("right", "wrong"):
            yield row


def _marks(row: read_lineages.Row, known: Mapping[str, Article]) -> Iterator[tuple[float, float]]:
    """The marks of an arrow, if it is a citation's and both texts are at hand."""
    if row["a"] not in known or row["b"] not in known:
        return
    pair = [replace(known[name], published=str(known[name].published)[:10]) for name in (row["a"], row["b"])]
    trace = retold.trace(pair, _SETTINGS)
    if any(
        _is_tie(edge, {row["a"], row["b"]}) for one in trace.lineages.values() for edge in one.derivations
    ):
        return
    source, copy = (witnesses.bare(one) for one in pair)
    clues = evidence.clues([source, copy], LineageSearch())
    credit = clues.credited[1].get(clues.keys[0])
    passage = None if credit is None else cited.cited_passage(copy, source, [], credit)
    if credit is not None and passage is not None:
        yield citation.marks(copy, source, passage, credit, cited.telling(copy, credit))


def _is_tie(edge: Derivation, ends: set[str]) -> bool:
    """Whether an edge joins two articles by more than a citation."""
    return {edge.source, edge.copy} == ends and [one.kind for one in edge.evidence] != ["credit"]


def _groups(pairs: list[tuple[str, str]]) -> list[str]:
    """A name for each pair, the same for all that are connected by an article."""
    parts = components.members({name for pair in pairs for name in pair}, pairs)
    group = {name: min(part) for part in parts for name in part}
    return [group[one] for one, _ in pairs]


def weights(rows: Rows) -> dict[str, float]:
    """The lines of `[citation]` by key."""
    names = ("intercept", "run", "sentence")
    found = zip(names, _fitted(rows, np.ones(len(rows.truth), np.bool_)), strict=True)
    return {f"citation.{name}": round(float(one), 3) for name, one in found}


def cross_validated(rows: Rows) -> Floats:
    """The support of each arrow by weights that have not seen its group."""
    fold, result = logistic.folds(rows.story), np.zeros(len(rows.truth))
    for k in range(logistic.FOLDS):
        result[fold == k] = logistic.stated(_fitted(rows, fold != k), rows.values[fold == k])
    return result


def _fitted(rows: Rows, chosen: NDArray[np.bool_]) -> Floats:
    return logistic.logistic(
        rows.values[chosen, 0], rows.truth[chosen].astype(float), rows.weight[chosen], _RIDGE
    )


def judged(rows: Rows, given: Floats, least: float) -> Judged:
    """What is told from a support on, where each arrow has the `given` one."""
    told = given >= least
    return Judged(least, int(told.sum()), int((told & rows.truth).sum()))


def shown(rows: Rows) -> str:
    """How many arrows are right, as they stand and from several supports on, and the calibration."""
    given = cross_validated(rows)
    whole = f"{len(rows.truth)} arrows, {rows.truth.mean():.3f} right, stated {given.mean():.3f}"
    parts = (judged(rows, given, least) for least in (0.5, 0.6, 0.7))
    return "\n".join([whole, *(f"  from {one.least}: {one.right} of {one.told} right" for one in parts)])
