"""Fit the numbers of a step anew.

    python -m evaluation.fit STEP [--only MODULE.NAME …] [--suite SUITE --figure FIGURE] [--whole] [--write]
    python -m evaluation.fit derived [--write]        the models of parameters/story.toml, on METER
    python -m evaluation.fit background [--write]     how common English words are, from press releases
    python -m evaluation.fit citations [--write]      the model of cited sources, on arrows that were read
    python -m evaluation.fit documents                the documents' model of parameters/lineage.toml, shown

Without `--only` those lines of src/retold/parameters/STEP.toml are fitted that name a suite and a figure. One
number is moved at a time over a small grid; what is chosen on some stories is judged on others. The file is
rewritten only with `--write`, and only where the held-out figure is not worse than what stands.
"""

from __future__ import annotations

import argparse
import difflib
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import partial
from importlib import import_module
from pathlib import Path

from evaluation.fit import lines as line_file
from evaluation.fit import trial
from evaluation.fit.lines import FOLDER, Line
from evaluation.fit.search import Fitted, Trial, fitted
from evaluation.measures import Part
from evaluation.metrics.bootstrap import Figures


def main(arguments: Sequence[str] | None = None, folder: Path = FOLDER) -> int:
    """Fit and print; the exit code is 2 where there is nothing to fit."""
    asked = _parser().parse_args(arguments)
    if asked.step == "derived":
        return _derived(asked.write)
    if asked.step == "background":
        return _background(asked.write)
    if asked.step == "citations":
        return _citations(asked.write)
    if asked.step == "documents":
        return _documents()
    part: Part = "whole" if asked.whole else "quick"
    jobs = jobs_of(asked.step, asked.only, asked.suite, asked.figure, folder)
    if not jobs:
        print(f"{asked.step}: no line names a suite and a figure: give --only, --suite and --figure")
        return 2
    for (suite, figure), chosen in jobs.items():
        tried = partial(trial.counted, asked.step, suite, part, folder=folder)
        found = fit(chosen, tried, figures_of(suite), figure)
        _show(suite, figure, chosen, found)
        if asked.write:
            write(asked.step, chosen, found, f"{suite}, {part}: {figure}", folder)
    return 0


def jobs_of(
    step: str, only: Sequence[str], suite: str | None, figure: str | None, folder: Path = FOLDER
) -> dict[tuple[str, str], list[Line]]:
    """The lines to fit by suite and figure; raises `ValueError` for a key that the step has not."""
    known = line_file.lines(step, folder)
    strange = [key for key in only if key not in known]
    if strange:
        raise ValueError(f"{step} has no {', '.join(strange)}: use one of {', '.join(known)}")
    jobs: dict[tuple[str, str], list[Line]] = {}
    for key in only or list(known):
        line = known[key]
        place = (suite or line.suite, figure or line.figure)
        if place[0] and place[1] and (only or (line.suite and line.figure)):
            jobs.setdefault((place[0], place[1]), []).append(line)
    return jobs


def fit(chosen: Sequence[Line], tried: Trial, figures: Figures, name: str) -> Fitted:
    """The best values of some lines for a figure, larger being better."""
    start = {line.key: float(line.value) for line in chosen}
    grids = {line.key: [float(value) for value in line.grid] for line in chosen}
    return fitted(tried, lambda counts: figures(counts)[name], start, grids)


def figures_of(suite: str) -> Figures:
    """The figures of a suite from sums of its counts."""
    found: Figures = import_module(f"evaluation.suites.{suite}").figures
    return found


def write(step: str, chosen: Sequence[Line], found: Fitted, fitted_on: str, folder: Path = FOLDER) -> bool:
    """Rewrite the file where something changed and held-out stories are not worse off; whether it was."""
    new = {line.key: found.values[line.key] for line in chosen if found.values[line.key] != line.value}
    if not new or found.held_out < found.before:
        print("  nothing written: what stands is as good on stories that were not seen")
        return False
    print(f"  wrote {line_file.write(step, new, fitted_on, found.stories, folder)}")
    return True


def _show(suite: str, figure: str, chosen: Sequence[Line], found: Fitted) -> None:
    print(f"{suite}: {figure}, {found.stories} stories, {found.tried} candidates")
    for line in chosen:
        print(f"  {line.key:<40} {line.value} → {found.values[line.key]}")
    print(
        f"  as it stands {found.before:.4f}, fitted on all {found.after:.4f}, held out {found.held_out:.4f}"
    )


def _derived(written: bool) -> int:
    """The weights of the judgements, fitted on METER; its suite shows them cross-validated."""
    from evaluation.fit import derived

    path = line_file.path_of("story")
    old = path.read_text(encoding="utf-8")
    text = derived.rewritten(old, derived.models(derived.load()), f"{datetime.now(UTC):%Y-%m}")
    if written:
        path.write_text(text, encoding="utf-8")
    print("".join(difflib.unified_diff(old.splitlines(True), text.splitlines(True), "now", "fitted", n=0)))
    print("held-out figures: python -m evaluation.gate meter", file=sys.stderr)
    return 0


def _background(written: bool) -> int:
    """The document frequencies of English words, counted anew."""
    from evaluation.fit import background

    old = background.PATH.read_text(encoding="utf-8") if background.PATH.is_file() else ""
    text = background.counted()
    if written:
        background.PATH.write_text(text, encoding="utf-8")
    lines = old.splitlines(True), text.splitlines(True)
    print("".join(difflib.unified_diff(*lines, "now", "counted", n=0)))
    return 0


def _citations(written: bool) -> int:
    """The weights of a citation, and what they are worth on articles that they have not seen."""
    from evaluation.fit import citations

    rows = citations.load()
    new = citations.weights(rows)
    print(citations.shown(rows), *(f"{key} = {value}" for key, value in new.items()), sep="\n")
    if written:
        line_file.write("lineage", new, "arrows of labels/read_lineages.tsv", len(set(rows.story)))
    return 0


def _documents() -> int:
    """The habits of documents that are edited on, each corpus judged by numbers chosen without it."""
    from evaluation.fit import documents

    print(documents.shown(documents.load()))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="evaluation.fit", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "step",
        help="a file of src/retold/parameters without its suffix; derived, background, citations, documents",
    )
    parser.add_argument("--only", nargs="+", default=[], metavar="MODULE.NAME")
    parser.add_argument("--suite", help="what to fit on, if the lines do not say")
    parser.add_argument("--figure", help="the figure of the suite that is to become larger")
    parser.add_argument("--whole", action="store_true", help="the whole part of the suite")
    parser.add_argument("--write", action="store_true", help="rewrite the file")
    return parser


if __name__ == "__main__":
    sys.exit(main())
