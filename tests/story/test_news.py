"""What is new is told from the records of the stories that were followed anew."""

from __future__ import annotations

from retold.archive import store
from retold.model import Change, Derivation, Lineage, Node, Story, StoryRecord
from retold.story.news import Told


def story(name: str, articles: str, former: tuple[str, ...] = ()) -> Story:
    held = tuple(articles.split())
    return Story(name, held, (held,), 1.0, former)


def speaker(name: str, story: str) -> Change:
    return Change(
        name, story, None, "a", "b", False, "attribution", (), (), "Brine", "Holm", "substance", 0.9, ()
    )


def told(record: StoryRecord, before: list[Story], added: str = "", changes: tuple[Change, ...] = ()):
    one = Told(store.Trace(changes=changes), before, added.split())
    assert list(one.noted([record])) == [record]
    return one.news(told=1, recounted=False)


def bare(one: Story, *changes: Change) -> StoryRecord:
    nodes = tuple(Node(name, None, True, 1.0) for name in one.articles)
    edges = (Derivation(one.articles[0], one.articles[-1], True, 0.9, ()),)
    return StoryRecord(one, Lineage(nodes, edges, (one.articles[0],), (1, 1)), changes=changes)


def test_a_second_article_makes_a_story_and_a_lone_one_makes_none() -> None:
    assert told(bare(story("s1", "a b")), [story("s1", "a")], "b").stories == (story("s1", "a b"),)
    assert told(bare(story("s1", "a")), [], "a").stories == ()


def test_an_article_that_comes_to_a_story_is_a_version_with_its_sources() -> None:
    news = told(bare(story("s1", "a b c")), [story("s1", "a b")], "c")
    ((version),) = news.versions
    assert (version.article, version.story, version.sources) == ("c", "s1", ("a",))
    assert news.stories == ()


def test_a_story_that_took_in_another_is_merged_once() -> None:
    grown = story("s1", "a b c", ("s2",))
    assert told(bare(grown), [story("s1", "a b"), story("s2", "c")]).merged == (grown,)
    assert told(bare(grown), [story("s1", "a b", ("s2",))]).merged == ()


def test_only_changes_of_speaker_that_were_not_known_are_new() -> None:
    old, new = speaker("c1", "s1"), speaker("c2", "s1")
    wording = Change("c3", "s1", None, "a", "b", False, "wording", (), (), "x", "y", "wording", 0.9, ())
    news = told(bare(story("s1", "a b"), old, new, wording), [story("s1", "a b")], changes=(old,))
    assert news.speakers == (new,)


def test_a_story_is_unchanged_where_all_of_it_is_as_it_was() -> None:
    before = [story("s1", "a b"), story("s2", "c")]
    one = Told(store.Trace(), before, ())
    assert one.unchanged([story("s1", "a b"), story("s2", "c d"), story("s3", "e")]) == {"s1"}
