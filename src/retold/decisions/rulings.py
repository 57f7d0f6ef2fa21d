"""The decisions that hold, as a run asks for them: plain, frozen, picklable."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from os import PathLike
from pathlib import Path

from retold.decisions import ledger
from retold.decisions.kinds import Decision, Kind
from retold.messages import N_
from retold.model import SetAside, Story

Given = str | PathLike[str] | Sequence[Decision]  # a file of decisions, or decisions


@dataclass(frozen=True, slots=True)
class Rulings:
    """Decisions in the order in which they were made."""

    decisions: tuple[Decision, ...] = ()

    def __bool__(self) -> bool:
        """Whether there is any."""
        return bool(self.decisions)

    def of(self, *kinds: Kind) -> Iterator[Decision]:
        """The decisions of these kinds."""
        return (one for one in self.decisions if one.kind in kinds)

    def on(self, story: Story) -> Rulings:
        """Those that may bear on one story; what they name is looked for when it is followed."""
        if not self.decisions:
            return self
        names, ids = set(story.articles), {story.id, *story.former, ""}
        return Rulings(tuple(one for one in self.decisions if _bears(one, names, ids)))

    def no_copies(self) -> dict[frozenset[str], str]:
        """The pairs of which neither took text from the other, each with the id of the decision."""
        return {frozenset(one.articles): one.id for one in self.of("not_a_copy")}

    def idle(self, effective: Iterable[str]) -> list[SetAside]:
        """A note for each decision that is none of the `effective` ones (ids)."""
        done = set(effective)
        why = N_("it changed nothing: what it names is not in this run, or was found so without it")
        cure = N_("look at it again, and take it back where it is no longer wanted")
        return [
            SetAside(
                N_("decision {id} ({kind}, by {who})").format(
                    id=one.id, kind=one.kind, who=one.who or N_("nobody named")
                ),
                why,
                cure,
            )
            for one in self.decisions
            if one.id not in done
        ]


UNDECIDED = Rulings()


def _bears(one: Decision, names: set[str], ids: set[str]) -> bool:
    if one.kind == "same_person":
        return one.story in ids
    if one.kind == "change_false":
        return True  # the ids of changes are known when the story was followed
    return one.kind == "not_a_copy" and not names.isdisjoint(one.articles)


def given(decisions: Given) -> tuple[Rulings, list[SetAside]]:
    """The rulings of a file or of decisions, and a note for each line of the file that is none.

    Raises `StoreError` for a file that cannot be read.
    """
    if isinstance(decisions, (str, PathLike)):
        found = ledger.read(Path(decisions))
        return Rulings(found.holding), list(found.notes)
    return Rulings(tuple(decisions)), []
