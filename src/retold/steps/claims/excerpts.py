"""Which ties of a lineage bear a claim where articles took passages only, and were not copied as a whole.

What stands in a passage rests on its source; what its copy tells besides does not.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from retold import parameters
from retold.model import Derivation, Lineage, Span
from retold.steps.claims.occurrences import Occurrence, articles_of

_INSIDE = parameters.of("claims", "excerpts").number("inside")


def bearing(group: Sequence[Occurrence], lineage: Lineage) -> Lineage:
    """The lineage without the ties whose passages do not hold all that their copy has of the claim."""
    if not any(edge.passages for edge in lineage.derivations):
        return lineage
    ties = tuple(edge for edge in lineage.derivations if not edge.passages or _holds(edge, group))
    others = tuple(bearing(group, other) for other in lineage.alternatives)
    return replace(lineage, derivations=ties, alternatives=others)


def carriers(group: Sequence[Occurrence], lineage: Lineage) -> tuple[str, ...]:
    """The articles that carry a claim, with the sources of the passages that hold it: they carry it too.

    `lineage` is that of the ties that bear it.
    """
    articles = articles_of(group)
    copied = (e.source for e in lineage.derivations if e.passages and e.directed and e.copy in articles)
    return tuple(dict.fromkeys((*articles, *copied)))


def _holds(edge: Derivation, group: Sequence[Occurrence]) -> bool:
    """Whether all that its copy has of a claim lies in passages, but for the marks around it."""
    spans = [span for one in group if one.article == edge.copy for span in one.spans]
    return bool(spans) and all(any(_inside(span, one.b) for one in edge.passages) for span in spans)


def _inside(span: Span, passage: Span) -> bool:
    return min(span.end, passage.end) - max(span.start, passage.start) >= _INSIDE * len(span)
