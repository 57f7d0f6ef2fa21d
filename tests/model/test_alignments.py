"""What a stored alignment says of the places of two texts."""

from __future__ import annotations

from retold.model import Span
from retold.model.alignments import AlignedBlock, AlignedPair

PAIR = AlignedPair(
    "s1",
    "a",
    "b",
    (AlignedBlock(0, 10, 20, 30, "equal", True), AlignedBlock(12, 20, 0, 4, "replaced", False)),
)


def carried(article: str, start: int, end: int) -> list[tuple[int, int]]:
    return [(there.start, there.end) for _, there in PAIR.carried(Span(article, start, end))]


def test_a_span_is_carried_to_where_the_other_text_has_it() -> None:
    assert list(PAIR.carried(Span("a", 2, 6))) == [(Span("a", 2, 6), Span("b", 22, 26))]
    assert list(PAIR.carried(Span("b", 22, 26))) == [(Span("b", 22, 26), Span("a", 2, 6))]


def test_a_span_over_two_blocks_is_carried_piece_by_piece() -> None:
    assert carried("a", 0, 20) == [(20, 30), (0, 4)]


def test_what_one_text_lacks_is_carried_nowhere() -> None:
    assert carried("a", 10, 12) == carried("a", 40, 50) == []


def test_of_a_replaced_block_a_part_is_carried_by_its_share() -> None:
    assert carried("a", 12, 16) == [(0, 2)]


def test_a_block_turned_twice_is_itself() -> None:
    assert PAIR.blocks[0].turned().turned() == PAIR.blocks[0]
