"""One candidate tried out: a suite run with a changed parameters file, in a process of its own.

    RETOLD_PARAMETERS=FOLDER python -m evaluation.fit.trial SUITE PART    counts by story, as JSON

Numbers are read when modules are loaded, so a process that has run once cannot be given others.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from evaluation.corpora.paths import ROOT
from evaluation.fit.lines import FOLDER, changed, path_of
from evaluation.fit.search import ByStory
from evaluation.measures import Part, Units
from evaluation.metrics.bootstrap import summed
from retold.parameters import VARIABLE


def counted(step: str, suite: str, part: Part, values: Mapping[str, float], folder: Path = FOLDER) -> ByStory:
    """The counts by story of a suite when a step has these values by key."""
    found: ByStory = told_with(step, values, ("evaluation.fit.trial", suite, part), folder)
    return found


def told_with(step: str, values: Mapping[str, float], module: Sequence[str], folder: Path = FOLDER) -> Any:
    """What a module prints as JSON in its last line when a step has these values by key.

    `module` is its name and its arguments.
    Raises `RuntimeError` with the end of its error output where it fails.
    """
    text = changed(path_of(step, folder).read_text(encoding="utf-8"), values)
    with TemporaryDirectory(prefix="retold-fit-") as made:
        (Path(made) / f"{step}.toml").write_text(text, encoding="utf-8")
        paths = os.pathsep.join([str(ROOT / "src"), str(ROOT)])
        environment = {**os.environ, VARIABLE: made, "PYTHONPATH": paths}
        command = [sys.executable, "-m", *module]
        done = subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{' '.join(module)} fails with {dict(values)}: {done.stderr.strip()[-500:]}")
    return json.loads(done.stdout.splitlines()[-1])


def units_of(suite: str, part: Part) -> Units:
    """What a suite counts; raises `ValueError` for a suite that does not count unit by unit."""
    module = import_module(f"evaluation.suites.{suite}")
    if not hasattr(module, "units"):
        raise ValueError(f"suite '{suite}' cannot be fitted on: it has no function `units`")
    found: Units = module.units(part)
    return found


def by_story(units: Units) -> dict[str, dict[str, float]]:
    """The counts of each story."""
    held: dict[str, list[Mapping[str, float]]] = {}
    for name, counts in zip(units.groups, units.counts, strict=True):
        held.setdefault(name, []).append(counts)
    return {name: summed(counts) for name, counts in held.items()}


def main(arguments: list[str]) -> int:
    """Print the counts."""
    suite, part = arguments
    print(json.dumps(by_story(units_of(suite, "quick" if part == "quick" else "whole"))))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
