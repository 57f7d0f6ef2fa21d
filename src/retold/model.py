"""The things that flow through retold, from an article to a claim.

Frozen, small, and without behaviour beyond questions about themselves.
Offsets are Python `str` positions in `Article.text`; spans are half-open.
`support` is a probability between 0 and 1.
Wide things (words, anchors, pairs) live in `retold.tables` as flat arrays.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal, NamedTuple

When = str | date | datetime
StatementKind = Literal["direct", "mixed", "indirect", "act"]
PassageKind = Literal["verbatim", "reworded"]
Relation = Literal["a→b", "b→a", "common source", "no common text", "unsure"]
ReuseLabel = Literal["wholly", "partially", "none"]
CreditRole = Literal["origin of the report", "contributor", "licence"]
Weight = Literal["style", "wording", "substance"]
ChangeKind = Literal[
    "attribution", "figure", "date", "name", "quotation", "hedge", "loaded", "credit",
    "cut", "added", "moved", "lede", "slip", "wording", "style",
]  # fmt: skip


class SetAside(NamedTuple):
    """Something that was not used, or not used as given, and why.

    `where` is a file, a line of a file or an article's id.
    """

    where: str
    why: str
    cure: str

    def __str__(self) -> str:
        return f"{self.where}: {self.why}; {self.cure}"


@dataclass(frozen=True, slots=True)
class Article:
    """One published text with what is known about its publication.

    `text` never changes once the article exists: every span counts in it.
    `published` and `updated` take an ISO 8601 string, a `date` or a `datetime`.
    `language` is an ISO 639-1 code. `extra` holds whatever else the source said.

    >>> Article("a1", "The ferry sank.", outlet="Harbour Post").outlet
    'Harbour Post'
    """

    id: str
    text: str
    outlet: str | None = None
    url: str | None = None
    title: str | None = None
    published: When | None = None
    updated: When | None = None
    byline: str | None = None
    language: str | None = None
    extra: Mapping[str, object] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of characters in an article's text.

    >>> Span("a1", 4, 9).of("The ferry sank.")
    'ferry'
    """

    article: str | None
    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters of `text` that the span covers."""
        return text[self.start : self.end]

    def __len__(self) -> int:
        return self.end - self.start

    def holds(self, other: Span) -> bool:
        """Whether `other` lies wholly inside this span of the same article."""
        same = self.article == other.article
        return same and self.start <= other.start and other.end <= self.end

    def meets(self, other: Span) -> bool:
        """Whether the two spans share at least one character."""
        same = self.article == other.article
        return same and self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Evidence:
    """One readable reason for a finding.

    `kind` is a short name (time, credit, slip, order …), `words` a sentence for people,
    `weight` the log-odds it adds (natural logarithm; negative speaks against).
    """

    kind: str
    spans: tuple[Span, ...]
    weight: float
    words: str


# ---- one article ----


@dataclass(frozen=True, slots=True)
class Quote:
    """Words inside quotation marks.

    `span` is what stands between the marks, `outer` includes them.
    `level` is 0 for an outermost quotation, 1 for one inside it.
    `thread` numbers the quotation within its article: the pieces of one
    quotation that runs over several paragraphs share a number.
    """

    span: Span
    outer: Span
    level: int = 0
    thread: int = 0


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
    """Words that name where a report, or part of it, came from."""

    span: Span
    name: str
    role: CreditRole
    support: float


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


# ---- pairs and families ----


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of text that two articles share; `score` is its likeness, 0 to 1."""

    a: Span
    b: Span
    kind: PassageKind
    score: float


@dataclass(frozen=True, slots=True)
class Story:
    """Articles about one event.

    `families` splits `articles` into versions of one report each; an article
    that shares no report stands alone. `cohesion` is the weakest tie, 0 to 1.
    `former` are ids of older stories that went into this one.
    """

    id: str
    articles: tuple[str, ...]
    families: tuple[tuple[str, ...], ...]
    cohesion: float
    former: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Move:
    """A run of columns that stands elsewhere in one version.

    `columns` is where the version `sigil` has the words, `home` where the
    others have them; both are half-open ranges of column numbers.
    """

    sigil: str
    columns: tuple[int, int]
    home: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Collation:
    """All versions of a text, aligned: a list of readings per place.

    `columns[k][i]` is what version `sigils[i]` has at place k, '' for nothing.
    Read down one version, the columns give its text in its own order.
    """

    sigils: tuple[str, ...]
    columns: tuple[tuple[str, ...], ...]
    moves: tuple[Move, ...] = ()


