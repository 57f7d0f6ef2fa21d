"""What many articles carry, in which readings and from which origins."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from retold.model.printing import one_line
from retold.model.spans import Evidence, Span


@dataclass(frozen=True, slots=True)
class Variant:
    """One reading of a claim, who carries it and from which origins."""

    reading: str
    carriers: tuple[Span, ...]
    origins: tuple[str, ...]

    __repr__ = one_line


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement, or one figure with its event, as many articles carry it.

    `statement` is the id of a representative statement. `origins` are node ids.
    """

    id: str
    stories: tuple[str, ...]
    kind: Literal["statement", "figure"]
    statement: str | None
    carriers: tuple[Span, ...]
    variants: tuple[Variant, ...]
    origins: tuple[str, ...]
    origins_range: tuple[int, int]
    support: float
    evidence: tuple[Evidence, ...] = ()

    __repr__ = one_line
