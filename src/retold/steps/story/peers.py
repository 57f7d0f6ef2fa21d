"""Reports that share words and hardly are one: of two papers without a passage, of a house on two days.

Who reports one event has its facts in the same few words here and there, and in a pile of hundreds some pairs
of own reports have many of them. Who rewrites an agency throughout leaves no more, and papers print agencies:
where one is at hand the pile tells how many do so. That one paper rewrites another so is unlikely. A house
that goes on with a story prints its background sentences again, and what is new in words of its own.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from retold import parameters
from retold.gazetteer import agencies
from retold.moments import day_number
from retold.steps.story import features
from retold.steps.story.families import Borrowing
from retold.steps.story.takes import Reports
from retold.tables import Alignment, Ties, Witness

_P = parameters.of("story", "peers")
_RUN, _OPENING = _P.integer("run"), _P.integer("opening")
SELDOM = _P.number("seldom")
_BACKGROUND_RUN, _BACKGROUND = _P.integer("background_run"), _P.number("background")
_FITTED, _USUAL = _P.number("fitted"), _P.number("usual")
_ADDED = _P.integer("added")
_ROUNDS = _P.integer("rounds")
_TAKEN, _APART, _LOOSE = (Borrowing._fields.index(name) for name in ("taken", "apart", "loose"))
Floats = NDArray[np.float64]


def are_papers(alignment: Alignment) -> bool:
    """Whether both articles are known to be of papers, and of no agency."""
    return _is_paper(alignment.a) and _is_paper(alignment.b)


def are_loose(alignment: Alignment) -> bool:
    """Whether two articles are known to be of two houses, and share no passage outside quotation marks.

    Two takes of one house may share few words: the second keeps hardly any of an alert.
    """
    a, b = alignment.a, alignment.b
    if not (a.article.outlet and b.article.outlet) or features.are_of_one_house(a, b):
        return False
    return not features.unquoted_in_runs(alignment, _RUN).any()


def are_follow_ups(alignment: Alignment) -> bool:
    """Whether two reports of one house, a day or more apart, have no more in common than background."""
    a, b = alignment.a, alignment.b
    one, other = (day_number(report.article.published) for report in (a, b))
    if one is None or other is None or abs(one - other) < 1 or not features.are_of_one_house(a, b):
        return False
    ways = alignment, features.turned(alignment)
    return max(features.unquoted_runs(way, _BACKGROUND_RUN) for way in ways) < _BACKGROUND


def settled(ties: Ties, corpus: Reports) -> Ties:
    """The ties, those of papers that are apart bounded by how seldom such copy.

    A group with an agency's report is left as it is.
    """
    apart = (ties.ways[:, :, _APART] > 0).any(axis=1) & ~_beside_agency(ties, corpus)
    ways = ties.ways.copy()
    ways[apart, :, _TAKEN] = np.minimum(ways[apart, :, _TAKEN], SELDOM)
    return replace(ties, ways=ways)


def papers(ties: Ties, corpus: Reports) -> list[float]:
    """How likely each report of a paper that is aligned with an agency's of its group has text from one.

    The larger of both ways and of all such reports, in no order.
    """
    wires, home = corpus.agencies(), np.array(corpus.home, np.int64)
    wired = np.fromiter((name in wires for name in corpus.outlets), np.bool_, len(corpus.outlets))
    beside = (wired[ties.a] != wired[ties.b]) & (home[ties.a] >= 0) & (home[ties.a] == home[ties.b])
    paper = np.where(wired[ties.a], ties.b, ties.a)[beside]
    likely = np.zeros(len(home))
    np.maximum.at(likely, paper, ties.ways[beside][:, :, _TAKEN].max(axis=1))
    found: list[float] = likely[np.unique(paper)].tolist()
    return found


def printing(likely: Iterable[float]) -> float:
    """The share of papers' reports beside an agency's that have text from it, given how likely each has.

    How likely that is was fitted where more than half of them have. Where few do, as among outlets that
    send reporters of their own or print another agency, the same likeness tells less; the share is found by
    expectation and maximisation (Saerens, Latinne and Decaestecker 2002), a few reports added of which as
    many have it as is usual. It is never above what was fitted, so that nothing is surer than it was.

    >>> printing([0.9] * 40) > printing([]) > printing([0.3] * 40)
    True
    """
    values = np.sort(np.fromiter(likely, np.float64))  # a sum is the same whatever their order was
    share = _USUAL
    for _ in range(_ROUNDS):
        told = float(_by_share(values, share).sum())
        share = min(_FITTED, (told + _ADDED * _USUAL) / (len(values) + _ADDED))
    return share


def bounded(ties: Ties, corpus: Reports, share: float) -> Ties:
    """The ties in groups with an agency's report, those without a passage weighed by how many print it."""
    loose = (ties.ways[:, :, _LOOSE] > 0).any(axis=1) & _beside_agency(ties, corpus)
    ways = ties.ways.copy()
    ways[loose, :, _TAKEN] = _by_share(ways[loose, :, _TAKEN], share)
    return replace(ties, ways=ways)


def _beside_agency(ties: Ties, corpus: Reports) -> NDArray[np.bool_]:
    """Which ties are of articles in whose group an agency's report stands."""
    wires = corpus.agencies()
    held = {group for group, outlet in zip(corpus.home, corpus.outlets, strict=True) if outlet in wires}
    return np.isin(np.array(corpus.home, np.int64)[ties.a], sorted(held))


def _by_share(likely: Floats, share: float) -> Floats:
    """Probabilities that were fitted at one share, at another."""
    odds = share / (1 - share) / (_FITTED / (1 - _FITTED))
    found: Floats = odds * likely / (odds * likely + 1 - likely)
    return found


@lru_cache(maxsize=features.LATELY)
def _is_paper(witness: Witness) -> bool:
    """Whether an outlet is known, and neither is an agency nor signs its datelines as one does: (Gull) -."""
    outlet = witness.article.outlet
    if not outlet or agencies.is_agency(outlet):
        return False
    return f"({outlet.casefold()})" not in witness.text[:_OPENING].casefold()
