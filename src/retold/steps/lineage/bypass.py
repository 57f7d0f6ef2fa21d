"""Copies that hold what their source left out: they had their text from the source's source.

A paper that prints a paragraph of the wire which another paper cut has the wire at hand, and what both
left out tells little: desks cut from the end. Only where a copy also tells something in the other paper's
own words is that paper its source; then what it has beside is a second source (see `contamination`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from retold import parameters
from retold.messages import N_
from retold.model import Derivation, Evidence, Lineage, Span
from retold.steps.lineage.contamination import MOST_HELD, Family
from retold.steps.lineage.readings import Bools
from retold.steps.lineage.texts import HELD

_NEARER = parameters.of("lineage", "bypass").number("nearer")


def with_bypassed_sources(lineage: Lineage, family: Family) -> Lineage:
    """The lineage in which such copies hang from the source's source; one step up each."""
    moved = dict(_moves(lineage, family))
    derivations = tuple(moved.get((edge.source, edge.copy), edge) for edge in lineage.derivations)
    return replace(lineage, derivations=derivations)


def _moves(lineage: Lineage, family: Family) -> Iterator[tuple[tuple[str, str], Derivation]]:
    number = {witness.id: v for v, witness in enumerate(family.witnesses)}
    main = {edge.copy: edge for edge in reversed(lineage.derivations) if edge.directed}
    for edge in lineage.derivations:
        above = main.get(edge.source)
        if above is None or edge is not main.get(edge.copy):
            continue
        before, source, copy = (number.get(one, -1) for one in (above.source, edge.source, edge.copy))
        if min(before, source, copy) >= 0 and _are_of_two_outlets(family, source, copy):
            kept = _kept(family, before, source, copy)
            if kept.any() and family.time[before, copy] >= 0:
                yield (edge.source, edge.copy), _from(edge, above.source, family, copy, kept)


def _are_of_two_outlets(family: Family, one: int, other: int) -> bool:
    return family.witnesses[one].article.outlet != family.witnesses[other].article.outlet


def _kept(family: Family, before: int, source: int, copy: int) -> Bools:
    """Which sentences the copy has from before its source; none if it has any in the source's own words."""
    first, second = (family.holdings.held[copy][one] for one in (before, source))
    none: Bools = np.zeros(len(first), np.bool_)
    return none if (second > first + _NEARER).any() else (first >= HELD) & (second <= MOST_HELD)


def _from(edge: Derivation, before: str, family: Family, copy: int, kept: Bools) -> Derivation:
    """The derivation with the other source and what says so; what spoke for the first one goes."""
    witness = family.witnesses[copy]
    spans = tuple(Span(witness.id, *map(int, witness.sentences[k])) for k in np.flatnonzero(kept))
    words = N_("{copy} has {count} sentences of {before} that {source} lacks").format(
        copy=witness.id, count=len(spans), before=before, source=edge.source
    )
    why = Evidence("text", spans, float(family.holdings.weights[copy][kept].sum()), words)
    return replace(edge, source=before, evidence=(why,))
