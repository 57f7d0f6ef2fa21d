"""METER: stories, families, derived or not, reuse and passages.

`retold.stories` and `retold.reuse` run as they are shipped; what "fitted on all" means for their weights
is shown beside: each fitted judgement is judged again by weights that have seen neither the article's
story nor, in a second run, its outlet. Units are papers' articles, drawn by story and by outlet.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

import retold
from evaluation.baselines import similarity
from evaluation.corpora import meter
from evaluation.corpora.meter import MeterArticle
from evaluation.fit import derived
from evaluation.fit.logistic import Floats, cross_validated
from evaluation.measures import Measure, Part, measured
from evaluation.metrics import bootstrap, calibration, groupings
from evaluation.metrics.bootstrap import Counts
from evaluation.metrics.scores import balanced, macro_f1, ratio, triple
from retold.model import Article, Reuse, Story

NEEDS = ("meter", "pile_allsides")
_STEP = {"quick": 3, "whole": 1}  # every so-manieth story
_ROUNDS = 200
_CUTS = (0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4)  # thresholds the baseline of stories may choose from


def measures(part: Part) -> list[Measure]:
    """All figures; quick takes a third of the stories."""
    rows = meter.rows(_STEP[part])
    return [*of_stories(rows), *of_reuse(rows), *of_passages(rows), *of_weights(_STEP[part])]


# ---- stories and families ----


def of_stories(rows: Sequence[MeterArticle]) -> list[Measure]:
    """Stories and families with the days of the articles hidden, and given."""
    dated = [Article(row.id, row.text, row.outlet, published=row.day) for row in rows]
    found: list[Measure] = []
    for name, articles in (
        ("days hidden", [replace(a, published=None) for a in dated]),
        ("days given", dated),
    ):
        stories = retold.stories(articles)
        found += [_rand(rows, stories, name), *of_families(rows, stories, name)]
    return found


def _rand(rows: Sequence[MeterArticle], stories: Sequence[Story], name: str) -> Measure:
    """The adjusted Rand index of the stories, with an interval by drawing true stories again."""
    own = {i: one.id for one in stories for i in one.articles}
    truth = {row.id: row.story for row in rows if row.id in own}
    value = groupings.adjusted_rand(truth, own)
    bounds = bootstrap.drawn(
        truth, lambda names: groupings.adjusted_rand(*_again(truth, own, names)), _ROUNDS
    )
    simple = similarity.groupings({row.id: row.text for row in rows}, _CUTS).values()
    best = max(groupings.adjusted_rand(truth, groups) for groups in simple)
    known = {"idf cosine, best cut": best}
    return Measure(f"stories ARI, {name}", value, "index", interval=bounds, baselines=known)


def _again(
    truth: Mapping[str, str], own: Mapping[str, str], stories: Sequence[str]
) -> tuple[dict[str, str], dict[str, str]]:
    """The groupings when these true stories are drawn, one drawn twice being two."""
    members: dict[str, list[str]] = {}
    for name, story in truth.items():
        members.setdefault(story, []).append(name)
    pairs = [(f"{k}/{name}", k, name) for k, story in enumerate(stories) for name in members[story]]
    times = dict.fromkeys(truth.values(), 0)
    place = []
    for story in stories:
        place.append(times[story])
        times[story] += 1
    return {key: str(k) for key, k, _ in pairs}, {key: f"{place[k]}/{own[name]}" for key, k, name in pairs}


def of_families(rows: Sequence[MeterArticle], stories: Sequence[Story], name: str) -> list[Measure]:
    """Whether a paper's article shares a family with a take of its story, against its label."""
    family = {i: (one.id, k) for one in stories for k, members in enumerate(one.families) for i in members}
    takes = meter.takes(rows)
    papers = [row for row in rows if row.label is not None]
    tied = [any(family[row.id] == family[take.id] for take in takes[row.story]) for row in papers]
    truth = [row.label != "none" for row in papers]
    units = [judged(one, so) for one, so in zip(tied, truth, strict=True)]
    held = [similarity.containment(row.text, [t.text for t in takes[row.story]]) for row in papers]
    by_cut = similarity.held_out(held, truth, [row.story for row in papers])
    simple = bootstrap.summed([judged(one, so) for one, so in zip(by_cut, truth, strict=True)])

    def figures(counts: Counts) -> dict[str, float]:
        return {
            f"families, derived recall, {name}": ratio(counts, "true right", "true"),
            f"families, balanced accuracy, {name}": balanced(counts),
            f"families, own reports tied to the agency, {name}": 1 - ratio(counts, "false right", "false"),
        }

    known = {key: {"containment, cut of other stories": value} for key, value in figures(simple).items()}
    wrong = f"families, own reports tied to the agency, {name}"
    return _by_both(units, figures, papers, lower=(wrong,), baselines=known)


def judged(found: bool, truth: bool) -> Counter[str]:
    """The counts of one judgement, for `scores.balanced`."""
    kind = "true" if truth else "false"
    return Counter({kind: 1, f"{kind} right": int(found == truth)})


