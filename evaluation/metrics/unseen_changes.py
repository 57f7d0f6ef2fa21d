"""Changes reported against unseen sources, held against what was planted between those and their copies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from evaluation.generator import Planted, SyntheticStory
from evaluation.metrics.changes import Altered
from evaluation.metrics.lineages import Edge, match_unseen
from evaluation.reported import Against


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
    given: list[Altered]  # of them those that the claims took the place of: with a witness, or with one copy


def judged(story: SyntheticStory, said: Sequence[Against], edges: Sequence[Edge], ids: set[str]) -> Judged:
    """Claims against unseen sources, which `match_unseen` matches with the true ones."""
    name = match_unseen(story.edges, edges, ids)
    claims = [one for one in said if one.change.pair[1] in ids]
    ends = {(name[u], copy) for u, copy in (one.change.pair for one in claims) if u in name}
    found = Judged([planted(one) for a, b in sorted(ends) for one in story.changes_between(a, b)], [], [], [])
    for one in claims:
        source, copy = one.change.pair
        known = name.get(source)
        found.claimed.append(one.change if known is None else one.of(known, story.texts[known]))
        others = [o for u, o in edges if u == source and o in ids and o != copy]
        found.between.extend(map(one.between, others))
        witnesses = [o for o in others if one.change.spans.get(o)]
        found.given.extend(map(one.between, witnesses or others[:1]))
    return found
