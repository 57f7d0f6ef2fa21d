"""Alignments as a trace keeps them: by the characters of both texts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from retold.model.printing import one_line
from retold.model.spans import Passage, Span


class AlignedBlock(NamedTuple):
    """Words of two versions set against each other, as characters of each text, half-open.

    `kind` is equal (the same words) or replaced (both sides differ); what stands in no block only one
    version has. A moved block is out of order with its neighbours.
    """

    a_start: int
    a_end: int
    b_start: int
    b_end: int
    kind: str
    moved: bool

    def turned(self) -> AlignedBlock:
        """The block seen from the other version."""
        return AlignedBlock(self.b_start, self.b_end, self.a_start, self.a_end, self.kind, self.moved)


@dataclass(frozen=True, slots=True)
class AlignedPair:
    """Two versions of a story that were compared: their blocks in `a`'s order, and their passages.

    `a` is the smaller id.
    """

    story: str
    a: str
    b: str
    blocks: tuple[AlignedBlock, ...]
    passages: tuple[Passage, ...] = ()

    __repr__ = one_line

    def carry(self, span: Span) -> Span | None:
        """Where the other version has what `span` covers, None where it lacks it.

        Works both ways. The result runs from the first to the last block that lies under the span;
        of a block that the span cuts through, the same share of the other side is taken.
        """
        there = self.b if span.article == self.a else self.a
        ends = [_cut(block, span) for block in self._ways(span) if _meets(block, span)]
        if not ends:
            return None
        return Span(there, min(low for low, _ in ends), max(high for _, high in ends))

    def _ways(self, span: Span) -> Iterable[AlignedBlock]:
        """The blocks with the side of the span first."""
        return self.blocks if span.article == self.a else map(AlignedBlock.turned, self.blocks)


def _meets(block: AlignedBlock, span: Span) -> bool:
    return block.a_start < span.end and span.start < block.a_end


def _cut(block: AlignedBlock, span: Span) -> tuple[int, int]:
    """The other side of the part of the block that lies under the span."""
    low, high = max(block.a_start, span.start), min(block.a_end, span.end)
    length, other = block.a_end - block.a_start, block.b_end - block.b_start
    start = block.b_start + (low - block.a_start) * other // length
    return start, max(start + 1, block.b_start + (high - block.a_start) * other // length)
