"""Rules that hold before any score: arrows that nothing but the texts and their lengths would draw.

Papers print agencies and seldom each other. Of 56 pairs of outlets of which two passes of readers said
that one had its text from the other or both from a third, 18 had it from a third and 5 of the others
named no source. So between two papers an arrow needs a reason of its own: a credit, clocks finer than
a day and a text that one of them changed, or what the one changed and the other has. Two papers that
print the same words and name nobody most often have them from a third that nobody holds, however late the
second is. No arrow runs against the calendar or the clock unless a credit or an agency says so, and two
texts of which nothing is known but their words get none.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from retold import parameters
from retold.steps.lineage import evidence
from retold.steps.lineage.evidence import Clues
from retold.steps.lineage.graph import Graph
from retold.steps.lineage.readings import Bools, Readings

_P = parameters.of("lineage", "ground_rules")
TELLING, _ALONE, ALIKE = _P.integer("telling"), _P.integer("alone"), _P.number("alike")


def with_founded_arrows(
    graph: Graph, clues: Clues, handed_down: Bools | None = None, alike: Bools | None = None
) -> Graph:
    """The graph in which an arrow between two versions has a reason beside their texts, else no direction.

    `handed_down` [versions, versions] says between which two it is known from what the first one changed,
    `alike` which have the same words.
    """
    bare = {
        ends
        for ends, edge in graph.edges.items()
        if edge.directed
        and max(ends) < graph.versions
        and not is_founded(ends, clues, alike is not None and bool(alike[ends]))
    }
    if handed_down is not None:
        bare = {ends for ends in bare if not handed_down[ends]}
    edges = {ends: replace(e, directed=False) if ends in bare else e for ends, e in graph.edges.items()}
    return _with_second_sources(replace(graph, edges=edges), clues)


def _with_second_sources(graph: Graph, clues: Clues) -> Graph:
    """The graph in which ties without a direction are arrows from whom their first version credits, too."""
    turned = {ends for ends, edge in graph.edges.items() if not edge.directed and max(ends) < graph.versions}
    turned = {ends for ends in turned if is_second_source(ends, graph, clues)}
    edges = {
        ends[::-1] if ends in turned else ends: replace(e, directed=True) if ends in turned else e
        for ends, e in graph.edges.items()
    }
    return replace(graph, edges=edges)


def is_second_source(ends: tuple[int, int], graph: Graph, clues: Clues) -> bool:
    """Whether the second version of a tie is one that the first credits, beside a source of another house.

    A tree has one source for each version, so that a report made of two agencies' is drawn above one of them.
    """
    version, credited = ends
    others = [clues.keys[one] for one in graph.sources(version) if one < graph.versions]
    return (
        clues.credit[credited, version] >= evidence.CREDIT
        and clues.time[credited, version] >= 0
        and bool(others)
        and clues.keys[credited] not in ("", *others)
    )


def tells_a_way(readings: Readings, clues: Clues) -> bool:
    """Whether more is known than a few missing words, which one writer skips and another one puts in.

    Nor do ends alone tell, where one stops short of another: a paper cuts there, and an update goes on there.
    Of takes of one house it counts by how many words they have grown, however they are reworded.
    """
    omitted = readings.loci[readings.absent >= 0]
    many = int((omitted[:, 1] - omitted[:, 0]).sum()) >= TELLING
    told = not clues.mute or (many and not _of_one_beginning(readings))
    return told or (clues.of_one_house and float(evidence.added(readings.cells).max()) >= TELLING)


def _of_one_beginning(readings: Readings) -> bool:
    """Whether each version is the beginning of the longest one, word for word."""
    last = evidence.ends(readings.cells)
    of_words = [unit for unit, kind in enumerate(readings.kinds) if kind != "accidentals"]
    return all(
        readings.absent[unit] >= 0
        and (last[readings.states[unit] == readings.absent[unit]] <= readings.loci[unit, 0]).all()
        for unit in of_words
    )


def without_arrows(graph: Graph) -> Graph:
    """The graph with no direction between versions."""
    seen = graph.versions
    return replace(
        graph,
        edges={
            ends: replace(e, directed=e.directed and max(ends) >= seen) for ends, e in graph.edges.items()
        },
    )


def same_words(readings: Readings) -> Bools:
    """[versions, versions] whether two versions differ in next to nothing."""
    rows = readings.states.T
    weights = readings.weights[np.arange(rows.shape[1]), rows.clip(0)]
    apart = np.stack([((rows != row) * weights).sum(axis=1) for row in rows])
    found: Bools = np.maximum(apart, apart.T) <= ALIKE
    return found


def is_founded(ends: tuple[int, int], clues: Clues, alike: bool = False) -> bool:
    """Whether something says that the text went this way, from the first version to the second.

    `alike` says whether both have the same words.
    """
    source, copy = ends
    issued = clues.wired[source] and not clues.wired[copy]
    if clues.credit[source, copy] >= evidence.CREDIT or (issued and not _is_as_late(ends, clues)):
        return True
    if alike and clues.keys[source] == clues.keys[copy] != "" and clues.time[copy, source] >= 0:
        return False  # one page of a house under several addresses
    if clues.time[source, copy] < 0 or (clues.wired[copy] and not clues.wired[source]):
        return False  # against the calendar or the clock, or from a paper to an agency
    if issued or of_two_papers(ends, clues):
        return clues.clocked(source, copy) and not alike
    return len(clues.keys) > _ALONE or any(clues.keys) or not clues.mute


def _is_as_late(ends: tuple[int, int], clues: Clues) -> bool:
    """Whether no stamp says that the source, a paper that counts as an agency by others' credits, was first.

    That a third paper has its text from there says nothing of the second one, and papers may be handed one
    text. An agency's own report is another matter: it is printed in the minute in which it comes.
    """
    source, copy = ends
    return clues.lent[source] and bool(clues.time[copy, source] >= 0)


def of_two_papers(ends: tuple[int, int], clues: Clues) -> bool:
    """Whether both are known to be of outlets, of two, and neither is an agency."""
    one, other = (clues.keys[version] for version in ends)
    return bool(one and other) and one != other and not any(clues.wired[version] for version in ends)
