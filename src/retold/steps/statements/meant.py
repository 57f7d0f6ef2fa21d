"""Who is meant by a phrase, and who spoke: what the rules of this step hand to each other."""

from __future__ import annotations

from dataclasses import dataclass

from retold.steps.statements.entities import Entity


@dataclass(frozen=True, slots=True)
class Meant:
    """Who is meant, and how sure that is; `entity` is None where no entity of the article is."""

    name: str | None
    support: float
    entity: Entity | None = None


NOBODY = Meant(None, 0.0)


@dataclass(slots=True)
class Turn:
    """One who spoke: the number of the segment, and the entity; None for one who is not known.

    `words` are those by which he is mentioned.
    """

    segment: int
    entity: Entity | None
    words: str = ""
