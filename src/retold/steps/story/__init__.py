"""Stories and families: articles about one event, and versions of one report.

    stories = story.group(witnesses, alignments, settings.story)
    story.derived(alignment)      # probability that one copies the other, or both a third
    story.same_story(alignment)   # probability that both tell one event
    story.reuse(article, [alignments with each source])

Stories are groups by average linkage of the cosine of telling words; families
are groups within a story: each article with the one it has most of its text from.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from retold import kernels as kernel_sets
from retold import moments, parameters
from retold.model import Reuse, Story
from retold.settings import StoryGroups
from retold.steps.story import (
    datelines,
    families,
    features,
    judgement,
    likeness,
    nearness,
    peers,
    recital,
    reused,
    standing,
    takes,
    template,
)
from retold.steps.story.families import Borrowing
from retold.steps.story.grouping import (
    Frozen,
    Group,
    Near,
    Printed,
    homes,
    inside,
    near,
    reports_of,
    stories,
    together,
    with_prints,
)
from retold.tables import Alignment, ManyWords, Pairs, Ties, Witness

__all__ = [
    "Borrowing", "Frozen", "Group", "Near", "Printed", "datelines", "derived", "group", "homes", "inside",
    "likeness", "near", "nearness", "peers", "prints", "reports_of", "reuse", "same_story", "stories",
    "takes", "tie", "ties", "together", "with_prints",
]  # fmt: skip

_P = parameters.of("story", "story")
_MUCH = _P.number("much")
_LONG_RUN = _P.integer("long_run")
_LIKELY = _P.number("likely")
_HOUSE = _P.row("house")  # of reports of one day, and of two
_TEMPLATE = Borrowing(0.0, 0.0, 0.0, False)


def group(
    witnesses: Sequence[Witness], alignments: Mapping[tuple[str, str], Alignment], settings: StoryGroups
) -> list[Story]:
    """Every article in exactly one story, every story split into families; sorted by first member.

    `alignments` has the pairs worth aligning (see `match.pairs`), keyed by the
    two ids, the smaller first; only they can tie a family. The order of the
    input changes nothing. An article that is like no other is a story of one.
    """
    kernels = kernel_sets.choose(work=sum(len(w.words) for w in witnesses))
    split = [features.shown(w) for w in witnesses]
    texts = [w.text for w in witnesses]
    words = datelines.without(ManyWords.of(split, texts), texts)
    ids = [w.id for w in witnesses]
    number = {name: i for i, name in enumerate(ids)}
    found = ties([(number[a], number[b], *tie(one)) for (a, b), one in sorted(alignments.items())])
    pairs = Pairs(found.a, found.b, np.ones(len(found)), np.arange(len(ids), dtype=np.int32))
    days = {w.id: moments.day_number(w.article.published) for w in witnesses}
    printed = Printed(pairs, prints(found), nearness.known(list(days.values())))
    alike = near(kernels.bags(words), printed, settings, kernels)
    groups = together(days, alike, settings)
    return stories(days, groups, found, settings)


def tie(alignment: Alignment) -> tuple[Borrowing, Borrowing, bool]:
    """What `a` may have from `b`, what `b` from `a`, and whether both print much the same.

    Of a template that both fill (see `template.is_template`), and of what both recite (see `recital`),
    neither has anything from the other. Partners alone count.
    """
    alignment = replace(alignment, blocks=(), passages=())  # seen from either side often, and of no use here
    if (
        template.is_template(alignment)
        or recital.is_recital(alignment)
        or recital.share_labels_alone(alignment)
    ):
        return _TEMPLATE, _TEMPLATE, False
    shorter = min(features.size(alignment.a), features.size(alignment.b))
    same = features.equal(alignment) >= _MUCH * max(1, shorter) and features.may_tell_of_one(alignment)
    most = peers.SELDOM if peers.are_follow_ups(alignment) else 1.0
    loose = peers.are_loose(alignment)  # seen from either side
    apart = loose and peers.are_papers(alignment)
    ways = (_borrowing(way, most) for way in (alignment, features.turned(alignment)))
    one, other = (way._replace(apart=apart, loose=loose) if way.taken else way for way in ways)
    return one, other, same


def ties(found: Sequence[tuple[int, int, Borrowing, Borrowing, bool]]) -> Ties:
    """Ties as flat arrays, from the numbers of two articles and their `tie`."""
    a, b, one, other, same = zip(*found, strict=True) if found else ((), (), (), (), ())
    ways = np.array([one, other], np.float64).reshape(2, len(found), len(Borrowing._fields)).swapaxes(0, 1)
    return Ties(np.array(a, np.int32), np.array(b, np.int32), ways, np.array(same, np.bool_))


def prints(found: Ties) -> NDArray[np.int8]:
    """For each tie 1 where both print much the same, -1 where both fill one template, 0 otherwise."""
    values: NDArray[np.int8] = found.same.astype(np.int8) - families.templates(found).astype(np.int8)
    return values


def derived(alignment: Alignment) -> float:
    """The probability that text was copied: one from the other, or both from a third.

    A logistic judgement of the numbers of `features.TAKEN`, asked both ways; the
    likelier way counts. Texts without a word in common give 0, and so does a template that both fill,
    or a piece that both recite; two papers without a shared passage give little (see `peers`).
    """
    one, other, _ = tie(alignment)
    taken = max(one.taken, other.taken)
    return min(taken, peers.SELDOM) if one.apart else taken


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


def _borrowing(alignment: Alignment, most: float) -> Borrowing:
    """What `a` may have from `b`, taken `most` likely at most.

    Reports of one house share background, and so more of it must be there.
    """
    if not (alignment.to_b >= 0).any():
        return Borrowing(0.0, 0.0, 0.0, False)
    closing = standing.note_of_house(alignment)
    numbers = features.taken(alignment, closing)
    days_apart = closing is not None
    against = _HOUSE[days_apart] if features.are_of_one_house(alignment.a, alignment.b) else 0.0
    taken = min(most, judgement.probability("taken", features.TAKEN, numbers, against))
    surely = taken >= _LIKELY and features.surely(alignment)
    return Borrowing(
        features.narration_had(alignment),
        features.unquoted_runs(alignment, _LONG_RUN),
        taken,
        surely,
    )
