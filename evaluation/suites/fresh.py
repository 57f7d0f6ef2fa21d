"""Changes between fresh real pairs, on half of which nothing was tuned (`labels/changes_fresh_*.jsonl`).

    python -m evaluation.suites.fresh        show what goes wrong in the half that may be looked at

The pairs are drawn by `labels.draw_fresh`; half of them may be looked at for mending, the other half,
`held`, is only measured. A change is right as in the suite `changes`. Beside recall and precision stands the
calibration of the stated supports: of reports with a support of .8 as many are right as of ten eight.
Units are pairs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from evaluation import labels
from evaluation.measures import Measure, Part, information, measured, unguarded
from evaluation.metrics import calibration
from evaluation.metrics.bootstrap import Counts
from evaluation.metrics.changes import same_change
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
    names = {one.name for one in found if one.name not in _GUARDED} | {"agreement of two passes"}
    agreement = changes.agreement(pairs, "agreement of two passes")
    return [*unguarded([*found, *agreement], names), information("pairs", len(pairs))]


def _of_half(half: str) -> list[Measure]:
    held = rows(half)
    units, stories = [counted(row) for row in held], [row["a"] for row in held]

    def figures(counts: Counts) -> dict[str, float]:
        shares = changes.figures(counts) | {CALIBRATION: calibration.error(counts)}
        return {f"{half}: {name}": value for name, value in shares.items()}

    return measured(units, figures, groups=stories, lower=(f"{half}: {CALIBRATION}",))


def rows(half: str) -> list[Row]:
    """The labelled pairs of a half, by both passes."""
    halves = {(pair["a"], pair["b"]): pair["half"] for pair in labels.records("fresh_pairs")}
    every = (row for name in labels.PASSES for row in labels.objects(f"changes_fresh_{name}"))
    return [row for row in every if halves[row["a"], row["b"]] == half]


def counted(row: Row) -> Counter[str]:
    """What one pair brings to the figures, its stated supports among it."""
    truth = changes.labelled(row)
    told = list(changes.told(row))
    counts = changes.by_kind(truth, [one for _, one in told])
    stated = [(change.support, any(same_change(one, other) for other in truth)) for change, one in told]
    return counts + calibration.counted(stated)


def _show_errors() -> None:
    for row in rows("mend"):
        for what, one in changes.missed(row):
            print(what, one.kind, (one.pair, dict(one.spans)))


if __name__ == "__main__":
    _show_errors()
