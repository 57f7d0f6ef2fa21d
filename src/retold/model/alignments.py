"""Alignments as a trace keeps them: by the characters of both texts."""

from __future__ import annotations

from collections.abc import Iterator
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

    def carried(self, span: Span) -> Iterator[tuple[Span, Span]]:
        """The pieces of a span that the other version has, each with where it has them.

        Works both ways, in the order of the blocks. Of a block that the span cuts through, the same share
        of the other side is taken.
        """
        there = self.b if span.article == self.a else self.a
        for block in self.blocks if span.article == self.a else map(AlignedBlock.turned, self.blocks):
            low, high = max(block.a_start, span.start), min(block.a_end, span.end)
            if low < high:
                yield Span(span.article, low, high), Span(there, *_cut(block, low, high))


def _cut(block: AlignedBlock, low: int, high: int) -> tuple[int, int]:
    """The other side of a part of the block."""
    length, other = block.a_end - block.a_start, block.b_end - block.b_start
    start = block.b_start + (low - block.a_start) * other // length
    return start, max(start + 1, block.b_start + (high - block.a_start) * other // length)
