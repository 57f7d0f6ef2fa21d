"""From a corpus's words and ties to its stories, in flat arrays until a story is found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from retold import ids as names
from retold import parameters
from retold.algorithms import components
from retold.algorithms.linkage import Edge, SparseGroups
from retold.kernels import Kernels
from retold.model import Story
from retold.settings import StoryGroups
from retold.steps.story import families, likeness, nearness
from retold.steps.story.families import Borrowing
from retold.steps.story.nearness import Calendar
from retold.tables import Bags, Ints, Pairs, Ties

_P = parameters.of("story", "grouping")
_TOLERANCE = _P.number("tolerance")
_RISE = _P.number("rise")
_FEW = _P.integer("few")

Group = tuple[list[int], float]  # numbers of articles, and the weakest tie that holds them together


def together(
    days: Mapping[str, float | None],
    bags: Bags,
    pairs: Pairs,
    prints: NDArray[np.int8],
    settings: StoryGroups,
    kernels: Kernels,
) -> list[Group]:
    """Groups of two or more articles on one event, from the words of each.

    `days` says when each article of the corpus was published, by its id, in days
    since some day; `bags` has the words of each in the same order, `prints`
    says of each pair whether both print much the same (1), fill one template each
    with an event of its own (-1), or neither (0). The order of the corpus changes
    nothing: articles of equal likeness are taken by their ids.
    """
    ids = list(days)
    reports = _reports(len(ids), pairs.a[prints > 0], pairs.b[prints > 0])
    found = likeness.vectors(bags, reports)
    known = list(zip(pairs.a.tolist(), pairs.b.tolist(), strict=True))
    # groups whose average is high enough hold a pair that is: no other pair is looked at
    near = _without(likeness.candidates(found, known, settings.together, kernels), pairs, prints < 0)
    least = bar(len(np.unique(reports)), nearness.companions(near) / max(1, len(ids)), settings.together)
    order = sorted(range(len(ids)), key=ids.__getitem__)
    rank = np.argsort(order)
    edges = [(min(rank[i], rank[j]), max(rank[i], rank[j]), cosine) for i, j, cosine in near]
    calendar = Calendar([days[ids[i]] for i in order], settings.days, nearness.undated(near, len(ids)))
    linked = SparseGroups(lambda one: found.of(order[one]), _plain(edges), least, calendar, _TOLERANCE)
    return [([order[i] for i in members], linked.cohesion[k]) for k, members in linked.merged().items()]


def bar(reports: int, companions: float, together: float) -> float:
    """The likeness from which two groups are one story, in a corpus of so many different reports.

    A large corpus knows which words its topics share and counts them little; a small one takes the
    talk of a week for an event, so it must be shown more. So must one in which few articles have a sure
    companion (`companions` is their share): it was not gathered around events.

    >>> bar(8, 0.2, 0.1) > bar(40, 0.2, 0.1) > bar(40, 0.9, 0.1) > 0.1
    True
    """
    return together + _RISE * _FEW / (reports + _FEW) * (1 - companions)


def inside(size: int, groups: Sequence[Group], a: Ints, b: Ints) -> NDArray[np.int64]:
    """For each pair the group that holds both its articles, -1 for none, in a corpus of `size`."""
    home = np.full(size, -1)
    for number, (members, _) in enumerate(groups):
        home[members] = number
    return np.where(home[a] == home[b], home[a], -1)


def stories(
    days: Mapping[str, float | None], groups: Sequence[Group], ties: Ties, settings: StoryGroups
) -> list[Story]:
    """Every article in exactly one story, every story split into families; sorted by first member.

    `days` as in `together`; the article that was published first names its story.
    `ties` has what the alignments of pairs say of copying; only they tie a family.
    """
    ids = list(days)
    taken: dict[int, dict[families.Pair, Borrowing]] = {}
    homes = inside(len(ids), groups, ties.a, ties.b).tolist()
    for pair, home in enumerate(homes):
        a, b = sorted((ids[ties.a[pair]], ids[ties.b[pair]]))
        one, other = ties.ways[pair].tolist()
        taken.setdefault(home, {}).update({(a, b): Borrowing(*one), (b, a): Borrowing(*other)})
    found = [
        _story(sorted(ids[i] for i in members), days, taken.get(number, {}), (tie, settings.derived))
        for number, (members, tie) in enumerate(groups)
    ]
    alone = set(range(len(ids))) - {i for members, _ in groups for i in members}
    found += [_story([ids[i]], days, {}, (1.0, settings.derived)) for i in sorted(alone)]
    return sorted(found, key=lambda one: one.articles)


def _without(edges: Sequence[Edge], pairs: Pairs, gone: NDArray[np.bool_]) -> list[Edge]:
    """The edges but for some pairs: groups that no other edge joins stay apart."""
    lost = set(zip(pairs.a[gone].tolist(), pairs.b[gone].tolist(), strict=True))
    return [edge for edge in edges if edge[:2] not in lost]


def _plain(edges: Sequence[tuple[int, int, float]]) -> list[Edge]:
    return sorted((int(i), int(j), cosine) for i, j, cosine in edges)


def _reports(size: int, one: Ints, other: Ints) -> NDArray[np.int64]:
    """For each article the smallest number of those that print much the same, from such pairs."""
    printed = components.representatives(range(size), zip(one.tolist(), other.tolist(), strict=True))
    return np.fromiter(printed.values(), np.int64, size)


def _story(
    ids: list[str],
    days: Mapping[str, float | None],
    taken: Mapping[families.Pair, Borrowing],
    tie: tuple[float, float],
) -> Story:
    """One story; `tie` is its weakest tie, and the least probability of copying that makes a family."""
    cohesion, least = tie
    split = families.tied(ids, taken, least)
    return Story(names.story(ids, days), tuple(ids), tuple(split), round(min(1.0, cohesion), 4))
