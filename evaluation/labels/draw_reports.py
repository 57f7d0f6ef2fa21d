"""The draw of reports of changes that are read by hand, on pairs that nobody has read before.

    python -m evaluation.labels.draw_reports third > FILE      the sample, for reading

Pairs are drawn as `draw_read` draws, with a seed for each sample, without METER, and without those that
`read_pairs` or an earlier sample has. Each is compared by `retold.compare`; of its reports, those of the
weight style aside, at most two are taken at random, until there are enough. What is printed has both
readings with the words around them and an empty verdict; read, the rows go to `readings.tsv`.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from functools import cache
from itertools import islice

from evaluation import corpora, labels
from evaluation.labels.draw import Pair, apart, likely_pairs
from evaluation.labels.draw_fresh import unknown
from evaluation.labels.draw_read import SAMPLES, SHARED, WORDS, named
from evaluation.reported import compared
from retold.model import Change, Span

_NAMES = ("third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
SEEDS = {name: 20261201 + number for number, name in enumerate(_NAMES)}
REPORTS = {"pile_allsides": 26, "versions_whenitson": 10, "pile_reuters": 34}  # of the last 24 up to `fifth`
_OF_A_PAIR = 2
_AROUND = 130  # characters shown on either side
_PAIRS = 120  # of one corpus and sample, at most
_LONG = 500  # characters of a reading shown


def drawn(sample: str) -> Iterator[tuple[str, str, str, Change]]:
    """The reports of a sample: corpus, both articles, the report."""
    for name, wanted in REPORTS.items():
        yield from islice(_reports(name, sample), wanted)


def _reports(name: str, sample: str) -> Iterator[tuple[str, str, str, Change]]:
    chance = random.Random(f"{SEEDS[sample]} {name}")
    for a, b in _pairs(name, sample):
        told = [one for one in compared(name, a, b) if one.weight != "style"]
        for change in chance.sample(told, min(_OF_A_PAIR, len(told))):
            yield name, a, b, change


@cache
def _pairs(name: str, sample: str) -> tuple[Pair, ...]:
    """Pairs of a corpus that neither `read_pairs` nor an earlier sample has, no article in two of them."""
    earlier = {*SAMPLES, *list(SEEDS)[: list(SEEDS).index(sample)]}
    rows = (row for row in labels.records("read_pairs") if row["sample"] in earlier)
    read = named() | {row[side] for row in rows for side in "ab"}
    runs = unknown(name, read, lambda _, held: WORDS[0] <= len(held) <= WORDS[1])
    chance = random.Random(f"{SEEDS[sample]} {name}")
    return tuple(islice(apart(likely_pairs(runs, SHARED), chance), _PAIRS))


def _shown(corpus: str, span: Span) -> str:
    text = corpora.article(corpus, str(span.article)).text
    before, behind = text[max(0, span.start - _AROUND) : span.start], text[span.end : span.end + _AROUND]
    return " ".join(f"{before}[[{_cut(text[span.start : span.end])}]]{behind}".split())


def _cut(reading: str | None) -> str:
    """A reading without its middle, where it is long."""
    words = reading or ""
    return words if len(words) <= _LONG else f"{words[: _LONG // 2]} … {words[-_LONG // 2 :]}"


def _cells(spans: tuple[Span, ...]) -> str:
    return " ".join(f"{span.start}-{span.end}" for span in spans)


def main(sample: str) -> None:
    """Print the rows of a sample, each with its readings below."""
    for number, (name, a, b, change) in enumerate(drawn(sample), 1):
        sides: dict[str, tuple[Span, ...]] = {}
        for span in (*change.source_spans, *change.copy_spans):
            sides[str(span.article)] = (*sides.get(str(span.article), ()), span)
        row = (sample, "random", name, a, b, change.kind, _cells(sides.get(a, ())), _cells(sides.get(b, ())))
        print(*row, "", sep="\t")
        print(f"  {number}. {change.kind} {change.weight} {change.detail or ''} {change.support:.2f}")
        print(f"     {_cut(change.before)!r} -> {_cut(change.after)!r}")
        for side, spans in sides.items():
            print(*(f"     {'AB'[side == b]}: {_shown(name, span)}" for span in spans), sep="\n")


if __name__ == "__main__":
    main(sys.argv[1])
