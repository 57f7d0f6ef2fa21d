"""The results of suites: kept as JSON under `build/evaluation/`, and in the committed record `results.toml`.

The record holds for each suite and part the day of measuring, and for each figure its value, its unit, its
interval and what simple methods reach; the tables of `docs/evaluation.md` are filled from it. Times and
other figures that differ from run to run stay out of it.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from evaluation.corpora.paths import ROOT
from evaluation.measures import Direction, Interval, Measure, Part, Unit

BUILD = ROOT / "build" / "evaluation"
RECORD = Path(__file__).with_name("results.toml")
_KEPT: tuple[Unit, ...] = ("share", "index", "count")
_PLACES = 4


@dataclass(frozen=True, slots=True)
class Result:
    """What one part of a suite gave on a day (ISO)."""

    suite: str
    part: Part
    day: str
    measures: tuple[Measure, ...]

    def measure(self, name: str) -> Measure:
        """The figure of this name; raises `KeyError` where it was not measured."""
        for one in self.measures:
            if one.name == name:
                return one
        raise KeyError(f"{self.suite}, {self.part}: no figure '{name}'; see evaluation/results.toml")


Record = dict[tuple[str, str], Result]


def today(suite: str, part: Part, measures: Sequence[Measure]) -> Result:
    """A result of now."""
    return Result(suite, part, f"{datetime.now(UTC):%Y-%m-%d}", tuple(measures))


def write_json(result: Result, folder: Path = BUILD) -> Path:
    """Keep everything, times too, under `build/`; the path of the file."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{result.suite}-{result.part}.json"
    path.write_text(json.dumps(asdict(result), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return path


def read_json(path: Path) -> Result:
    """A result that `write_json` kept."""
    given = json.loads(path.read_text(encoding="utf-8"))
    measures = tuple(
        Measure(**{**one, "interval": _pair(one["interval"]), "by_outlet": _pair(one["by_outlet"])})
        for one in given.pop("measures")
    )
    return Result(**given, measures=measures)


def read(file: Path = RECORD) -> Record:
    """The committed record by suite and part."""
    found: Record = {}
    for suite, parts in tomllib.loads(file.read_text(encoding="utf-8")).items():
        for part, table in parts.items():
            measures = tuple(_measure(name, one) for name, one in table["figures"].items())
            found[suite, part] = Result(suite, part, table["day"], measures)
    return found


def write(record: Mapping[tuple[str, str], Result], file: Path = RECORD) -> None:
    """Write the record, sorted by suite and part, figures in the order of the suite."""
    lines = ["# What was measured, and when. Written by `python -m evaluation.gate --record`.", ""]
    for (suite, part), result in sorted(record.items()):
        lines += [f"[{suite}.{part}]", f'day = "{result.day}"', f"[{suite}.{part}.figures]"]
        lines += [f"{_quoted(one.name)} = {_table(one)}" for one in result.measures if one.unit in _KEPT]
        lines.append("")
    file.write_text("\n".join(lines), encoding="utf-8")


def _measure(name: str, table: Mapping[str, Any]) -> Measure:
    direction: Direction = table.get("better", "higher")
    return Measure(
        name,
        table["value"],
        table.get("unit", "share"),
        direction,
        interval=_pair(table.get("interval")),
        by_outlet=_pair(table.get("by_outlet")),
        baselines=table.get("baselines", {}),
    )


def _table(one: Measure) -> str:
    """One figure as an inline table; what has its default is left out."""
    parts = [f"value = {_number(one.value)}"]
    if one.unit != "share":
        parts.append(f'unit = "{one.unit}"')
    if one.direction != "higher":
        parts.append(f'better = "{one.direction}"')
    for name, bounds in (("interval", one.interval), ("by_outlet", one.by_outlet)):
        if bounds is not None:
            parts.append(f"{name} = [{_number(bounds[0])}, {_number(bounds[1])}]")
    if one.baselines:
        known = ", ".join(f"{_quoted(name)} = {_number(value)}" for name, value in one.baselines.items())
        parts.append(f"baselines = {{ {known} }}")
    return f"{{ {', '.join(parts)} }}"


def _number(value: float) -> str:
    return repr(round(float(value), _PLACES))


def _pair(given: Sequence[float] | None) -> Interval | None:
    return None if given is None else (given[0], given[1])


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
