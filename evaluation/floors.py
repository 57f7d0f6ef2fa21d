"""The floors: per suite and part the values that must not be missed; they are only ever tightened.

`floors.toml` has a table for each suite and part, `[meter.quick]`, and the list of what was ever lowered,
with the reasons. For a figure that is better when smaller the floor is the most that is allowed.
The simple methods beside a figure are a floor too: what falls below one must stand under `[below]`, with the
reason.
"""

from __future__ import annotations

import json
import math
import tomllib
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from evaluation.measures import Direction, Measure, Part

FILE = Path(__file__).with_name("floors.toml")
SLACK = 0.005  # between what was measured and the floor: rounding and other machines
_HEAD = "# Measured floors: they only rise. Written by `python -m evaluation.gate --raise`."

Table = dict[str, float]


@dataclass(slots=True)
class Floors:
    """All floors by suite and part, the remarks that stand above tables, and the reasons for lowered ones."""

    tables: dict[tuple[str, Part], Table] = field(default_factory=dict)
    remarks: dict[str, str] = field(default_factory=dict)  # by "suite.part"
    lowered: list[str] = field(default_factory=list)
    below: dict[str, str] = field(default_factory=dict)  # why, by "suite.part.figure"

    def of(self, suite: str, part: Part) -> Table:
        """The floors of one part of a suite."""
        return self.tables.get((suite, part), {})

    def excused(self, suite: str, part: Part) -> set[str]:
        """The figures of one part of a suite that may be below a simple method."""
        head = f"{suite}.{part}."
        return {name.removeprefix(head) for name in self.below if name.startswith(head)}


def read(file: Path = FILE) -> Floors:
    """The floors as they stand in the file."""
    given = tomllib.loads(file.read_text(encoding="utf-8"))
    floors = Floors(
        remarks=dict(given.get("remarks", {})),
        lowered=list(given.get("lowered", [])),
        below=dict(given.get("below", {})),
    )
    for suite, parts in given.items():
        if isinstance(parts, dict) and suite not in ("remarks", "below"):
            floors.tables |= {(suite, part): dict(table) for part, table in parts.items()}
    return floors


def write(floors: Floors, file: Path = FILE) -> None:
    """Write the floors, sorted, with the remarks and the reasons for what was ever lowered."""
    lines = [_HEAD, "", "lowered = ["]
    lines += [f"    {_quoted(reason)}," for reason in floors.lowered] + ["]", "", "[remarks]"]
    lines += [f"{_quoted(name)} = {_quoted(text)}" for name, text in sorted(floors.remarks.items())] + [""]
    lines += ["# Figures that a simple method beats, and why; any other one that does so fails.", "[below]"]
    lines += [f"{_quoted(name)} = {_quoted(text)}" for name, text in sorted(floors.below.items())] + [""]
    for (suite, part), table in sorted(floors.tables.items()):
        lines.append(f"[{suite}.{part}]")
        lines += [f"{_quoted(name)} = {value}" for name, value in sorted(table.items())]
        lines.append("")
    file.write_text("\n".join(lines), encoding="utf-8")


def attached(measures: Iterable[Measure], table: Table) -> list[Measure]:
    """The measures with their floors; what cannot have one has none."""
    return [replace(one, floor=table.get(one.name) if one.can_have_a_floor else None) for one in measures]


def misses(measures: Sequence[Measure], table: Table) -> list[str]:
    """A line for each floor that is missed; a figure that is not there, or cannot have a floor, misses it.

    >>> misses([Measure("f1", 0.7)], {"f1": 0.8})
    ['f1 is 0.7000, its floor 0.8']
    """
    held = {one.name: one for one in attached(measures, table)}
    lines = []
    for name, floor in table.items():
        one = held.get(name)
        if one is None:
            lines.append(f"{name} was not measured, its floor is {floor}")
        elif one.floor is None:
            lines.append(f"{name} can have no floor: take {floor} out of floors.toml")
        elif not one.holds:
            lines.append(f"{name} is {one.value:.4f}, its floor {floor}")
    return lines


def beaten(measures: Iterable[Measure], excused: Collection[str] = ()) -> list[str]:
    """A line for each figure that a simple method beats and that is not among the `excused` ones.

    >>> beaten([Measure("f1", 0.7, baselines={"longest run": 0.8})])
    ['f1 is 0.7000, longest run reaches 0.8000']
    """
    return [
        f"{one.name} is {one.value:.4f}, {method} reaches {value:.4f}"
        for one in measures
        for method, value in one.baselines.items()
        if one.name not in excused and one.is_beaten_by(value)
    ]


def tightened(measures: Iterable[Measure], table: Table) -> Table:
    """The floors moved up to a little under what was measured (down to a little over, where lower is better).

    None is ever loosened. A figure so near its worst value that a floor would forbid nothing gets none.
    """
    found = dict(table)
    for one in measures:
        if not one.can_have_a_floor:
            continue
        fresh = _near(one.value, one.direction)
        if one.name in found:
            stricter = min if one.direction == "lower" else max
            found[one.name] = stricter(fresh, found[one.name])
        elif 0 < fresh < 1:
            found[one.name] = fresh
    return found


def _near(value: float, direction: Direction) -> float:
    if direction == "lower":
        return math.ceil(round((value + SLACK) * 1000, 6)) / 1000
    return math.floor(round((value - SLACK) * 1000, 6)) / 1000


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
