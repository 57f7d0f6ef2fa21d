"""Answers to questions about few articles."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from retold.model import display
from retold.model.alignments import AlignedPair
from retold.model.articles import Article
from retold.model.changes import Change
from retold.model.printing import one_line
from retold.model.spans import Passage
from retold.model.statements import Statement

Relation = Literal["a→b", "b→a", "common source", "no common text", "unsure"]
Standing = Literal["a→b", "b→a", "common source", "own reports"]
ReuseLabel = Literal["wholly", "partially", "none"]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two articles side by side; `same_story` and `derived` are probabilities.

    `relation` is the likeliest way in one word, or that it is unsure; `posterior` says how likely each way
    is: that b copied a, a copied b, both a third, or neither anybody.
    """

    a: Article
    b: Article
    passages: tuple[Passage, ...]
    changes: tuple[Change, ...]
    relation: Relation
    same_story: float
    derived: float
    statements: tuple[Statement, ...] = ()
    alignments: tuple[AlignedPair, ...] = ()
    posterior: Mapping[Standing, float] = field(default_factory=dict)

    __repr__ = one_line

    def _repr_html_(self) -> str:
        """As a notebook shows it."""
        names = [a.outlet or a.title or a.id for a in (self.a, self.b)]
        counts = f"derived {self.derived:.2f}, {len(self.passages)} shared passages"
        caption = f"{names[0]} and {names[1]}: {self.relation}; {counts}"
        rows = ([c.kind, c.weight, _shown(c.before), _shown(c.after), c.support] for c in self.changes)
        return display.table(caption, ["change", "weight", *names, "support"], rows)


def _shown(reading: str | None) -> str:
    return "(cannot be known)" if reading is None else reading


@dataclass(frozen=True, slots=True)
class Reuse:
    """How much of an article comes from given sources, with the passages."""

    article: Article
    label: ReuseLabel
    probabilities: Mapping[ReuseLabel, float]
    passages: tuple[Passage, ...]

    __repr__ = one_line
