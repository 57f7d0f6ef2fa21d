"""Planted changes found where each pair of versions is given to `retold.compare`.

Every pair that a generated story's lineage joins (source and copy, or two copies of one unseen
source) is compared. Figures, units being stories:

- recall and precision of each kind, by `same_change`: kind and place;
- `values missed`: the share of planted figures, dates and names that are not
  reported as such at their place; `values unsaid`: those at whose place nothing
  but style is reported;
- `style called more`: the share of planted changes of mere style at whose place
  another kind is reported that nobody planted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

import retold
from evaluation.generator import SyntheticStory, story
from evaluation.measures import Measure, Part, measured
from evaluation.metrics.bootstrap import Counts
from evaluation.metrics.changes import Altered, count_changes, same_change
from evaluation.metrics.planted import WHOLE_KINDS, Wanted, wanted
from evaluation.metrics.scores import triple
from evaluation.reported import altered, in_texts
from evaluation.suites.synthetic import guarded

NEEDS = ()
SEED = 11
VALUES = ("figure", "date", "name")
_STORIES = {"quick": 2, "whole": 40}
_COUNTS = {"wanted": "wanted", "found": "found", "reported": "given", "right": "right"}
_LOWER = ("values missed", "values unsaid", "style called more")


def measures(part: Part) -> list[Measure]:
    """The figures over stories of one seed."""
    made = [story(f"{SEED}/{number}") for number in range(_STORIES[part])]
    units = [counted(wanted(one), list(reported(one))) for one in made]
    found = measured(units, figures, lower=_LOWER)
    return [replace(one, guarded=one.name in _LOWER or guarded(f"changes: {one.name}")) for one in found]


def counted(planted: Wanted, found: Sequence[Altered]) -> Counter[str]:
    """The counts of one story: what was planted between its versions, and what was reported."""
    table: Counter[tuple[str, str]] = Counter()
    count_changes(table, planted.changes, found, planted.optional)
    counts = Counter({f"{kind} {_COUNTS[what]}": number for (kind, what), number in table.items()})
    known = [*planted.changes, *planted.optional]
    for one in planted.changes:
        near = [c for c in found if set(c.pair) == set(one.pair) and c.kind != "style" and _meets(one, c)]
        if one.kind in VALUES:
            counts["unsaid"] += not near
        elif one.kind == "style":
            counts["overdone"] += any(not any(same_change(k, c) for k in known) for c in near)
    return counts


def figures(counts: Counts) -> dict[str, float]:
    """Shares from the counts of stories."""
    kinds = sorted({key.rpartition(" ")[0] for key in counts if " " in key})
    out: dict[str, float] = {}
    for kind in kinds:
        out |= triple(counts, f"{kind} ", f"{kind} ")
    totals = {f"all {what}": sum(counts.get(f"{k} {what}", 0) for k in kinds) for what in _COUNTS.values()}
    out |= triple(totals, "all ", "all ")
    values = sum(counts.get(f"{kind} wanted", 0) for kind in VALUES) or 1
    out["values missed"] = 1 - sum(counts.get(f"{kind} found", 0) for kind in VALUES) / values
    out["values unsaid"] = counts.get("unsaid", 0) / values
    out["style called more"] = counts.get("overdone", 0) / (counts.get("style wanted", 0) or 1)
    return out


def reported(made: SyntheticStory) -> Iterator[Altered]:
    """What the program reports of a story's pairs; of a copy and its second source what is asked."""
    articles = {one.id: one for one in made.articles}
    for a, b in sorted({*made.seen_edges(), *made.siblings}):
        changes = in_texts(retold.compare(articles[a], articles[b]).changes)
        found = [altered(one) for one in changes if {one.source, one.copy} == {a, b}]
        yield from found if (a, b) not in made.second_edges() else _asked(made, found)


def _asked(made: SyntheticStory, found: Sequence[Altered]) -> Iterator[Altered]:
    """What is asked between a copy and its second source: what differs in the matter that it took."""
    for one in found:
        whole = [c for c in made.changes_between(*one.pair) if c.kind in WHOLE_KINDS]
        own = {one.pair[0]: [p for c in whole for p in c.source_spans]}
        own[one.pair[1]] = [p for c in whole for p in c.copy_spans]
        places = [(name, place) for name, held in one.spans.items() for place in held]
        inside = all(any(s <= p[0] and p[1] <= e for s, e in own[name]) for name, p in places)
        if one.kind not in WHOLE_KINDS and not inside:
            yield one


def _meets(one: Altered, other: Altered) -> bool:
    """Whether two changes of one pair share a character of either text."""
    return any(
        a[0] < b[1] and b[0] < a[1]
        for name, places in one.spans.items()
        for a in places
        for b in other.spans.get(name, ())
    )
