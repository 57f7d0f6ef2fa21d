"""The weights of the judgements in `retold.steps.story`, tables of `parameters/story.toml`, fitted on METER.

    python -m evaluation.fit derived --write

What is fitted is judged by cross-validation over stories and over outlets: no article is judged
by weights that have seen its story, or its outlet. Only numbers about alignments are fitted.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from itertools import combinations

import numpy as np

from evaluation.corpora import meter
from evaluation.corpora.meter import MeterArticle
from evaluation.fit import lines, own_reports
from evaluation.fit.logistic import FOLDS, Floats, Rows, fitted, folds, logistic, stated
from retold.corpus import witnesses
from retold.model import Article, ReuseLabel
from retold.settings import Settings
from retold.steps import align, fingerprint, match
from retold.steps.story import features, judgement, reused
from retold.tables import Alignment, Witness

Pair = tuple[str, str]
WEIGHTS = lines.path_of("story")
TAKEN_ON = "METER, and own reports in AllSides"


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


def weights_toml() -> str:
    """The file of the step with the tables of all models fitted on the whole corpus."""
    known = load()
    rows, when = reuse_rows(known), f"{datetime.now(UTC):%Y-%m}"
    taken, same = taken_rows(known), same_story_rows(known)
    anything, wholly = reuse_fit(rows.values, rows.labels)
    shares = np.array([rows.labels.count(label) for label in judgement.LABELS]) / len(rows.labels)
    text = WEIGHTS.read_text(encoding="utf-8")
    for table, names, values, fitted_on, count in (
        ("taken", ("intercept", *features.TAKEN), fitted(taken), TAKEN_ON, len(taken.truth)),
        ("same_story", ("intercept", *features.NAMES), fitted(same), "METER", len(same.truth)),
        ("reuse_anything", ("intercept", *reused.NAMES), anything, "METER", len(rows.labels)),
        ("reuse_wholly", ("intercept", *reused.NAMES), wholly, "METER", len(rows.labels)),
        ("reuse_frequency", judgement.LABELS, shares, "METER", len(rows.labels)),
    ):
        keys = (f"{table}.{name}" for name in names)
        new = {key: round(value, 4) for key, value in zip(keys, values.tolist(), strict=True)}
        text = lines.changed(text, new, fitted_on, when, count)
    return text
