"""What a retelling altered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from retold.model.printing import one_line
from retold.model.spans import Evidence, Span

Weight = Literal["style", "wording", "substance"]
ChangeKind = Literal[
    "attribution", "figure", "date", "name", "sense", "quotation", "hedge", "loaded", "credit",
    "cut", "added", "moved", "lede", "slip", "wording", "style",
]  # fmt: skip
HEADLINE = "headline"  # the `detail` of what changed in a title


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that differs between two versions.

    `before` and `after` are None when they cannot be known and '' when nothing
    stands there; for an attribution they are the resolved names. `detail` says
    what within the kind changed (speaker, cue, shared, background …).
    """

    id: str
    story: str
    derivation: str | None
    source: str
    copy: str
    directed: bool
    kind: ChangeKind
    source_spans: tuple[Span, ...]
    copy_spans: tuple[Span, ...]
    before: str | None
    after: str | None
    weight: Weight
    support: float
    evidence: tuple[Evidence, ...] = ()
    detail: str | None = None

    __repr__ = one_line

    @property
    def in_headline(self) -> bool:
        """Whether it is the title that differs, which stands outside the text."""
        return self.detail == HEADLINE
