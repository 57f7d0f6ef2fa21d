"""What a trace holds: plain data, on which everything that reads a trace stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from retold.model import AlignedPair, Article, Change, Claim, Lineage, SetAside, Span, Statement, Story


@dataclass(frozen=True, slots=True)
class Contents:
    """The findings of a corpus.

    `lineages` is keyed by story id; `alignments` has every pair of versions that was compared; `manifest`
    says with which version, settings, numbers and seed it was made. What is stored may be read only when a
    field is looked at: run through `lineages.items()`, which reads in turn.
    """

    articles: Sequence[Article] = ()
    stories: Sequence[Story] = ()
    lineages: Mapping[str, Lineage] = field(default_factory=dict)
    statements: Sequence[Statement] = ()
    changes: Sequence[Change] = ()
    claims: Sequence[Claim] = ()
    furniture: Sequence[tuple[Span, str]] = ()
    set_aside: Sequence[SetAside] = ()
    manifest: Mapping[str, Any] = field(default_factory=dict)
    alignments: Sequence[AlignedPair] = ()
