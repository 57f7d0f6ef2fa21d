"""The evidence of a claim, in words."""

from __future__ import annotations

from collections.abc import Sequence
from math import log

from retold.language.names import Names
from retold.model import Evidence, Lineage, Variant
from retold.steps.claims import contradictions, excerpts, origins
from retold.steps.claims.occurrences import Occurrence, articles_of
from retold.steps.claims.origins import Origins


def evidence_of(
    group: Sequence[Occurrence], roots: Origins, contradicted: Sequence[Evidence], lineage: Lineage
) -> tuple[Evidence, ...]:
    """What a claim rests on, who has no common source with the rest, and its `contradiction` if any."""
    carriers = articles_of(group)
    spans = tuple(span for one in group for span in one.spans)
    found = [Evidence("origins", spans, 0.0, _rests_on(carriers, roots, lineage))]
    apart = origins.connected(excerpts.carriers(group, lineage), lineage)
    if len(apart) > 1:
        listed = "; ".join(", ".join(sorted(part)) for part in apart)
        words = f"no common source found in this pile for: {listed}"
        found.append(Evidence("unlinked", spans, 0.0, words))
    return (*found, *contradicted)


def contradiction(
    group: Sequence[Occurrence], variants: Sequence[Variant], lineage: Lineage, names: Names
) -> list[Evidence]:
    """That two readings cannot both hold: of versions of one report, or of reports that nothing joins."""
    outlets = {node.id: node.name for node in lineage.nodes if node.seen and node.name}
    pair = contradictions.contradicting(group, variants, names, outlets)
    if pair is None:
        return []
    joined = len(origins.connected([one.article for one in pair], lineage)) == 1
    who = "versions" if joined else "reports without a common source in this pile"
    told = ", ".join(_reading_of(v) for v in variants if v.reading)
    spans = tuple(span for one in pair for span in one.spans)
    weight = log(max(1, len(articles_of(group))))
    return [Evidence("contradicted", spans, weight, f"{who} contradict each other: {told}")]


def _rests_on(carriers: Sequence[str], roots: Origins, lineage: Lineage) -> str:
    number = len(roots.ids)
    articles = "1 article carries it" if len(carriers) == 1 else f"{len(carriers)} articles carry it"
    told = ", ".join(_called(node, lineage) for node in roots.ids)
    origin = "1 origin" if number == 1 else f"{number} origins"
    if any(_is_nameless(node, lineage) for node in roots.ids):
        origin = f"at least {origin}"
    between = "" if roots.least == roots.most else f" (between {roots.least} and {roots.most})"
    return f"{articles}; {origin}{between}: {told}"


def _is_nameless(node_id: str, lineage: Lineage) -> bool:
    """Whether a root is a source that nobody holds or names: there may be more than one behind it."""
    return any(n.id == node_id and not n.seen and not n.name for n in lineage.nodes)


def _called(node_id: str, lineage: Lineage) -> str:
    node = next((n for n in lineage.nodes if n.id == node_id), None)
    if node is None or node.seen:
        return node_id
    return f"{node.name}, not in this pile" if node.name else "a source that is not in this pile"


def _reading_of(variant: Variant) -> str:
    articles = sorted({str(span.article) for span in variant.carriers})
    return f"{variant.reading} ({', '.join(articles)})"
