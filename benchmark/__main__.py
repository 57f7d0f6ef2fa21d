"""The benchmark from a shell; see `benchmark/README.md`."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from benchmark import piles, scoring, systems


def _make(given: argparse.Namespace) -> None:
    piles.made(given.pile, given.stories, given.seed)
    print(f"{len(piles.articles(given.pile))} articles in {given.pile}")


def _labels(given: argparse.Namespace) -> None:
    print(f"{piles.from_labels(given.pile, given.source, given.wire)} papers in {given.pile}")


def _answer(given: argparse.Namespace) -> None:
    text = json.dumps(systems.answered(given.pile, given.system), ensure_ascii=False)
    given.answers.write_text(text, encoding="utf-8")


def _score(given: argparse.Namespace) -> None:
    columns = {
        one.stem: scoring.scored(given.pile, json.loads(one.read_text(encoding="utf-8")))
        for one in given.answers
    }
    print(scoring.table(columns))


def parser() -> argparse.ArgumentParser:
    """The commands."""
    made = argparse.ArgumentParser(prog="python -m benchmark", description=__doc__)
    commands = made.add_subparsers(required=True)
    make = commands.add_parser("make", help="make a pile of invented stories")
    make.add_argument("pile", type=Path)
    make.add_argument("--stories", type=int, default=16)
    make.add_argument("--seed", type=int, default=101)
    make.set_defaults(run=_make)
    labels = commands.add_parser("labels", help="make a pile of a corpus with reuse labels, such as METER")
    labels.add_argument("pile", type=Path)
    labels.add_argument("source", type=Path, help="a JSON object a line: id, text, outlet, story, label")
    labels.add_argument("--wire", default="PA", help="the outlet that is the agency")
    labels.set_defaults(run=_labels)
    answer = commands.add_parser("answer", help="let a system answer")
    answer.add_argument("pile", type=Path)
    answer.add_argument("system", choices=systems.SYSTEMS)
    answer.add_argument("answers", type=Path)
    answer.set_defaults(run=_answer)
    score = commands.add_parser("score", help="score answers, side by side")
    score.add_argument("pile", type=Path)
    score.add_argument("answers", type=Path, nargs="+")
    score.set_defaults(run=_score)
    return made


def main() -> int:
    """Run a command."""
    given = parser().parse_args()
    given.run(given)
    return 0


if __name__ == "__main__":
    sys.exit(main())
