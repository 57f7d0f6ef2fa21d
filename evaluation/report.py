"""Write the tables of `docs/evaluation.md` from the record of what was measured.

    python -m evaluation.report            write them
    python -m evaluation.report --check    exit code 1 if the page is out of date

The page has `<!-- figures: NAME -->` … `<!-- /figures -->` around each table, and `tables.toml` says what
stands in it. A cell holds text and places `{suite.part: figure}`, which become the value with its interval;
`{suite.part: figure | method}` becomes what a simple method reaches. A row whose value misses what we set
out to reach is set in bold.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation import results
from evaluation.corpora.paths import ROOT
from evaluation.measures import Measure
from evaluation.results import Record

PAGE = ROOT / "docs" / "evaluation.md"
TABLES = Path(__file__).with_name("tables.toml")
_PLACE = re.compile(r"\{([\w]+)\.(quick|whole): ([^{}|]+?)(?: \| ([^{}]+?))?(!)?\}")
_NUMBER = re.compile(r"(?<![\w.])(?:1|0|0?\.\d+)(?![\w%])")
_MARKED = re.compile(r"(<!-- figures: (\w+) -->\n).*?(<!-- /figures -->)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Table:
    """One table: head, rows of cells, and the columns of what we have and of what we set out to reach."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    value: int = 1
    reach: int = 2


def tables(file: Path = TABLES) -> dict[str, Table]:
    """The tables by name."""
    found = {}
    for name, given in tomllib.loads(file.read_text(encoding="utf-8")).items():
        rows = tuple(tuple(row) for row in given["rows"])
        found[name] = Table(tuple(given["head"]), rows, given.get("value", 1), given.get("reach", 2))
    return found


def page(text: str, known: dict[str, Table], record: Record) -> str:
    """The page with its marked tables filled; raises `KeyError` for a table or a figure that is not there."""

    def filled(match: re.Match[str]) -> str:
        return match[1] + markdown(known[match[2]], record) + match[3]

    return _MARKED.sub(filled, text)


def markdown(table: Table, record: Record) -> str:
    """A table with its figures filled in, a line a row."""
    rows = [_row(row, table, record) for row in table.rows]
    return "".join(f"| {' | '.join(row)} |\n" for row in [table.head, ["---"] * len(table.head), *rows])


def _row(row: Sequence[str], table: Table, record: Record) -> list[str]:
    cells = [_PLACE.sub(lambda match: shown(match, record), cell) for cell in row]
    if table.reach < len(row) and misses(row[table.value], row[table.reach], record):
        cells[0] = f"**{cells[0]}**"
    return cells


def misses(value: str, reach: str, record: Record) -> bool:
    """Whether a figure of one cell misses the number at its place in the other."""
    found = [record[m[1], m[2]].measure(m[3]) for m in _PLACE.finditer(value) if m[4] is None]
    wanted = [float(number) for number in _NUMBER.findall(reach)]
    return any(_worse(one, aim) for one, aim in zip(found, wanted, strict=False))


def _worse(one: Measure, aim: float) -> bool:
    return one.value > aim if one.direction == "lower" else one.value < aim


def shown(match: re.Match[str], record: Record) -> str:
    """A place as text: a value with its interval, without it where the place ends in "!"."""
    suite, part, figure, method, bare = match.groups()
    one = record[suite, part].measure(figure)
    if method is not None:
        return number(one.baselines[method])
    if one.unit == "count":
        return f"{one.value:.0f}"
    interval = one.interval
    if interval is None or bare:
        return number(one.value)
    return f"{number(one.value)} [{number(interval[0])}, {number(interval[1])}]"


def number(value: float) -> str:
    """A share with three places and without its nought.

    >>> number(0.8046), number(1.0), number(0.0)
    ('.805', '1', '0')
    """
    rounded = f"{value:.3f}"
    return {"1.000": "1", "0.000": "0"}.get(rounded, rounded.removeprefix("0"))


def days(record: Record) -> str:
    """The days on which the record was measured, first and last."""
    known = sorted({one.day for one in record.values()})
    return known[0] if len(known) == 1 else f"{known[0]} to {known[-1]}"


def current() -> str:
    """The page as this command would write it."""
    return page(PAGE.read_text(encoding="utf-8"), tables(), results.read())


def main(arguments: Sequence[str]) -> int:
    """Check, or write."""
    fresh = current()
    if fresh == PAGE.read_text(encoding="utf-8"):
        return 0
    if "--check" in arguments:
        print(f"{PAGE.name} is out of date: run `make figures`")
        return 1
    PAGE.write_text(fresh, encoding="utf-8")
    print(f"wrote {PAGE}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
