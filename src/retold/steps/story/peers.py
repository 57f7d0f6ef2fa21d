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
from retold.tables import Alignment

_P = parameters.of("story", "peers")
_RUN, _SELDOM = _P.integer("run"), _P.number("seldom")


def bounded(taken: float, alignment: Alignment) -> float:
    """The probability of copying between two articles: that of papers without a shared passage is small.

    It stays as it is where an outlet is not known.
    """
    if taken <= _SELDOM or not _are_papers(alignment.a.article.outlet, alignment.b.article.outlet):
        return taken
    return taken if features.unquoted_in_runs(alignment, _RUN).any() else _SELDOM


@lru_cache(maxsize=features.LATELY)
def _are_papers(one: str | None, other: str | None) -> bool:
    """Whether both outlets are known, and none for an agency."""
    return bool(one and other) and not (agencies.is_agency(one) or agencies.is_agency(other))
