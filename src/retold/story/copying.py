"""No tie between two reports is surer than that text was copied at all.

A lineage takes its versions for retellings of one report, and says which way each went; whether two of them
are that is a judgement of its own, with a probability of its own. What is less likely than not by both
together is not stated: a second source is left out, an arrow becomes a tie.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache

from retold import parameters
from retold.model import Derivation, Lineage
from retold.steps import story
from retold.tables import Alignment

_LEAST = parameters.of("pipeline", "copying").number("least")


def weighed(lineage: Lineage, alignments: Mapping[tuple[str, str], Alignment]) -> Lineage:
    """The lineage with the support of each tie times the probability that either text has words of the other.

    `alignments` by the two ids, the smaller first. A tie with an unseen source, one between texts that were
    never laid side by side, and one that the copy credits stay as they are. Where one falls below a half, a
    second source goes, and any other tie loses its arrow.
    """

    @cache
    def copied(one: str, other: str) -> float | None:
        alignment = alignments.get((one, other))
        return None if alignment is None else story.derived(alignment)

    def of(tie: Derivation) -> Derivation | None:
        credited = any(reason.kind == "credit" and reason.weight > 0 for reason in tie.evidence)
        chance = None if credited else copied(min(tie.ends), max(tie.ends))
        if chance is not None:
            tie = replace(tie, support=round(tie.support * chance, 4))
        return _stated(tie, chance is not None)

    def whole(one: Lineage) -> Lineage:
        others = tuple(map(whole, one.alternatives))
        ties = tuple(tie for tie in map(of, one.derivations) if tie)
        made = replace(one, derivations=ties, alternatives=others)
        return made if _ways(ties) == _ways(one.derivations) else made.rooted()

    return whole(lineage)


def _stated(tie: Derivation, weighed: bool) -> Derivation | None:
    """The tie as far as it is likelier than not; the arrows of ties that were not weighed are settled."""
    if tie.support >= _LEAST:
        return tie
    if any(reason.kind == "splice" for reason in tie.evidence):
        return None
    return replace(tie, directed=False) if weighed else tie


def _ways(ties: Iterable[Derivation]) -> list[tuple[str, str, bool]]:
    return [(tie.source, tie.copy, tie.directed) for tie in ties]
