"""Changes between real versions, against two passes of labels (`evaluation/labels/changes_*.jsonl`).

    python -m evaluation.pairs_run [--errors KIND]

Each pair is compared as siblings: no side is the source. A reported change and a
labelled one are the same by `scorers.same_change`: kind and place. `style` is
left out of the figures, because people label it loosely, and so is whatever
lies in stretches to be ignored. Every figure is the mean of the two passes;
`agreement` is the F1 of one pass scored against the other.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any

from evaluation import corpora
from evaluation.scorers import Altered, Place, changes_by_kind, same_change
from evaluation.told_run import told
from retold.model import Change, Span
from retold.settings import Settings
from retold.steps import align, changes

PASSES = ("a", "b")
Row = dict[str, Any]


def measure() -> dict[str, float]:
    """Recall and precision of every kind and of all together, mean of the passes, and the agreement."""
    first, second = (list(_rows(which)) for which in PASSES)
    scores = [changes_by_kind(*_compared(rows)) for rows in (first, second)]
    figures: dict[str, float] = {}
    for kind in sorted(scores[0].keys() | scores[1].keys()):
        held = [one[kind] for one in scores if kind in one]
        figures[f"changes: {kind} recall"] = sum(s.recall for s in held) / len(held)
        figures[f"changes: {kind} precision"] = sum(s.precision for s in held) / len(held)
    figures["agreement"] = changes_by_kind(_labelled(first), _labelled(second))["all"].f1
    return figures


def _rows(which: str) -> Iterator[Row]:
    with (corpora.LABELS / f"changes_{which}.jsonl").open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _compared(rows: Sequence[Row]) -> tuple[list[Altered], list[Altered]]:
    """What is labelled, and what the program reports outside the ignored stretches."""
    reported = [one for row in rows for one in _reported(row)]
    return _labelled(rows), reported


def _labelled(rows: Iterable[Row]) -> list[Altered]:
    return [_altered(row, one) for row in rows for one in row["changes"] if one["kind"] != "style"]


def _altered(row: Row, one: Row) -> Altered:
    spans = {row[side]: tuple((s, e) for s, e in one[side]) for side in ("a", "b")}
    return Altered(one["kind"], (row["a"], row["b"]), spans, {})


def _reported(row: Row) -> Iterator[Altered]:
    ignored = {row[side]: [(s, e) for s, e in row["ignore"][side]] for side in ("a", "b")}
    for change in _found(row["corpus"], row["a"], row["b"]):
        one = _plain(change)
        if one.kind != "style" and not _inside(one, ignored):
            yield one


@cache
def _found(corpus: str, a: str, b: str) -> tuple[Change, ...]:
    settings = Settings()
    one, other = told(corpus, a), told(corpus, b)
    pair = align.align(one.witness, other.witness, settings.align)
    said = {a: one.statements, b: other.statements}
    return tuple(changes.find(pair, said, None, settings.changes))


def _plain(change: Change) -> Altered:
    def places(spans: Iterable[Span]) -> tuple[Place, ...]:
        return tuple((s.start, s.end) for s in spans if s.end > s.start)

    spans = {change.source: places(change.source_spans), change.copy: places(change.copy_spans)}
    return Altered(change.kind, (change.source, change.copy), spans, {})


def _inside(one: Altered, ignored: dict[str, list[Place]]) -> bool:
    """Whether every place of the change lies in a stretch to be ignored."""
    places = [(name, place) for name, held in one.spans.items() for place in held]
    return all(any(s <= p[0] and p[1] <= e for s, e in ignored[name]) for name, p in places)


def _errors(kind: str) -> None:
    """Print what is missed and what is too much of a kind, by offsets."""
    for which in PASSES:
        wanted, reported = _compared(list(_rows(which)))
        for label, ours, theirs in (("missed", wanted, reported), ("too much", reported, wanted)):
            for one in ours:
                if one.kind == kind and not any(same_change(one, other) for other in theirs):
                    print(which, label, one.pair, dict(one.spans))


def main() -> None:
    """Print the figures, or the errors of one kind."""
    if sys.argv[1:2] == ["--errors"]:
        _errors(sys.argv[2])
        return
    for name, value in measure().items():
        print(f"{name:36} {value:6.3f}")


if __name__ == "__main__":
    main()
