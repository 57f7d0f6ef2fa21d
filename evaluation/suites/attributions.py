"""Reported changes of who says it, or how it is said, against judged places (`labels/attributions.jsonl`).

    python -m evaluation.suites.attributions        show the judged places that go wrong

Every judged report of an earlier run was read in both articles and called true, false or unclear.
The pairs are compared again by `retold.compare`. A report belongs to a judged place of its pair if both are
of who speaks (`other` speaker, `nameless` in one version) or both of the `cue`, of another class, and they
share a character in each article in which both have text; it is counted under the sort of that place.
Precision is over reports with a verdict of true or false; `kept` is the share of true places still reported.
Reports nobody has judged are counted and not scored.
Units are pairs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from evaluation import corpora, labels
from evaluation.measures import Measure, Part, information, measured
from evaluation.metrics.bootstrap import Counts
from evaluation.metrics.ranges import Place
from evaluation.metrics.scores import ratio
from evaluation.reported import compared
from retold.model import Change, Span

NEEDS = ("pile_allsides", "pile_reuters", "versions_whenitson", "meter")
SORTS = ("other", "nameless", "cue")
_STEP = {"quick": 6, "whole": 1}  # of so many pairs one is taken
Row = Mapping[str, Any]
Ends = tuple[str, str, str]  # corpus and two articles


def measures(part: Part) -> list[Measure]:
    """Precision and share of true ones kept, by sort and over all."""
    pairs = list(islice(judged_pairs().items(), 0, None, _STEP[part]))
    units = [counted(outcomes(ends, rows)) for ends, rows in pairs]
    outlets = [str(corpora.article(corpus, a).outlet) for (corpus, a, _), _ in pairs]
    unjudged = sum(unit["all not judged"] for unit in units)
    return [
        *measured(units, figures, outlets=outlets),
        information("reports nobody judged", unjudged),
    ]


def judged_pairs() -> dict[Ends, list[Row]]:
    """The judged places of each pair."""
    pairs: dict[Ends, list[Row]] = {}
    for row in labels.objects("attributions"):
        pairs.setdefault((row["corpus"], row["a"], row["b"]), []).append(row)
    return pairs


def counted(found: Iterator[tuple[str, str, Row]]) -> Counter[str]:
    """`{sort} true`, `false`, `lost` … of one pair, and the same over all sorts."""
    counts: Counter[str] = Counter()
    for sort, what, _ in found:
        counts[f"{sort} {what}"] += 1
        counts[f"all {what}"] += 1
    return counts


def figures(counts: Counts) -> dict[str, float]:
    """Shares from the counts of pairs."""
    shares: dict[str, float] = {}
    for sort in (*SORTS, "all"):
        true = counts.get(f"{sort} true", 0)
        both = {**counts, "judged": true + counts.get(f"{sort} false", 0)}
        both["wanted"] = true + counts.get(f"{sort} lost", 0)
        shares[f"{sort} precision"] = ratio(both, f"{sort} true", "judged")
        shares[f"{sort} kept"] = ratio(both, f"{sort} true", "wanted")
    return shares


def outcomes(ends: Ends, rows: Sequence[Row]) -> Iterator[tuple[str, str, Row]]:
    """Sort, outcome and row of each report, and of each true place that is reported no more."""
    found = [one for one in compared(*ends) if one.kind == "attribution"]
    met = [[row for row in rows if _same(one, row)] for one in found]
    for one, held in zip(found, met, strict=True):
        nobody: Row = {"a": ends[1], "b": ends[2]}
        sort = held[0]["sort"] if held else _sort(one)
        yield sort, held[0]["verdict"] if held else "not judged", held[0] if held else nobody
    for row in rows:
        if row["verdict"] == "true" and not any(row in held for held in met):
            yield row["sort"], "lost", row


def _sort(change: Change) -> str:
    if change.detail == "cue":
        return "cue"
    return "other" if change.before and change.after else "nameless"


def _same(change: Change, row: Row) -> bool:
    """Whether a report is of the judged place: of speakers or of cues, the same words where both have any."""
    spans = (*change.source_spans, *change.copy_spans)
    sides = [([s for s in spans if s.article == row[side]], row["spans"][side]) for side in ("a", "b")]
    shared = [_touch(held, places) for held, places in sides if held and places]
    alike = (change.detail == "cue") == (row["sort"] == "cue")
    return alike and bool(shared) and all(shared)


def _touch(spans: Sequence[Span], places: Sequence[Place]) -> bool:
    return any(span.start < end and start < span.end for span in spans for start, end in places)


def _show_errors() -> None:
    for ends, rows in judged_pairs().items():
        for sort, what, row in outcomes(ends, rows):
            if what not in ("true", "unclear"):
                print(what, sort, row["a"], row["b"], row.get("spans", ""))


if __name__ == "__main__":
    _show_errors()
