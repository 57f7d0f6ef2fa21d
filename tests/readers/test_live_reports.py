"""Posts of a live report keep their clocks: as spans of the page's article, or apart as articles of their own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from lxml import html

from retold import readers
from retold.model import Article, SetAside
from retold.readers import liveblogs
from retold.settings import Clean

LINES = {
    "18:40": "Divers have reached the keel of the Petrel, the pilot station at Venn said.",
    "17:10": "“She lay down like a tired horse,” deckhand Marit Osk told this newspaper on the mole.",
    "16:30": "Four sailors were taken to the hospital, two of them with broken ribs, a doctor said.",
}


def post(clock: str, words: str, number: int, kind: str = "post") -> str:
    return (
        f'<div class="{kind}" id="p{number}"><time datetime="2031-05-03T{clock}:00Z">{clock}</time>'
        f"<h3>At {clock}</h3><p>{words}</p></div>"
    )


def page(data: str = "", lines: dict[str, str] = LINES, kind: str = "post") -> str:
    blocks = "".join(post(clock, words, n, kind) for n, (clock, words) in enumerate(lines.items(), 1))
    return (
        '<!DOCTYPE html><html lang="en"><head><title>Mast breaks at Venn: live</title>'
        f'<link rel="canonical" href="https://echo.example/live">{data}</head><body><main>'
        f"<h1>Mast breaks at Venn: live</h1><div class=feed>{blocks}</div></main></body></html>"
    )


def linked(lines: dict[str, str] = LINES) -> str:
    updates = [
        {"@type": "BlogPosting", "headline": f"Data {clock}", "datePublished": f"2031-05-03T{clock}:30Z",
         "url": f"https://echo.example/live#{clock}", "articleBody": words}
        for clock, words in lines.items()
    ]  # fmt: skip
    data = {"@context": "https://schema.org", "@type": "LiveBlogPosting", "headline": "Mast breaks at Venn: live",
            "datePublished": "2031-05-03T16:00:00Z", "liveBlogUpdate": updates}  # fmt: skip
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


def read(tmp_path: Path, markup: str, posts: str = "together") -> list[Article | SetAside]:
    (tmp_path / "live.html").write_text(markup, encoding="utf-8")
    return list(readers.read([tmp_path / "live.html"], Clean(posts=posts)))  # type: ignore[arg-type]


@pytest.mark.parametrize("data", ["", linked()])
def test_each_post_is_a_span_with_its_clock(tmp_path: Path, data: str) -> None:
    [article] = read(tmp_path, page(data))
    assert isinstance(article, Article)
    posts = article.extra["posts"]
    assert [one["published"] for one in posts] == [f"2031-05-03T{clock}:00Z" for clock in LINES]
    for one, words in zip(posts, LINES.values(), strict=True):
        assert article.text[one["start"] : one["end"]].endswith(words)
    if data:
        assert article.published == "2031-05-03T16:00:00Z"


def test_clocks_of_posts_are_no_text(tmp_path: Path) -> None:
    [article] = read(tmp_path, page(linked()))
    assert isinstance(article, Article)
    assert not any(line.strip() in LINES for line in article.text.split("\n"))


def test_posts_apart_are_articles_with_clock_headline_and_address(tmp_path: Path) -> None:
    found = [one for one in read(tmp_path, page(linked()), "apart") if isinstance(one, Article)]
    assert [one.text for one in found] == list(LINES.values())
    assert [str(one.published) for one in found] == [f"2031-05-03T{clock}:00Z" for clock in LINES]
    assert len({one.id for one in found}) == 3 and found[0].id.startswith("live:")
    assert found[0].url == "https://echo.example/live#18:40" and found[0].title == "At 18:40"
    assert found[0].extra["live_report"] == "Mast breaks at Venn: live"


def test_what_stands_outside_of_posts_is_an_article_too() -> None:
    lead = "A mast broke on Monday, and we follow what is known of it."
    text = f"{lead}\n\nFirst post here.\n\nSecond post here."
    low, high = text.index("First"), text.index("Second")
    posts = [{"start": low, "end": low + 16}, {"start": high, "end": high + 17, "published": "2031-05-03"}]
    head, one, two = liveblogs.apart(Article("", text, title="Live", extra={"posts": posts}))
    assert (head.text, one.text, two.text) == (lead, "First post here.", "Second post here.")
    assert "posts" not in head.extra and two.published == "2031-05-03" and one.title == "Live"


def test_an_article_without_posts_is_left_as_it_is(tmp_path: Path) -> None:
    plain = Article("a", "A ferry sank.")
    assert liveblogs.apart(plain) == [plain]
    [article] = read(tmp_path, page(lines=dict(list(LINES.items())[:1])), "apart")
    assert isinstance(article, Article) and "posts" not in article.extra


def test_cards_of_other_reports_with_times_are_no_posts(tmp_path: Path) -> None:
    report = "".join(
        f"<p>{words} It was the {n}th such case on this coast.</p>" for n, words in enumerate(LINES.values())
    )
    cards = "".join(
        post(clock, "Read about the gull and the roll.", n, "card") for n, clock in enumerate(LINES)
    )
    [article] = read(
        tmp_path,
        f"<html><body><main><h1>Mast breaks</h1><article>{report}</article></main><div>{cards}</div></body></html>",
    )
    assert isinstance(article, Article) and "posts" not in article.extra


def test_data_alone_tell_posts_where_the_page_has_no_times(tmp_path: Path) -> None:
    bare = "".join(f"<div><p>{words}</p></div>" for words in LINES.values())
    markup = f"<html><head>{linked()}</head><body><main><h1>Mast breaks at Venn: live</h1>{bare}</main></body></html>"
    [article] = read(tmp_path, markup)
    assert isinstance(article, Article)
    assert [one["title"] for one in article.extra["posts"]] == [f"Data {clock}" for clock in LINES]


@pytest.mark.parametrize(
    "broken", ['{"liveBlogUpdate": 3}', '{"liveBlogUpdate": [1, {"articleBody": {}}]}', "[[[["]
)
def test_broken_data_tell_none(broken: str) -> None:
    tree = html.fromstring(
        f'<html><body><script type="application/ld+json">{broken} liveBlogUpdate</script></body></html>'
    )
    assert liveblogs.posts(tree, "liveBlogUpdate", "One.\n\nTwo.", None) == []


def test_posts_that_stand_in_the_data_alone_are_the_text(tmp_path: Path) -> None:
    shell = f"<html><head><title>Mast breaks at Venn: live</title>{linked()}</head><body><div id='root'></div></body></html>"
    (tmp_path / "a.html").write_text(shell)
    (found,) = readers.read([tmp_path / "a.html"], Clean())
    assert isinstance(found, Article)
    paragraphs = [line for line in found.text.split("\n") if line.strip()]
    assert all(words in paragraphs for words in LINES.values())
