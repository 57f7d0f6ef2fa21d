"""The lines of a step's parameters file, read for fitting and rewritten in place.

A line that can be fitted names the suite and the figure it is fitted on, and may give the values to try:

    price = { value = 0.25, unit = "share", what = "…", suite = "pan", figure = "plagdet", grid = [0.2, 0.3] }
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from evaluation.corpora.paths import ROOT

FOLDER = ROOT / "src" / "retold" / "parameters"
_FACTORS = (0.5, 0.75, 0.9, 1.1, 1.25, 1.5)  # of a number, tried where no grid is given
_STEPS = (-2, -1, 1, 2)  # of a whole number


@dataclass(frozen=True, slots=True)
class Line:
    """One number of a step: its key is `module.name`."""

    key: str
    value: int | float
    grid: tuple[float, ...]
    suite: str | None
    figure: str | None


def lines(step: str, folder: Path = FOLDER) -> dict[str, Line]:
    """The single numbers of a step by key; rows of numbers are not fitted.

    Raises `FileNotFoundError` for a step without a file.
    """
    tables = tomllib.loads(path_of(step, folder).read_text(encoding="utf-8"))
    found: dict[str, Line] = {}
    for module, entries in tables.items():
        if module == "about":
            continue
        for name, entry in entries.items():
            if isinstance(entry["value"], int | float) and not isinstance(entry["value"], bool):
                found[f"{module}.{name}"] = _line(f"{module}.{name}", entry)
    return found


def path_of(step: str, folder: Path = FOLDER) -> Path:
    """The file of a step."""
    path = folder / f"{step}.toml"
    if not path.is_file():
        known = ", ".join(sorted(one.stem for one in folder.glob("*.toml")))
        raise FileNotFoundError(f"no step '{step}' in {folder}: use one of {known}")
    return path


def changed(text: str, values: Mapping[str, float], fitted_on: str = "", when: str = "", n: int = 0) -> str:
    """The text of a file with these values by key, all else left as it stands.

    With `fitted_on` each changed line also says what it was fitted on, when, and on how many cases.
    """
    out, module = [], ""
    for line in text.splitlines(keepends=True):
        table = re.match(r"\[([\w.]+)\]", line)
        module = table[1] if table else module
        entry = re.match(r"([\w-]+)\s*=\s*\{", line)
        key = f"{module}.{entry[1]}" if entry else ""
        out.append(_rewritten(line, values[key], fitted_on, when, n) if key in values else line)
    return "".join(out)


def write(step: str, values: Mapping[str, float], fitted_on: str, n: int, folder: Path = FOLDER) -> Path:
    """Rewrite a step's file with values fitted this month on `n` cases, and say which file it is.

    Raises `FileNotFoundError` for a step without a file.
    """
    path, when = path_of(step, folder), f"{datetime.now(UTC):%Y-%m}"
    path.write_text(changed(path.read_text(encoding="utf-8"), values, fitted_on, when, n), encoding="utf-8")
    return path


def _line(key: str, entry: Mapping[str, Any]) -> Line:
    value = entry["value"]
    grid = tuple(entry["grid"]) if "grid" in entry else _grid(value)
    return Line(key, value, grid, entry.get("suite"), entry.get("figure"))


def _grid(value: float) -> tuple[float, ...]:
    if isinstance(value, int):
        return tuple(value + step for step in _STEPS if value + step > 0)
    return tuple(round(value * factor, 4) for factor in _FACTORS)


def _rewritten(line: str, value: float, fitted_on: str, when: str, n: int) -> str:
    whole = re.search(r"value\s*=\s*[-+]?\d+\s*[,}]", line) is not None
    shown = str(int(value)) if whole else repr(value)
    line = re.sub(r"(value\s*=\s*)[-+.\deE]+", lambda m: m[1] + shown, line, count=1)
    if not fitted_on:
        return line
    line = re.sub(r',\s*(?:fitted_on|when)\s*=\s*"[^"]*"|,\s*n\s*=\s*\d+', "", line)
    return re.sub(r"\s*\}", f', fitted_on = "{fitted_on}", when = "{when}", n = {n} }}', line, count=1)
