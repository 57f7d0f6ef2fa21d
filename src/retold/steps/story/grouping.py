"""From a corpus's words and ties to its stories, in flat arrays until a story is found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from retold import ids as names
from retold import parameters
from retold.algorithms import flat_components, reciprocal
from retold.kernels import Kernels
from retold.model import Story
from retold.settings import StoryGroups
from retold.steps.story import families, likeness, nearness
from retold.steps.story.families import Borrowing
from retold.steps.story.likeness import Vectors
from retold.steps.story.nearness import Calendar
from retold.tables import Bags, Bars, Edges, Ints, Pairs, Ties, Weights
from retold.tables.corpus import pair_keys

_P = parameters.of("story", "grouping")
_RISE = _P.number("rise")
_FEW = _P.integer("few")

Group = tuple[list[int], float]  # numbers of articles, and the weakest tie that holds them together


class Near(NamedTuple):
    """Which articles of a corpus are alike, by number, and what that was told by."""

    vectors: Vectors
    edges: Edges  # those that the days between let count, and sure companions
    weights: Weights
    bars: Bars
    reports: NDArray[np.int64]  # [articles] those that print one report have one number


class Printed(NamedTuple):
    """What is known of articles beside their words."""

    pairs: Pairs
    prints: NDArray[np.int8]  # of each pair: 1 both print much the same, -1 both fill one template, 0 neither
    days: nearness.Floats  # of each article that of its publication, NaN for none


def near(
    bags: Bags,
    printed: Printed,
    settings: StoryGroups,
    kernels: Kernels,
    frozen: Frozen | None = None,
) -> Near:
    """The articles that are alike in their words, from the words of each.

    The likeness of those that print much the same counts whole: see `likeness.whole`. With `frozen` words
    weigh what they did in the corpus that was counted.
    """
    pairs, prints, days = printed
    reports = reports_of(len(bags), pairs, prints)
    weights = likeness.weighed(bags, reports) if frozen is None else frozen.weights
    vectors = likeness.vectors(bags, weights, None if frozen is None else frozen.priors)
    # groups whose average is high enough hold a pair that is: no other pair is looked at
    enough = partial(nearness.may_count, days=days, half=settings.days, least=settings.together)
    alike = likeness.candidates(vectors, pairs, settings.together, kernels, enough)
    alike = with_prints(alike, vectors, printed, settings.together, kernels)
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
    calendar = Calendar([days[ids[i]] for i in order], settings.days, alike.bars.undated)
    vector = likeness.whole(alike.vectors, alike.reports)
    edges = _ranked(alike, nearness.known(list(days.values())), np.argsort(order), settings.days)
    found = reciprocal.linked(lambda one: vector(order[one]), edges, alike.bars.least, calendar)
    return [([order[i] for i in one.members], one.cohesion) for one in found]


def _ranked(
    alike: Near, days: nearness.Floats, rank: NDArray[np.int64], half: float
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float64]]:
    """The edges that are enough for their days, between articles by their ranks, with what they count for."""
    one, other = alike.edges.ends
    counts = nearness.counted(alike.edges.cosines, days[one], days[other], half, alike.bars.undated)
    keep = counts >= alike.bars.least
    return rank[one[keep]], rank[other[keep]], counts[keep]


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


def with_prints(edges: Edges, vectors: Vectors, printed: Printed, least: float, kernels: Kernels) -> Edges:
    """The edges, pairs that fill one template left out, those that print the same with their whole likeness.

    Of the latter those are no edges that are not alike by `least`.
    """
    keys, prints = pair_keys(printed.pairs.a, printed.pairs.b), printed.prints
    same = np.sort(keys[prints > 0])
    whole = Edges(same, likeness.whole_dots(vectors, same, kernels))
    others = edges.some(~np.isin(edges.keys, keys[prints != 0]))
    return Edges.joined([others, whole.some(whole.cosines >= least)])


def reports_of(size: int, pairs: Pairs, prints: NDArray[np.int8]) -> NDArray[np.int64]:
    """For each of `size` articles the smallest number of those that print much the same, by the pairs."""
    return flat_components.smallest(size, pairs.a[prints > 0], pairs.b[prints > 0])


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
