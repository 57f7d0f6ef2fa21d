"""Fit the supports of changes: how often a reported change of a kind is right, by the labels.

    python -m evaluation.fit.changes            print the table, and how well halves of the pairs agree
    python -m evaluation.fit.changes --write    write [supports] of src/retold/parameters/changes.toml

The labelled pairs have no sentence that is turned round: the row `sense` rests on plants (`suites.senses`).
A report is right where a pass of labels has a change of its kind at its place (`suites.changes`); reports of
another speaker or cue count by their verdicts too (`suites.attributions`). Each pair is read by two passes:
a report counts twice, and `n` is how many reports there were. What only one version has is one kind:
which of two siblings lacks it is a matter of their ids. `style` is labelled loosely; its row is set by hand.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, NamedTuple

from evaluation import labels
from evaluation.fit.lines import FOLDER
from evaluation.fit.supports import Rate, rates
from evaluation.metrics.changes import same_change
from evaluation.reported import altered, compared
from evaluation.suites import attributions, fresh, senses
from evaluation.suites import changes as suite
from retold.model import Change
from retold.steps.changes.supports import row_of

PRIOR = 8.0  # readings that the rate of all kinds counts for: four reports, two passes
_PASSES = len(labels.PASSES)
_MIRROR = {"added": "cut", "added_short": "cut_short"}  # rows that share the cases of another
_ANY = "any"  # of a kind without a row of its own
_ON = "sixty labelled pairs and half of the fresh ones, two passes, and judged changes of speakers"
_ON_PLANTS = "words turned in copies of generated stories"
_STORIES = 24  # in which they are turned


class Case(NamedTuple):
    """A reading of a reported change: its row of the table, the support it stated, whether it was right."""

    row: str
    stated: float
    right: bool


Cases = Mapping[str, Sequence[Case]]  # by the pair that they were reported of


def cases() -> dict[str, list[Case]]:
    """All labelled and judged reports by pair, in the order of the labels."""
    found: dict[str, list[Case]] = {}
    for name in labels.PASSES:
        for row in labels.objects(f"changes_{name}"):
            found.setdefault(f"{row['a']} {row['b']}", []).extend(_labelled(row))
    for one in fresh.rows("mend"):
        found.setdefault(f"{one['a']} {one['b']}", []).extend(_labelled(one))
    for ends, rows in attributions.judged_pairs().items():
        found.setdefault(f"{ends[1]} {ends[2]}", []).extend(_judged(ends, rows))
    return found


def _labelled(row: Mapping[str, Any]) -> Iterable[Case]:
    wanted, reported = suite.labelled(row), list(suite.reported(row))
    for change in compared(row["corpus"], row["a"], row["b"]):
        one = altered(change)
        if one in reported:
            yield _case(change, any(same_change(one, other) for other in wanted))


def _judged(ends: attributions.Ends, rows: Sequence[attributions.Row]) -> Iterable[Case]:
    """Judged once: a verdict counts as two readings that agree."""
    reported = [one for one in compared(*ends) if one.kind == "attribution"]
    for change, (_, verdict, _) in zip(reported, attributions.outcomes(ends, rows), strict=False):
        if verdict in ("true", "false"):
            yield from [_case(change, verdict == "true")] * _PASSES


def planted_cases(stories: int = _STORIES) -> list[Case]:
    """Reports of a turned sentence in generated stories: right at a plant, wrong elsewhere."""
    return [
        _case(change, senses.is_at(change, plant))
        for number in range(stories)
        for plant, changes in senses.compared(number)
        for change in changes
        if change.kind == "sense"
    ]


def _case(change: Change, right: bool) -> Case:
    row = row_of(change, light=change.weight == "wording")
    return Case(_MIRROR.get(row, row), change.support, right)


def table(held: Iterable[Case]) -> dict[str, Rate]:
    """The rate of each row with the number of reports, and that of all together."""
    rows = [(case.row, case.right) for case in held]
    found = {row: Rate(rate.value, rate.n // _PASSES) for row, rate in rates(rows, PRIOR).items()}
    for row, other in _MIRROR.items():
        if other in found:
            found[row] = found[other]
    right = sum(so for _, so in rows)
    found[_ANY] = Rate((right + 1) / (len(rows) + 2), len(rows) // _PASSES)
    return found


# ---- how well one half states the other ----


class Calibration(NamedTuple):
    """How far stated supports are off: mean squared error, and the mean gap by row."""

    brier: float
    gap: float


def calibration(held: Sequence[Case]) -> Calibration:
    """Of cases with the supports that they state."""
    brier = sum((case.stated - case.right) ** 2 for case in held) / len(held)
    rows: dict[str, list[float]] = {}
    for case in held:
        rows.setdefault(case.row, []).append(case.stated - case.right)
    return Calibration(brier, sum(abs(sum(gaps)) for gaps in rows.values()) / len(held))


def halves(found: Cases) -> tuple[Calibration, Calibration]:
    """As stated by the program, and by the table of the other half of the pairs (odd and even)."""
    parts = [[case for pair in list(found)[start::2] for case in found[pair]] for start in (0, 1)]
    stated = calibration([case for part in parts for case in part])
    fitted = [_restated(part, table(other)) for part, other in (parts, parts[::-1])]
    return stated, calibration([case for part in fitted for case in part])


def _restated(part: Iterable[Case], rows: Mapping[str, Rate]) -> list[Case]:
    return [case._replace(stated=rows.get(case.row, rows[_ANY]).value) for case in part]


# ---- the file ----


def written(text: str, rows: Mapping[str, Rate], when: str, on: str = _ON) -> str:
    """The parameters file with these supports; a row that has no cases keeps its line."""
    before, head, text = text.partition("[supports]\n")
    for row, rate in rows.items():
        fresh = f'value = {rate.value:.3f}, n = {rate.n}, fitted_on = "{on}", when = "{when}"'
        text = re.sub(rf"(?m)^({row} = \{{ )value = .*?(?=unit = )", rf"\g<1>{fresh}, ", text)
    return before + head + text


def main() -> None:
    """Print the table and the calibration; write the table where asked to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--write", action="store_true", help="write the table to the parameters")
    found = cases()
    rows = table(case for held in found.values() for case in held)
    for row, rate in rows.items():
        print(f"{row:24} {rate.value:6.3f}  n {rate.n}")
    for name, how in zip(("stated", "fitted on the other half"), halves(found), strict=True):
        print(f"{name:28} mean squared error {how.brier:.4f}   gap by row {how.gap:.4f}")
    turned = rates(((case.row, case.right) for case in planted_cases()), PRIOR)
    print(*(f"{row:24} {rate.value:6.3f}  n {rate.n}, planted" for row, rate in turned.items()), sep="\n")
    if parser.parse_args().write:
        file = FOLDER / "changes.toml"
        when = datetime.now(UTC).strftime("%Y-%m")
        text = written(file.read_text(encoding="utf-8"), rows, when)
        file.write_text(written(text, turned, when, _ON_PLANTS), encoding="utf-8")


if __name__ == "__main__":
    main()
