"""The evidence of a claim, in words."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from math import log

from retold.language.names import Names
from retold.model import Evidence, Lineage, Variant
from retold.steps.claims import origins
from retold.steps.claims.occurrences import Occurrence, articles_of
from retold.steps.claims.origins import Origins


def evidence_of(
    group: Sequence[Occurrence],
    roots: Origins,
    variants: Sequence[Variant],
    lineage: Lineage,
    names: Names,
) -> tuple[Evidence, ...]:
    """What a claim rests on, who has no common source with the rest, and which versions contradict."""
    carriers = articles_of(group)
    spans = tuple(span for one in group for span in one.spans)
    found = [Evidence("origins", spans, 0.0, _rests_on(carriers, roots, lineage))]
    apart = origins.connected(carriers, lineage)
    if len(apart) > 1:
        listed = "; ".join(", ".join(sorted(part)) for part in apart)
        words = f"no common source found in this pile for: {listed}"
        found.append(Evidence("unlinked", spans, 0.0, words))
    named = [v for v in variants if v.reading]
    if _contradict(group, named, names):
        words = "versions contradict each other: " + ", ".join(_reading_of(v) for v in named)
        weight = log(max(1, len(carriers)))
        found.append(Evidence("contradicted", spans, weight, words))
    return tuple(found)


def _contradict(group: Sequence[Occurrence], named: Sequence[Variant], names: Names) -> bool:
    """Whether some two readings cannot both hold; names that share a part may be one person's."""
    if any(one.figure is not None for one in group):
        return len(named) > 1
    return any(names.apart(a.reading, b.reading) for a, b in combinations(named, 2))


def _rests_on(carriers: Sequence[str], roots: Origins, lineage: Lineage) -> str:
    number = len(roots.ids)
    articles = "1 article carries it" if len(carriers) == 1 else f"{len(carriers)} articles carry it"
    told = ", ".join(_called(node, lineage) for node in roots.ids)
    origin = "1 origin" if number == 1 else f"{number} origins"
    between = "" if roots.least == roots.most else f" (between {roots.least} and {roots.most})"
    return f"{articles}; {origin}{between}: {told}"


def _called(node_id: str, lineage: Lineage) -> str:
    node = next((n for n in lineage.nodes if n.id == node_id), None)
    if node is None or node.seen:
        return node_id
    return f"{node.name}, not in this pile" if node.name else "a source that is not in this pile"


def _reading_of(variant: Variant) -> str:
    articles = sorted({str(span.article) for span in variant.carriers})
    return f"{variant.reading} ({', '.join(articles)})"
