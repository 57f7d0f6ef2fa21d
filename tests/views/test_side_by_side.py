"""Two versions in rows: what the alignment sets beside each other stands beside each other."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from retold.corpus.witnesses import bare
from retold.model import AlignedPair, Article, Change, Span
from retold.settings import Align
from retold.steps import align
from retold.story import comparison
from retold.views import side_by_side


def aligned(a: Article, b: Article) -> AlignedPair:
    return comparison.aligned_pair(align.align(bare(a), bare(b), Align()), "s")


def plain(paragraph: side_by_side.Paragraph | None) -> str:
    return "".join(s.text for s in paragraph or ())


def test_paragraphs_stand_beside_their_likes() -> None:
    a = Article("a", "The ferry sailed at noon today.\nGulls were loud over the harbour.\nThe mayor wept.")
    b = Article("b", "A new beginning here.\nThe ferry sailed at noon.\nThe mayor wept.")
    rows = [(plain(r.source)[:9], plain(r.copy)[:9]) for r in side_by_side.rows(a, b, {}, aligned(a, b))]
    assert rows == [
        ("", "A new beg"),
        ("The ferry", "The ferry"),
        ("Gulls wer", ""),
        ("The mayor", "The mayor"),
    ]


def test_a_version_set_as_one_block_stands_beside_the_paragraphs_it_has() -> None:
    told = [
        "The ferry sailed at noon today.",
        "Gulls were loud over the harbour.",
        "The mayor wept at length.",
    ]
    a, b = Article("a", "\n\n".join(told)), Article("b", " ".join(told))
    rows = side_by_side.rows(a, b, {}, aligned(a, b))
    assert [(plain(r.source), plain(r.copy)) for r in rows] == [(one, one) for one in told]


@given(st.text(max_size=300), st.text(max_size=300))
@settings(max_examples=60)
def test_no_text_is_lost_or_told_twice(one: str, other: str) -> None:
    a, b = Article("a", one), Article("b", other)
    rows = side_by_side.rows(a, b, {}, aligned(a, b))
    shown = [plain(r.source) for r in rows if r.source is not None]
    assert "".join(filter(str.isalnum, "".join(shown))) == "".join(filter(str.isalnum, one))


SPANS = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 30)), max_size=8)


@given(st.text(min_size=1, max_size=60), SPANS)
def test_marks_that_overlap_or_run_over_leave_the_text_whole(
    text: str, ranges: list[tuple[int, int]]
) -> None:
    changes = tuple((Span("a", at, at + long), _change(), n) for n, (at, long) in enumerate(ranges, 1))
    marks = side_by_side.Marks(changes, tuple((span, 1, "Osk") for span, _, _ in changes[::2]))
    cut = side_by_side.segments(text, 0, len(text), marks)
    assert plain(cut) == side_by_side.safe.lines(text)


def _change() -> Change:
    return Change("c", "s", None, "a", "b", False, "figure", (), (), "1", "2", "substance", 0.9)


def test_without_an_alignment_the_columns_just_run_down() -> None:
    a, b = Article("a", "One ferry.\nTwo gulls."), Article("b", "Three lamps.")
    rows = [(plain(r.source), plain(r.copy)) for r in side_by_side.rows(a, b, {})]
    assert rows == [("One ferry.", "Three lamps."), ("Two gulls.", "")]


def test_a_pair_may_be_laid_out_from_either_side() -> None:
    a = Article("a", "The ferry sailed at noon today.\nGulls were loud over the harbour.")
    b = Article("b", "Gulls were loud over the harbour.")
    rows = [(plain(r.source)[:5], plain(r.copy)[:5]) for r in side_by_side.rows(b, a, {}, aligned(a, b))]
    assert rows == [("", "The f"), ("Gulls", "Gulls")]
