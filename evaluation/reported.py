"""What the program reports, as the plain values that scorers want."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache

import retold
from evaluation import corpora
from evaluation.metrics.changes import Altered
from evaluation.metrics.lineages import Edge
from evaluation.metrics.ranges import Place
from retold.model import Article, Change, Claim, Span


@dataclass(frozen=True, slots=True)
class Against:
    """A change from an unseen source: what that is said to have read, and where the copy differs."""

    change: Altered  # the source is the reported unseen node; its spans are those of witnesses
    before: str

    def of(self, source: str, text: str) -> Altered:
        """The change as it stands between the true source, whose text this is, and the copy.

        The source's place is looked for only where the copy has none: the words may occur twice.
        """
        copy = self.change.pair[1]
        mine = self.change.spans[copy]
        at = -1 if mine or not self.before else text.find(self.before)
        places = ((at, at + len(self.before)),) if at >= 0 else ()
        return Altered(self.change.kind, (source, copy), {source: places, copy: mine}, {})

    def between(self, other: str) -> Altered:
        """The change as it parts the copy from another copy of the same source."""
        copy = self.change.pair[1]
        spans = {other: self.change.spans.get(other, ()), copy: self.change.spans[copy]}
        return Altered(self.change.kind, (other, copy), spans, {})


@dataclass(slots=True)
class Answers:
    """What a program says of a corpus, in plain values."""

    edges: list[Edge] = field(default_factory=list)
    directed: list[Edge] = field(default_factory=list)
    supports: dict[Edge, float] = field(default_factory=dict)
    changes: list[Altered] = field(default_factory=list)
    against: list[Against] = field(default_factory=list)
    spoken: dict[str, list[tuple[list[Place], str | None]]] = field(default_factory=dict)
    addressed: dict[str, list[tuple[list[Place], str | None]]] = field(default_factory=dict)
    claims: list[tuple[dict[str, list[Place]], tuple[str, ...]]] = field(default_factory=list)
    groups: list[tuple[str, ...]] = field(default_factory=list)
    families: list[tuple[str, ...]] = field(default_factory=list)


def answers_of_retold(articles: Sequence[Article]) -> Answers:
    """Trace a corpus through the public API and read the contract's fields."""
    traced = retold.trace(articles)
    found = Answers()
    for lineage in traced.lineages.values():
        for edge in lineage.derivations:
            found.edges.append((edge.source, edge.copy))
            found.supports[edge.source, edge.copy] = edge.support
            if edge.directed:
                found.directed.append((edge.source, edge.copy))
    ids = {one.id for one in articles}
    told = in_texts(traced.changes)
    found.changes = [altered(one) for one in told if one.source in ids and one.copy in ids]
    found.against = [against(one, ids) for one in told if one.source not in ids]
    for statement in traced.statements:
        places = [(span.start, span.end) for span in statement.content]
        found.spoken.setdefault(statement.article, []).append((places, statement.speaker_name))
        found.addressed.setdefault(statement.article, []).append((places, statement.addressee_name))
    found.claims = [(_carried(claim), claim.origins) for claim in traced.claims]
    found.groups = [story.articles for story in traced.stories]
    found.families = [family for story in traced.stories for family in story.families]
    return found


@cache
def compared(corpus: str, a: str, b: str) -> tuple[Change, ...]:
    """The changes between two articles of a corpus by `retold.compare`, each reported between these two."""
    found = retold.compare(corpora.article(corpus, a), corpora.article(corpus, b)).changes
    return tuple(change for change in in_texts(found) if {change.source, change.copy} == {a, b})


def in_texts(changes: Iterable[Change]) -> list[Change]:
    """The changes without those of headlines: labels and plants know texts only."""
    return [change for change in changes if change.detail != "headline"]


def altered(change: Change) -> Altered:
    """A reported change: places with text, and the points where something is missing."""
    spans = (*change.source_spans, *change.copy_spans)
    ends = (change.source, change.copy)
    points = {
        name: tuple(one.start for one in spans if one.article == name and len(one) == 0) for name in ends
    }
    return Altered(change.kind, ends, {name: places_of(spans, name) for name in ends}, points)


def places_of(spans: Iterable[Span], name: str) -> tuple[Place, ...]:
    """The ranges with text among the spans that lie in the article of this name."""
    return tuple((one.start, one.end) for one in spans if one.article == name and len(one) > 0)


def against(change: Change, ids: set[str]) -> Against:
    """A reported change as the scorer wants it; `ids` are those of the articles."""
    spans = (*change.source_spans, *change.copy_spans, *(s for e in change.evidence for s in e.spans))
    names = {str(one.article) for one in spans} & ids | {change.copy}
    held = {name: places_of(spans, name) for name in names}
    return Against(Altered(change.kind, (change.source, change.copy), held, {}), change.before or "")


def _carried(claim: Claim) -> dict[str, list[Place]]:
    places: dict[str, list[Place]] = {}
    for span in claim.carriers:
        places.setdefault(str(span.article), []).append((span.start, span.end))
    return places
