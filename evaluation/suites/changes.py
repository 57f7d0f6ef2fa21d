"""Changes between real versions, against two passes of labels (`evaluation/labels/changes_*.jsonl`).

    python -m evaluation.suites.changes KIND        show what goes wrong with a kind, by offsets

Each pair is compared by `retold.compare`. A reported change and a labelled one are the same by
`metrics.changes.same_change`: kind and place, in either order of the pair. `style` is left out of the
figures, because people label it loosely, and so is whatever lies in stretches to be ignored. Both
passes are counted; `agreement` is the F1 of one pass scored against the other. Units are pairs.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from evaluation import corpora, labels
from evaluation.measures import Measure, Part, Units, measured, unguarded
from evaluation.metrics.bootstrap import Counts
from evaluation.metrics.changes import Altered, count_changes, same_change
from evaluation.metrics.ranges import Place
from evaluation.metrics.scores import triple
from evaluation.reported import altered, compared
from retold.model import Change

NEEDS = ("pile_allsides", "versions_whenitson", "meter")
Row = Mapping[str, Any]
KINDS = (
    "added", "attribution", "credit", "cut", "date", "figure", "hedge", "lede", "loaded", "moved", "name",
    "quotation", "sense", "slip", "wording",
)  # fmt: skip
GUARDED = ("all precision", "all recall", "attribution precision")
_COUNTS = {"wanted": "wanted", "found": "found", "reported": "given", "right": "right"}


def measures(part: Part) -> list[Measure]:
    """Recall and precision of every kind and of all together, over both passes, and the agreement."""
    held = units(part)
    rows = [row for name in labels.PASSES for row in labels.objects(f"changes_{name}")]
    outlets = [str(corpora.article(row["corpus"], row["a"]).outlet) for row in rows]
    found = measured(held.counts, held.figures, groups=held.groups, outlets=outlets)
    passes = (labels.objects(f"changes_{name}") for name in labels.PASSES)
    both = zip(*(sorted(rows, key=lambda row: row["a"]) for rows in passes), strict=True)
    names = {one.name for one in found if not one.name.endswith(GUARDED)} | {"agreement of two people"}
    return unguarded([*found, *agreement(both, "agreement of two people")], names)


def agreement(both: Iterable[tuple[Row, ...]], name: str) -> list[Measure]:
    """The F1 of one pass of labels against the other, by that name; `both` has a row of each."""
    counts = [by_kind(labelled(one), labelled(other)) for one, other in both]
    return measured(counts, lambda summed: {name: triple(summed, "all ")["f1"]})


def units(part: Part) -> Units:  # noqa: ARG001  one size only
    """The pairs of both passes."""
    rows = [row for name in labels.PASSES for row in labels.objects(f"changes_{name}")]
    counts = [by_kind(labelled(row), list(reported(row))) for row in rows]
    return Units(counts, figures, [row["a"] for row in rows])


def by_kind(truth: Sequence[Altered], found: Sequence[Altered]) -> Counter[str]:
    """Counts of one pair: `{kind} wanted`, `found`, `given` and `right`, and the same of all kinds."""
    table: Counter[tuple[str, str]] = Counter()
    count_changes(table, truth, found)
    counts: Counter[str] = Counter()
    for (kind, what), number in table.items():
        counts[f"{kind} {_COUNTS[what]}"] += number
        counts[f"all {_COUNTS[what]}"] += number
    return counts


def figures(counts: Counts) -> dict[str, float]:
    """Precision, recall and F1 of each kind and of all."""
    shares: dict[str, float] = {}
    for kind in (*KINDS, "all"):
        shares |= triple(counts, f"{kind} ", f"{kind} ")
    return shares


def labelled(row: Row) -> list[Altered]:
    """What is labelled in a pair, style left out."""
    return [_altered(row, one) for one in row["changes"] if one["kind"] != "style"]


def _altered(row: Row, one: Row) -> Altered:
    spans = {row[side]: tuple((s, e) for s, e in one[side]) for side in ("a", "b")}
    return Altered(one["kind"], (row["a"], row["b"]), spans, {})


def reported(row: Row) -> Iterator[Altered]:
    """What the program reports outside the ignored stretches, style left out."""
    return (one for _, one in told(row))


def told(row: Row) -> Iterator[tuple[Change, Altered]]:
    """The reports of `reported`, each behind the change that it was made of."""
    ignored = {row[side]: [(s, e) for s, e in row["ignore"][side]] for side in ("a", "b")}
    for change in compared(row["corpus"], row["a"], row["b"]):
        one = altered(change)
        if one.kind != "style" and not _inside(one, ignored):
            yield change, one


def missed(row: Row) -> Iterator[tuple[str, Altered]]:
    """The labels of a pair that no report has (`missed`) and the reports that no label has (`too much`)."""
    wanted, found = labelled(row), list(reported(row))
    for what, ours, theirs in (("missed", wanted, found), ("too much", found, wanted)):
        for one in ours:
            if not any(same_change(one, other) for other in theirs):
                yield what, one


def _inside(one: Altered, ignored: dict[str, list[Place]]) -> bool:
    """Whether every place of the change lies in a stretch to be ignored."""
    places = [(name, place) for name, held in one.spans.items() for place in held]
    return all(any(s <= p[0] and p[1] <= e for s, e in ignored[name]) for name, p in places)


def _show_errors(kind: str) -> None:
    for name in labels.PASSES:
        for row in labels.objects(f"changes_{name}"):
            for what, one in missed(row):
                if one.kind == kind:
                    print(name, what, one.pair, dict(one.spans))


if __name__ == "__main__":
    _show_errors(sys.argv[1])
