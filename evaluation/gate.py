"""The gate: measured values against floors that only rise.

    python -m evaluation.gate --quick          what CI runs
    python -m evaluation.gate                  everything
    python -m evaluation.gate --raise          measure, and lift each floor to what was measured
    python -m evaluation.gate --lower SUITE.METRIC=VALUE --reason "…"

A suite whose data is absent is skipped with a line. Exit code 1 when a value fell below its floor.
"""

from __future__ import annotations

import argparse
import importlib
import json
import math
import re
import sys
import time
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from evaluation.corpora import SHARED

TIMES = re.compile(r"(?:^|[\W_])(?:ms|seconds?|milliseconds|speed|time)(?:$|[\W_])|/s\b")
KINDS = re.compile(r"changes.*: ")
_GUARDED = ("all f1", "all recall", "all precision", "mean of kinds f1", "attribution precision")
FLOORS = Path(__file__).with_name("floors.toml")


@dataclass(frozen=True, slots=True)
class Suite:
    """One measurement: a module with a function `measure`, and the data it reads.

    `sizes` are what `measure` is given for the quick and the whole part; without
    them it takes nothing and measures all there is.
    """

    module: str
    needs: str | None = None
    sizes: tuple[object, object] | None = None

    def measure(self, quick: bool) -> dict[str, float]:
        """Run it; values are shares or percentages, always better when larger. Times are left out."""
        run = importlib.import_module(f"evaluation.{self.module}").measure
        found: dict[str, float] = run() if self.sizes is None else run(self.sizes[0 if quick else 1])
        return {name: value for name, value in found.items() if not TIMES.search(name)}

    def missing(self) -> str | None:
        """The folder that is needed and absent, if any."""
        absent = self.needs is not None and not (SHARED / self.needs).exists()
        return str(SHARED / (self.needs or "")) if absent else None


SUITES: dict[str, Suite] = {
    "seeds": Suite("seeds_run", "seeds"),
    "synthetic": Suite("synthetic_run", sizes=(True, False)),
    "statements": Suite("statements_run", "polnear", sizes=(40, 300)),
    "told": Suite("told_run", "pile_allsides"),
    "dates": Suite("dates_run", "tempeval3"),
    "credits": Suite("credits_run", "polnear"),
    "pairs": Suite("pairs_run", "pile_allsides"),
    "voices": Suite("voices_run", "pile_allsides", sizes=(True, False)),
    "meter": Suite("meter_run", "meter", sizes=(True, False)),
    "strangers": Suite("strangers_run", "pile_allsides", sizes=(True, False)),
    "templates": Suite("templates_run", "pile_press_releases", sizes=(True, False)),
    "pan": Suite("pan_run", "pile_allsides", sizes=(True, False)),
    "collate": Suite("collate_run", "stemma_parzival"),
    "updates": Suite("updates_run", "pile_reuters", sizes=(True, False)),
    "lineage": Suite("lineage_run", "stemma_parzival", sizes=(True, False)),
}

Floors = dict[str, dict[str, float]]


def fallen(values: Mapping[str, float], floors: Mapping[str, float]) -> list[str]:
    """A line for each floor that the values miss; a value that is not there misses it.

    >>> fallen({"f1": 0.7}, {"f1": 0.8})
    ['f1 is 0.7000, below its floor 0.8']
    """
    lines = []
    for name, floor in floors.items():
        value = values.get(name, math.nan)
        if not value >= floor:
            lines.append(f"{name} is {value:.4f}, below its floor {floor}")
    return lines


def guarded(name: str) -> bool:
    """Whether a value gets a floor.

    One kind of change in a small run swings too much; the worst mistake is guarded all the same.

    >>> guarded("changes: all f1"), guarded("changes: lede f1"), guarded("changes: attribution precision")
    (True, False, True)
    """
    return not KINDS.match(name) or name.endswith(_GUARDED)


def lifted(
    values: Mapping[str, float], floors: Mapping[str, float], slack: float = 0.005
) -> dict[str, float]:
    """Floors raised to a little under what was measured; never lowered."""
    fresh = {
        name: math.floor((value - slack) * 1000) / 1000 for name, value in values.items() if guarded(name)
    }
    return {name: max(value, floors.get(name, value)) for name, value in fresh.items()} | {
        name: floor for name, floor in floors.items() if name not in fresh
    }


def write(floors: Floors, reasons: list[str]) -> None:
    """Write the floors, with the reasons for what was ever lowered."""
    lines = ["# Measured floors: they only rise. Written by `python -m evaluation.gate --raise`.", ""]
    lines += ["lowered = ["] + [f"    {json.dumps(r, ensure_ascii=False)}," for r in reasons] + ["]", ""]
    for suite, values in sorted(floors.items()):
        lines.append(f"[{suite}]")
        lines += [f"{json.dumps(name)} = {value}" for name, value in sorted(values.items())]
        lines.append("")
    FLOORS.write_text("\n".join(lines), encoding="utf-8")


def read() -> tuple[Floors, list[str]]:
    """The floors by suite and the reasons for lowered ones."""
    given = tomllib.loads(FLOORS.read_text(encoding="utf-8"))
    return {k: v for k, v in given.items() if isinstance(v, dict)}, list(given.get("lowered", []))


def main() -> int:
    """Run the suites asked for; the exit code says whether all floors held."""
    asked = _arguments()
    floors, reasons = read()
    if asked.lower:
        return _lower(asked.lower, asked.reason, floors, reasons)
    part = "quick" if asked.quick else "whole"
    names = asked.suites or list(SUITES)
    failed = False
    for name in names:
        values = _run(name, asked.quick)
        if values is None:
            continue
        key = f"{name}-{part}"
        misses = fallen(values, floors.get(key, {}))
        failed = failed or bool(misses)
        _say(name, values, floors.get(key, {}), misses)
        if asked.lift:
            floors[key] = lifted(values, floors.get(key, {}))
    if asked.lift:
        write(floors, reasons)
    return 1 if failed else 0


def _run(name: str, quick: bool) -> dict[str, float] | None:
    suite = SUITES[name]
    absent = suite.missing()
    if absent is not None:
        print(f"{name}: skipped, {absent} is not there")
        return None
    began = time.monotonic()
    values = suite.measure(quick)
    print(f"{name}: measured in {time.monotonic() - began:.0f} s")
    return values


def _say(name: str, values: Mapping[str, float], floors: Mapping[str, float], misses: list[str]) -> None:
    for metric, value in sorted(values.items()):
        print(f"  {metric:<44} {value:8.4f}   floor {floors.get(metric, '-')}")
    for line in misses:
        print(f"  FELL: {name}: {line}")


def _lower(what: str, reason: str | None, floors: Floors, reasons: list[str]) -> int:
    if not reason:
        print("a floor is lowered only with --reason", file=sys.stderr)
        return 2
    path, value = what.split("=")
    suite, metric = path.split(".", 1)
    reasons.append(f"{path}: {floors[suite][metric]} to {value}: {reason}")
    floors[suite][metric] = float(value)
    write(floors, reasons)
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="evaluation.gate", description=__doc__)
    parser.add_argument("suites", nargs="*", choices=[[], *SUITES], help="which suites; all if none is named")
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--raise", dest="lift", action="store_true")
    parser.add_argument("--lower", metavar="SUITE-PART.METRIC=VALUE")
    parser.add_argument("--reason")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
