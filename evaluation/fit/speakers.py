"""How often a speaker is the right one, by the way in which he was found: the supports of `statements.toml`.

    python -m evaluation.fit.speakers          the rate of each way on PolNeAR, with the number of quotations

Counted are quoted segments (`evaluation.metrics.attributions`) in train and dev without the articles of
the suite `statements`, and the speaker of each statement that covers at least half of one. A rate is the
mean of a beta posterior under a uniform prior. Nothing is written: a lower support leaves fewer speakers
above .9, so that the suite decides whether a rate is taken.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from evaluation.corpora import polnear
from evaluation.corpora.polnear import Attribution
from evaluation.fit import trial
from evaluation.fit.lines import lines
from evaluation.fit.supports import Rate
from evaluation.metrics.attributions import segments
from evaluation.metrics.ranges import common
from retold.model import Statement
from retold.parameters import VARIABLE

STEP = "statements"
WAYS = (
    "attach.led", "attach.governed", "attach.near", "attach.beside", "attach.unknown", "attach.phrased",
    "attach.guessed", "attach.covered", "attach.below", "attach.alone",
    "unattributed.turn", "unattributed.same_breath", "unattributed.floating", "unattributed.subject",
    "reader.plain_cue", "reader.misread", "reader.credited", "reader.led",
)  # fmt: skip
_MARK = 1e-7  # by so much the values of two ways differ at least while they are counted

Row = tuple[str, bool]  # the way, and whether the speaker is the right one


def marked(values: Mapping[str, float]) -> dict[str, float]:
    """The values made distinct, so that the support of a speaker tells the way he was found.

    >>> marked({"a": 0.8, "b": 0.8})
    {'a': 0.8000001, 'b': 0.8000002}
    """
    return {way: round(value + number * _MARK, 9) for number, (way, value) in enumerate(values.items(), 1)}


def rows_of(
    text: str, truth: Iterable[Attribution], found: Iterable[Statement], ways: Mapping[float, str]
) -> Iterator[Row]:
    """A row for each speaker of a quoted segment of one article; `ways` by their marked values.

    The parties of `found` have no names, so that their support is that of the way alone.
    """
    said = [one for one in found if one.speakers and one.speaker is not None]
    for span, owners in segments(text, truth):
        for one in said:
            covered = common([(piece.start, piece.end) for piece in one.content], [span])
            way = ways.get(round(one.speakers[0].support, 9))
            if way is not None and covered >= (span[1] - span[0]) / 2:
                yield way, any(_speaks(one, owner) for owner in owners)


def rates(rows: Iterable[Row]) -> dict[str, Rate]:
    """The share of right ones by way, each with its number of cases (uniform prior).

    >>> rates([("attach.led", True)] * 8)["attach.led"]
    Rate(value=0.9, n=8)
    """
    counts: dict[str, list[bool]] = {}
    for way, right in rows:
        counts.setdefault(way, []).append(right)
    return {way: Rate((sum(held) + 1) / (len(held) + 2), len(held)) for way, held in sorted(counts.items())}


def _speaks(statement: Statement, owner: Attribution) -> bool:
    mention = statement.speaker
    return mention is not None and common([(mention.start, mention.end)], owner.source) > 0


def _counted() -> Iterator[Row]:
    """The rows of the corpus, in a process that was given marked values."""
    import retold
    from retold.settings import Settings, Statements

    nameless = Settings(statements=Statements(support=2.0))
    ways = {round(float(line.value), 9): way for way, line in lines(STEP, _folder()).items() if way in WAYS}
    for one in polnear.not_judged():
        found = retold.statements(retold.Article(one.id, one.text), nameless)
        yield from rows_of(one.text, one.attributions, found, ways)


def _folder() -> Path:
    return Path(os.environ[VARIABLE])


def _apart() -> list[Row]:
    """The same, counted in a process of its own: numbers are read when modules are loaded."""
    known = lines(STEP)
    values = marked({way: float(known[way].value) for way in WAYS})
    told = trial.told_with(STEP, values, ("evaluation.fit.speakers", "--count"))
    return [(way, right) for way, right in told]


def main(arguments: list[str]) -> None:
    """Print the rates beside what stands."""
    if arguments == ["--count"]:
        print(json.dumps(list(_counted())))
        return
    stands = lines(STEP)
    for way, rate in rates(_apart()).items():
        print(f"{way:28} {float(stands[way].value):.3f}  {rate.value:.3f}  n = {rate.n}")


if __name__ == "__main__":
    main(sys.argv[1:])
