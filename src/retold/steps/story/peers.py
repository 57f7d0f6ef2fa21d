"""Reports that share words and hardly are one: of two papers without a passage, of a house on two days.

Who reports one event has its facts in the same few words here and there, and in a pile of hundreds some pairs
of own reports have many of them. Who rewrites an agency throughout leaves no more, and papers print agencies:
where one is at hand nothing is said. That one paper rewrites another so is unlikely. A house that goes on
with a story prints its background sentences again, and what is new in words of its own.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

import numpy as np

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
_TAKEN, _APART = (Borrowing._fields.index(name) for name in ("taken", "apart"))


def are_apart(alignment: Alignment) -> bool:
    """Whether two articles are known to be of two papers, and share no passage outside quotation marks.

    Two takes of one house may share few words: the second keeps hardly any of an alert.
    """
    a, b = alignment.a, alignment.b
    if features.are_of_one_house(a, b) or not (_is_paper(a) and _is_paper(b)):
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
    wires = corpus.agencies()
    held = {group for group, outlet in zip(corpus.home, corpus.outlets, strict=True) if outlet in wires}
    groups = np.array(corpus.home, np.int64)[ties.a]
    apart = (ties.ways[:, :, _APART] > 0).any(axis=1) & ~np.isin(groups, sorted(held))
    ways = ties.ways.copy()
    ways[apart, :, _TAKEN] = np.minimum(ways[apart, :, _TAKEN], SELDOM)
    return replace(ties, ways=ways)


@lru_cache(maxsize=features.LATELY)
def _is_paper(witness: Witness) -> bool:
    """Whether an outlet is known, and neither is an agency nor signs its datelines as one does: (Gull) -."""
    outlet = witness.article.outlet
    if not outlet or agencies.is_agency(outlet):
        return False
    return f"({outlet.casefold()})" not in witness.text[:_OPENING].casefold()
