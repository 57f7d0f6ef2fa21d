"""Planted changes found where each pair of versions is given: the step `changes` alone is judged.

    python -m evaluation.planted_run --stories 2000 [--seed 1] [--minutes 20]

Invented stories are made, judged and forgotten one by one. Every pair that a
story's lineage joins (source and copy, or two copies of one unseen source) is
aligned and compared; statements are found first, as in a trace. Figures:

- recall and precision of each kind, by `scorers.same_change`: kind and place;
- `values missed`: the share of planted figures, dates and names that are not
  reported as such at their place; `values unsaid`: those at whose place nothing
  but style is reported;
- `style called more`: the share of planted changes of mere style at whose place
  another kind is reported that nobody planted.

A run that has used up its minutes of processor time stops and says how many
stories it has judged.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from evaluation import scorers
from evaluation.generator import SyntheticStory, story
from evaluation.scorers import Altered
from evaluation.synthetic_run import WHOLE_KINDS, Wanted, altered, wanted
from retold import pipeline
from retold.model import Derivation
from retold.settings import Settings
from retold.steps import align, changes, statements

VALUES = ("figure", "date", "name")
_EVERY = 50  # stories after which progress is told


@dataclass(slots=True)
class Tally:
    """Counts over stories, from which the figures are made."""

    kinds: Counter[tuple[str, str]] = field(default_factory=Counter)
    other: Counter[str] = field(default_factory=Counter)

    def add(self, planted: Wanted, reported: Sequence[Altered]) -> None:
        """Take in one story: what was planted between its versions, and what was reported."""
        self.other["stories"] += 1
        scorers.count_changes(self.kinds, planted.changes, reported, planted.optional)
        known = [*planted.changes, *planted.optional]
        for one in planted.changes:
            near = [c for c in reported if c.pair == one.pair and c.kind != "style" and _meets(one, c)]
            if one.kind in VALUES:
                self.other["unsaid"] += not near
            elif one.kind == "style":
                false = (c for c in near if not any(scorers.same_change(k, c) for k in known))
                self.other["overdone"] += any(false)

    def figures(self) -> dict[str, float]:
        """Every figure by name, 0 to 1."""
        out: dict[str, float] = {}
        for kind, found in scorers.scores_of_changes(self.kinds).items():
            out[f"{kind} recall"], out[f"{kind} precision"] = found.recall, found.precision
        values = sum(self.kinds[kind, "wanted"] for kind in VALUES) or 1
        out["values missed"] = 1 - sum(self.kinds[kind, "found"] for kind in VALUES) / values
        out["values unsaid"] = self.other["unsaid"] / values
        out["style called more"] = self.other["overdone"] / (self.kinds["style", "wanted"] or 1)
        return out


def _meets(one: Altered, other: Altered) -> bool:
    """Whether two changes of one pair share a character of either text."""
    return any(
        a[0] < b[1] and b[0] < a[1]
        for name, places in one.spans.items()
        for a in places
        for b in other.spans.get(name, ())
    )


def measure(stories: int = 40, seed: int = 1, minutes: float = 20.0) -> Tally:
    """Judge so many stories, or as many as the minutes of processor time allow; tells of its progress."""
    tally, until = Tally(), time.process_time() + 60 * minutes
    for number in range(stories):
        made = story(f"{seed}/{number}")
        tally.add(wanted(made), list(reported(made)))
        if (number + 1) % _EVERY == 0:
            print(f"{number + 1} stories, {time.process_time():.0f} s of processor time", file=sys.stderr)
        if time.process_time() > until:
            break
    return tally


def reported(made: SyntheticStory) -> Iterator[Altered]:
    """What the program reports of a story's pairs; of a copy and its second source what is asked."""
    settings = Settings()
    edges = set(made.seen_edges())
    pairs = sorted(edges.union(made.siblings))
    articles = {one.id: one for one in made.articles if any(one.id in pair for pair in pairs)}
    versions = {name: pipeline.witness(one, settings) for name, one in articles.items()}
    said = {name: statements.find(w, _parser(), settings.statements) for name, w in versions.items()}
    for a, b in pairs:
        pair = align.align(versions[a], versions[b], settings.align)
        edge = Derivation(a, b, True, 0.9) if (a, b) in edges else None
        found = map(altered, changes.find(pair, said, edge, settings.changes))
        yield from found if (a, b) not in made.second_edges() else _asked(made, list(found))


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


@cache
def _parser() -> Any:  # the parser's own type needs spaCy
    return statements.parser()


def main() -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--stories", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--minutes", type=float, default=20.0)
    asked = parser.parse_args()
    tally = measure(asked.stories, asked.seed, asked.minutes)
    print(f"{tally.other['stories']} stories      planted recall precision")
    figures = tally.figures()
    for kind in sorted({kind for kind, _ in tally.kinds}):
        planted = tally.kinds[kind, "wanted"]
        print(f"{kind:16} {planted:9} {figures[f'{kind} recall']:6.3f} {figures[f'{kind} precision']:9.3f}")
    print(f"{'all':26} {figures['all recall']:6.3f} {figures['all precision']:9.3f}")
    for name in ("values missed", "values unsaid", "style called more"):
        print(f"{name:26} {figures[name]:6.4f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
