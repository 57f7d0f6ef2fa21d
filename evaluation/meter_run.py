"""METER: stories, families, derived or not, reuse and passages, measured and fitted.

    python -m evaluation.meter_run            print the figures
    python -m evaluation.meter_run fit        refit src/retold/weights/derived.toml and print the figures

What is fitted is judged by cross-validation over stories: no article is judged
by weights that have seen its story. Only numbers about alignments are fitted.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from evaluation import beside, scorers
from evaluation.corpora import SHARED
from retold.corpus import witnesses
from retold.model import Article, ReuseLabel, Story
from retold.settings import Settings
from retold.steps import align, fingerprint, match, story
from retold.steps.story import features, judgement, reused
from retold.tables import Alignment, Witness

Floats = NDArray[np.float64]
Pair = tuple[str, str]

METER = SHARED / "meter"
WEIGHTS = Path(__file__).resolve().parents[1] / "src" / "retold" / "weights" / "derived.toml"
FOLDS = 10
LABELS: dict[str, ReuseLabel] = {"wholly": "wholly", "partially": "partially", "non": "none"}


@dataclass(frozen=True)
class Meter:
    """The corpus, or some of its stories, with everything that is computed once."""

    rows: list[dict[str, str]]
    settings: Settings

    @cached_property
    def witnesses(self) -> dict[str, Witness]:
        return {row["id"]: witness(row["id"], row["text"]) for row in self.rows}

    @cached_property
    def story(self) -> dict[str, str]:
        return {row["id"]: row["story"] for row in self.rows}

    @cached_property
    def label(self) -> dict[str, ReuseLabel]:
        return {row["id"]: LABELS[row["label"]] for row in self.rows if row["label"]}

    @cached_property
    def takes(self) -> dict[str, list[str]]:
        """The agency's own articles of each story."""
        found: dict[str, list[str]] = defaultdict(list)
        for row in self.rows:
            if row["outlet"] == "PA":
                found[row["story"]].append(row["id"])
        return found

    @cached_property
    def alignments(self) -> dict[Pair, Alignment]:
        """The pairs that the steps themselves think worth aligning."""
        pile = list(self.witnesses.values())
        grams = fingerprint.take(pile, self.settings.fingerprint)
        pairs = match.pairs(grams, self.settings.match)
        found = {}
        for i, j in zip(pairs.a.tolist(), pairs.b.tolist(), strict=True):
            one, two = sorted((pile[i], pile[j]), key=lambda w: w.id)
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


def load(quick: bool = False, settings: Settings | None = None) -> Meter:
    """The corpus; quick takes every third story."""
    rows = [json.loads(line) for line in (METER / "articles.jsonl").read_text(encoding="utf-8").splitlines()]
    kept = sorted({row["story"] for row in rows})[:: 3 if quick else 1]
    chosen = set(kept)
    return Meter([row for row in rows if row["story"] in chosen], settings or Settings())


def witness(name: str, text: str) -> Witness:
    return witnesses.bare(Article(name, text))


# ---- what is measured ----


def measure(quick: bool = True) -> dict[str, float]:
    """All figures by name, shares between 0 and 1; quick takes a third of the stories."""
    meter = load(quick)
    found = story.group(list(meter.witnesses.values()), meter.alignments, meter.settings.story)
    own = {i: one.id for one in found for i in one.articles}
    values = {"stories_ari": scorers.adjusted_rand(meter.story, own)}
    values |= _families(meter, found)
    values |= _judged(meter)
    values |= _passages(meter)
    return values


def _families(meter: Meter, found: Sequence[Story]) -> dict[str, float]:
    """Whether a paper's article shares a family with a take of its story, against its label."""
    family = {i: (one.id, k) for one in found for k, members in enumerate(one.families) for i in members}
    truth = np.array([meter.label[i] != "none" for i in meter.label])
    tied = np.array([
        family[i] in {family[take] for take in meter.takes[meter.story[i]]} for i in meter.label
    ])  # fmt: skip
    return {
        "families_derived_recall": float(tied[truth].mean()),
        "families_balanced_accuracy": balanced(tied, truth),
    }


def _judged(meter: Meter) -> dict[str, float]:
    """The fitted judgements, each story judged by weights that have not seen it."""
    rows = taken_rows(meter)
    given = cross_validated(rows)
    real = rows.weight == 1
    truth = rows.truth[real]
    labels, shares = reuse_cross_validated(meter)
    rows_of = [dict(zip(judgement.LABELS, row, strict=True)) for row in shares.tolist()]
    guesses = [judgement.chosen(row) for row in rows_of]
    given_to = np.array([row[guess] for row, guess in zip(rows_of, guesses, strict=True)])
    right = np.array([guess == label for guess, label in zip(guesses, labels, strict=True)])
    return {
        "derived_balanced_accuracy_cv": balanced(given[real] > truth.mean(), truth),
        "derived_calibration_cv": 1 - _miscalibration(given[real], truth),
        "reuse_macro_f1_cv": macro_f1(guesses, labels),
        "reuse_calibration_cv": 1 - _miscalibration(given_to, right),
    }


