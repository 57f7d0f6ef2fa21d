"""From a corpus's words and ties to its stories, in flat arrays until a story is found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from retold import ids as names
from retold import parameters
from retold.algorithms import components, reciprocal
from retold.algorithms.reciprocal import Edge
from retold.kernels import Kernels
from retold.model import Story
from retold.settings import StoryGroups
from retold.steps.story import families, likeness, nearness
from retold.steps.story.families import Borrowing
from retold.steps.story.likeness import Vectors
from retold.steps.story.nearness import Calendar
from retold.tables import Bags, Bars, Ints, Pairs, Ties, Weights
from retold.tables.corpus import pair_keys

_P = parameters.of("story", "grouping")
_RISE = _P.number("rise")
_FEW = _P.integer("few")

Group = tuple[list[int], float]  # numbers of articles, and the weakest tie that holds them together


class Near(NamedTuple):
    """Which articles of a corpus are alike, by number, and what that was told by."""

    vectors: Vectors
    edges: list[Edge]  # (i, j, cosine), i < j
    weights: Weights
    bars: Bars
    reports: NDArray[np.int64]  # [articles] those that print one report have one number


def near(
    bags: Bags,
    pairs: Pairs,
    prints: NDArray[np.int8],
    settings: StoryGroups,
    kernels: Kernels,
    frozen: Frozen | None = None,
) -> Near:
    """The articles that are alike in their words, from the words of each.

    `prints` says of each pair whether both print much the same (1), fill one template each with an event of
    its own (-1), or neither (0). The likeness of the first counts whole: see `likeness.whole`. With `frozen`
    words weigh what they did in the corpus that was counted.
    """
    reports = reports_of(len(bags), pairs, prints)
    weights = likeness.weighed(bags, reports) if frozen is None else frozen.weights
    vectors = likeness.vectors(bags, weights, None if frozen is None else frozen.priors)
    # groups whose average is high enough hold a pair that is: no other pair is looked at
    alike = likeness.candidates(vectors, pairs, settings.together, kernels)
    alike = with_prints(alike, vectors, pairs, prints, (settings.together, kernels))
    if frozen is not None:
        return Near(vectors, alike, weights, frozen.bars, reports)
    companions = nearness.companions(alike) / max(1, len(bags))
    least = bar(len(np.unique(reports)), companions, settings.together)
    return Near(vectors, alike, weights, Bars(least, nearness.undated(alike, len(bags))), reports)


class Frozen(NamedTuple):
    """What was counted in an earlier corpus, and for words that it lacked what `likeness.strange` says."""

    weights: Weights
    bars: Bars
    priors: likeness.Floats


def together(days: Mapping[str, float | None], alike: Near, settings: StoryGroups) -> list[Group]:
    """Groups of two or more articles on one event.

    `days` says when each article of the corpus was published, by its id, in days since some day, in the
    order of their numbers. The order of the corpus changes nothing: articles of equal likeness are taken by
    their ids.
    """
    ids = list(days)
    order = sorted(range(len(ids)), key=ids.__getitem__)
    rank = np.argsort(order).tolist()
    edges = [(min(rank[i], rank[j]), max(rank[i], rank[j]), cosine) for i, j, cosine in alike.edges]
    calendar = Calendar([days[ids[i]] for i in order], settings.days, alike.bars.undated)
    vector = likeness.whole(alike.vectors, alike.reports)
    found = reciprocal.linked(lambda one: vector(order[one]), sorted(edges), alike.bars.least, calendar)
    return [([order[i] for i in one.members], one.cohesion) for one in found]


def bar(reports: int, companions: float, together: float) -> float:
    """The likeness from which two groups are one story, in a corpus of so many different reports.

    A large corpus knows which words its topics share and counts them little; a small one takes the
    talk of a week for an event, so it must be shown more. So must one in which few articles have a sure
    companion (`companions` is their share): it was not gathered around events.

    >>> bar(8, 0.2, 0.1) > bar(40, 0.2, 0.1) > bar(40, 0.9, 0.1) > 0.1
    True
    """
    return together + _RISE * _FEW / (reports + _FEW) * (1 - companions)


def homes(size: int, groups: Sequence[Group]) -> NDArray[np.int64]:
    """For each article of a corpus of `size` the number of its group, -1 for none."""
    found = np.full(size, -1)
    for number, (members, _) in enumerate(groups):
        found[members] = number
    return found


def inside(size: int, groups: Sequence[Group], a: Ints, b: Ints) -> NDArray[np.int64]:
    """For each pair the group that holds both its articles, -1 for none, in a corpus of `size`."""
    home = homes(size, groups)
    return np.where(home[a] == home[b], home[a], -1)


def stories(
    days: Mapping[str, float | None],
    groups: Sequence[Group],
    ties: Ties,
    settings: StoryGroups,
    wired: Sequence[tuple[int, int]] = (),
) -> list[Story]:
    """Every article in exactly one story, every story split into families; sorted by first member.

    `days` as in `together`; the article that was published first names its story.
    `ties` has what the alignments of pairs say of copying; only they tie a family. `wired` are articles with
    the take of an agency that each has most from, whatever paper it is nearest to.
    """
    ids = list(days)
    home = homes(len(ids), groups)
    taken: dict[int, dict[families.Pair, Borrowing]] = {}
    for pair, group in enumerate(inside(len(ids), groups, ties.a, ties.b).tolist()):
        a, b = sorted((ids[ties.a[pair]], ids[ties.b[pair]]))
        one, other = ties.ways[pair].tolist()
        taken.setdefault(group, {}).update({(a, b): Borrowing(*one), (b, a): Borrowing(*other)})
    takes: dict[int, list[families.Pair]] = {}
    for article, take in wired:
        takes.setdefault(int(home[article]), []).append((ids[article], ids[take]))
    found = [
        _story(
            sorted(ids[i] for i in members),
            days,
            tie,
            families.Known(taken.get(k, {}), takes.get(k, ())),
            settings,
        )
        for k, (members, tie) in enumerate(groups)
    ]
    alone = np.flatnonzero(home < 0).tolist()
    found += [_story([ids[i]], days, 1.0, families.Known({}), settings) for i in alone]
    return sorted(found, key=lambda one: one.articles)


def with_prints(
    edges: Sequence[Edge],
    vectors: Vectors,
    pairs: Pairs,
    prints: NDArray[np.int8],
    terms: tuple[float, Kernels],
) -> list[Edge]:
    """The edges, pairs that fill one template left out, those that print the same with their whole likeness.

    `prints` as in `near`. By `terms` (least, kernels) pairs that are less alike are no edges.
    """
    least, kernels = terms
    decided = prints != 0
    told = set(zip(pairs.a[decided].tolist(), pairs.b[decided].tolist(), strict=True))
    same = np.sort(pair_keys(pairs.a, pairs.b)[prints > 0])
    cosines = likeness.whole_dots(vectors, same, kernels)
    kept = cosines >= least
    printed = zip(
        (same >> 32)[kept].tolist(), (same & 0xFFFFFFFF)[kept].tolist(), cosines[kept].tolist(), strict=True
    )
    return sorted([*(edge for edge in edges if edge[:2] not in told), *printed])


def reports_of(size: int, pairs: Pairs, prints: NDArray[np.int8]) -> NDArray[np.int64]:
    """For each of `size` articles the smallest number of those that print much the same, by the pairs."""
    one, other = (side[prints > 0].tolist() for side in (pairs.a, pairs.b))
    printed = components.representatives(range(size), zip(one, other, strict=True))
    return np.fromiter(printed.values(), np.int64, size)


def _story(
    ids: list[str],
    days: Mapping[str, float | None],
    cohesion: float,
    known: families.Known,
    settings: StoryGroups,
) -> Story:
    """One story; `cohesion` is its weakest tie."""
    split = families.tied(ids, known, settings.derived)
    return Story(names.story(ids, days), tuple(ids), tuple(split), round(min(1.0, cohesion), 4))
