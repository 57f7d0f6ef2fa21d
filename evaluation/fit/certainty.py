"""Fit the models that tell how sure a statement without quoted words is, and who speaks in it.

    python -m evaluation.fit.certainty            print the weights, and what they state beside what is right
    python -m evaluation.fit.certainty --write    write [certain_statement] and [certain_speaker]

The cases are statements without a quotation in PolNeAR train and dev, without the articles of the suite
`statements`. One is right where a marked attribution has at least half of its words (Dice overlap of
characters) and a source that shares a character with the speaker. The model of speakers is fitted on those
whose words a marked attribution has. Sayings inside what somebody else said are passed over: the corpus
marks the outer one. What is stated is judged by weights that have not seen the article, or its outlet.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from evaluation.corpora import polnear
from evaluation.corpora.polnear import Attribution, PolnearArticle
from evaluation.fit import lines
from evaluation.fit.logistic import Rows, cross_validated, fitted
from evaluation.metrics.calibration import calibration_error
from evaluation.metrics.ranges import common, dice
from retold.corpus.witnesses import witness
from retold.model import Article
from retold.settings import Settings
from retold.steps import statements
from retold.steps.statements.certainty import Marks
from retold.steps.statements.names import Range
from retold.steps.statements.utterance import Utterance

STEP = "statements"
_HALF = 0.5
_STATED = (0.5, 0.6, 0.7, 0.8, 0.9, 0.95)
_ON = "statements without quoted words in PolNeAR train and dev, without the 300 articles of the suite"


class Case(NamedTuple):
    """A statement: its article and outlet, its marks, whether its words are marked, and with this speaker."""

    article: str
    outlet: str
    marks: list[float]
    worded: bool
    right: bool


def cases() -> Iterator[Case]:
    """The statements of the corpus that are judged."""
    for one in polnear.not_judged():
        said = statements.utterances(witness(Article(one.id, one.text), Settings()), None)
        yield from cases_of(one, said)


def cases_of(article: PolnearArticle, said: Sequence[Utterance]) -> Iterator[Case]:
    """Those of one article, by what is marked in it."""
    marked = [one for one in article.attributions if one.content]
    told = [(one, one.content) for one in said]
    for one in said:
        if one.marks is None or one.kind != "indirect" or one.speaker is None or one.cue is None:
            continue
        others = (content for other, content in told if other is not one)
        if any(_inside(one.cue, content) for content in (*others, *(m.content for m in marked))):
            continue
        near = [m for m in marked if dice(one.content, m.content) >= _HALF]
        right = any(_speaks(one, m) for m in near)
        yield Case(article.id, article.outlet, list(one.marks), bool(near), right)


def _inside(cue: Range, content: Sequence[Range]) -> bool:
    return any(low <= cue[0] < high for low, high in content)


def _speaks(said: Utterance, marked: Attribution) -> bool:
    where = None if said.speaker is None else said.speaker.mention
    return where is not None and common([where], marked.source) > 0


def rows_of(judged: Sequence[Case]) -> Rows:
    """The cases as a logistic model wants them; folds by article, and by outlet."""
    values = np.array([case.marks for case in judged], float)[:, None, :]
    right = np.array([case.right for case in judged], bool)
    articles, outlets = [case.article for case in judged], [case.outlet for case in judged]
    return Rows(values, right, np.ones(len(judged)), articles, outlets)


def judged(rows: Rows) -> Iterator[str]:
    """What the weights state where they have not seen the article, then the outlet, beside what is right."""
    for name, groups in (("article", rows.story), ("outlet", rows.outlet)):
        stated, right = cross_validated(rows, groups), rows.truth.astype(float)
        error = calibration_error(list(zip(stated.tolist(), rows.truth.tolist(), strict=True)))
        yield f"by {name}: {len(right)} cases, right {right.mean():.3f}, error {error:.3f}"
        for least in _STATED:
            held = stated >= least
            yield f"  stated {least:.2f} or more: {held.mean():.3f} of them, right {right[held].mean():.3f}"


def values_of(table: str, rows: Rows) -> dict[str, float]:
    """The weights by their key in the table."""
    names = ("intercept", *Marks._fields)
    weights = zip(names, fitted(rows).round(3).tolist(), strict=True)
    return {f"{table}.{name}": weight for name, weight in weights}


def main(arguments: list[str]) -> None:
    """Print what was found, and write it if asked."""
    every = list(cases())
    tables = (
        ("certain_statement", every),
        ("certain_speaker", [case for case in every if case.worded]),
    )
    for table, held in tables:
        rows = rows_of(held)
        values = values_of(table, rows)
        print(table, *judged(rows), values, sep="\n")
        if "--write" in arguments:
            lines.write(STEP, values, _ON, len(held))


if __name__ == "__main__":
    main(sys.argv[1:])
