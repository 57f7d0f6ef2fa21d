"""Two papers, neither of them an agency, that share no passage: they hardly copy.

Who reports one event has its facts in the same few words here and there, and in a pile of hundreds some pairs
of own reports have many of them. Who rewrites an agency throughout leaves no more; that he has its text is
likely, since papers print agencies. That one paper rewrites another so is not.
"""

from __future__ import annotations

from functools import lru_cache

from retold import parameters
from retold.gazetteer import agencies
from retold.steps.story import features
from retold.tables import Alignment, Witness

_P = parameters.of("story", "peers")
_RUN, _SELDOM, _OPENING = _P.integer("run"), _P.number("seldom"), _P.integer("opening")


def bounded(taken: float, alignment: Alignment) -> float:
    """The probability of copying between two articles: that of papers without a shared passage is small.

    It stays as it is where an outlet is not known, where both are of one house, whose second take may keep
    few words of an alert, and where one may be an agency.
    """
    a, b = alignment.a, alignment.b
    if taken <= _SELDOM or features.are_of_one_house(a, b) or not (_is_paper(a) and _is_paper(b)):
        return taken
    return taken if features.unquoted_in_runs(alignment, _RUN).any() else _SELDOM


@lru_cache(maxsize=features.LATELY)
def _is_paper(witness: Witness) -> bool:
    """Whether an outlet is known, and neither is an agency nor signs its datelines as one does: (Gull) -."""
    outlet = witness.article.outlet
    if not outlet or agencies.is_agency(outlet):
        return False
    return f"({outlet.casefold()})" not in witness.text[:_OPENING].casefold()
