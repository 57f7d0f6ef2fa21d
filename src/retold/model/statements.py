"""What one article says: times, credits, and who said what to whom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from retold.model.printing import one_line
from retold.model.spans import Span

StatementKind = Literal["direct", "mixed", "indirect", "act"]
CreditRole = Literal["origin of the report", "contributor", "licence"]


@dataclass(frozen=True, slots=True)
class DateMention:
    """A stretch of text that names a time.

    `kind` is a TIMEX3 type (DATE, TIME, DURATION, SET) and
    `value` a TIMEX3 value such as 2021-05-22, 2021-05-22TNI, 2013-W11 or P3D.
    """

    span: Span
    kind: str
    value: str


@dataclass(frozen=True, slots=True)
class Credit:
    """Words that name where a report, or part of it, came from.

    The span is empty where the article's byline says so, and not its text.
    """

    span: Span
    name: str
    role: CreditRole
    support: float

    @property
    def spans(self) -> tuple[Span, ...]:
        """Where the text says so, if it does."""
        return (self.span,) if len(self.span) else ()


@dataclass(frozen=True, slots=True)
class Party:
    """Who speaks or is spoken to.

    `mention` covers the words beside the quotation ("he", "the top general");
    `name` is the person or body meant, None when we are unsure.
    """

    mention: Span | None
    name: str | None
    support: float


@dataclass(frozen=True, slots=True)
class Statement:
    """Who said what to whom, when and on what occasion.

    `content` is empty for a bare act ("thanked"). `manner` is the class of
    the cue (said, admitted, claimed, denied …) and `when` a TIMEX3 value.
    """

    id: str
    article: str
    content: tuple[Span, ...]
    speakers: tuple[Party, ...]
    addressees: tuple[Party, ...]
    cue: Span | None
    occasion: Span | None
    when: str | None
    kind: StatementKind
    support: float
    manner: str | None = None

    __repr__ = one_line

    @property
    def denied(self) -> bool:
        """Whether somebody denies the content, told in plain words; a quoted denial is in its own words."""
        return self.kind == "indirect" and self.manner == "denied"

    @property
    def speaker(self) -> Span | None:
        """Where the first speaker is mentioned."""
        return self.speakers[0].mention if self.speakers else None

    @property
    def speaker_name(self) -> str | None:
        """The first speaker's resolved name."""
        return self.speakers[0].name if self.speakers else None

    @property
    def addressee(self) -> Span | None:
        """Where the first addressee is mentioned."""
        return self.addressees[0].mention if self.addressees else None

    @property
    def addressee_name(self) -> str | None:
        """The first addressee's resolved name."""
        return self.addressees[0].name if self.addressees else None
