"""Web pages: the report inside; outlet, times, byline and credits from where pages keep them."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.readers import pagemeta
from retold.readers.formats import html_page as page

PARAGRAPHS = [
    "The harbour council of Quenby voted on Thursday to keep its lighthouse lit for another winter.",
    "“We would sooner go without the brass band,” said the keeper, Alma Renwick, who has tended the lamp for "
    "31 years and intends to go on doing so.",
    "A motion to replace it with a buoy failed by seven votes to two, with one member asleep in his chair.",
]
REPORT = "\n\n".join(PARAGRAPHS)
MARKED = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)


def html(head: str = "", body: str = f"<article><h1>Lamp stays lit</h1>{MARKED}</article>") -> str:
    nav = "<nav><ul><li><a href='/'>Home</a></li><li><a href='/sea'>Sea</a></li></ul></nav>"
    foot = "<footer><p>© 2019 Quenby Echo</p></footer>"
    return f"<!DOCTYPE html><html><head>{head}</head><body>{nav}{body}{foot}</body></html>"


def linked(**fields: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(fields)}</script>'


def test_the_report_is_the_text_and_navigation_title_and_footer_are_not():
    article = page.read(html("<title>Lamp stays lit | Quenby Echo</title>"))
    assert article is not None
    assert (article.text, article.title) == (REPORT, "Lamp stays lit")


def test_linked_data_gives_outlet_times_with_zone_and_byline():
    news = {
        "@type": "NewsArticle",
        "headline": "Lamp stays lit",
        "datePublished": "2019-10-03T23:50:00+02:00",
        "dateModified": "2019-10-04T07:00:00+02:00",
        "author": [{"@type": "Person", "name": "Ida Corrie"}, {"name": "Jon Pell"}],
        "publisher": {"name": "Quenby Echo"},
        "mainEntityOfPage": {"@id": "https://quenbyecho.example/lamp"},
        "inLanguage": "en-GB",
    }
    site = {"@type": "WebPage", "headline": "Quenby Echo", "datePublished": "2001-01-01"}
    article = page.read(html(linked(**{"@graph": [site, news]})))
    assert article is not None
    assert (article.outlet, article.byline, article.language) == ("Quenby Echo", "Ida Corrie, Jon Pell", "en")
    assert (article.published, article.updated) == ("2019-10-03T23:50:00+02:00", "2019-10-04T07:00:00+02:00")
    assert article.url == "https://quenbyecho.example/lamp"


def test_meta_tags_serve_where_there_is_no_linked_data():
    article = page.read(
        html(
            '<meta property="og:title" content="Lamp stays lit">'
            '<meta property="og:site_name" content="Quenby Echo">'
            '<meta property="article:published_time" content="2019-10-03T21:50:00Z">'
            '<meta name="author" content="Ida Corrie"><meta property="article:author" content="https://x.example/ida">'
            '<link rel="canonical" href="https://quenbyecho.example/lamp">'
        )
    )
    assert article is not None
    assert (article.outlet, article.byline) == ("Quenby Echo", "Ida Corrie")
    assert (article.published, article.url) == ("2019-10-03T21:50:00Z", "https://quenbyecho.example/lamp")


def test_a_visible_time_serves_last():
    article = page.read(
        html(body=f"<article><time datetime='2019-10-03T21:50'>Thursday</time>{MARKED}</article>")
    )
    assert article is not None
    assert article.published == "2019-10-03T21:50"


def test_the_name_of_the_site_is_no_part_of_the_headline():
    head = '<meta property="og:title" content="Lamp stays lit | Quenby Echo"><meta property="og:site_name" content="Quenby Echo">'
    article = page.read(html(head))
    assert article is not None and article.title == "Lamp stays lit"
    article = page.read(html("<title>Lamp stays lit : Sea : Quenby Echo</title>"))
    assert article is not None and article.title == "Lamp stays lit"


def test_a_visible_byline_and_time_serve_and_are_no_text():
    lines = '<div class="byline">By <a rel="author" href="/ida">Ida Corrie</a>, harbour desk</div><div class="timestamp">Published: Friday 4 October 2019, 6:20pm GMT</div>'
    article = page.read(html(body=f"<article><h1>Lamp stays lit</h1>{lines}{MARKED}</article>"))
    assert article is not None
    assert (article.byline, article.published, article.text) == (
        "Ida Corrie",
        "2019-10-04T18:20+00:00",
        REPORT,
    )


def test_the_outlet_is_no_author():
    news = {
        "@type": "NewsArticle",
        "headline": "Lamp stays lit",
        "author": {"name": "Quenby Echo"},
        "publisher": {"name": "Quenby Echo"},
    }
    article = page.read(html(linked(**news)))
    assert article is not None and (article.outlet, article.byline) == ("Quenby Echo", None)


def test_captions_offers_and_lists_between_the_paragraphs_are_no_text():
    offer = "<div class='newsletter'><p>Sign up for our weekly letter.</p></div>"
    gallery = "<div class='gallery'><p class='caption'>1 / 3 The lamp on Thursday.</p><span>Back to Gallery</span></div>"
    parts = "".join(
        (
            gallery,
            f"<p>{PARAGRAPHS[0]}</p>",
            offer,
            f"<p>{PARAGRAPHS[1]}</p><p>{PARAGRAPHS[2]}</p>",
            "<p>Photo: Jon Pell/Gannet</p>",
        )
    )
    article = page.read(html(body=f"<article><h1>Lamp stays lit</h1>{parts}</article>"))
    assert article is not None and article.text == REPORT


def test_a_wall_is_no_article_and_says_what_it_is():
    found = page.read(
        "<html><head><title>Are you a robot? - Echo</title></head><body><h1>Are you a robot?</h1><p>Tick the box.</p></body></html>"
    )
    assert isinstance(found, tuple) and "robot" in found.why


def test_a_time_that_means_none_is_kept_beside():
    article = page.read(html('<meta property="article:published_time" content="0001-01-01T00:00:00Z">'))
    assert article is not None and article.published is None
    assert article.extra["no_time"] == {"published": "0001-01-01T00:00:00Z"}


@pytest.mark.parametrize(
    "script", ['{"@type": "NewsArticle", "headline": }', "[[[[", '{"@graph": {"@graph": 3}}', "null"]
)
def test_broken_linked_data_is_passed_over(script):
    article = page.read(html(f'<script type="application/ld+json">{script}</script>'))
    assert article is not None
    assert article.text == REPORT


def test_a_page_that_scripts_fill_gives_its_linked_body():
    article = page.read(
        html(linked(**{"@type": "NewsArticle", "headline": "Lit", "articleBody": REPORT}), "<div></div>")
    )
    assert article is not None
    assert article.text == REPORT


def test_credit_lines_that_extraction_drops_are_kept_beside_the_text():
    byline = '<p class="byline">By Ida Corrie, Gannet News Agency</p>'
    figure = "<figure><img src='a.jpg'><figcaption>The lamp. Photo: Gannet Pictures</figcaption></figure>"
    body = f"<article><h1>Lamp stays lit</h1>{byline}{figure}{MARKED}</article>"
    article = page.read(html(body=body))
    assert article is not None
    assert "Photo" not in article.text
    credits = article.extra["credits"]
    assert isinstance(credits, tuple)
    assert {"By Ida Corrie, Gannet News Agency", "The lamp. Photo: Gannet Pictures"} <= set(credits)


def test_comments_are_no_report():
    talk = '<div class="comments"><p>I think the lamp keeps the herring awake at night, frankly.</p></div>'
    article = page.read(html(body=f"<article>{MARKED}</article>{talk}"))
    assert article is not None
    assert "herring" not in article.text


def test_a_page_without_report_is_none():
    assert page.read("<html><head><title>Quenby Echo</title></head><body></body></html>") is None


@pytest.mark.parametrize(
    "markup",
    [
        "<div>" * 30_000,
        "<b>x" * 20_000,
        "<!--" * 20_000,
        "<a href='" * 9_000,
        "&amp" * 90_000,
        "<table>" + "<tr><td>x" * 3_000,
    ],
)
def test_hostile_markup_ends(markup):
    page.read(f"<html><body>{markup}<p>{PARAGRAPHS[0]}</p>")


@given(st.text(st.sampled_from("<>/=\"'!-&;# apdiv\x00é"), max_size=200))
def test_no_markup_raises(markup):
    page.read(f"<html>{markup}")


# ---- what a page says about itself ----


def meta(head: str, body: str = "") -> pagemeta.Meta:
    from trafilatura import load_html

    return pagemeta.read(
        load_html(f"<html lang='de'><head>{head}</head><body>{body}<p>Text.</p></body></html>")
    )


def test_linked_data_outweighs_meta_tags_and_these_what_is_visible():
    head = "<title>C | Echo</title><meta property='og:title' content='B'>"
    assert (meta(head).title, meta(head + linked(**{"@type": "Article", "headline": "A"})).title) == (
        "B",
        "A",
    )
    assert meta("<title>The lamp stays lit tonight | Echo</title>").title == "The lamp stays lit tonight"


def test_a_news_article_is_the_page_s_own_among_several():
    several = [{"@type": "WebPage", "headline": "W"}, {"@type": "BlogPosting", "headline": "B"}]
    news = {"@type": ["Thing", "NewsArticle"], "headline": "N"}
    assert meta(linked(**{"@graph": [*several, news]})).title == "N"
    assert meta(linked(**{"@graph": several})).title == "B"


def test_an_address_is_no_outlet_and_no_byline():
    head = "<meta name='author' content='https://echo.example/ida'><meta name='publisher' content='https://echo.example'>"
    assert (meta(head).outlet, meta(head).byline) == (None, None)


def test_captions_are_those_of_pictures_and_of_marked_lines():
    from trafilatura import load_html

    tree = load_html("<figcaption>A lamp</figcaption><p class='x-credit'>Gannet</p><p class='lead'>No.</p>")
    assert pagemeta.captions(tree) == ["A lamp", "Gannet"]


def test_the_writer_behind_a_headline_is_no_part_of_it():
    head = "<title>The lamp stays lit | Ida Corrie | Quenby Echo</title><meta property='og:title' content='The lamp stays lit | Ida Corrie'><meta name='author' content='Ida Corrie'><meta property='og:site_name' content='the Quenby Echo'><meta name='application-name' content='The Quenby Echo'>"
    assert (meta(head).title, meta(head).outlet) == ("The lamp stays lit", "The Quenby Echo")


def test_the_address_of_the_accelerated_page_is_kept_beside():
    head = "<link rel='canonical' href='https://echo.example/lamp'><link rel='amphtml' href='https://echo.example/lamp/amp'>"
    article = page.read(html(head))
    assert article is not None
    assert (article.url, article.extra["amp_url"]) == (
        "https://echo.example/lamp",
        "https://echo.example/lamp/amp",
    )


def test_a_reprint_keeps_its_own_address_though_it_calls_that_of_the_first_publisher_canonical():
    head = "<link rel='canonical' href='https://echo.example/lamp'><meta property='og:url' content='{}'>"
    assert meta(head.format("https://portal.example/n/8")).url == "https://portal.example/n/8"
    assert meta(head.format("https://m.echo.example/lamp?x=1")).url == "https://echo.example/lamp"


def test_the_headline_is_no_line_of_the_text_wherever_an_extraction_sets_it():
    posts = "".join(
        f"<article class='post'><time datetime='2019-03-04T0{n}:00:00Z'>0{n}:00</time><p>Post {n}: the ferry to Gull Rock ran late again, and nobody on the quay would say for how long.</p></article>"
        for n in range(1, 6)
    )
    markup = f"<html><head><title>Ferry late</title></head><body><main><header><h1>Ferry late</h1></header>{posts}</main></body></html>"
    found = page.read(markup)
    assert "Ferry late" not in found.text.split("\n") and found.text.count("Post ") == 5


def test_a_parser_is_silenced_once_however_many_pages_are_read():
    import logging

    page.read("<p>The ferry to Gull Rock ran late on Monday, the harbour office said.</p>")
    before = len(logging.getLogger("trafilatura").handlers)
    page.read("<p>The ferry to Gull Rock ran late on Tuesday, the harbour office said.</p>")
    assert len(logging.getLogger("trafilatura").handlers) == before


def test_a_line_with_the_clocks_of_two_zones_is_no_text():
    lines = "".join(
        f"<p>The keeper of lamp number {n} said on Monday that it would burn.</p>" for n in range(4)
    )
    line = "<p>Monday, 4 March, 2019, 18:20 GMT 19:20 UK</p>"
    stamp = '<meta name="OriginalPublicationDate" content="2019/03/04 18:20:11">'
    head = f'<title>Echo | COAST | Lamp lit</title>{stamp}<meta name="Headline" content="Lamp lit">'
    found = page.read(f"<html><head>{head}</head><body>{line}{lines}</body></html>")
    assert found.title == "Lamp lit" and "18:20" not in found.text
