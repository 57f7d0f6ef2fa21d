"""Invented pairs of versions in German, French and Spanish: what changed, told by `retold.compare`?

    python -m evaluation.suites.retellings CODE [FILE|frames]        show what goes wrong, and the figures

The pairs are those of `labels/retellings`; each file was written before any output on it was seen, those
with a number after the faults in the ones before had been mended. Beside them stand pairs out of sentence
frames (`generator.retellings`). A label is found where a report of a kind
that it allows stands at its place, and told where one of any kind but a rewording does. A report is right
where such a label stands; rewordings, style, new openings and moves are not judged, nor are cuts and
additions in words that are marked as other words for the same matter, nor what has the weight of style.
A control is a pair in which nothing changed but wording and style: it is clean if no report of a judged
kind stands in it. Units are pairs.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial

import retold
from evaluation.corpora import retellings
from evaluation.corpora.retellings import Label, Retelling
from evaluation.measures import Measure, Part, measured, unguarded
from evaluation.metrics.bootstrap import Counts
from evaluation.metrics.changes import MIRROR, Altered, same_place
from evaluation.metrics.ranges import Place, overlaps
from evaluation.metrics.scores import ratio
from evaluation.reported import altered, in_texts

NEEDS = ()
KINDS = (
    "figure", "date", "name", "sense", "hedge", "loaded", "attribution", "quotation", "credit", "cut",
    "added",
)  # fmt: skip
_FREE = ("wording", "style", "moved", "lede", "slip", "notice")  # reports that are not judged
_WIDE = ("cut", "added")
_GENERATED = {"quick": 40, "whole": 200}  # pairs out of frames, of each language


def measures(part: Part) -> list[Measure]:
    """Recall and precision by kind and of all, a language at a time; only those of all are guarded."""
    found: list[Measure] = []
    for code in retellings.CODES:
        held = [counted(one) for file in retellings.parts(code) for one in retellings.pairs(code, file)]
        found += measured(held, partial(figures, code=code))
        made = [counted(one) for one in retellings.generated(code, _GENERATED[part])]
        found += measured(made, partial(figures, code=f"{code}, frames"))
    return unguarded(found, {one.name for one in found if not is_guarded(one.name)})


def is_guarded(name: str) -> bool:
    """Whether a figure gets a floor: one kind in forty pairs swings too much, a changed speaker may not."""
    return any(word in name for word in ("all ", "attribution precision", "controls"))


def figures(counts: Counts, code: str) -> dict[str, float]:
    """Shares of one language from the counts of pairs."""
    found = {}
    for kind in (*KINDS, "all"):
        found[f"{code}: {kind} recall"] = ratio(counts, f"{kind} found", f"{kind} wanted")
        found[f"{code}: {kind} precision"] = ratio(counts, f"{kind} right", f"{kind} given")
    found[f"{code}: all told as some change"] = ratio(counts, "all told", "all wanted")
    if counts.get("controls"):
        found[f"{code}: controls without a report"] = ratio(counts, "clean", "controls")
    return found


def counted(one: Retelling) -> Counter[str]:
    """What one pair brings to the figures."""
    reports = reported(one)
    judged = [report for report in reports if is_judged(report, one)]
    counts: Counter[str] = Counter()
    for label in one.labels:
        for kind in (label.kinds[0], "all"):
            counts[f"{kind} wanted"] += 1
            counts[f"{kind} found"] += any(is_right(report, label, one) for report in reports)
            counts[f"{kind} told"] += any(is_at(report, label, one) for report in judged)
    for report in judged:
        for kind in (report.kind, "all"):
            counts[f"{kind} given"] += 1
            counts[f"{kind} right"] += any(is_right(report, label, one) for label in one.labels)
    if not one.labels:
        counts["controls"] += 1
        counts["clean"] += not judged
    return counts


def reported(one: Retelling) -> list[Altered]:
    """What the program tells a reader between the two texts, from A to B."""
    told = (c for c in in_texts(retold.compare(one.a, one.b).changes) if c.weight != "style")
    found = [altered(change) for change in told]
    ends = (one.a.id, one.b.id)
    return [
        report
        if report.pair == ends
        else Altered(MIRROR.get(report.kind, report.kind), ends, report.spans, report.anchors)
        for report in found
        if set(report.pair) == set(ends)
    ]


def is_judged(report: Altered, one: Retelling) -> bool:
    """Whether a report counts: not one of wording or style, nor a cut in words marked as reworded."""
    if report.kind in _FREE:
        return False
    texts = [(name, places) for name, places in report.spans.items() if places]
    easy = bool(texts) and any(overlaps(places, one.easy[name]) for name, places in texts)
    return report.kind not in _WIDE or not easy


def is_right(report: Altered, label: Label, one: Retelling) -> bool:
    """Whether a report tells what a label wants told, at its place."""
    return report.kind in label.kinds and is_at(report, label, one)


def is_at(report: Altered, label: Label, one: Retelling) -> bool:
    """Whether a report stands at the place of a label, in each version in which both have text."""
    places = {one.a.id: label.a, one.b.id: label.b}
    spans = {
        name: () if place is None or place[0] == place[1] else (place,) for name, place in places.items()
    }
    anchors = {name: (place[0],) for name, place in places.items() if place and place[0] == place[1]}
    return same_place(report, Altered(report.kind, report.pair, spans, anchors))


def wrong(one: Retelling) -> Iterator[tuple[str, str, str, str]]:
    """Labels that no report has and reports that no label has: what, kind, and the words on both sides."""
    reports = reported(one)
    for label in one.labels:
        if not any(is_right(report, label, one) for report in reports):
            near = ",".join(sorted({r.kind for r in reports if is_at(r, label, one)}))
            told = f"{'/'.join(label.kinds)} (told: {near or 'nothing'})"
            yield "missed", told, _marked(one.a, label.a), _marked(one.b, label.b)
    for report in reports:
        if is_judged(report, one) and not any(is_right(report, label, one) for label in one.labels):
            yield "too much", report.kind, _words(report, one.a), _words(report, one.b)


def _marked(article: retold.Article, place: Place | None) -> str:
    return "" if place is None else article.text[slice(*place)]


def _words(report: Altered, article: retold.Article) -> str:
    return " … ".join(article.text[slice(*place)] for place in report.spans.get(article.id, ()))


def show(code: str, files: Sequence[str]) -> None:
    """Print what goes wrong in the files of a language, and the figures."""
    drawn = retellings.generated(code, _GENERATED["quick"])
    held = list(drawn) if files == ["frames"] else [p for file in files for p in retellings.pairs(code, file)]
    for one in held:
        for line in wrong(one):
            print(one.a.id.removesuffix("-a"), *line, sep=" | ")
    for measure in measured([counted(one) for one in held], partial(figures, code=code)):
        print(measure.name, f"{measure.value:.3f}", measure.interval)


if __name__ == "__main__":
    show(sys.argv[1], sys.argv[2:] or retellings.parts(sys.argv[1]))
