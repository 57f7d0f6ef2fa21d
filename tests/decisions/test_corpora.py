"""Stories are made one or parted, and words are marked as furniture, as decided."""

from __future__ import annotations

from retold.decisions import Decision, Rulings, corpora
from retold.model import Article, Span

IDS = ["a", "b", "c", "d", "e"]
GROUPS = [([0, 1], 0.4), ([2, 3], 0.3)]


def ruled(*decisions: Decision) -> Rulings:
    return Rulings(tuple(decisions))


def test_two_stories_become_one_in_the_place_of_the_first() -> None:
    merge = Decision("merge", articles=("d", "a"), id="1")
    assert corpora.settled(GROUPS, IDS, ruled(merge)) == ([([0, 1, 2, 3], 0.3)], {"1"})


def test_an_article_that_stood_alone_joins_a_story() -> None:
    found, done = corpora.settled(GROUPS, IDS, ruled(Decision("merge", articles=("e", "a"), id="1")))
    assert found == [([0, 1, 4], 0.4), ([2, 3], 0.3)] and done == {"1"}


def test_two_that_stood_alone_become_a_story() -> None:
    assert corpora.settled([], IDS, ruled(Decision("merge", articles=("e", "a"))))[0] == [([0, 4], 0.0)]


def test_a_story_is_parted_and_what_is_left_alone_is_no_group() -> None:
    split = Decision("split", articles=("b",), story="s", id="1")
    assert corpora.settled(GROUPS, IDS, ruled(split)) == ([([2, 3], 0.3)], {"1"})
    wide = [([0, 1, 2, 3], 0.2)]
    two = Decision("split", articles=("a", "c"), story="s", id="1")
    assert corpora.settled(wide, IDS, ruled(two))[0] == [([1, 3], 0.2), ([0, 2], 0.2)]


def test_what_is_so_already_changes_nothing() -> None:
    merge = Decision("merge", articles=("a", "b"), id="1")
    whole = Decision("split", articles=("a", "b"), story="s", id="2")
    gone = Decision("merge", articles=("x", "y"), id="3")
    assert corpora.settled(GROUPS, IDS, ruled(merge, whole, gone)) == (GROUPS, set())


def test_the_later_decision_has_the_last_word() -> None:
    merge = Decision("merge", articles=("a", "c"), id="1")
    split = Decision("split", articles=("c", "d"), story="s", id="2")
    assert corpora.settled(GROUPS, IDS, ruled(merge, split))[0] == [([0, 1], 0.3), ([2, 3], 0.3)]


def test_furniture_counts_in_its_article_and_as_a_line_in_others_of_the_outlet() -> None:
    articles = [
        Article("a", "Read on. A mast broke.\nRead on", outlet="Venn Mirror"),
        Article("b", "A hull.\n Read on \nAll read on. Read on, they said.", outlet="Venn Mirror"),
        Article("c", "Read on", outlet="Tidings"),
        Article("d", "Bread online\nRead on", outlet=None),
    ]
    decision = Decision("furniture", articles=("a",), words="Read on", id="1")
    found, done = corpora.furniture(articles, ruled(decision))
    assert [span for span, _ in found] == [Span("a", 0, 7), Span("a", 23, 30), Span("b", 9, 16)]
    assert done == {"1"} and {reason for _, reason in found} == {corpora.REASON}


def test_furniture_cuts_through_no_word() -> None:
    decision = Decision("furniture", articles=("a",), words="read", id="1")
    assert corpora.furniture([Article("a", "bread, reader")], ruled(decision)) == ([], set())
