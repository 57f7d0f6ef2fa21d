"""Changes between fresh real pairs, on half of which nothing was tuned (`labels/changes_fresh_*.jsonl`).

    python -m evaluation.suites.fresh        show what goes wrong in the half that may be looked at

The pairs are drawn by `labels.draw_fresh`; half of them may be looked at for mending, the other half,
`held`, is only measured. A change is right as in the suite `changes`. Beside recall and precision stands the
calibration of the stated supports: of reports with a support of .8 as many are right as of ten eight.
Units are pairs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from evaluation import labels
from evaluation.measures import Measure, Part, information, measured, unguarded
from evaluation.metrics import calibration
from evaluation.metrics.bootstrap import Counts
from evaluation.metrics.changes import same_change
from evaluation.metrics.scores import triple
from evaluation.reported import altered, compared
from evaluation.suites import changes

NEEDS = (*changes.NEEDS, "pile_reuters")
HALVES = ("mend", "held")
CALIBRATION = "support of changes, calibration error"
_GUARDED = ("held: all precision", "held: all recall", f"held: {CALIBRATION}")
Row = Mapping[str, Any]


def measures(part: Part) -> list[Measure]:  # noqa: ARG001  one size only
    """Recall, precision and calibration on either half, both passes counted, and the passes' agreement."""
    found = [one for half in HALVES for one in _of_half(half)]
    both = [{row["a"]: row for row in labels.objects(f"changes_fresh_{name}")} for name in labels.PASSES]
    pairs = [(both[0][a], both[1][a]) for a in sorted(both[0].keys() & both[1].keys())]
    agreement = measured(
        [changes.by_kind(changes.labelled(one), changes.labelled(other)) for one, other in pairs],
        lambda counts: {"agreement of two passes": triple(counts, "all ")["f1"]},
    )
    names = {one.name for one in found if one.name not in _GUARDED} | {"agreement of two passes"}
    return [*unguarded([*found, *agreement], names), information("pairs", len(pairs))]


def _of_half(half: str) -> list[Measure]:
    units = [counted(row) for row in rows(half)]
    stories = [row["a"] for row in rows(half)]

    def figures(counts: Counts) -> dict[str, float]:
        shares = changes.figures(counts) | {CALIBRATION: calibration.error(counts)}
        return {f"{half}: {name}": value for name, value in shares.items()}

    return measured(units, figures, groups=stories, lower=(f"{half}: {CALIBRATION}",))


def rows(half: str) -> list[Row]:
    """The labelled pairs of a half, by both passes."""
    halves = {(a, b): name for _, a, b, name in labels.rows("fresh_pairs")[1:]}
    every = (row for name in labels.PASSES for row in labels.objects(f"changes_fresh_{name}"))
    return [row for row in every if halves[row["a"], row["b"]] == half]


def counted(row: Row) -> Counter[str]:
    """What one pair brings to the figures, its stated supports among it."""
    truth = changes.labelled(row)
    found = list(changes.reported(row))
    counts = changes.by_kind(truth, found)
    for change in compared(row["corpus"], row["a"], row["b"]):
        one = altered(change)
        if one in found:
            right = any(same_change(one, other) for other in truth)
            counts += calibration.counted([(change.support, right)])
    return counts


def missed(half: str) -> Iterator[tuple[str, str, object]]:
    """Labels that no report has and reports that no label has, by kind and places."""
    for row in rows(half):
        wanted, found = changes.labelled(row), list(changes.reported(row))
        for what, ours, theirs in (("missed", wanted, found), ("too much", found, wanted)):
            for one in ours:
                if not any(same_change(one, other) for other in theirs):
                    yield what, one.kind, (one.pair, dict(one.spans))


if __name__ == "__main__":
    for line in missed("mend"):
        print(*line)
