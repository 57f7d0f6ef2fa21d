"""No tie between two reports is surer than that text was copied at all.

A lineage takes its versions for retellings of one report, and says which way each went; whether two of them
are that is a judgement of its own, with a probability of its own. A second source that is less likely than
not by both together is not stated.
"""

from __future__ import annotations

from collections.abc import Mapping
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
    never laid side by side, and one that the copy credits stay as they are. A second source below a half
    goes.
    """

    @cache
    def copied(one: str, other: str) -> float | None:
        alignment = alignments.get((one, other))
        return None if alignment is None else story.derived(alignment)

    def of(tie: Derivation) -> Derivation:
        credited = any(reason.kind == "credit" and reason.weight > 0 for reason in tie.evidence)
        chance = None if credited else copied(min(tie.ends), max(tie.ends))
        return tie if chance is None else replace(tie, support=round(tie.support * chance, 4))

    def whole(one: Lineage) -> Lineage:
        others = tuple(map(whole, one.alternatives))
        ties = tuple(tie for tie in map(of, one.derivations) if not _is_unlikely_second(tie))
        made = replace(one, derivations=ties, alternatives=others)
        return made if len(ties) == len(one.derivations) else made.rooted()

    return whole(lineage)


def _is_unlikely_second(tie: Derivation) -> bool:
    return tie.support < _LEAST and any(reason.kind == "splice" for reason in tie.evidence)
