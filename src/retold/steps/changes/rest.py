"""What is left of two versions once the accepted candidates have their words; finders read it only."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from retold.algorithms.stretches import stretches
from retold.steps.changes.candidates import Words
from retold.steps.changes.pair import Pair, Side, Unit
from retold.tables.tokens import Flags


@dataclass(frozen=True, slots=True, eq=False)
class Rest:
    """What no accepted candidate speaks of yet. Finders read it; the flags are not for writing.

    `opening` are the words of a new opening, the source's and the copy's.
    """

    pair: Pair
    taken_old: Flags  # [words of the source] some accepted candidate speaks of the word
    taken_new: Flags
    opening: Words

    def taken(self, here: Side) -> Flags:
        """The flags of one of the two versions."""
        return self.taken_old if here is self.pair.old else self.taken_new

    def touched(self, here: Side, words: range) -> bool:
        """Whether some candidate speaks of one of these words."""
        return bool(self.taken(here)[words.start : words.stop].any())

    def free(self, here: Side, words: range) -> list[range]:
        """The stretches of these words that no candidate speaks of."""
        return list(stretches(~self.taken(here)[words.start : words.stop], words.start))

    def untouched(self, unit: Unit) -> bool:
        """Whether no candidate speaks of any word of the unit."""
        return not self.touched(self.pair.old, unit.old) and not self.touched(self.pair.new, unit.new)

    def mostly_taken(self, unit: Unit) -> bool:
        """Whether candidates speak of most words of either side: a credit in other words is a credit."""
        old = self.taken_old[unit.old_low : unit.old_high]
        new = self.taken_new[unit.new_low : unit.new_high]
        return bool(2 * old.sum() > len(old) or 2 * new.sum() > len(new))

    def in_opening(self, unit: Unit) -> bool:
        """Whether the unit lies in a new opening, whose figures and dates are compared as a whole."""
        old_in = not len(unit.old) or _holds(self.opening.old, unit.old)
        new_in = not len(unit.new) or _holds(self.opening.new, unit.new)
        return old_in and new_in

    def parts(self, unit: Unit) -> Iterator[Unit]:
        """What is left of a unit; small words beside what was taken go with it."""
        if self.untouched(unit):
            yield unit
            return
        old = [part for part in self.free(self.pair.old, unit.old) if self.pair.old.tells(part)]
        new = [part for part in self.free(self.pair.new, unit.new) if self.pair.new.tells(part)]
        while old and new and len(old) == len(new):
            ours, theirs = old.pop(0), new.pop(0)
            yield Unit(ours.start, ours.stop, theirs.start, theirs.stop, unit.moved)
        for part in old:
            yield Unit(part.start, part.stop, unit.new_high, unit.new_high, unit.moved)
        for part in new:
            yield Unit(unit.old_high, unit.old_high, part.start, part.stop, unit.moved)


def _holds(ranges: Sequence[range], words: range) -> bool:
    return any(words.start in one and words.stop - 1 in one for one in ranges)
