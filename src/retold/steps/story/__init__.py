"""Stories and families: articles about one event, and versions of one report.

    stories = story.group(witnesses, alignments, settings.story)
    story.derived(alignment)      # probability that one copies the other, or both a third
    story.same_story(alignment)   # probability that both tell one event
    story.reuse(article, [alignments with each source])

Stories are groups by average linkage of the cosine of telling words; families
are groups within a story by the probability of copying.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from retold.model import Reuse, Story
from retold.settings import StoryGroups
from retold.steps.story import families, features, judgement, likeness, linkage, reused
from retold.tables import Alignment, Witness

__all__ = ["derived", "group", "reuse", "same_story"]

_MUCH = 0.6  # share of the shorter text's words that makes two articles print the same
_LOOKED_AT = 0.5  # share of the likeness that holds a story together from which pairs are looked at


def group(
    witnesses: Sequence[Witness], alignments: Mapping[tuple[str, str], Alignment], settings: StoryGroups
) -> list[Story]:
    """Every article in exactly one story, every story split into families; sorted by first member.

    `alignments` has the pairs worth aligning (see `match.pairs`), keyed by the
    two ids, the smaller first; only they can tie a family. The order of the
    input changes nothing. An article that is like no other is a story of one.
    """
    pile = sorted(witnesses, key=lambda w: w.id)
    groups = _stories(pile, alignments, settings.together)
    home = {pile[i].id: k for k, (members, _) in enumerate(groups) for i in members}
    ties: dict[int, dict[tuple[str, str], float]] = {}
    for (a, b), alignment in sorted(alignments.items()):
        if home[a] == home[b]:
            ties.setdefault(home[a], {})[a, b] = derived(alignment)
    found = [
        _story([pile[i].id for i in sorted(members)], ties.get(k, {}), tie, settings)
        for k, (members, tie) in enumerate(groups)
    ]
    return sorted(found, key=lambda one: one.articles)


def derived(alignment: Alignment) -> float:
    """The probability that text was copied: one from the other, or both from a third.

    A logistic judgement of the numbers of `features.NAMES`; texts without a
    word in common give 0.
    """
    if not (alignment.to_b >= 0).any():
        return 0.0
    return judgement.probability("derived", features.NAMES, features.of(alignment))


def same_story(alignment: Alignment) -> float:
    """The probability that both articles tell one event, copied or not."""
    if not (alignment.to_b >= 0).any():
        return 0.0
    return judgement.probability("same_story", features.NAMES, features.of(alignment))


def reuse(article: Witness, alignments: Sequence[Alignment], settings: StoryGroups | None = None) -> Reuse:  # noqa: ARG001  other steps' shape
    """How much of the article comes from the sources it is aligned with: wholly, partially, none.

    Every alignment must have the article on one side. Probabilities are
    calibrated on METER; passages have `a` in the article.
    """
    return reused.judge(article, alignments)


def _stories(
    pile: Sequence[Witness], alignments: Mapping[tuple[str, str], Alignment], together: float
) -> list[tuple[list[int], float]]:
    """Groups of article numbers, each with its weakest tie; lone articles have 1."""
    number = {w.id: i for i, w in enumerate(pile)}
    found = likeness.vectors(pile, _reports(alignments, number))
    aligned = [(number[a], number[b]) for a, b in alignments]
    edges = likeness.candidates(found, aligned, _LOOKED_AT * together)
    linked = linkage.Groups(found.of, edges, together)
    members = linked.merged()
    grouped = {i for group in members.values() for i in group}
    alone = [([i], 1.0) for i in range(len(pile)) if i not in grouped]
    return [(group, linked.tie[k]) for k, group in members.items()] + alone


def _reports(alignments: Mapping[tuple[str, str], Alignment], number: Mapping[str, int]) -> NDArray[np.int64]:
    """For each article the smallest number of those that print much the same."""
    printed = list(range(len(number)))

    def root(one: int) -> int:
        while printed[one] != one:
            printed[one] = printed[printed[one]]
            one = printed[one]
        return one

    for (a, b), alignment in alignments.items():
        shorter = min(len(alignment.a.words), len(alignment.b.words))
        if (features.equal_partners(alignment) >= 0).sum() >= _MUCH * max(1, shorter):
            low, high = sorted((root(number[a]), root(number[b])))
            printed[high] = low
    return np.array([root(one) for one in range(len(number))], np.int64)


def _story(
    ids: list[str], copying: Mapping[tuple[str, str], float], tie: float, settings: StoryGroups
) -> Story:
    split = families.tied(ids, copying, settings.derived)
    return Story(_name(ids), tuple(ids), tuple(split), round(min(1.0, tie), 4))


def _name(ids: Sequence[str]) -> str:
    """A name that depends on the members alone."""
    digest = blake2b("\0".join(ids).encode("utf-8", "surrogatepass"), digest_size=5).hexdigest()
    return f"s{digest}"
