"""Reports of changes that were read by hand, at the places where they stood (`labels/readings.tsv`).

    python -m evaluation.suites.readings        print what was read, by sample, draw and kind

The pairs are those of `labels.draw_read`, from the sample `third` on those of `labels.draw_reports`. Every
report was read in both articles and called `right`, `trivial` (true, and nothing that a reader wants told),
`false` or `kind` (told as another kind than it is).
`random` are reports of all kinds, at most two of a pair, `rare` up to so many of each kind seldom told.
The shares of what was read stand as they were read. Beside them the pairs of the sample `second` are compared
again: of the reports that still stand at a place that was read, in the same kind, as many are right.
Reports that nobody read are not counted.
Units are reports.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from evaluation import labels
from evaluation.labels import draw_reports
from evaluation.measures import Measure, Part, information, measured, unguarded
from evaluation.metrics.bootstrap import Counts
from evaluation.metrics.changes import Altered, same_place
from evaluation.metrics.ranges import Place
from evaluation.metrics.scores import ratio
from evaluation.reported import altered, compared
from retold.model import Change

NEEDS = ("pile_allsides", "versions_whenitson", "pile_reuters", "meter")
VERDICTS = ("right", "trivial", "false", "kind")
_STEP = {"quick": 6, "whole": 1}  # of so many pairs one is compared again
Row = Mapping[str, str]
LATER = tuple(draw_reports.SEEDS)  # each sample was read before the mends that followed it
STILL = "still told: neither false nor of another kind"


def measures(part: Part) -> list[Measure]:
    """What was read, by draw, and what is told at places that were read."""
    every = labels.records("readings")
    rows = [row for row in every if row["sample"] == "second"]
    read = [one for draw in ("random", "rare") for one in _of_draw(rows, draw)]
    read += [one for sample in LATER for one in _of_sample(every, sample)]
    pairs = sorted({(row["corpus"], row["a"], row["b"]) for row in rows})[:: _STEP[part]]
    told = [row for row in rows if (row["corpus"], row["a"], row["b"]) in pairs and is_told(row)]
    still = measured(_units(told), still_right, groups=[row["a"] for row in told])
    return [
        *unguarded(read, {one.name for one in read}),
        *still,
        information("reports told at read places", len(told)),
    ]


def _of_draw(rows: Sequence[Row], draw: str) -> list[Measure]:
    drawn = [row for row in rows if row["draw"] == draw]

    def figures(counts: Counts) -> dict[str, float]:
        return {f"{draw}, read: {one}": ratio(counts, one, "told") for one in VERDICTS}

    return measured(_units(drawn), figures, groups=[row["a"] for row in drawn])


def _of_sample(rows: Sequence[Row], sample: str) -> list[Measure]:
    drawn = [row for row in rows if row["sample"] == sample]

    def figures(counts: Counts) -> dict[str, float]:
        return {f"{sample} sample, read: {one}": ratio(counts, one, "told") for one in VERDICTS}

    return measured(_units(drawn), figures, groups=[row["a"] for row in drawn])


def _units(rows: Sequence[Row]) -> list[Counter[str]]:
    return [Counter({row["verdict"]: 1, "told": 1}) for row in rows]


def still_right(counts: Counts) -> dict[str, float]:
    """The share of reports still told that are right or trivial."""
    true = {"true": counts.get("right", 0) + counts.get("trivial", 0), "told": counts.get("told", 0)}
    return {STILL: ratio(true, "true", "told")}


def is_told(row: Row) -> bool:
    """Whether a report of that kind still stands at the place that was read."""
    return told_at(row) is not None


def told_at(row: Row) -> Change | None:
    """The report of that kind that stands at the place that was read, if one still does."""
    place = _place(row)
    every = compared(row["corpus"], row["a"], row["b"])
    return next((one for one in every if one.kind == row["kind"] and same_place(altered(one), place)), None)


def _place(row: Row) -> Altered:
    spans = {row[side]: _places(row, side) for side in "ab"}
    return Altered(row["kind"], (row["a"], row["b"]), spans, {})


def _places(row: Row, side: str) -> tuple[Place, ...]:
    """The ranges with text of one article."""
    ends = (cell.split("-") for cell in row[f"{side}_spans"].split())
    return tuple((int(low), int(high)) for low, high in ends if int(low) < int(high))


def table() -> Iterator[str]:
    """Lines of what was read: sample, draw, kind, and how many of each verdict."""
    counts = Counter(
        (r["sample"], r["draw"], kind, r["verdict"])
        for r in labels.records("readings")
        for kind in (r["kind"], "all")
    )
    for sample, draw, kind in sorted({key[:3] for key in counts}):
        told = [counts[sample, draw, kind, one] for one in VERDICTS]
        yield f"{sample:7} {draw:7} {kind:12} " + ", ".join(
            f"{n} {one}" for n, one in zip(told, VERDICTS, strict=True)
        )


if __name__ == "__main__":
    print(*table(), sep="\n")
