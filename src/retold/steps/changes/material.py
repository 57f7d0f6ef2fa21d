"""What finders are given beside the rest: two versions, and what was read from them once for all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from retold.model import Statement
from retold.settings import Changes
from retold.steps.changes import matched_quotations, paired_credits, values
from retold.steps.changes.matched_quotations import Matched
from retold.steps.changes.pair import Pair
from retold.steps.changes.paired_credits import Paired
from retold.steps.changes.values import Values

Said = tuple[Sequence[Statement], Sequence[Statement]]  # of the source, of the copy


@dataclass(frozen=True, slots=True, eq=False)
class Material:
    """Two versions, and what was read from them once for all finders."""

    pair: Pair
    said: Said
    matched: tuple[Matched, ...]  # statements that are one in both versions
    credits: tuple[Paired, ...]
    values: Values
    settings: Changes


def material_of(pair: Pair, said: Said, settings: Changes) -> Material:
    """Read both versions once."""
    return Material(
        pair=pair,
        said=said,
        matched=tuple(matched_quotations.matched(pair, *said)),
        credits=tuple(paired_credits.paired(pair, said)),
        values=values.gather(pair),
        settings=settings,
    )
