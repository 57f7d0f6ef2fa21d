"""The weights of the judgements in `retold.steps.story`, fitted on METER: tables of `parameters/story.toml`.

    python -m evaluation.fit derived --write

What is fitted is judged by cross-validation over stories and over outlets: no article is judged
by weights that have seen its story, or its outlet. Only numbers about alignments are fitted.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

import numpy as np

from evaluation.corpora import meter
from evaluation.corpora.meter import MeterArticle
from evaluation.fit import own_reports
from evaluation.fit.lines import changed
from evaluation.fit.logistic import FOLDS, Floats, Rows, fitted, folds, logistic, stated
from retold.corpus import witnesses
from retold.model import Article, ReuseLabel
from retold.settings import Settings
from retold.steps import align, fingerprint, match
from retold.steps.story import features, judgement, reused, takes
from retold.tables import Alignment, Hashes, Witness

Pair = tuple[str, str]
LABELS = judgement.LABELS
chosen = judgement.chosen  # the shipped rule that picks a label from probabilities
PLACES = 4  # of a written weight
_FALSE_TIE = 2.4  # weight of an article that is not derived, where one that is has 1


@dataclass(frozen=True)
class MeterPairs:
    """The corpus, or some of its stories, with everything that is computed once."""

    rows: list[MeterArticle]
    settings: Settings

    @cached_property
    def witnesses(self) -> dict[str, Witness]:
        return {row.id: witnesses.bare(Article(row.id, row.text)) for row in self.rows}

    @cached_property
    def story(self) -> dict[str, str]:
        return {row.id: row.story for row in self.rows}

    @cached_property
    def outlet(self) -> dict[str, str]:
        return {row.id: row.outlet for row in self.rows}

    @cached_property
    def label(self) -> dict[str, ReuseLabel]:
        return {row.id: row.label for row in self.rows if row.label}

    @cached_property
    def takes(self) -> dict[str, list[str]]:
        """The agency's own articles of each story."""
        found: dict[str, list[str]] = defaultdict(list)
        for row in self.rows:
            if row.outlet == meter.AGENCY:
                found[row.story].append(row.id)
        return found

    @cached_property
    def alignments(self) -> dict[Pair, Alignment]:
        """The pairs that the steps themselves think worth aligning."""
        articles = list(self.witnesses.values())
        grams = fingerprint.take(articles, self.settings.fingerprint)
        pairs = match.pairs(grams, self.settings.match)
        found = {}
        for i, j in zip(pairs.a.tolist(), pairs.b.tolist(), strict=True):
            one, two = sorted((articles[i], articles[j]), key=lambda w: w.id)
            found[one.id, two.id] = align.align(one, two, self.settings.align)
        return found

    @cached_property
    def from_takes(self) -> dict[str, list[Alignment]]:
        """Each paper's article against every take of its story, the article first."""
        found = {}
        for one in self.label:
            takes = self.takes[self.story[one]]
            found[one] = [self._aligned(one, take) for take in takes]
        return found

    def others(self, one: str) -> list[Hashes]:
        """The word forms of the reports that other papers have on the story of an article."""
        return [
            self.witnesses[other].words.forms
            for other in sorted(self.label)
            if self.story[other] == self.story[one] and self.outlet[other] != self.outlet[one]
        ]

    def _aligned(self, one: str, take: str) -> Alignment:
        known = self.alignments.get((min(one, take), max(one, take)))
        if known is None:
            return align.align(self.witnesses[one], self.witnesses[take], self.settings.align)
        return known if known.a.id == one else known.turned()


def load(step: int = 1) -> MeterPairs:
    """The corpus, or every `step`-th story of it."""
    return MeterPairs(meter.rows(step), Settings())


# ---- one judgement: is text taken ----


def taken_rows(known: MeterPairs) -> Rows:
    """Each paper's article with the take it has most from; pairs of strange stories weigh less.

    The strangers are pairs of different stories that share n-grams enough to be
    aligned; beside them stand own reports of one event by other outlets. Each of
    the two kinds weighs as much as the articles that are not derived.
    """
    values, truth, names = [], [], []
    for one, against in known.from_takes.items():
        if against:
            nearest = max(against, key=lambda a: features.taken(a)[0])
            values.append(_both_ways(nearest))
            truth.append(known.label[one] != "none")
            names.append(one)
    own = len(truth)
    apart = [(p, a) for p, a in known.alignments.items() if known.story[p[0]] != known.story[p[1]]]
    strangers = [(p, way) for p, a in apart for way in (a, a.turned())]
    values += [_both_ways(a) for _, a in strangers]
    reports = [way for a in own_reports.aligned() for way in (a, a.turned())]
    values += [_both_ways(a) for a in reports]
    kinds = [np.full(len(kind), (own - sum(truth)) / max(1, len(kind))) for kind in (strangers, reports)]
    false = [False] * (len(strangers) + len(reports))
    names += [p[0] for p, _ in strangers]
    pairs = [f"own reports {k // 2}" for k in range(len(reports))]
    groups = ([of[one] for one in names] + pairs for of in (known.story, known.outlet))
    weight = np.concatenate([np.ones(own), *kinds])
    return Rows(np.array(values), np.array(truth + false), weight, *groups)


def _both_ways(alignment: Alignment) -> Floats:
    return np.array([features.taken(alignment), features.taken(alignment.turned())])