@dataclass(frozen=True, slots=True)
class Node:
    """A version in a lineage, seen or unseen.

    `text`, for an unseen one, is what can be known of it: pieces, each with
    the ids of its witnesses; None in place of a piece that cannot be known.
    """

    id: str
    name: str | None
    seen: bool
    support: float
    evidence: tuple[Evidence, ...] = ()
    text: tuple[tuple[str | None, tuple[str, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class Derivation:
    """`copy` took text from `source`; undirected when nothing tells which way."""

    source: str
    copy: str
    directed: bool
    support: float
    evidence: tuple[Evidence, ...] = ()

    @property
    def id(self) -> str:
        """A name for the edge, unique in its lineage."""
        return f"{self.source}→{self.copy}"


@dataclass(frozen=True, slots=True)
class Lineage:
    """Who had it from whom: a directed acyclic graph of derivations.

    `origins` are its roots; an undirected part into which nothing leads is one
    origin. `origins_range` is the least and most that the evidence allows.
    """

    nodes: tuple[Node, ...]
    derivations: tuple[Derivation, ...]
    origins: tuple[str, ...]
    origins_range: tuple[int, int]
    alternatives: tuple[Lineage, ...] = ()


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


@dataclass(frozen=True, slots=True)
class Variant:
    """One reading of a claim, who carries it and from which origins."""

    reading: str
    carriers: tuple[Span, ...]
    origins: tuple[str, ...]


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


# ---- alignments as a trace keeps them ----


class AlignedBlock(NamedTuple):
    """Words of two versions set against each other, as characters of each text, half-open.

    `kind` is equal (the same words) or replaced (both sides differ); what stands in no block only one
    version has. A moved block is out of order with its neighbours.
    """

    a_start: int
    a_end: int
    b_start: int
    b_end: int
    kind: str
    moved: bool


@dataclass(frozen=True, slots=True)
class AlignedPair:
    """Two versions of a story that were compared: their blocks in `a`'s order, and their passages.

    `a` is the smaller id.
    """

    story: str
    a: str
    b: str
    blocks: tuple[AlignedBlock, ...]
    passages: tuple[Passage, ...] = ()

    def carry(self, span: Span) -> Span | None:
        """Where the other version has what `span` covers, None where it lacks it.

        Works both ways. The result runs from the first to the last block that lies under the span;
        of a block that the span cuts through, the same share of the other side is taken.
        """
        there = self.b if span.article == self.a else self.a
        ends = [_cut(block, span) for block in self._ways(span) if _meets(block, span)]
        if not ends:
            return None
        return Span(there, min(low for low, _ in ends), max(high for _, high in ends))

    def _ways(self, span: Span) -> Iterable[AlignedBlock]:
        """The blocks with the side of the span first."""
        return self.blocks if span.article == self.a else map(turned, self.blocks)


def turned(block: AlignedBlock) -> AlignedBlock:
    """The block seen from the other version."""
    return AlignedBlock(block.b_start, block.b_end, block.a_start, block.a_end, block.kind, block.moved)


def _meets(block: AlignedBlock, span: Span) -> bool:
    return block.a_start < span.end and span.start < block.a_end


def _cut(block: AlignedBlock, span: Span) -> tuple[int, int]:
    """The other side of the part of the block that lies under the span."""
    low, high = max(block.a_start, span.start), min(block.a_end, span.end)
    length, other = block.a_end - block.a_start, block.b_end - block.b_start
    start = block.b_start + (low - block.a_start) * other // length
    return start, max(start + 1, block.b_start + (high - block.a_start) * other // length)


# ---- answers to a question about few articles ----


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two articles side by side; `same_story` and `derived` are probabilities."""

    a: Article
    b: Article
    passages: tuple[Passage, ...]
    changes: tuple[Change, ...]
    relation: Relation
    same_story: float
    derived: float
    statements: tuple[Statement, ...] = ()
    alignments: tuple[AlignedPair, ...] = ()


@dataclass(frozen=True, slots=True)
class Reuse:
    """How much of an article comes from given sources, with the passages."""

    article: Article
    label: ReuseLabel
    probabilities: Mapping[ReuseLabel, float]
    passages: tuple[Passage, ...]
