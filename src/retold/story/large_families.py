"""Families too large for the search of a lineage: a dispatch that hundreds print.

The search looks at trees over all versions, and time grows faster than their
number. Of a large family the earliest versions are searched; each other one is attached,
undirected, to the one among them whose words it shares most. Nothing is said
of which way it went, and nobody is left out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import replace
from datetime import UTC, datetime

from retold import moments, parameters
from retold.messages import N_
from retold.model import Derivation, Evidence, Lineage, Node
from retold.tables import Witness

LARGEST = parameters.of("pipeline", "large_families").integer("largest")

_NEVER = datetime.max.replace(tzinfo=UTC)


def parted(family: Sequence[Witness]) -> tuple[list[Witness], list[Witness]]:
    """The versions whose lineage is searched, and the rest, which is empty but for a large family."""
    if len(family) <= LARGEST:
        return list(family), []
    ranked = sorted(family, key=lambda one: (_published(one), one.id))
    return ranked[:LARGEST], ranked[LARGEST:]


def with_rest(lineage: Lineage, searched: Sequence[Witness], rest: Sequence[Witness]) -> Lineage:
    """The lineage with the rest of the family attached to the versions it was searched among."""
    if not rest:
        return lineage
    known = {one.id: _different(one) for one in searched}
    edges = [_edge(one, known) for one in rest]
    nodes = tuple(Node(one.id, one.article.outlet, True, 1.0) for one in rest)
    others = tuple(with_rest(other, searched, rest) for other in lineage.alternatives)
    derivations = (*lineage.derivations, *edges)
    return replace(lineage, nodes=lineage.nodes + nodes, derivations=derivations, alternatives=others)


def _edge(one: Witness, searched: Mapping[str, Set[int]]) -> Derivation:
    mine = _different(one)
    share, source = max((len(mine & known) / max(1, len(mine | known)), i) for i, known in searched.items())
    words = N_(
        "of the versions that came first, {source} shares most with {copy}: {share:.0%} of their words; "
        "which way it went was not looked into"
    ).format(source=source, copy=one.id, share=share)
    return Derivation(source, one.id, False, share, (Evidence("text", (), 0.0, words),))


def _different(one: Witness) -> Set[int]:
    return frozenset(one.words.forms.tolist())


def _published(one: Witness) -> datetime:
    known = moments.moment(one.article.published) if one.article.published is not None else None
    return _NEVER if known is None else known.low
