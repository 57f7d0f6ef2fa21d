"""Changes told against unseen sources, held against what was planted between those and their copies."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from evaluation import scorers
from evaluation.generator import Planted, SyntheticStory
from evaluation.scorers import Altered, Edge, Place
from retold.model import Change, Span


@dataclass(frozen=True, slots=True)
class Against:
    """A change told against an unseen source: what that is said to have read, and where the copy differs."""

    told: Altered  # the source is the reported unseen node; its spans are those of witnesses
    before: str

    def of(self, source: str, text: str) -> Altered:
        """The change as it stands between the true source, whose text this is, and the copy.

        The source's place is looked for only where the copy has none: the words may occur twice.
        """
        copy = self.told.pair[1]
        mine = self.told.spans[copy]
        at = -1 if mine or not self.before else text.find(self.before)
        places = ((at, at + len(self.before)),) if at >= 0 else ()
        return Altered(self.told.kind, (source, copy), {source: places, copy: mine}, {})

    def between(self, other: str) -> Altered:
        """The change as it parts the copy from another copy of the same source."""
        copy = self.told.pair[1]
        spans = {other: self.told.spans.get(other, ()), copy: self.told.spans[copy]}
        return Altered(self.told.kind, (other, copy), spans, {})


def against(change: Change, ids: set[str]) -> Against:
    """A reported change as the scorer wants it; `ids` are those of the articles."""
    spans = (*change.source_spans, *change.copy_spans, *(s for e in change.evidence for s in e.spans))
    names = {str(one.article) for one in spans} & ids | {change.copy}
    held = {name: places_of(spans, name) for name in names}
    return Against(Altered(change.kind, (change.source, change.copy), held, {}), change.before or "")


def places_of(spans: Iterable[Span], name: str) -> tuple[Place, ...]:
    """The ranges with text among the spans that lie in the article of this name."""
    return tuple((one.start, one.end) for one in spans if one.article == name and len(one) > 0)


def planted(one: Planted) -> Altered:
    """A planted change as the scorer wants it."""
    return Altered(
        one.kind, (one.source, one.copy), {one.source: one.source_spans, one.copy: one.copy_spans}, {}
    )


@dataclass(frozen=True, slots=True)
class Judged:
    """The claims of one story against unseen sources, in the three ways in which they are scored."""

    true: list[Altered]  # what is planted between true unseen sources and the copies spoken of
    claimed: list[Altered]  # the claims, between those
    between: list[Altered]  # the differences that follow between a copy and every other copy
    told: list[Altered]  # of them those that the claims took the place of: with a witness, or with one copy


def judged(told: SyntheticStory, said: Sequence[Against], edges: Sequence[Edge], ids: set[str]) -> Judged:
    """Claims against unseen sources, which `scorers.match_unseen` matches with the true ones."""
    name = scorers.match_unseen(told.edges, edges, ids)
    claims = [one for one in said if one.told.pair[1] in ids]
    ends = {(name[u], copy) for u, copy in (one.told.pair for one in claims) if u in name}
    found = Judged([planted(one) for a, b in sorted(ends) for one in told.changes_between(a, b)], [], [], [])
    for one in claims:
        source, copy = one.told.pair
        known = name.get(source)
        found.claimed.append(one.told if known is None else one.of(known, told.texts[known]))
        others = [o for u, o in edges if u == source and o in ids and o != copy]
        found.between.extend(map(one.between, others))
        witnesses = [o for o in others if one.told.spans.get(o)]
        found.told.extend(map(one.between, witnesses or others[:1]))
    return found
