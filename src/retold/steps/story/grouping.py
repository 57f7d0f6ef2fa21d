"""From a pile's words and ties to its stories, in flat arrays until a story is found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from retold.kernels import Kernels
from retold.model import Story
from retold.settings import StoryGroups
from retold.steps.story import families, likeness, linkage
from retold.tables import Bags, Ties


def grouped(
    ids: Sequence[str], bags: Bags, ties: Ties, settings: StoryGroups, kernels: Kernels
) -> list[Story]:
    """Every article in exactly one story, every story split into families; sorted by first member.

    `bags` has the words of each article and `ties` what the candidate pairs
    say of copying, both by the article's place in `ids`; only they can tie a
    family. The order of the pile changes nothing.
    """
    groups = _groups(ids, bags, ties, settings.together, kernels)
    home = np.full(len(ids), -1)
    for number, (members, _) in enumerate(groups):
        home[members] = number
    copying: dict[int, dict[tuple[str, str], float]] = {}
    inside = np.flatnonzero((home[ties.a] == home[ties.b]) & (home[ties.a] >= 0))
    for pair in inside.tolist():
        a, b = sorted((ids[ties.a[pair]], ids[ties.b[pair]]))
        copying.setdefault(int(home[ties.a[pair]]), {})[a, b] = float(ties.derived[pair])
    found = [
        _story(sorted(ids[i] for i in members), copying.get(number, {}), tie, settings)
        for number, (members, tie) in enumerate(groups)
    ]
    found += [_story([ids[i]], {}, 1.0, settings) for i in np.flatnonzero(home < 0).tolist()]
    return sorted(found, key=lambda one: one.articles)


def _groups(
    ids: Sequence[str], bags: Bags, ties: Ties, together: float, kernels: Kernels
) -> list[tuple[list[int], float]]:
    """Groups of two or more articles by number, each with its weakest tie.

    Groups whose average is high enough hold a pair that is: no other pair is looked at.
    """
    found = likeness.vectors(bags, _reports(len(ids), ties))
    known = list(zip(ties.a.tolist(), ties.b.tolist(), strict=True))
    near = likeness.candidates(found, known, together, kernels)
    order = sorted(range(len(ids)), key=ids.__getitem__)
    rank = np.argsort(order)  # by id, so that ties between equals do not turn on the pile's order
    edges = [(min(rank[i], rank[j]), max(rank[i], rank[j]), cosine) for i, j, cosine in near]
    linked = linkage.Groups(lambda one: found.of(order[one]), _plain(edges), together)
    return [([order[i] for i in members], linked.tie[k]) for k, members in linked.merged().items()]


def _plain(edges: Sequence[tuple[int, int, float]]) -> list[linkage.Edge]:
    return sorted((int(i), int(j), cosine) for i, j, cosine in edges)


def _reports(size: int, ties: Ties) -> NDArray[np.int64]:
    """For each article the smallest number of those that print much the same."""
    printed = list(range(size))

    def root(one: int) -> int:
        while printed[one] != one:
            printed[one] = printed[printed[one]]
            one = printed[one]
        return one

    for a, b in zip(ties.a[ties.same].tolist(), ties.b[ties.same].tolist(), strict=True):
        low, high = sorted((root(a), root(b)))
        printed[high] = low
    return np.array([root(one) for one in range(size)], np.int64)


def _story(
    ids: list[str], copying: Mapping[tuple[str, str], float], tie: float, settings: StoryGroups
) -> Story:
    split = families.tied(ids, copying, settings.derived)
    return Story(_name(ids), tuple(ids), tuple(split), round(min(1.0, tie), 4))


def _name(ids: Sequence[str]) -> str:
    """A name that depends on the members alone."""
    digest = blake2b("\0".join(ids).encode("utf-8", "surrogatepass"), digest_size=5).hexdigest()
    return f"s{digest}"
