"""Whether two places fill one slot of sentences put in other words: of linked ones, of two openings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, Protocol, TypeVar

from retold.steps.changes.finders.openings import of_one_matter
from retold.steps.changes.pair import Pair
from retold.steps.changes.rest import Rest
from retold.steps.changes.values import is_clause


class _Placed(Protocol):
    @property
    def words(self) -> range: ...


Placed = TypeVar("Placed", bound=_Placed)


def told_by(pair: Pair, rest: Rest, ours: range, theirs: range) -> Literal["unit", "clause", "sentence"]:
    """Whether two places stand in one short unit, in sentences put in other words, or neither."""
    units = pair.units_at(ours, True), pair.units_at(theirs, False)
    if not units[0] or units[0] != units[1]:
        return "clause"
    if units[0][0].rewritten:
        return "sentence"
    return "clause" if is_clause(units[0][0]) or rest.in_opening(units[0][0]) else "unit"


def in_one_place(pair: Pair, rest: Rest, ours: range, theirs: range) -> bool:
    """Whether two places stand in sentences that are linked, or in the openings of both versions."""
    group = int(pair.group_old[ours.start])
    if group >= 0 and group == int(pair.group_new[theirs.start]):
        return True
    old, new = rest.opening
    if len(old) != 1 or len(new) != 1 or ours.start not in old[0] or theirs.start not in new[0]:
        return False
    return of_one_matter(pair, old[0], new[0])


def only(
    pair: Pair, rest: Rest, ours: Sequence[Placed], theirs: Sequence[Placed]
) -> Iterator[tuple[Placed, Placed]]:
    """Of two lists that fill one slot the pairs of one place, where it has each but once."""
    for one in ours:
        fits = [other for other in theirs if in_one_place(pair, rest, one.words, other.words)]
        back = [each for each in ours if fits and in_one_place(pair, rest, each.words, fits[0].words)]
        if len(fits) == len(back) == 1:
            yield one, fits[0]
