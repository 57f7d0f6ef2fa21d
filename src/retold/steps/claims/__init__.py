"""Claims: one statement, or one figure with its event, as the articles of a story carry it.

    claims.gather(story, witnesses, statements, alignments, lineage, settings.claims)

A claim rests on the roots of the lineage that are left once every article
without it is taken out. Articles that nothing joins are counted apart, and the
evidence says "no common source found in this pile": more cannot be known.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from math import log

from retold import ids
from retold.gazetteer import names
from retold.model import Claim, Evidence, Lineage, Statement, Story, Variant
from retold.settings import Claims
from retold.steps.claims import matching, occurrences, origins
from retold.steps.claims.occurrences import Occurrence
from retold.steps.claims.origins import Origins
from retold.tables import Alignment, Witness

__all__ = ["gather"]


def gather(
    story: Story,
    witnesses: Mapping[str, Witness],
    statements: Mapping[str, Sequence[Statement]],
    alignments: Mapping[tuple[str, str], Alignment],
    lineage: Lineage,
    settings: Claims,
) -> list[Claim]:
    """The claims of a story: every statement with a content, and figures that two articles carry.

    `alignments` is keyed by sorted pairs of ids; pairs that are missing are
    matched by content. Claims come in the order of the story's articles.
    """
    here = [witnesses[i] for i in story.articles if i in witnesses]
    said = [o for w in here for o in occurrences.of_statements(w, statements.get(w.id, ()))]
    counted = [o for w in here for o in occurrences.of_figures(w)]
    inside = {key: alignments[key] for key in alignments if set(key) <= set(story.articles)}
    together = matching.groups(said, inside, settings)
    together += [g for g in matching.groups(counted, inside, settings) if len(_articles(g)) > 1]
    days = ids.days(w.article for w in here)
    return ids.told_apart([_claim(_named(group, days), story, group, lineage) for group in together])


def _named(group: Sequence[Occurrence], days: ids.Days) -> str:
    """The claim's name, by the carrier that was published first and by the first place there."""
    first = ids.founder(_articles(group), days)
    place = min(span for one in group if one.article == first for span in one.spans)
    return ids.claim("statement" if group[0].figure is None else "figure", place)


def _articles(group: Sequence[Occurrence]) -> list[str]:
    return list(dict.fromkeys(one.article for one in group))


def _claim(name: str, story: Story, group: list[Occurrence], lineage: Lineage) -> Claim:
    carriers = _articles(group)
    whole = origins.of(carriers, lineage)
    variants = tuple(_variants(group, lineage))
    first = max(group, key=lambda o: (o.support, len(o.words)))
    return Claim(
        id=name,
        stories=(story.id,),
        kind="statement" if first.statement is not None else "figure",
        statement=first.statement.id if first.statement is not None else None,
        carriers=tuple(span for one in group for span in one.spans),
        variants=variants,
        origins=whole.ids,
        origins_range=(whole.least, whole.most),
        support=_support(group),
        evidence=_evidence(group, carriers, whole, variants, lineage),
    )


def _support(group: Sequence[Occurrence]) -> float:
    return min(0.99, sum(one.support for one in group) / len(group))


# ---- variants ----


def _variants(group: Sequence[Occurrence], lineage: Lineage) -> Iterator[Variant]:
    """One variant a reading; the reading most articles have comes first."""
    readings = _readings(group)
    for reading, held in sorted(readings.items(), key=lambda item: (-len(_articles(item[1])), item[0])):
        carriers = _articles(held)
        rivals = {o.article for r, others in readings.items() if r != reading for o in others} - set(carriers)
        roots = origins.of(carriers, lineage, rivals)
        yield Variant(reading, tuple(span for one in held for span in one.spans), roots.ids)


def _readings(group: Sequence[Occurrence]) -> dict[str, list[Occurrence]]:
    """Occurrences by reading; names that may be one person's are one reading, told by the longest."""
    found: dict[str, list[Occurrence]] = {}
    for one in sorted(group, key=lambda o: -len(o.reading)):
        known = next((r for r in found if _same_reading(one, r)), None)
        found.setdefault(one.reading if known is None else known, []).append(one)
    return found


def _same_reading(one: Occurrence, reading: str) -> bool:
    if one.reading == reading:
        return True
    if one.figure is not None or not one.reading or not reading:
        return False
    return names.same(names.tokens(one.reading.split()), names.tokens(reading.split()))


# ---- evidence ----


def _evidence(
    group: Sequence[Occurrence],
    carriers: Sequence[str],
    roots: Origins,
    variants: Sequence[Variant],
    lineage: Lineage,
) -> tuple[Evidence, ...]:
    spans = tuple(span for one in group for span in one.spans)
    found = [Evidence("origins", spans, 0.0, _rests_on(carriers, roots, lineage))]
    apart = origins.connected(carriers, lineage)
    if len(apart) > 1:
        told = "; ".join(", ".join(sorted(part)) for part in apart)
        words = f"no common source found in this pile for: {told}"
        found.append(Evidence("unlinked", spans, 0.0, words))
    named = [v for v in variants if v.reading]
    if _contradict(group, named):
        words = "versions contradict each other: " + ", ".join(_told(v) for v in named)
        weight = log(max(1, len(carriers)))
        found.append(Evidence("contradicted", spans, weight, words))
    return tuple(found)


def _contradict(group: Sequence[Occurrence], named: Sequence[Variant]) -> bool:
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


def _told(variant: Variant) -> str:
    articles = sorted({str(span.article) for span in variant.carriers})
    return f"{variant.reading} ({', '.join(articles)})"
