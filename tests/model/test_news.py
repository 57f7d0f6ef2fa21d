"""News of a trace."""

from __future__ import annotations

from retold.model.news import News, NewVersion


def test_news_are_none_until_something_is_new() -> None:
    assert News() == News((), (), (), (), (), (), (), (), 0, False, ())
    assert NewVersion("a", "s1").sources == ()