def _passages(meter: Meter) -> dict[str, float]:
    """Letters of reused text in `Passage.a`, over all papers' articles that are marked.

    The marked text is aligned as it stands: its line breaks are not those of `articles.jsonl`.
    """
    found = both = marked = 0
    for line in (METER / "spans.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["id"] not in meter.label:
            continue
        letters = np.array([sign.isalpha() for sign in row["text"]], np.bool_)
        gold, ours = np.zeros(len(letters), np.bool_), np.zeros(len(letters), np.bool_)
        for start, end, kind, *_ in row["spans"]:
            gold[start:end] = kind != "new"
        marked_text = witness(row["id"], row["text"])
        for take in meter.takes[row["story"]]:
            shared = align.align(marked_text, meter.witnesses[take], meter.settings.align, source=take)
            for passage in shared.passages:
                ours[passage.a.start : passage.a.end] = True
        found += int((ours & letters).sum())
        marked += int((gold & letters).sum())
        both += int((ours & gold & letters).sum())
    precision, recall = both / max(1, found), both / max(1, marked)
    return {
        "passages_precision": precision,
        "passages_recall": recall,
        "passages_f1": 2 * precision * recall / max(1e-9, precision + recall),
    }


# ---- scorers ----


def balanced(found: NDArray[np.bool_], truth: NDArray[np.bool_]) -> float:
    """Mean of the shares found right among the true and among the false.

    >>> balanced(np.array([True, True, False]), np.array([True, False, False]))
    0.75
    """
    return float((found[truth].mean() + (~found[~truth]).mean()) / 2)


def _miscalibration(given: Floats, truth: NDArray[np.bool_]) -> float:
    return scorers.calibration_error(list(zip(given.tolist(), truth.tolist(), strict=True)))


def macro_f1(found: Sequence[str], truth: Sequence[str]) -> float:
    """Mean F1 of the labels.

    >>> macro_f1(["a", "b"], ["a", "b"])
    1.0
    """
    scores = []
    for label in sorted(set(truth)):
        right = sum(f == t == label for f, t in zip(found, truth, strict=True))
        total = sum(f == label for f in found) + sum(t == label for t in truth)
        scores.append(2 * right / total)
    return sum(scores) / len(scores)


# ---- what is fitted ----


@dataclass(frozen=True)
class Rows:
    """Numbers about pairs with the truth; `group` is the story that folds are made by.

    `values` are [pairs, ways, numbers]: weights are fitted on the first way, the
    likeliest of all ways is stated.
    """

    values: Floats
    truth: NDArray[np.bool_]
    weight: Floats
    group: list[str]


def taken_rows(meter: Meter) -> Rows:
    """Each paper's article with the take it has most from; pairs of strange stories weigh less.

    The strangers are pairs of different stories that share n-grams enough to be
    aligned; beside them stand own reports of one event by other outlets. Each of
    the two kinds weighs as much as the articles that are not derived.
    """
    values, truth, group = [], [], []
    for one, against in meter.from_takes.items():
        if against:
            nearest = max(against, key=lambda a: features.taken(a)[0])
            values.append(_both_ways(nearest))
            truth.append(meter.label[one] != "none")
            group.append(meter.story[one])
    own = len(truth)
    apart = [(p, a) for p, a in meter.alignments.items() if meter.story[p[0]] != meter.story[p[1]]]
    strangers = [(p, way) for p, a in apart for way in (a, a.turned())]
    values += [_both_ways(a) for _, a in strangers]
    group += [meter.story[p[0]] for p, _ in strangers]
    reports = [way for a in beside.own() for way in (a, a.turned())]
    values += [_both_ways(a) for a in reports]
    group += [f"beside {k // 2}" for k in range(len(reports))]
    kinds = [np.full(len(kind), (own - sum(truth)) / max(1, len(kind))) for kind in (strangers, reports)]
    false = [False] * (len(strangers) + len(reports))
    return Rows(np.array(values), np.array(truth + false), np.concatenate([np.ones(own), *kinds]), group)


def _both_ways(alignment: Alignment) -> Floats:
    return np.array([features.taken(alignment), features.taken(alignment.turned())])


def same_story_rows(meter: Meter) -> Rows:
    """Pairs of one story, and pairs of two stories, half and half."""
    pairs = list(meter.alignments.items())
    for papers in meter.takes.values():
        pairs += [
            ((a, b), meter.alignments[a, b]) for a, b in combinations(papers, 2) if (a, b) in meter.alignments
        ]
    truth = np.array([meter.story[a] == meter.story[b] for (a, b), _ in pairs])
    weight = np.where(truth, 0.5 / max(1, truth.sum()), 0.5 / max(1, (~truth).sum())) * len(pairs)
    values = np.array([[features.of(a)] for _, a in pairs])
    return Rows(values, truth, weight, [meter.story[a] for (a, _), _ in pairs])


def fitted(rows: Rows, chosen: NDArray[np.bool_] | None = None) -> Floats:
    """Intercept and coefficients for the rows, or for the chosen ones."""
    kept = np.ones(len(rows.truth), np.bool_) if chosen is None else chosen
    return logistic(rows.values[kept, 0], rows.truth[kept].astype(float), rows.weight[kept])


def logistic(values: Floats, truth: Floats, weight: Floats, ridge: float = 5.0) -> Floats:
    """Intercept and coefficients by Newton's method, on standardised values, given for the raw ones."""
    mean, spread = values.mean(axis=0), values.std(axis=0) + 1e-9
    design = np.c_[np.ones(len(values)), (values - mean) / spread]
    penalty = ridge * np.eye(design.shape[1])
    penalty[0, 0] = 1e-6
    found = np.zeros(design.shape[1])
    for _ in range(60):
        given = 1 / (1 + np.exp(-np.clip(design @ found, -30, 30)))
        slope = design.T @ (weight * (truth - given)) - penalty @ found
        bend = (design.T * (weight * given * (1 - given))) @ design + penalty
        found = found + np.linalg.solve(bend, slope)
    raw = found[1:] / spread
    coefficients: Floats = np.r_[found[0] - raw @ mean, raw]
    return coefficients


def stated(coefficients: Floats, values: Floats) -> Floats:
    """The probability of each row of [pairs, ways, numbers], its likeliest way."""
    result: Floats = 1 / (1 + np.exp(-np.clip(coefficients[0] + values @ coefficients[1:], -30, 30)))
    likeliest: Floats = result.max(axis=1)
    return likeliest


def folds(group: Sequence[str]) -> NDArray[np.int64]:
    """A fold for each row, the same for all rows of a story."""
    number = {name: k % FOLDS for k, name in enumerate(sorted(set(group)))}
    return np.array([number[name] for name in group])


def cross_validated(rows: Rows) -> Floats:
    fold, result = folds(rows.group), np.zeros(len(rows.truth))
    for k in range(FOLDS):
        result[fold == k] = stated(fitted(rows, fold != k), rows.values[fold == k])
    return result


def reuse_rows(meter: Meter) -> tuple[Floats, list[ReuseLabel], list[str]]:
    ids = [i for i, against in meter.from_takes.items() if against]
    values = np.array([reused.numbers(meter.witnesses[i], meter.from_takes[i]) for i in ids])
    return values, [meter.label[i] for i in ids], [meter.story[i] for i in ids]


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


def reuse_cross_validated(meter: Meter) -> tuple[list[ReuseLabel], Floats]:
    values, labels, group = reuse_rows(meter)
    fold, result = folds(group), np.zeros((len(labels), 3))
    for k in range(FOLDS):
        known = [label for label, f in zip(labels, fold, strict=True) if f != k]
        result[fold == k] = reuse_shares(reuse_fit(values[fold != k], known), values[fold == k])
    return labels, result


def fit() -> None:
    """Fit all models on the whole corpus and write them for people to read."""
    meter = load()
    values, labels, _ = reuse_rows(meter)
    anything, wholly = reuse_fit(values, labels)
    frequency = np.array([labels.count(label) / len(labels) for label in judgement.LABELS])
    models = {
        "taken": (features.TAKEN, fitted(taken_rows(meter))),
        "same_story": (features.NAMES, fitted(same_story_rows(meter))),
        "reuse_anything": (reused.NAMES, anything),
        "reuse_wholly": (reused.NAMES, wholly),
    }
    shares = [f"{label} = {share:.4f}" for label, share in zip(judgement.LABELS, frequency, strict=True)]
    WEIGHTS.write_text(_toml(models) + "\n".join(["", "[reuse_frequency]", *shares]) + "\n", encoding="utf-8")


def _toml(models: Mapping[str, tuple[Sequence[str], Floats]]) -> str:
    lines = [
        "# Weights of the judgements in retold.steps.story; log-odds for each unit of a number.",
        "# Rebuilt from METER and own reports in AllSides by: python -m evaluation.meter_run fit",
    ]
    for name, (names, coefficients) in models.items():
        lines += ["", f"[{name}]"]
        pairs = zip(("intercept", *names), coefficients.tolist(), strict=True)
        lines += [f"{key} = {value:.4f}" for key, value in pairs]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    if "fit" in sys.argv[1:]:
        fit()
    for metric, figure in measure(quick=False).items():
        print(f"{metric:<32} {figure:.4f}")
