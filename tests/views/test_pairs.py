"""Which pairs of versions a page lays out, and how much of them."""

from __future__ import annotations

from dataclasses import replace

from retold.archive.store import Trace
from retold.model import Article, Story
from retold.views import index, pairs


def test_the_most_telling_pair_comes_first(trace: Trace) -> None:
    found = index.of_trace(trace)
    shown = pairs.of_story(found, trace.stories[0], "s1", (), pairs.Purse()).shown
    assert (shown[0].source, shown[0].copy) == ("Ellard Beacon", "Morning Observer")
    assert shown[0].substance == 4


def test_a_page_lays_out_only_so_much_text(trace: Trace) -> None:
    found = index.of_trace(trace)
    shown_pairs = pairs.of_story(found, trace.stories[0], "s1", (), pairs.Purse(1500))
    assert len(shown_pairs.shown) == 1
    assert shown_pairs.more > 3


def test_long_texts_stay_quick() -> None:
    long = Article("a", "\n".join(f"The ferry {k} sailed at noon with {k} lorries." for k in range(30_000)))
    story = Story("s", ("a", "b"), (("a", "b"),), 1.0)
    found = index.of_trace(Trace(articles=(long, replace(long, id="b")), stories=(story,)))
    shown_pair = pairs.pair(found, "a", "b", [], "p", ())
    assert shown_pair.shortened
