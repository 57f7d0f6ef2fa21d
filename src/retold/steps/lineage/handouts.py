"""What two papers may both have been handed: a statement with somebody's words, beside which each tells more.

Police, courts and firms give all papers the same sentences and the same quotation. Each paper sets its own
above and beside them and leaves out others. Where neither credits the other, the later one need not have
them from the earlier one, however late it is; who rewrites another paper keeps its opening, or nothing of it.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from retold import parameters
from retold.steps.lineage import evidence, ground_rules, texts
from retold.steps.lineage.graph import Ends, Graph
from retold.steps.lineage.orient import Hypothesis
from retold.steps.lineage.readings import Bools, Floats
from retold.tables import Witness

_P = parameters.of("lineage", "handouts")
_OWN, _WORDS, _RUN = _P.integer("own"), _P.integer("words"), _P.integer("run")


def without_arrows(graph: Graph, hypothesis: Hypothesis, handed_down: Bools) -> Graph:
    """The graph in which no arrow stands between two papers that may both have been handed what they share.

    `handed_down` [versions, versions] says between which two it is known from what the first one changed.
    """
    loose = {ends for ends, edge in graph.edges.items() if edge.directed and _may_be(ends, hypothesis)}
    loose = {ends for ends in loose if not handed_down[ends]}
    edges = {ends: replace(e, directed=False) if ends in loose else e for ends, e in graph.edges.items()}
    return replace(graph, edges=edges)


def _may_be(ends: Ends, hypothesis: Hypothesis) -> bool:
    clues, witnesses = hypothesis.clues, hypothesis.grid.witnesses
    if max(ends) >= len(witnesses) or not ground_rules.of_two_papers(ends, clues):
        return False
    return bool(clues.credit[ends] < evidence.CREDIT) and were_handed(*(witnesses[one] for one in ends))


def were_handed(one: Witness, other: Witness) -> bool:
    """Whether two reports have words of one quotation, and each an opening and more that the other lacks."""
    held = texts.holdings((one, other)).held
    return all(
        _tells_more(which, held[at][1 - at]) for at, which in enumerate((one, other))
    ) and _share_a_quotation(one, other)


def _tells_more(report: Witness, held: Floats) -> bool:
    """Whether a report opens in its own words and has several sentences of which the other has nothing."""
    own = (held <= texts.TOUCHED) & (texts.sentence_sizes(report) >= _WORDS)
    return bool(own[:1].any()) and int(own.sum()) >= _OWN


def _share_a_quotation(one: Witness, other: Witness) -> bool:
    ours, theirs = (_quoted_runs(which) for which in (one, other))
    return not ours.isdisjoint(theirs)


def _quoted_runs(witness: Witness) -> set[tuple[int, ...]]:
    """All runs of some words that stand within one quotation."""
    quoted = witness.tokens.quoted & ~witness.tokens.furniture
    forms: list[int] = witness.words.forms.tolist()
    starts = np.flatnonzero(quoted[: max(0, len(forms) - _RUN + 1)]).tolist()
    return {tuple(forms[at : at + _RUN]) for at in starts if quoted[at : at + _RUN].all()}
