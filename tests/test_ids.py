"""Names are made of content and place: they survive growth, and older stories keep theirs."""

from __future__ import annotations

from retold import ids
from retold.model import Span, Story

DAYS = {"argus": 3.0, "bugle": 1.0, "courier": None, "daily": 2.0}


def made(articles: str, name: str | None = None, former: tuple[str, ...] = ()) -> Story:
    held = tuple(articles.split())
    return Story(name or ids.story(held, DAYS), held, (held,), 1.0, former)


def test_the_founder_was_published_first_and_who_has_no_day_comes_last() -> None:
    assert ids.founder(DAYS, DAYS) == "bugle"
    assert ids.founder(["courier", "argus"], DAYS) == "argus"
    assert ids.founder(["zeta", "courier"], {}) == "courier"


def test_a_story_keeps_its_name_when_a_later_article_joins() -> None:
    assert ids.story(["bugle", "daily"], DAYS) == ids.story(["argus", "bugle", "courier", "daily"], DAYS)
    assert ids.story(["argus"], DAYS) != ids.story(["bugle"], DAYS)


def test_parts_that_read_alike_when_put_together_have_different_digests() -> None:
    assert ids.digest("ab", "c") != ids.digest("a", "bc")
    assert ids.digest() == ids.digest()


def test_a_statement_is_named_after_its_places_in_its_article() -> None:
    cue, content = Span("a", 10, 14), (Span("a", 15, 40),)
    assert ids.statement("a", cue, content) == ids.statement("a", cue, (Span("a", 15, 60),))
    assert ids.statement("a", cue, content) != ids.statement("a", None, content)
    assert ids.statement("b", cue, content) != ids.statement("a", cue, content)


def test_a_change_is_named_after_its_ends_kind_and_places() -> None:
    spans = (Span("a", 1, 5), Span("b", 2, 6))
    one = ids.change(("a", "b"), "figure", None, spans)
    assert one == ids.change(("a", "b"), "figure", None, spans)
    others = {
        ids.change(("b", "a"), "figure", None, spans),
        ids.change(("a", "b"), "date", None, spans),
        ids.change(("a", "b"), "figure", "shared", spans),
        ids.change(("a", "b"), "figure", None, spans[:1]),
    }
    assert one not in others and len(others) == 4


def test_no_article_has_the_name_of_an_unseen_source() -> None:
    name = ids.unseen("s1/", ["a", "b"], [])
    assert ids.unseen("s1/", ["a", "b"], [name]) != name
    assert ids.unseen("s1/", ["a", "b"], [name]) not in (name, "a", "b")
    assert ids.claim("figure", Span("a", 3, 5)) != ids.claim("statement", Span("a", 3, 5))


def test_things_of_one_name_are_told_apart_and_the_first_keeps_it() -> None:
    one = made("argus", "s1")
    assert [x.id for x in ids.told_apart([one, one, made("bugle", "s2"), one])] == [
        "s1",
        "s1.2",
        "s2",
        "s1.3",
    ]


# ---- stories that grew ----


def test_a_story_keeps_its_older_name_when_an_earlier_article_joins() -> None:
    old = made("argus courier")
    (new,) = ids.kept([old], [made("argus bugle courier")], DAYS)
    assert (new.id, new.former) == (old.id, ())


def test_merged_stories_keep_the_older_name_and_record_the_other() -> None:
    late, early = made("argus courier", former=("s0",)), made("bugle")
    (new,) = ids.kept([late, early], [made("argus bugle courier")], DAYS)
    assert (new.id, new.former) == (early.id, (late.id, "s0"))


def test_of_a_story_that_fell_apart_one_part_keeps_the_name() -> None:
    old = made("argus bugle courier daily", "s-old")
    found = ids.kept([old], [made("argus courier daily"), made("bugle")], DAYS)
    assert [one.id for one in found] == ["s-old", made("bugle").id]


def test_a_story_of_new_articles_has_a_name_of_its_own() -> None:
    found = ids.kept([made("bugle", "s-old")], [made("argus"), made("bugle daily")], DAYS)
    assert [one.id for one in found] == [made("argus").id, "s-old"]
