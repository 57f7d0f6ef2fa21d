"""The gate: measured figures against floors that only rise, and against simple methods.

    python -m evaluation.gate --quick          what CI runs
    python -m evaluation.gate                  everything, against floors of its own
    python -m evaluation.gate --raise          measure, and tighten each floor to what was measured
    python -m evaluation.gate --record         measure, and write the figures to evaluation/results.toml
    python -m evaluation.gate --lower SUITE-PART.FIGURE=VALUE --reason "…"

Every run keeps its figures as JSON under build/evaluation/. A suite whose data is absent is skipped with a
line. Exit code 1 when a floor is missed or a simple method is better, 2 for wrong use.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

import retold
from evaluation import floors as floor_file
from evaluation import results, suites
from evaluation.floors import Floors
from evaluation.measures import Interval, Measure, Part

_SLOW = ("meter", "lineage", "synthetic", "planted", "unrelated", "parties", "updates", "pan")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the suites asked for; the exit code says whether all floors held."""
    asked = _parser().parse_args(arguments)
    _check_program()
    floors = floor_file.read()
    if asked.lower:
        return _lower(asked.lower, asked.reason, floors)
    part: Part = "quick" if asked.quick else "whole"
    names = asked.suites or [one for one in suites.NAMES if part == "whole" or one not in suites.WHOLE_ONLY]
    runs = _runs(names, part, asked.jobs)
    held = [_held(name, part, floors, asked, run) for name, run in zip(names, runs, strict=True)]
    if asked.lift:
        floor_file.write(floors)
    return 0 if all(held) else 1


def _check_program() -> None:
    """End where the program that is imported is not the one beside this file: its figures are another's."""
    here, there = Path(__file__).resolve().parents[1], Path(retold.__file__).resolve()
    if not there.is_relative_to(here):
        sys.exit(f"retold is imported from {there}: run `pip install -e .` in {here}, or set PYTHONPATH")


def _held(name: str, part: Part, floors: Floors, asked: argparse.Namespace, run: Run) -> bool:
    """Print and keep the figures of one suite; whether it kept its floors."""
    measures = run.measures
    print(f"{name}: {run.remark}", flush=True)
    if measures is None:
        return True
    table = floors.of(name, part)
    missed = floor_file.misses(measures, table)
    missed += floor_file.beaten(measures, floors.excused(name, part))
    _show(name, floor_file.attached(measures, table), missed)
    result = results.today(name, part, measures)
    results.write_json(result)
    if asked.record:
        results.write(results.read() | {(name, part): result})
    if asked.lift:
        floors.tables[name, part] = floor_file.tightened(measures, table)
    return not missed


@dataclass(frozen=True, slots=True)
class Run:
    """What a suite gave, None where its data is absent, and a line about it."""

    measures: list[Measure] | None
    remark: str


def _runs(names: Sequence[str], part: Part, jobs: int) -> Iterator[Run]:
    """The suites run side by side, the slow ones first; they come back in the order of the names."""
    if jobs < 2 or len(names) < 2:
        yield from (_run(name, part) for name in names)
        return
    slow_first = sorted(names, key=lambda name: _SLOW.index(name) if name in _SLOW else len(_SLOW))
    with ProcessPoolExecutor(jobs, get_context("spawn")) as pool:
        waiting = {name: pool.submit(_run, name, part) for name in slow_first}
        yield from (waiting[name].result() for name in names)


def _run(name: str, part: Part) -> Run:
    suite = suites.load(name)
    absent = suite.missing()
    if absent:
        return Run(None, f"skipped, {', '.join(map(str, absent))} is not there")
    began = time.monotonic(), time.process_time()
    measures = suite.measures(part)
    wall, spent = time.monotonic() - began[0], time.process_time() - began[1]
    return Run(measures, f"measured in {wall:.0f} s, {spent:.0f} s of processor time")


def _show(name: str, measures: Sequence[Measure], missed: Sequence[str]) -> None:
    """A line a figure: value, interval by story and by outlet, floor, and what simple methods reach."""
    for one in measures:
        places = 0 if one.unit == "count" else 4
        parts = [f"  {one.name:<56} {one.value:9.{places}f}", _bounds(one.interval)]
        parts += [] if one.by_outlet is None else [f"outlets {_bounds(one.by_outlet)}"]
        parts += (
            [] if one.floor is None else [f"{'most' if one.direction == 'lower' else 'floor'} {one.floor}"]
        )
        parts += [] if one.unit == "share" else [one.unit]
        parts += [f"({label} {value:.3f})" for label, value in one.baselines.items()]
        print("  ".join(part for part in parts if part))
    for line in missed:
        print(f"  FELL: {name}: {line}")


def _bounds(interval: Interval | None) -> str:
    return "" if interval is None else f"[{interval[0]:.3f}, {interval[1]:.3f}]"


def _lower(what: str, reason: str | None, floors: Floors) -> int:
    """Loosen one floor, with the reason kept in the file."""
    if not reason:
        print("a floor is lowered only with --reason", file=sys.stderr)
        return 2
    path, _, value = what.rpartition("=")
    place, _, name = path.partition(".")
    suite, _, part = place.rpartition("-")
    table = next((held for key, held in floors.tables.items() if key == (suite, part)), {})
    if name not in table:
        print(f"no floor '{path}': write SUITE-PART.FIGURE=VALUE", file=sys.stderr)
        return 2
    floors.lowered.append(f"{path}: {table[name]} to {value}: {reason}")
    table[name] = float(value)
    floor_file.write(floors)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="evaluation.gate", description=__doc__)
    parser.add_argument(
        "suites", nargs="*", metavar="SUITE", help=f"of {', '.join(suites.NAMES)}; all if none"
    )
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="suites run side by side")
    parser.add_argument("--raise", dest="lift", action="store_true")
    parser.add_argument("--record", action="store_true")
    parser.add_argument("--lower", metavar="SUITE-PART.FIGURE=VALUE")
    parser.add_argument("--reason")
    return parser


if __name__ == "__main__":
    sys.exit(main())
