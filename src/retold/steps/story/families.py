"""Families: the articles of a story that copying ties together.

Each article is tied to the one it has most of its text from: what a reporter takes over
has one source, while what all reporters share (the facts, the quotations) is spread over
all. Ties to every likely source would chain all own reporting into the family. Besides it is tied to the
agency's take that it has most from, since papers that print one wire are nearest to each other.

Copies of one dispatch may have each other as their nearest and so stand in
several groups. Two groups that are each other's nearest are joined when one
article was surely copied from the other; twice, so that no chain of boilerplate
gathers a whole corpus.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from retold import parameters
from retold.algorithms import components
from retold.tables import Ties

Pair = tuple[str, str]
Group = tuple[str, ...]

_P = parameters.of("story", "families")
_ROUNDS = _P.integer("rounds")


class Borrowing(NamedTuple):
    """What one article may have from another; shares are of its words outside quotation marks."""

    runs: float  # share in runs that the source has: the more, the nearer the source
    long_runs: float  # share in long runs
    taken: float  # probability that it has text from there
    surely: bool  # whether what they share stands in runs that nobody writes by chance
    apart: bool = False  # whether both are papers that share no passage: see `peers`
    loose: bool = False  # whether they are of two houses, agency or paper, and share none


def templates(ties: Ties) -> NDArray[np.bool_]:
    """Which ties are of a template that both fill: neither has anything from the other."""
    taken = ties.ways[:, :, Borrowing._fields.index("taken")]
    found: NDArray[np.bool_] = (taken == 0).all(axis=1)
    return found


class Known(NamedTuple):
    """What is known of copying among the articles of a story, by article and source."""

    ties: Mapping[Pair, Borrowing]  # both ways for each aligned pair
    wired: Sequence[Pair] = ()  # articles with the take of an agency that each has most from


def tied(articles: Sequence[str], known: Known, least: float) -> list[Group]:
    """Split a story's articles into families; one that copying ties to none stands alone.

    No tie counts that is less likely than `least`.

    >>> near, far = Borrowing(0.5, 0.2, 0.9, False), Borrowing(0.1, 0.0, 0.2, False)
    >>> tied(["a", "b", "c"], Known({("a", "b"): near, ("b", "a"): near, ("c", "b"): far}), 0.5)
    [('a', 'b'), ('c',)]
    """
    ties = known.ties
    if not ties:  # as of nearly all stories, which are one article each
        return [(one,) for one in sorted(articles)]
    pairs = [pair for pair in (*_nearest(ties), *known.wired) if ties[pair].taken >= least]
    sure = {pair: tie for pair, tie in ties.items() if tie.surely and tie.taken >= least}
    for _ in range(_ROUNDS):
        pairs += _between(_connected(articles, pairs), sure)
    return _connected(articles, pairs)


def _nearest(ties: Mapping[Pair, Borrowing]) -> list[Pair]:
    """Each article with the source it has most from; among equals the one whose id comes first."""
    best: dict[str, tuple[float, float, float, str]] = {}
    for (article, source), tie in ties.items():
        rank = (-tie.runs, -tie.long_runs, -tie.taken, source)
        best[article] = min(best.get(article, rank), rank)
    return [(article, rank[-1]) for article, rank in best.items()]


def _between(groups: Iterable[Group], sure: Mapping[Pair, Borrowing]) -> list[Pair]:
    """The ties between two groups each of which has none nearer than the other."""
    group = {one: number for number, members in enumerate(groups) for one in members}
    best: dict[int, tuple[float, str, str]] = {}
    for (article, source), tie in sure.items():
        rank = (-tie.long_runs, article, source)
        ends = {group[article], group[source]}
        for end in ends if len(ends) > 1 else ():
            best[end] = min(best.get(end, rank), rank)
    return [
        (article, source)
        for rank, article, source in set(best.values())
        if best[group[article]] == best[group[source]] == (rank, article, source)
    ]


def _connected(articles: Sequence[str], pairs: Sequence[Pair]) -> list[Group]:
    """The connected groups, each sorted, in order of their first members."""
    return sorted(tuple(group) for group in components.members(sorted(articles), pairs))
