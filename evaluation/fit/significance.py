"""Fit the model that tells which cuts, additions and wordings a reader wants told.

    python -m evaluation.fit.significance            print the weights, and what each least worth leaves
    python -m evaluation.fit.significance --write    write [significance] of parameters/changes.toml

The cases are reports of changes that were read by hand (`labels/readings.tsv`) and that are still told in
their kind: wanted are those called right, not the trivial, the false and those of another kind. Weights are
fitted on all of these kinds; what a least probability leaves is judged on the random draws, each report by
weights that have not seen its articles, beside the reports of the other kinds, which are never judged.
The least probability is not fitted: told is what is more likely wanted than not.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

import numpy as np

import retold
from evaluation import corpora, labels
from evaluation.fit import lines, trial
from evaluation.fit.logistic import Rows, cross_validated, fitted
from evaluation.suites import readings
from retold import language
from retold.model import Change, Span
from retold.steps.changes.significance import Around, Marks, folded_words, is_exempt, marks

STEP = "changes"
KINDS = ("cut", "added", "wording")
_CUTS = tuple(n / 20 for n in range(13))
_NEAR = 80  # characters within which the next word stands
ENGLISH = language.of("en")
_ON = "reports of changes read by hand"


class Case(NamedTuple):
    """A report that was read: its pair, whether it was drawn at random, what was read, its kind and marks."""

    pair: str
    random: bool
    right: bool
    kind: str
    exempt: bool
    marks: list[float]


def cases() -> Iterator[Case]:
    """The readings whose report is still told with more than the weight of style, each report once."""
    known = set[str]()
    for row in labels.records("readings"):
        told = readings.told_at(row)
        if told is not None and told.weight != "style" and told.id not in known:
            known.add(told.id)
            right = row["verdict"] == "right"
            around = _around(told, row["corpus"])
            found = list(marks(told, around, ENGLISH))
            exempt = is_exempt(told, around, ENGLISH)
            yield Case(row["a"], row["draw"] == "random", right, told.kind, exempt, found)


def _around(told: Change, corpus: str) -> Around:
    """What stands around a reported change, by the texts."""
    old, new = (corpora.article(corpus, name).text for name in (told.source, told.copy))
    ours, theirs = (frozenset(folded_words(text, ENGLISH)) for text in (old, new))
    dated = any(_is_dated(corpus, span) for span in (*told.source_spans, *told.copy_spans))
    return Around(ours, theirs, _stands_apart(told, old, new), dated)


def _is_dated(corpus: str, span: Span) -> bool:
    held = _dates(corpus, str(span.article))
    return any(one.start < span.end and span.start < one.end for one in held)


@cache
def _dates(corpus: str, name: str) -> list[Span]:
    article = corpora.article(corpus, name)
    return [one.span for one in retold.dates(article.text, article.published)]


def _stands_apart(told: Change, old: str, new: str) -> bool:
    if not told.source_spans or not told.copy_spans:
        return False
    ours, theirs = (_beside(*one) for one in ((told.source_spans, old), (told.copy_spans, new)))
    return not any(a == b for a, b in zip(ours, theirs, strict=True) if a)


def _beside(spans: Sequence[Span], text: str) -> tuple[list[str], list[str]]:
    """The word before the first and the one behind the last of the spans, if there is one."""
    low, high = min(one.start for one in spans), max(one.end for one in spans)
    before, behind = text[max(0, low - _NEAR) : low], text[high : high + _NEAR]
    return folded_words(before, ENGLISH)[-1:], folded_words(behind, ENGLISH)[:1]


def rows_of(judged: Sequence[Case]) -> Rows:
    """The cases as a logistic model wants them; a fold holds all of an article."""
    pairs = [case.pair for case in judged]
    values = np.array([case.marks for case in judged], float)[:, None, :]
    right = np.array([case.right for case in judged], bool)
    return Rows(values, right, np.ones(len(judged)), pairs, pairs)


class Left(NamedTuple):
    """What a least probability leaves of the random reports, and what it takes."""

    least: float
    left: int
    right: float  # share of what is left
    taken_right: int
    taken_others: int


def left_by(every: Sequence[Case]) -> list[Left]:
    """What each least probability leaves, by weights that have not seen the pair."""
    judged = [case for case in every if case.kind in KINDS]
    rows = rows_of(judged)
    stated = iter(cross_validated(rows, rows.story).tolist())
    worth = [next(stated) if case.kind in KINDS else 1.0 for case in every]
    worth = [1.0 if case.exempt else one for one, case in zip(worth, every, strict=True)]
    drawn = [(w, case.right) for w, case in zip(worth, every, strict=True) if case.random]
    return [_left(least, drawn) for least in _CUTS]


def _left(least: float, drawn: Sequence[tuple[float, bool]]) -> Left:
    kept = [right for worth, right in drawn if worth >= least]
    taken = [right for worth, right in drawn if worth < least]
    return Left(least, len(kept), sum(kept) / max(1, len(kept)), sum(taken), len(taken) - sum(taken))


def values_of(every: Sequence[Case]) -> dict[str, float]:
    """The weights by their key in the table, on all cases."""
    rows = rows_of([case for case in every if case.kind in KINDS])
    names = ("intercept", *Marks._fields)
    weights = zip(names, fitted(rows).round(3).tolist(), strict=True)
    return {f"significance.{name}": weight for name, weight in weights}


def main(arguments: list[str]) -> None:
    """Print what was found, and write it if asked; the reports are those told without the model."""
    if arguments == ["--cases"]:
        print(json.dumps(list(cases())))
        return
    told = trial.told_with(STEP, {"significance.least": 0.0}, ("evaluation.fit.significance", "--cases"))
    every = [Case(*one) for one in told]
    found = left_by(every)
    drawn = sum(case.random for case in every)
    for least, left, right, taken, others in found:
        shares = f"{left} of {drawn} left, right {right:.3f}"
        print(f"least {least:.2f}: {shares}; taken {taken} right, {others} others")
    values = values_of(every)
    print(values)
    if "--write" in arguments:
        lines.write(STEP, values, _ON, len(every))


if __name__ == "__main__":
    main(sys.argv[1:])
