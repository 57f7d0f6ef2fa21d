"""What two papers may both have been handed: a statement with somebody's words, beside which each tells more.

Police, courts and firms give all papers the same sentences and the same quotation. Each paper sets its own
above and beside them and leaves out others. Where neither credits the other, the later one need not have
them from the earlier one, however late it is; who rewrites another paper keeps its opening, or nothing of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from retold import parameters
from retold.messages import N_
from retold.model import Evidence
from retold.steps.lineage import evidence, ground_rules, texts
from retold.steps.lineage.graph import Edge, Ends, Graph
from retold.steps.lineage.orient import Hypothesis
from retold.steps.lineage.readings import Bools
from retold.tables import Witness

_P = parameters.of("lineage", "handouts")
_HANDED = _P.number("handed")
_OWN, _WORDS, _RUN = _P.integer("own"), _P.integer("words"), _P.integer("run")


def without_arrows(graph: Graph, hypothesis: Hypothesis, handed_down: Bools) -> Graph:
    """The graph in which no arrow stands between two papers that may both have been handed what they share.

    `handed_down` [versions, versions] says between which two it is known from what the first one changed.
    """
    loose = {ends for ends, edge in graph.edges.items() if edge.directed and _may_be(ends, hypothesis)}
    loose = {ends for ends in loose if not handed_down[ends]}
    edges = {ends: replace(e, directed=False) if ends in loose else e for ends, e in graph.edges.items()}
    return replace(graph, edges=edges)


def with_common_sources(graph: Graph, hypothesis: Hypothesis, handed_down: Bools) -> Graph:
    """The graph in which papers have from an unseen source what an authority had them both print.

    That is sure where both have in the same words what the public is asked, each with an opening and
    sentences of its own, and neither is somebody else's copy.
    """
    node = max(len(hypothesis.rows), *(max(ends) + 1 for ends in graph.edges), graph.versions)
    why = Evidence("shared readings", (), _HANDED, N_("both print what an authority asks of the public"))
    for ends, edge in sorted(graph.edges.items()):
        if edge.directed or not _may_be(ends, hypothesis, of_authority=True) or handed_down[ends]:
            continue
        if graph.sources(ends[0]) or graph.sources(ends[1]) != [ends[0]]:
            continue
        edges = {one: other for one, other in graph.edges.items() if one != ends}
        edges |= {(node, one): Edge(edge.support, True, (why,)) for one in ends}
        graph = replace(graph, edges=edges, reasons={**graph.reasons, node: (why,)})
        node += 1
    return graph


def with_releases_above(graph: Graph, hypothesis: Hypothesis, handed_down: Bools) -> Graph:
    """The graph in which a paper has from a release what it may have been handed as another paper was.

    That is where the release is at hand, the other paper has its text from it, and it holds no less of this
    one than the other paper does.
    """
    witnesses = hypothesis.grid.witnesses
    releases = [n for n, one in enumerate(witnesses) if evidence.is_release(one)]
    edges = dict(graph.edges)
    for (above, copy), edge in sorted(graph.edges.items()) if releases else ():
        if edge.directed or not _may_be((above, copy), hypothesis) or handed_down[above, copy]:
            continue
        ends = (above, copy) if _handed_to(graph, above, releases) is not None else (copy, above)
        release = _handed_to(graph, ends[0], releases)
        if release is not None and release not in graph.sources(ends[1]) and _holds(witnesses, release, ends):
            del edges[above, copy]
            edges[release, ends[1]] = replace(edge, directed=True)
    return replace(graph, edges=edges)


def _handed_to(graph: Graph, paper: int, releases: Sequence[int]) -> int | None:
    """The release that a paper has its text from, None where there is none."""
    return next(
        (one for one in releases if one in graph.sources(paper) and graph.edges[one, paper].directed), None
    )


def _holds(witnesses: Sequence[Witness], release: int, ends: Ends) -> bool:
    """Whether a release has every sentence of a paper that the other paper has."""
    held = texts.holdings([witnesses[one] for one in (ends[1], release, ends[0])]).held[0]
    return not bool(((held[2] >= texts.HELD) & (held[1] < texts.HELD)).any())


def _may_be(ends: Ends, hypothesis: Hypothesis, *, of_authority: bool = False) -> bool:
    clues, witnesses = hypothesis.clues, hypothesis.grid.witnesses
    if max(ends) >= len(witnesses) or not ground_rules.of_two_papers(ends, clues):
        return False
    if clues.credit[ends] >= evidence.CREDIT or clues.credit[ends[::-1]] >= evidence.CREDIT:
        return False
    one, other = (witnesses[end] for end in ends)
    if not of_authority:
        return were_handed(one, other)
    return _share_an_appeal(one, other) and _tell_more(one, other, _OWN)


def were_handed(one: Witness, other: Witness) -> bool:
    """Whether two reports have words of one quotation, and each an opening and more that the other lacks.

    What an authority asks of the public is in each paper what it was given, as a quotation is; there an
    opening of its own is enough.
    """
    if _share_an_appeal(one, other):
        return _tell_more(one, other, 1)
    return _tell_more(one, other, _OWN) and _share_a_quotation(one, other)


def _tell_more(one: Witness, other: Witness, least: int) -> bool:
    """Whether each of two reports opens in its own words and has some sentences the other has nothing of."""
    held = texts.holdings((one, other)).held
    for at, report in enumerate((one, other)):
        own = (held[at][1 - at] <= texts.TOUCHED) & (texts.sentence_sizes(report) >= _WORDS)
        if not own[:1].any() or int(own.sum()) < least:
            return False
    return True


def _share_a_quotation(one: Witness, other: Witness) -> bool:
    return not _runs(one, one.tokens.quoted).isdisjoint(_runs(other, other.tokens.quoted))


def _share_an_appeal(one: Witness, other: Witness) -> bool:
    return not _runs(one, _appealing(one)).isdisjoint(_runs(other, _appealing(other)))


def _appealing(witness: Witness) -> Bools:
    """[words] whether a word stands in a sentence that asks something of the public."""
    found: Bools = np.zeros(len(witness.words), np.bool_)
    for start, end in witness.sentences.tolist():
        if witness.language.notices.appeals(witness.text[start:end]):
            low, high = witness.words.within(start, end)
            found[low:high] = True
    return found


def _runs(witness: Witness, among: Bools) -> set[tuple[int, ...]]:
    """All runs of some words that stand within one stretch of those that count."""
    counted = among & ~witness.tokens.furniture
    forms: list[int] = witness.words.forms.tolist()
    starts = np.flatnonzero(counted[: max(0, len(forms) - _RUN + 1)]).tolist()
    return {tuple(forms[at : at + _RUN]) for at in starts if counted[at : at + _RUN].all()}