def _by_both(
    units: Sequence[Counts],
    figures: bootstrap.Figures,
    rows: Sequence[MeterArticle],
    *,
    lower: Sequence[str] = (),
    baselines: Mapping[str, Mapping[str, float]] | None = None,
) -> list[Measure]:
    stories, outlets = [row.story for row in rows], [row.outlet for row in rows]
    return measured(units, figures, groups=stories, outlets=outlets, lower=lower, baselines=baselines)


# ---- reuse ----


def of_reuse(rows: Sequence[MeterArticle]) -> list[Measure]:
    """The label and its probability as `retold.reuse` gives them."""
    takes = meter.takes(rows)
    papers = [row for row in rows if row.label is not None and takes[row.story]]
    units = [reuse_counts(_reuse(row.id, row.text, takes[row.story]), str(row.label)) for row in papers]
    error = "reuse calibration error"
    return _by_both(
        units,
        lambda counts: {"reuse macro f1": macro_f1(counts, derived.LABELS), error: calibration.error(counts)},
        papers,
        lower=(error,),
    )


def _reuse(name: str, text: str, takes: Sequence[MeterArticle]) -> Reuse:
    return retold.reuse(Article(name, text), [Article(take.id, take.text) for take in takes])


def reuse_counts(found: Reuse, label: str) -> Counter[str]:
    """The counts of one labelled article."""
    return label_counts(found.label, found.probabilities[found.label], label)


def label_counts(given: str, chance: float, label: str) -> Counter[str]:
    """The counts of one given label, the probability stated for it, and the true label."""
    counts = calibration.counted([(chance, given == label)])
    counts.update({f"{given} given": 1, f"{label} wanted": 1, f"{given} right": int(given == label)})
    return counts


def of_passages(rows: Sequence[MeterArticle]) -> list[Measure]:
    """Letters of reused text in the passages, over the papers' articles that are marked.

    The marked text is what is asked, since its line breaks are not those of the other.
    """
    takes, known = meter.takes(rows), {row.id: row for row in rows}
    marked = [one for one in meter.marked() if one.id in known]
    units = []
    for one in marked:
        found = _reuse(one.id, one.text, takes[one.story])
        ours = [(p.a.start, p.a.end) for p in found.passages]
        units.append(letter_counts(one.text, ours, one.reused))
    return _by_both(
        units,
        lambda counts: triple(counts, name="passages "),
        [known[one.id] for one in marked],
    )


def letter_counts(
    text: str, found: Sequence[tuple[int, int]], truth: Sequence[tuple[int, int]]
) -> Counter[str]:
    """How many letters are found, marked, and both."""
    letters = np.array([sign.isalpha() for sign in text], np.bool_)
    ours, gold = np.zeros(len(text), np.bool_), np.zeros(len(text), np.bool_)
    for covered, places in ((ours, found), (gold, truth)):
        for start, end in places:
            covered[start:end] = True
    return Counter(
        right=int((ours & gold & letters).sum()),
        given=int((ours & letters).sum()),
        wanted=int((gold & letters).sum()),
    )


# ---- what is fitted, by weights that have not seen the story, or the outlet ----


def of_weights(step: int) -> list[Measure]:
    """The two fitted judgements, cross-validated by story and by outlet."""
    known = derived.load(step)
    taken, reuse = derived.taken_rows(known), derived.reuse_rows(known)
    real = taken.weight == 1
    truth = taken.truth[real].tolist()
    stories = [story for story, own in zip(taken.story, real, strict=True) if own]
    found: list[Measure] = []
    for fold in ("story", "outlet"):
        given = cross_validated(taken, getattr(taken, fold))[real]
        found += _taken(given, truth, stories, fold)
        shares = derived.reuse_cross_validated(reuse, getattr(reuse, fold))
        found += _labels(shares, reuse, fold)
    return found


def _taken(given: Floats, truth: Sequence[bool], stories: Sequence[str], fold: str) -> list[Measure]:
    """Derived or not: the cut lies at the share of derived articles."""
    cut = sum(truth) / len(truth)
    units = [
        judged(chance > cut, so) + calibration.counted([(chance, so)])
        for chance, so in zip(given.tolist(), truth, strict=True)
    ]
    error = f"derived calibration error, cross-validated by {fold}"
    accuracy = f"derived balanced accuracy, cross-validated by {fold}"
    return measured(
        units,
        lambda counts: {accuracy: balanced(counts), error: calibration.error(counts)},
        groups=stories,
        lower=(error,),
    )


def _labels(shares: Floats, rows: derived.ReuseRows, fold: str) -> list[Measure]:
    """Reuse: the label that the shipped rule chooses from the probabilities."""
    units = []
    for row, label in zip(shares.tolist(), rows.labels, strict=True):
        chances = dict(zip(derived.LABELS, row, strict=True))
        given = derived.chosen(chances)
        units.append(label_counts(given, chances[given], label))
    error = f"reuse calibration error, cross-validated by {fold}"
    score = f"reuse macro f1, cross-validated by {fold}"
    return measured(
        units,
        lambda counts: {score: macro_f1(counts, derived.LABELS), error: calibration.error(counts)},
        groups=rows.story,
        lower=(error,),
    )
