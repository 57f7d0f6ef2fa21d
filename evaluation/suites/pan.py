"""Text reuse as PAN 2014 scored it: plagdet over all pairs, and of each kind of disguise.

The passages are those of `retold.reuse`, which is told which text is the source, as the task tells it.
Beside them stand difflib's matching blocks, in the whole part. Units are pairs.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

import retold
from evaluation.corpora.pan import Pair, pairs
from evaluation.corpora.pan_disguise import KINDS
from evaluation.measures import Measure, Part, Units, measured
from evaluation.metrics import plagdet
from evaluation.metrics.bootstrap import Counts, summed
from evaluation.metrics.plagdet import Reuse
from retold.model import Article

NEEDS = ("pile_allsides", "pile_reuters")
_EACH = {"quick": 30, "whole": 100}  # pairs of each kind
_BASELINE = 30  # pairs of each kind that difflib is tried on
_BLOCK = 50  # characters of the shortest block that the baseline reports
_WORD = re.compile(r"\w+|[^\w\s]")


def measures(part: Part) -> list[Measure]:
    """Precision, recall, 1 / granularity and plagdet over all, and plagdet by kind."""
    held = units(part)
    known = None
    if part == "whole":
        simple = summed([counted(pair, blocks(pair)) for pair in pairs(_BASELINE)])
        known = {name: {"difflib": value} for name, value in figures(simple).items()}
    return measured(held.counts, held.figures, baselines=known)


def units(part: Part) -> Units:
    """All pairs."""
    made = list(pairs(_EACH[part]))
    return Units([counted(pair, passages(pair)) for pair in made], figures, [pair.name for pair in made])


def counted(pair: Pair, found: Sequence[Reuse]) -> dict[str, float]:
    """The counts of one pair, under its kind and under all."""
    counts = plagdet.counted(pair.cases, found)
    return {f"{name} {key}": value for key, value in counts.items() for name in (pair.kind, "all")}


def figures(counts: Counts) -> dict[str, float]:
    """Shares from the counts of pairs."""
    whole = plagdet.from_counts(counts, "all ")
    shares = {
        "plagdet": whole.plagdet,
        "precision": whole.precision,
        "recall": whole.recall,
        "granularity, 1 over": 1 / whole.granularity,
    }
    return shares | {f"plagdet, {kind}": plagdet.from_counts(counts, f"{kind} ").plagdet for kind in KINDS}


def passages(pair: Pair) -> list[Reuse]:
    """The passages that the program says were taken from the source."""
    found = retold.reuse(Article("here", pair.suspicious), [Article("there", pair.source)])
    return [Reuse(pair.name, (p.a.start, p.a.end), (p.b.start, p.b.end)) for p in found.passages]


def blocks(pair: Pair) -> list[Reuse]:
    """Matching blocks of words by difflib, those that are long enough."""
    one, other = ([m.span() for m in _WORD.finditer(text)] for text in (pair.suspicious, pair.source))
    left, right = [pair.suspicious[a:b] for a, b in one], [pair.source[a:b] for a, b in other]
    matching = SequenceMatcher(None, left, right, autojunk=False).get_matching_blocks()
    found = [
        Reuse(pair.name, (one[i][0], one[i + n - 1][1]), (other[j][0], other[j + n - 1][1]))
        for i, j, n in matching
        if n
    ]
    return [block for block in found if block.here[1] - block.here[0] >= _BLOCK]
