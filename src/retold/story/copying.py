"""No tie between two reports is surer than that text was copied at all.

A lineage takes its versions for retellings of one report, and says which way each went; whether two of them
are that is a judgement of its own, with a probability of its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from retold.model import Derivation, Lineage
from retold.steps import story
from retold.tables import Alignment


def weighed(lineage: Lineage, alignments: Mapping[tuple[str, str], Alignment]) -> Lineage:
    """The lineage with the support of each tie times the probability that either text has words of the other.

    `alignments` by the two ids, the smaller first. A tie with an unseen source, one between texts that were
    never laid side by side, and one that the copy credits stay as they are.
    """
    ties = tuple(_weighed(one, alignments) for one in lineage.derivations)
    others = tuple(weighed(one, alignments) for one in lineage.alternatives)
    return replace(lineage, derivations=ties, alternatives=others)


def _weighed(tie: Derivation, alignments: Mapping[tuple[str, str], Alignment]) -> Derivation:
    one, other = sorted((tie.source, tie.copy))
    alignment = alignments.get((one, other))
    credited = any(reason.kind == "credit" and reason.weight > 0 for reason in tie.evidence)
    if alignment is None or credited:
        return tie
    return replace(tie, support=round(tie.support * story.derived(alignment), 4))
