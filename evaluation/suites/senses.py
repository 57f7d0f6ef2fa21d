"""Sentences turned by one word, planted into copies of generated reports: told by `retold.compare`?

    python -m evaluation.suites.senses        show those that go wrong

`evaluation.generator.sense_edits` turns one word of a copy: a negation put in, the opposite direction,
another modal or unit. A plant is told if a change of substance stands at its place, and told as such if
that change is of the kind `sense`. A report of that kind counts as right if it stands at a plant; nothing
else is turned in these stories. Beside it stands the share of plants among all that differs. Units: stories.
"""

from __future__ import annotations

import difflib
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from random import Random

import retold
from evaluation.generator import story
from evaluation.generator.document import Place
from evaluation.generator.sense_edits import KINDS, Turned, turned_pairs
from evaluation.measures import Measure, Part, measured
from evaluation.metrics.bootstrap import Counts
from evaluation.metrics.scores import ratio
from retold.model import Change

NEEDS = ()
SEED = 23
_STORIES = {"quick": 3, "whole": 12}
_WORD = re.compile(r"\w+")


def measures(part: Part) -> list[Measure]:
    """Shares of plants told, by kind and over all, and of reports that are right."""
    units = [_of_story(number) for number in range(_STORIES[part])]
    return measured(units, figures)


def _of_story(number: int) -> Counter[str]:
    return sum((counted(one, changes) for one, changes in compared(number)), Counter())


def compared(number: int) -> Iterator[tuple[Turned, tuple[Change, ...]]]:
    """The plants of one story, each with what is reported between its two versions."""
    name = f"{SEED}/{number}"
    for one in turned_pairs(story(name), Random(name)):
        yield one, tuple(retold.compare(one.source, one.copy).changes)


def counted(one: Turned, changes: Iterable[Change]) -> Counter[str]:
    """What one plant brings to the figures."""
    held = list(changes)
    near = [change for change in held if is_at(change, one)]
    counts: Counter[str] = Counter()
    for key in (one.kind, "all"):
        counts[f"{key} planted"] += 1
        counts[f"{key} told"] += any(change.weight == "substance" for change in near)
        counts[f"{key} as such"] += any(change.kind == "sense" for change in near)
    counts["reports"] += sum(change.kind == "sense" for change in held)
    counts["right"] += sum(change.kind == "sense" for change in near)
    counts["differ"] += _differs(one)
    return counts


def is_at(change: Change, one: Turned) -> bool:
    """Whether a change stands at the place of the plant, or right beside it."""
    spans = change.copy_spans if change.copy == one.copy.id else change.source_spans
    return any(span.start <= one.place[1] and one.place[0] <= span.end for span in spans)


def figures(counts: Counts) -> dict[str, float]:
    """Shares from the counts of stories."""
    found = {}
    for key in (*KINDS, "all"):
        found[f"{key} told as substance"] = ratio(counts, f"{key} told", f"{key} planted")
        found[f"{key} told as sense"] = ratio(counts, f"{key} as such", f"{key} planted")
    found["reports of sense right"] = ratio(counts, "right", "reports")
    found["plants among what differs"] = ratio(counts, "all planted", "differ")
    return found


def _differs(one: Turned) -> int:
    """In how many places the words of both texts differ at all."""
    old, new = (_WORD.findall(article.text.casefold()) for article in (one.source, one.copy))
    codes = difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return sum(code[0] != "equal" for code in codes)


def _around(text: str, place: Place) -> str:
    return " ".join(text[max(0, place[0] - 60) : place[1] + 60].split())


def main() -> None:
    """Print the plants that are not told as such."""
    for number in range(_STORIES["quick"]):
        for one, changes in compared(number):
            if not any(change.kind == "sense" and is_at(change, one) for change in changes):
                print(one.kind, _around(one.copy.text, one.place), sep="\t")


if __name__ == "__main__":
    main()
