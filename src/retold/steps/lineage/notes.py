"""Articles that are notes of the desk alone: a report is withdrawn, and none is told.

Such a note belongs to the story, since it speaks of its report, and is no origin of anything in it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from retold.model import Lineage
from retold.tables import Witness


def without_notes(lineage: Lineage, witnesses: Sequence[Witness]) -> Lineage:
    """The lineage in which no note is an origin; as it is where nothing but notes would be left."""
    if len(lineage.origins) < 2:
        return lineage
    notes = {witness.id for witness in witnesses if is_note(witness)}
    origins = tuple(one for one in lineage.origins if one not in notes)
    gone = len(lineage.origins) - len(origins)
    if not gone or not origins:
        return lineage
    low, high = lineage.origins_range
    return replace(
        lineage, origins=origins, origins_range=(max(1, low - gone), max(len(origins), high - gone))
    )


def is_note(witness: Witness) -> bool:
    """Whether each paragraph withdraws a report, or the title does and the first paragraph says so again."""
    notice = witness.language.editing.notice
    told = [notice(witness.text[start:end]) for start, end in witness.paragraphs.tolist()]
    return bool(told) and all(one == "withdrawal" for one in told)
