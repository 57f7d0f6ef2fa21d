"""No tie between two reports is surer than that text was copied at all.

A lineage takes its versions for retellings of one report, and says which way each went; whether two of them
are that is a judgement of its own, with a probability of its own. What is less likely than not by both is not
stated: a second source, and an arrow between two houses. A tie without an arrow says how unsure it is, and
takes of one house keep theirs: an urgent line comes before its lead, however few of its words that keeps.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from retold import parameters
from retold.gazetteer import agencies
from retold.model import Derivation, Lineage
from retold.steps import story
from retold.tables import Alignment

_LEAST = parameters.of("pipeline", "copying").number("least")


def weighed(lineage: Lineage, alignments: Mapping[tuple[str, str], Alignment]) -> Lineage:
    """The lineage with the support of each tie times the probability that either text has words of the other.

    `alignments` by the two ids, the smaller first. A tie with an unseen source, one between texts that were
    never laid side by side, and one that the copy credits stay as they are. A second source below a half
    goes, and so does an arrow between two houses.
    """
    copied = cache(story.derived)

    def of(tie: Derivation) -> Derivation | None:
        credited = any(reason.kind == "credit" and reason.weight > 0 for reason in tie.evidence)
        alignment = None if credited else alignments.get((min(tie.ends), max(tie.ends)))
        chance = 1.0 if alignment is None else copied(alignment)
        led = tie.directed and alignment is not None and _are_of_two_houses(alignment)
        found = replace(tie, support=round(tie.support * chance, 4))
        second = any(reason.kind == "splice" for reason in tie.evidence)
        return None if found.support < _LEAST and (second or led) else found

    def whole(one: Lineage) -> Lineage:
        others = tuple(map(whole, one.alternatives))
        ties = tuple(tie for tie in map(of, one.derivations) if tie is not None)
        made = replace(one, derivations=ties, alternatives=others)
        return made if len(ties) == len(one.derivations) else made.rooted()

    return whole(lineage)


def _are_of_two_houses(alignment: Alignment) -> bool:
    outlets = (one.article.outlet for one in (alignment.a, alignment.b))
    return len({agencies.house_key(outlet) for outlet in outlets if outlet}) > 1
