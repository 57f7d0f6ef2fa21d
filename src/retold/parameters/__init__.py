"""The numbers that change a result: what each is, in which unit, and what it was fitted on.

One TOML file a step, one table a module of the step, one line a number:

    [about]
    fitted_on = "set by hand while the step was written"
    when = "2026-11"

    [anchors]
    reach = { value = 8, unit = "words", what = "that a moved block may have changed between two runs" }

A line may carry its own `fitted_on`, `when` and `n` (how many cases the value rests on).
One that can be fitted names the `suite` and the `figure` of the evaluation, and may give a `grid` to try.
What a person may want to set stands in `retold.settings`; a size of a page or a bit mask, which
changes no result, stays in the code that uses it.

`python -m evaluation.fit STEP` fits a step's numbers anew. It tries them out in a process of its own
that is given a folder of changed files in the environment variable RETOLD_PARAMETERS.
"""

from __future__ import annotations

import hashlib
import os
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from retold.errors import SettingsError
from retold.messages import N_

VARIABLE = "RETOLD_PARAMETERS"
Value = int | float | tuple[int | float, ...]


@dataclass(frozen=True, slots=True)
class Parameter:
    """One number, or a row of numbers, with where it comes from.

    `n` is how many cases it rests on, None where it was set by hand.
    """

    step: str
    module: str
    name: str
    value: Value
    unit: str
    what: str
    fitted_on: str
    when: str
    n: int | None = None


@dataclass(frozen=True, slots=True)
class Parameters:
    """The numbers of one module of a step, asked for by name; `SettingsError` for a strange name."""

    step: str
    module: str
    _held: dict[str, Parameter]

    def integer(self, name: str) -> int:
        """The whole number of this name."""
        value = self._one(name).value
        if not isinstance(value, int):
            raise self._refusal(name, N_("a whole number"))
        return value

    def number(self, name: str) -> float:
        """The number of this name."""
        value = self._one(name).value
        if isinstance(value, tuple):
            raise self._refusal(name, "a number")
        return float(value)

    def row(self, name: str) -> tuple[float, ...]:
        """The row of numbers of this name."""
        value = self._one(name).value
        if not isinstance(value, tuple):
            raise self._refusal(name, N_("a row of numbers"))
        return tuple(map(float, value))

    def table(self) -> dict[str, float]:
        """All single numbers of the module by name, such as the weights of a fitted model."""
        return {name: self.number(name) for name in self._held}

    def _one(self, name: str) -> Parameter:
        if name not in self._held:
            known = ", ".join(self._held) or "nothing"
            raise SettingsError(
                N_("{step}.toml: [{module}] has no {name}").format(
                    step=self.step, module=self.module, name=name
                ),
                N_("it has {known}").format(known=known),
            )
        return self._held[name]

    def _refusal(self, name: str, wanted: str) -> SettingsError:
        where = f"{self.step}.toml: [{self.module}] {name} = {self._held[name].value!r}"
        return SettingsError(
            N_("{where} is not {our_wanted}").format(where=where, our_wanted=wanted),
            N_("mend the file, or install retold again"),
        )


def of(step: str, module: str) -> Parameters:
    """The numbers of a module of a step.

    >>> of("align", "anchors").integer("reach")
    8
    """
    held = {one.name: one for one in every(step) if one.module == module}
    return Parameters(step, module, held)


@cache
def every(step: str) -> tuple[Parameter, ...]:
    """All numbers of a step, in the order of its file.

    Raises `SettingsError` for a step without a file and for a line without value, unit or meaning.
    """
    return tuple(_parameters(step, tomllib.loads(_text(step))))


def steps() -> tuple[str, ...]:
    """The steps that have numbers, sorted."""
    names = (entry.name for entry in files(__package__).iterdir())
    return tuple(sorted(name.removesuffix(".toml") for name in names if name.endswith(".toml")))


def digest() -> str:
    """A hash over all numbers of all steps, 16 hexadecimal digits: what a manifest records.

    >>> len(digest())
    16
    """
    told = [f"{p.step} {p.module} {p.name} {p.value!r}" for step in steps() for p in every(step)]
    return hashlib.sha256("\n".join(told).encode()).hexdigest()[:16]


def _text(step: str) -> str:
    changed = os.environ.get(VARIABLE)
    if changed and (file := Path(changed) / f"{step}.toml").is_file():
        return file.read_text(encoding="utf-8")
    try:
        return files(__package__).joinpath(f"{step}.toml").read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise SettingsError(
            N_("no step {step} has numbers").format(step=step),
            N_("name one of {names}").format(names=", ".join(steps())),
        ) from error


def _parameters(step: str, tables: dict[str, Any]) -> Iterator[Parameter]:
    about = tables.pop("about")
    for module, lines in tables.items():
        for name, line in lines.items():
            yield _parameter((step, module, name), {**about, **line})


def _parameter(key: tuple[str, str, str], line: dict[str, Any]) -> Parameter:
    try:
        value = line["value"]
        kept = tuple(value) if isinstance(value, list) else value
        told = (line["unit"], line["what"], line["fitted_on"], line["when"])
    except (KeyError, TypeError) as error:
        where = f"{key[0]}.toml: [{key[1]}] {key[2]}"
        raise SettingsError(
            N_("{where} lacks {error}").format(where=where, error=error), N_("give value, unit and what")
        ) from error
    return Parameter(*key, kept, *told, n=line.get("n"))
