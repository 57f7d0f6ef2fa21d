"""What is found in one story, as one value."""

from __future__ import annotations

from dataclasses import dataclass

from retold.model.alignments import AlignedPair
from retold.model.changes import Change
from retold.model.claims import Claim
from retold.model.lineage import Lineage, Story
from retold.model.printing import one_line
from retold.model.statements import Statement


@dataclass(frozen=True, slots=True)
class StoryRecord:
    """One story and everything that was found in it.

    `statements` come in the order of the story's articles; `alignments` has every pair that was compared.
    `unread` names the language of each article that is in one without a pack: no statements, no changes
    of speaker and no dates were looked for there. `decided` has the ids of the decisions by hand that
    changed something.
    """

    story: Story
    lineage: Lineage
    statements: tuple[Statement, ...] = ()
    changes: tuple[Change, ...] = ()
    claims: tuple[Claim, ...] = ()
    alignments: tuple[AlignedPair, ...] = ()
    unread: tuple[str, ...] = ()
    decided: tuple[str, ...] = ()

    __repr__ = one_line
