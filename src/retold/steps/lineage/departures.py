"""What a version shares with another one against the source of that one: changed figures, cuts, slips.

Errors in common show descent (Lachmann's method; Maas, "Textkritik", 1927): two desks seldom mistake a
dispatch in the same way. So a paper that has another paper's changed figure and its cut has its text from
there, where the calendar allows it; which of the two was first, the calendar says.
"""

from __future__ import annotations

import numpy as np

from retold import parameters
from retold.steps.lineage.graph import Graph
from retold.steps.lineage.orient import Hypothesis
from retold.steps.lineage.readings import UNKNOWN, Bools, Floats

_P = parameters.of("lineage", "departures")
ENOUGH = _P.number("enough")
_OF_FACT = ("figure", "name", "slip")


def shared(graph: Graph, one: Hypothesis) -> Bools:
    """[versions, versions] whether v has what u changed against a source at hand, and u was first."""
    found: Bools = np.zeros((graph.versions,) * 2, np.bool_)
    for u in range(graph.versions):
        for above in (w for w in graph.sources(u) if w < graph.versions and graph.edges[w, u].directed):
            found[u] |= _shares(one, above, u)[: graph.versions]
    first: Bools = (one.clues.time == 0) & (one.clues.time.T < 0)
    return found & first


def _shares(one: Hypothesis, above: int, source: int) -> Bools:
    """For each node whether it has enough of what the source reads against the source's own source."""
    mine, rows = one.rows[source], one.rows
    departed = (mine != one.rows[above]) & (mine != UNKNOWN) & (one.rows[above] != UNKNOWN)
    weight: Floats = one.readings.weights[np.arange(len(mine)), mine.clip(0)]
    alike = (rows == mine) & departed
    of_fact = np.isin(one.readings.kinds, _OF_FACT) & (mine != one.readings.absent)
    enough: Bools = (alike @ weight >= ENOUGH) & (alike & of_fact).any(axis=1)
    return enough
