"""What is found in one story, as one value."""

from __future__ import annotations

from dataclasses import dataclass

from retold.model import AlignedPair, Change, Claim, Lineage, Statement, Story


@dataclass(frozen=True, slots=True)
class StoryRecord:
    """One story and everything that was found in it.

    `statements` come in the order of the story's articles; `alignments` has every pair that was compared.
    """

    story: Story
    lineage: Lineage
    statements: tuple[Statement, ...] = ()
    changes: tuple[Change, ...] = ()
    claims: tuple[Claim, ...] = ()
    alignments: tuple[AlignedPair, ...] = ()
