"""What is planted in generated stories, as the scorer wants it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from evaluation.generator import Planted, SyntheticStory
from evaluation.metrics.changes import Altered
from evaluation.metrics.lineages import Edge
from evaluation.metrics.unseen_changes import planted

WHOLE_KINDS = ("cut", "added", "lede", "moved", "credit")  # not asked between a copy and its second source


@dataclass(slots=True)
class Wanted:
    """Changes that are to be found, those that may be, and pairs of a copy and its second source."""

    changes: list[Altered] = field(default_factory=list)
    optional: list[Altered] = field(default_factory=list)
    seconds: set[Edge] = field(default_factory=set)

    def add(self, found: Iterable[Planted], second: bool = False) -> None:
        """Take in what differs between two versions."""
        for one in found:
            if second and one.kind in WHOLE_KINDS:
                continue
            (self.optional if one.detail == "shared" else self.changes).append(planted(one))

    def take(self, other: Wanted, optional: Iterable[Altered] = ()) -> None:
        """Take in what is wanted of another story."""
        self.changes += other.changes
        self.optional += [*other.optional, *optional]
        self.seconds |= other.seconds


def wanted(story: SyntheticStory) -> Wanted:
    """All changes of a story between versions that are in the corpus: along edges and between siblings."""
    found = Wanted()
    second = set(story.second_edges())
    found.seconds = second
    for a, b in dict.fromkeys([*story.seen_edges(), *story.siblings]):
        found.add(story.changes_between(a, b), (a, b) in second)
    return found


def wanted_for(story: SyntheticStory, pairs: Iterable[Edge]) -> Wanted:
    """All changes between the given pairs of versions, whether or not one was copied from the other."""
    found = Wanted()
    found.seconds = set(story.second_edges())
    for a, b in pairs:
        found.add(story.changes_between(a, b), (a, b) in found.seconds or (b, a) in found.seconds)
    return found


def unasked(change: Altered, seconds: set[Edge]) -> bool:
    """Whether a change of a whole passage lies between a copy and its second source."""
    pair = change.pair
    return change.kind in WHOLE_KINDS and (pair in seconds or pair[::-1] in seconds)
