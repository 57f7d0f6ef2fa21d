"""Invented pairs of reports in which one long sentence was turned: told by `retold.compare`?

    python -m evaluation.suites.turned_sentences        show those that go wrong

A line of `labels/turned_sentences.jsonl` is a pair of short reports: the same first and last sentence, and
between them one that was put in other words throughout and turned once (a negation, the opposite direction,
another unit or modal, the doer left out). `[[ ]]` marks the turned words. Lines of the kind `none` are
controls: what they mark means the same. All were written before any output on them was seen, those of the
set `second` after the faults in the first had been mended.
A turn is told if a change of substance of a narrow kind stands at its place, and told as such if that change
is `sense`; that the whole sentence was cut and another put in does not count. A report of `sense` is
right at the place of a turn. Units are pairs.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

import retold
from evaluation import labels
from evaluation.measures import Measure, Part, measured
from evaluation.metrics.bootstrap import Counts
from evaluation.metrics.ranges import Place
from evaluation.metrics.scores import ratio
from retold.model import Article, Change

NEEDS = ()
KINDS = ("negation", "direction", "unit", "modality", "agent")
CONTROL = "none"
SETS = ("first", "second")  # the second was written after the faults in the first had been mended
_WIDE = ("cut", "added", "lede", "moved", "credit")  # kinds that tell of whole sentences
_MARKS = re.compile(r"\[\[(.*?)\]\]")


class Turned(NamedTuple):
    """A source, a copy, and in each the ranges of the turned words."""

    kind: str
    part: str  # the set: first, second
    source: Article
    copy: Article
    places: Mapping[str, tuple[Place, ...]]


def measures(part: Part) -> list[Measure]:  # noqa: ARG001  one size only
    """Shares of turns told, by kind and over all, and of reports that are right."""
    return measured([counted(one, changes) for one, changes in compared()], figures)


def compared() -> Iterator[tuple[Turned, tuple[Change, ...]]]:
    """The pairs, each with what is reported between its two versions."""
    for number, row in enumerate(labels.objects("turned_sentences")):
        one = turned(number, row)
        yield one, tuple(retold.compare(one.source, one.copy).changes)


def turned(number: int, row: Mapping[str, str]) -> Turned:
    """The pair of a line, its marks taken out."""
    made = [_article(f"{number}-{side}", row, side) for side in ("a", "b")]
    return Turned(
        row["kind"], row["set"], made[0][0], made[1][0], {article.id: places for article, places in made}
    )


def _article(identifier: str, row: Mapping[str, str], side: str) -> tuple[Article, tuple[Place, ...]]:
    marked = "\n\n".join((row["lead"], row[side], row["tail"]))
    places, shift = [], 0
    for match in _MARKS.finditer(marked):
        start = match.start() - shift
        places.append((start, start + len(match[1])))
        shift += len(match[0]) - len(match[1])
    text = " ".join(_MARKS.sub(r"\1", marked).split(" "))
    day = {"a": "2024-05-06", "b": "2024-05-07"}[side]
    return Article(identifier, text, f"The {side.upper()} Courier", published=day, language="en"), tuple(
        places
    )


def counted(one: Turned, changes: Iterable[Change]) -> Counter[str]:
    """What one pair brings to the figures."""
    held = list(changes)
    near = [change for change in held if is_at(change, one)]
    counts: Counter[str] = Counter()
    for key in (one.kind, "all", f"{one.part} set:") if one.kind != CONTROL else ():
        counts[f"{key} planted"] += 1
        counts[f"{key} told"] += any(c.weight == "substance" and c.kind not in _WIDE for c in near)
        counts[f"{key} as such"] += any(change.kind == "sense" for change in near)
    counts["reports"] += sum(change.kind == "sense" for change in held)
    counts["right"] += sum(change.kind == "sense" for change in near) if one.kind != CONTROL else 0
    return counts


def is_at(change: Change, one: Turned) -> bool:
    """Whether a change stands at the turned words of a version in which it has text."""
    spans = (*change.source_spans, *change.copy_spans)
    return any(
        span.start <= high and low <= span.end and span.article == identifier
        for span in spans
        for identifier, places in one.places.items()
        for low, high in places
    )


def figures(counts: Counts) -> dict[str, float]:
    """Shares from the counts of pairs."""
    found = {}
    for key in (*KINDS, "all", *(f"{one} set:" for one in SETS)):
        found[f"{key} told as substance"] = ratio(counts, f"{key} told", f"{key} planted")
        found[f"{key} told as sense"] = ratio(counts, f"{key} as such", f"{key} planted")
    found["reports of sense right"] = ratio(counts, "right", "reports")
    return found


def main() -> None:
    """Print the pairs that go wrong, with what is reported of them."""
    for one, changes in compared():
        counts = counted(one, changes)
        if counts["reports"] != counts["right"] or (one.kind != CONTROL and not counts["all as such"]):
            print(one.kind, one.source.id)
            for article in (one.source, one.copy):
                print("  ", article.text.split("\n\n")[1])
            for change in changes:
                print(
                    "     ",
                    change.kind,
                    change.weight,
                    repr(change.before),
                    repr(change.after),
                    change.detail,
                )


if __name__ == "__main__":
    main()