def takes_rows(known: MeterPairs) -> Rows:
    """Each paper's article with all takes of its story, beside the story's other papers.

    One that is not derived weighs more: of two mistakes a false tie is the worse.
    """
    ids = [one for one, against in known.from_takes.items() if against]
    values = np.array([[takes.numbers(known.from_takes[one], known.others(one))] for one in ids])
    truth = np.array([known.label[one] != "none" for one in ids])
    weight = np.where(truth, 1.0, _FALSE_TIE)
    return Rows(values, truth, weight, [known.story[i] for i in ids], [known.outlet[i] for i in ids])


def same_story_rows(known: MeterPairs) -> Rows:
    """Pairs of one story, and pairs of two stories, half and half."""
    pairs = list(known.alignments.items())
    for papers in known.takes.values():
        pairs += [
            ((a, b), known.alignments[a, b]) for a, b in combinations(papers, 2) if (a, b) in known.alignments
        ]
    truth = np.array([known.story[a] == known.story[b] for (a, b), _ in pairs])
    weight = np.where(truth, 0.5 / max(1, truth.sum()), 0.5 / max(1, (~truth).sum())) * len(pairs)
    values = np.array([[features.of(a)] for _, a in pairs])
    groups = ([of[a] for (a, _), _ in pairs] for of in (known.story, known.outlet))
    return Rows(values, truth, weight, *groups)


# ---- reuse: is anything from the sources, is all ----


@dataclass(frozen=True, slots=True)
class ReuseRows:
    """The numbers of each paper's article against the takes of its story, and its label."""

    values: Floats
    labels: list[ReuseLabel]
    story: list[str]
    outlet: list[str]


def reuse_rows(known: MeterPairs) -> ReuseRows:
    """All papers' articles whose story has a take."""
    ids = [i for i, against in known.from_takes.items() if against]
    values = np.array([reused.numbers(known.witnesses[i], known.from_takes[i]) for i in ids])
    labels = [known.label[i] for i in ids]
    return ReuseRows(values, labels, [known.story[i] for i in ids], [known.outlet[i] for i in ids])


def reuse_fit(values: Floats, labels: Sequence[ReuseLabel]) -> tuple[Floats, Floats]:
    """Coefficients of the two judgements: is anything from the sources, and is all."""
    ones = np.ones(len(labels))
    anything = np.array([label != "none" for label in labels], float)
    wholly = np.array([label == "wholly" for label in labels], float)
    return logistic(values, anything, ones), logistic(values, wholly, ones)


def reuse_shares(coefficients: tuple[Floats, Floats], values: Floats) -> Floats:
    """The probabilities of `judgement.LABELS`, as `judgement.labelled` gives them."""
    anything, wholly = (stated(one, values[:, None]) for one in coefficients)
    wholly = np.minimum(wholly, anything)
    return np.stack([wholly, anything - wholly, 1 - anything], axis=1)


def reuse_cross_validated(rows: ReuseRows, groups: Sequence[str]) -> Floats:
    """The probabilities of `judgement.LABELS` for each article, by weights that have not seen its group."""
    fold, result = folds(groups), np.zeros((len(rows.labels), len(judgement.LABELS)))
    for k in range(FOLDS):
        known = [label for label, f in zip(rows.labels, fold, strict=True) if f != k]
        if (fold == k).any():
            result[fold == k] = reuse_shares(reuse_fit(rows.values[fold != k], known), rows.values[fold == k])
    return result


# ---- writing ----


@dataclass(frozen=True, slots=True)
class Model:
    """One fitted table of `parameters/story.toml`: its values by name, and what they rest on."""

    name: str
    values: dict[str, float]
    fitted_on: str
    n: int


def models(known: MeterPairs) -> list[Model]:
    """All models fitted on a corpus."""
    rows = reuse_rows(known)
    anything, wholly = reuse_fit(rows.values, rows.labels)
    taken, same = taken_rows(known), same_story_rows(known)
    shares = {label: rows.labels.count(label) / len(rows.labels) for label in LABELS}
    both, alone, n = "METER, and own reports in AllSides", "METER", len(rows.labels)
    wired = takes_rows(known)
    return [
        Model("takes_model", _named(takes.NAMES, fitted(wired)), alone, len(wired.truth)),
        Model("taken", _named(features.TAKEN, fitted(taken)), both, len(taken.truth)),
        Model("same_story", _named(features.NAMES, fitted(same)), alone, len(same.truth)),
        Model("reuse_anything", _named(reused.NAMES, anything), alone, n),
        Model("reuse_wholly", _named(reused.NAMES, wholly), alone, n),
        Model("reuse_frequency", {label: round(share, PLACES) for label, share in shares.items()}, alone, n),
    ]


def rewritten(text: str, found: Sequence[Model], when: str) -> str:
    """The text of `parameters/story.toml` with the values of these models."""
    for model in found:
        values = {f"{model.name}.{name}": value for name, value in model.values.items()}
        text = changed(text, values, model.fitted_on, when, model.n)
    return text


def _named(names: Sequence[str], coefficients: Floats) -> dict[str, float]:
    pairs = zip(("intercept", *names), coefficients.tolist(), strict=True)
    return {name: round(value, PLACES) for name, value in pairs}
