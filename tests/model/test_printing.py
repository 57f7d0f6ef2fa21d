"""Things are printed on one short line."""

from __future__ import annotations

from retold.model import Article, Change, Lineage, Span, Story
from retold.model.printing import one_line


def test_a_long_text_is_cut_and_empty_fields_are_left_out() -> None:
    assert one_line(Article("a", "x" * 99)) == f"Article(id='a', text='{'x' * 32}…')"


def test_several_things_are_counted_and_spans_are_places() -> None:
    story = Story("s", tuple("abcdefghijkl"), (), 0.25)
    assert one_line(story) == "Story(id='s', articles=<12>, cohesion=0.25)"
    assert "source_spans=<1>" in repr(_change("40"))


def test_a_line_has_an_end_whatever_it_holds() -> None:
    assert len(repr(Story("s" * 999, tuple("ab"), (tuple("c" * 31) * 3,) * 3, 0.5))) <= 200
    assert len(repr(_change("y" * 10_000))) <= 200
    assert repr(Lineage((), (), (), (0, 1))) == "Lineage(origins_range=(0, 1))"


def _change(before: str) -> Change:
    places = (Span("a", 1, 5),)
    return Change("c1", "s1", None, "a", "b", True, "figure", places, (), before, "", "style", 0.5)
