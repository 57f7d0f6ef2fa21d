"""What a page says in several places: which headline, which time, which names are its own."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from retold.readers import bylines, headlinevotes, looselinked, pagelines, pagetags, pagetimes, regions
from retold.readers.pagemeta import Meta


def tree(markup: str):
    return html.document_fromstring(f"<html><body>{markup}</body></html>")


def around(markup: str) -> regions.Regions:
    page = tree(markup)
    return regions.of(regions.elements_of(page), page.find(".//h1"))


# ---- headlines ----


def headline(markup: str, *names: str, **stated: str) -> str | None:
    return headlinevotes.chosen(headlinevotes.headings(tree(markup)), stated, names)[0]


def test_the_visible_heading_wins_over_one_for_search_engines():
    stated = {"linked": "Gull Rock ferry: timetable, council", "card": "Gull Rock ferry: timetable, council"}
    assert headline("<h1>Ferry to Gull Rock runs late</h1>", **stated) == "Ferry to Gull Rock runs late"


@pytest.mark.parametrize("kind", ["kicker", "article-eyebrow", "dachzeile", "story section"])
def test_the_line_of_a_section_above_a_headline_is_no_part_of_it(kind: str) -> None:
    markup = f"<h1><span class='{kind}'>Harbour</span> Ferry to Gull Rock runs late</h1>"
    assert headline(markup, "Echo", title="Ferry to Gull Rock runs late - Harbour - Echo - echo.example") == (
        "Ferry to Gull Rock runs late"
    )


def test_a_first_part_that_is_no_section_stays() -> None:
    markup = "<h1><em class='strong'>Gull Rock</em> ferry runs late</h1>"
    assert headline(markup, "Echo", title="Gull Rock ferry runs late - Echo") == "Gull Rock ferry runs late"


def test_writer_and_times_in_one_paragraph_of_short_lines_are_read_each() -> None:
    page = around(
        "<h1>Ferry runs late</h1><p class='meta'>By Ida Corrie<br>First published on Mon 4 Mar 2031 09.12 GMT"
        "<br>Last modified on Tue 5 Mar 2031 16.40 GMT</p><p>"
        + "The ferry to Gull Rock ran late on Monday. "
        * 5
    )
    assert bylines.visible(page, "en") == ["Ida Corrie"]
    assert [(told.role, told.value) for told in pagetimes.visible(page, "en")] == [
        ("published", "2031-03-04T09:12+00:00"),
        ("updated", "2031-03-05T16:40+00:00"),
    ]


def test_a_writer_and_a_time_behind_a_comma_are_read_from_one_line() -> None:
    page = around(
        "<h1>Fähre zu spät</h1><div class='meta'>Ida Corrie, 04.03.2031 13:48 Uhr</div><p>"
        + "Die Fähre nach Quenby kam am Montag zu spät. " * 5
    )
    assert bylines.visible(page, "de") == ["Ida Corrie"]
    assert [(one.role, one.value) for one in pagetimes.visible(page, "de")] == [
        ("published", "2031-03-04T13:48")
    ]


@pytest.mark.parametrize("line", ["Gull Rock, 4 March 2031", "Quenby Gazette, 4 March 2031, 13:48"])
def test_a_place_and_a_paper_before_a_time_are_no_writer(line: str) -> None:
    page = around(
        f"<h1>Ferry late</h1><div>{line}</div><p>" + "The ferry to Gull Rock ran late on Monday. " * 5
    )
    assert bylines.visible(page, "en") == []


def test_a_sentence_with_a_time_names_no_writer() -> None:
    page = around(
        "<h1>Ferry late</h1><p>In the end, 4 March 2031 was the day on which the ferry came late. " * 3
    )
    assert bylines.visible(page, "en") == []


def test_linked_data_with_comments_are_read() -> None:
    script = """//<![CDATA[
    {"url": "https://echo.example/a", /* ours */ "headline": "Ferry // late",  // of the day
     "author": [{"name": "Ida Corrie"},],}
    //]]>"""
    assert looselinked.values(script) == [
        {"url": "https://echo.example/a", "headline": "Ferry // late", "author": [{"name": "Ida Corrie"}]}
    ]


def test_a_heading_that_nothing_else_is_akin_to_is_none():
    assert (
        headline("<h1>Harbour Live</h1>", linked="Ferry runs late", card="Ferry runs late")
        == "Ferry runs late"
    )


@pytest.mark.parametrize(
    ("markup", "stated"),
    [
        (
            "<h1>Ferry runs late</h1>",
            {"linked": "Harbour: Ferry runs late", "title": "Ferry runs late | Echo"},
        ),
        ("<h1><span>Harbour</span> <span>Ferry runs late</span></h1>", {"card": "Ferry runs late"}),
        ("<h1>Ferry runs late</h1>", {"card": "Ferry runs…"}),
        ("<h1>Exclusive Ferry runs late</h1>", {"linked": "Ferry runs late", "card": "Ferry runs late"}),
        ("<h2>Council meets</h2>", {"title": "Ferry runs late - Echo"}),
        ("", {"title": "Echo: Ferry runs late"}),
    ],
)
def test_sections_sites_marks_and_cuts_are_no_part_of_a_headline(markup, stated):
    assert headline(markup, "Echo", **stated) == "Ferry runs late"


def test_a_headline_cut_without_a_sign_is_made_whole():
    whole = "The ferry to Gull Rock runs late again, and the council, which promised a boat before the summer, has none yet"
    assert headline(f"<h1>{whole}</h1>", linked=whole[:101]) == whole


def test_of_several_headings_the_one_that_others_name_is_taken():
    assert headline("<h1>Lamp lit</h1><h1>Ferry runs late</h1>", card="Ferry runs late") == "Ferry runs late"
    assert headline("<h1>Echo</h1><h1>Ferry runs late</h1>", "Echo") == "Ferry runs late"


@pytest.mark.long
def test_a_heading_of_thousands_of_parts_costs_no_square_of_them():
    parts = " ".join(f"<span>boat {n} ran {n * 7} times late</span>" for n in range(3000))
    began = time.process_time()
    assert headline(f"<h1>Ferry late <b>again</b> {parts}</h1>", card="Ferry late again") is not None
    assert time.process_time() - began < 5


@given(st.lists(st.text(max_size=30), max_size=4), st.text(max_size=30))
def test_no_headline_raises(texts, name):
    stated = dict(zip(("linked", "card", "title", "other"), texts, strict=False))
    headlinevotes.chosen(headlinevotes.headings(tree("<h1>a <b>b c</b></h1>")), stated, [name])


# ---- places ----


def test_what_stands_between_headline_and_report_is_nearest():
    report = "The harbour office said on Monday that the ferry had left its berth an hour late, and that nobody knew why."
    page = around(
        "<div id='masthead'><time>x</time></div><main><p class='kick'>k</p><h1>Ferry</h1>"
        f"<i>below</i><p>{report}</p><b>behind</b></main><div class='card'><u>card</u></div>"
    )
    ranks = {
        one.tag: page.rank(at) for at, one in enumerate(page.elements) if one.tag in ("i", "b", "u", "time")
    }
    assert ranks == {"i": regions.BELOW, "b": regions.BEHIND, "u": None, "time": None}
    kick = next(at for at, one in enumerate(page.elements) if one.get("class") == "kick")
    assert page.rank(kick) == regions.ABOVE


@pytest.mark.parametrize("holder", ["<article>", "<div itemscope itemtype='http://schema.org/Article'>"])
def test_a_foot_of_an_article_below_its_headline_is_the_articles(holder):
    report = "The harbour office said on Monday that the ferry had left its berth an hour late, and that nobody knew why."
    foot = "<div class='news-footer'><time datetime='2019-03-04T09:30:00Z'>4 March</time></div>"
    page = around(f"{holder}<h1>Ferry</h1>{foot}<p>{report} {report * 3}</p></div>")
    at = next(n for n, one in enumerate(page.elements) if one.tag == "time")
    assert page.rank(at) == regions.BELOW
    outside = around(f"<h1>Ferry</h1>{foot}<p>{report}</p>")
    at = next(n for n, one in enumerate(outside.elements) if one.tag == "time")
    assert outside.rank(at) is None


# ---- times ----


def published(markup: str, **stated: list[str]) -> str | None:
    return pagetimes.chosen("published", stated, pagetimes.visible(around(f"<h1>Ferry</h1>{markup}")))


def test_a_clock_with_its_zone_is_taken_before_one_without_and_that_before_a_day():
    assert published("", linked=["2019-03-04"], tags=["2019-03-04T09:30:00Z"]) == "2019-03-04T09:30:00Z"
    assert published("", linked=["2019-03-04T10:30"], tags=["2019-03-04T09:30:00Z"]) == "2019-03-04T09:30:00Z"
    assert (
        published("", linked=["2019-03-04T09:30:00Z"], tags=["2019-03-09T09:30:00Z"])
        == "2019-03-04T09:30:00Z"
    )
    assert published("", linked=["2019-03-04"], tags=["2019-03-09T09:30:00Z"]) == "2019-03-04"


@pytest.mark.parametrize(
    "markup",
    [
        "<div>Updated <time datetime='2019-03-05T08:00Z'>x</time> Published <time datetime='2019-03-04T09:30Z'>x</time></div>",
        "<time class='updated' datetime='2019-03-05T08:00Z'>x</time><time class='entry-date published' datetime='2019-03-04T09:30Z'>x</time>",
        "<p>Published 4 March 2019, 09:30 GMT | Updated 5 March 2019, 08:00 GMT</p>",
        "<div>By Ida Corrie<br>Created <em>4 March 2019, 09:30 GMT</em></div>",
        "<div><time>March 4, 2019 at 4:30 a.m. EST</time></div>",
        "<div aria-label='Published 4:30 a.m. ET March 4, 2019'></div>",
        "<bsp-timestamp data-timestamp='1551691800000'></bsp-timestamp>",
    ],
)  # fmt: skip
def test_a_visible_time_is_that_of_its_label(markup):
    from retold.moments import moment
    from retold.readers import stamps

    found = moment(stamps.iso(published(markup)))
    assert found is not None and found.low.isoformat() == "2019-03-04T09:30:00+00:00"


# ---- tags ----


def test_several_tags_for_writers_are_all_taken_and_those_of_comments_not():
    page = tree(
        "<meta property='article:author' content='Ida Corrie'><meta property='article:author' content='Tom Vale'>"
        "<h1>Ferry</h1><div itemscope itemtype='http://schema.org/Comment'><span itemprop='author'>gull22</span></div>"
        "<meta name='twitter:label1' content='Written by'><meta name='twitter:data1' content='Ida Corrie'>"
    )
    tags = pagetags.meta(page)
    stated = pagetags.of(
        tags, pagetags.annotated(list(page.iter())), regions.of(regions.elements_of(page), page.find(".//h1"))
    )
    assert stated["byline"] == ["Ida Corrie; Tom Vale"] and pagetags.writers(tags) == ["Ida Corrie"]


# ---- linked data that is broken ----


@pytest.mark.parametrize(
    "script",
    [
        '{"@type": "NewsArticle", "headline": "Ferry",}',
        '<!-- {"@type": "NewsArticle", "headline": "Ferry"}; -->',
        '//<![CDATA[\n{"@type": "NewsArticle", "headline": "Ferry"}\n//]]>',
        '{"@type": "NewsArticle", "headline": "Ferry"} {"@type": "Person"}',
        "{&quot;@type&quot;: &quot;NewsArticle&quot;, &quot;headline&quot;: &quot;Ferry&quot;}",
        '{"@type": "NewsArticle", "description": "He said "no" and left", "headline": "Ferry"}',
    ],
)
def test_linked_data_that_is_broken_still_names_its_headline(script):
    assert looselinked.values(script)[0]["headline"] == "Ferry"


def test_of_data_beyond_repair_names_and_dates_are_saved():
    broken = '{"@type":"NewsArticle","x":"a"b","datePublished":"2019-03-04","author":[{"name":"Ida Corrie"},{"name":"Tom Vale"}]'
    found = looselinked.values(broken)[0]
    assert found["datePublished"] == "2019-03-04" and [one["name"] for one in found["author"]] == [
        "Ida Corrie",
        "Tom Vale",
    ]
    assert looselinked.values('{"@type":"Product","x":"a"b"}') == []


@given(st.text(alphabet='{}[]",: ab<!->&;\\', max_size=60))
def test_no_script_raises(text):
    looselinked.values(text)


# ---- lines at the edges ----

META = Meta(title="Ferry late", outlet="Quenby Echo", byline="Ida Corrie")
REPORT = ["The ferry ran late.", "Nobody knew why."]


@pytest.mark.parametrize(
    "line",
    ["Ferry late", "By Ida Corrie", "By Ida Corrie Created 4 March 2019, 09:30 GMT", "Author", "- Ida Corrie", "Published on Quenby Echo (https://echo.example)", "Source URL: https://echo.example/ferry", "Copyright 2019 Quenby Echo. Write to the editor."],
)  # fmt: skip
def test_what_a_page_says_of_itself_at_its_edges_is_no_report(line):
    assert pagelines.without_edges([line, *REPORT], META) == REPORT
    if line != "Ferry late":
        assert pagelines.without_edges([*REPORT, line], META) == REPORT


@pytest.mark.parametrize("line", ["By noon the tide had turned.", "© 2019 Gannet News Agency", "He named https://echo.example/ferry as the page on which he had read of it all."])  # fmt: skip
def test_a_sentence_and_the_rights_of_another_stay(line):
    assert pagelines.without_edges([*REPORT, line], META) == [*REPORT, line]


DATED = Meta(title="Ferry late", byline="Ida Corrie", published="2019-03-04T09:30:00+00:00")


@pytest.mark.parametrize(
    "line",
    ["4 марта 2019, 09:30", "Von Ida Corrie · 04.03.2019, 10:30 Uhr", "4 مارس 2019", "Monday 4 March 2019"],
)
def test_a_line_of_the_time_of_publication_is_no_report_in_any_language(line):
    assert pagelines.without_edges([line, *REPORT], DATED) == REPORT
    assert pagelines.without_edges(["Row at the quay", line, *REPORT], DATED) == REPORT


@pytest.mark.parametrize(
    "line",
    ["4 მარტი 2019, 12:45", "In 2019 the 4 ferries", "Crew of 4 in 2019: 12", "5 მარტი 2019", "The ferry ran on 4 March 2019 as it always had"],
)  # fmt: skip
def test_a_line_with_other_numbers_stays(line):
    assert pagelines.without_edges([line, *REPORT], DATED) == [line, *REPORT]


# ---- who and when, in more kinds of page ----


WIDGET = "<div class='kit-widget kit-widget-{}'>{}</div>"


def test_where_the_headline_is_a_widget_a_widget_may_be_of_the_report():
    page = around(
        WIDGET.format("title", "<h1>Ferry late</h1>")
        + WIDGET.format("info", "<b class='author'>Ida Corrie</b>")
    )
    assert bylines.visible(page, "en") == ["Ida Corrie"]
    beside = around("<h1>Ferry late</h1><div class='kit-widget'><b class='author'>Ida Corrie</b></div>")
    assert bylines.visible(beside, "en") == []


def test_the_lines_of_a_foot_of_the_post_are_of_the_report():
    foot = "<div class='post-footer'><p class='post-footer-line'>Posted by <span class='author'>Ida Corrie</span></p></div>"
    page = around(f"<article><h1>Ferry late</h1><p>{'The ferry ran late. ' * 9}</p>{foot}</article>")
    assert bylines.visible(page, "en") == ["Ida Corrie"]


def test_a_name_above_an_office_is_the_writer():
    page = around("<h1>Ferry late</h1><div><span>Ida Corrie</span><span>Harbour correspondent</span></div>")
    assert bylines.visible(page, "en") == ["Ida Corrie"]
    page = around("<h1>Ferry late</h1><div><span>Ida Corrie</span><span>3 min read</span></div>")
    assert bylines.visible(page, "en") == []


def test_a_line_that_signs_with_the_office_behind_the_name_is_read_in_korean():
    page = around(f"<h1>배가 늦다</h1><p>{'배가 또 늦었다. ' * 20}</p><p>한누리 기자 nuri@echo.example</p>")
    assert bylines.visible(page, "ko") == ["한누리"]
    assert bylines.visible(page, "en") == []


def test_a_caption_above_the_report_is_not_where_it_begins():
    caption = (
        "<figure><figcaption>The quay, "
        + "on a day of very little wind, " * 5
        + "in spring.</figcaption></figure>"
    )
    page = around(f"<h1>Ferry late</h1>{caption}<p>By Ida Corrie</p><p>{'The ferry ran late. ' * 9}</p>")
    assert bylines.visible(page, "en") == ["Ida Corrie"]


def test_a_time_before_the_writer_is_read():
    page = around(
        "<h1>Balsa atrasada</h1><div class='info'>Publicado em 04/03/2019 - 15:20 Por Ida Corrie</div>"
    )
    assert [one.value for one in pagetimes.visible(page, "pt")] == ["2019-03-04T15:20"]


def test_a_row_of_source_time_and_desk_is_no_line_of_the_report():
    meta = Meta(title="Ferry late", published="2019-03-04T15:20")
    assert pagelines.is_mark("Source: Quenby Echo | 2019-03-04 15:20:00 | Editor: Wim S.", meta)
    assert pagelines.is_mark("입력 2019.03.04 15:20수정 2019.03.04 16:00", meta)
    assert not pagelines.is_mark(
        "Ferries | a report of 2019 | and what came of it when nobody looked at the tide", meta
    )
    assert not pagelines.is_mark(
        "2019年3月4日、港で船が遅れ、岸壁にいた人々は誰も気にしていないようだった。", meta
    )


def test_a_number_or_a_dash_names_neither_outlet_nor_writer():
    tags = [("source", "-"), ("author", "10010"), ("publisher", "Quenby Echo")]
    assert pagetags.of(tags, [], regions.Regions([])) == {"outlet": ["Quenby Echo"]}


def test_a_headline_in_a_card_makes_no_report_of_other_cards():
    card = "<div class='card'>{}</div>"
    page = around(
        card.format("<h1>Ferry late</h1>") + card.format("<h2>Lamp lit</h2><b class='author'>Odd Roe</b>")
    )
    assert bylines.visible(page, "en") == []


def test_the_day_in_its_address_dates_a_page_that_tells_no_other():
    assert pagetimes.in_address("https://quenby.example/news/2031/05/06/goats-landed") == "2031-05-06"
    for other in (
        "/news/2031/05/",
        "/tides/2031/13/06/high",
        "/goats?until=2031/05/06/noon",
        "/1031/05/06/raid",
    ):
        assert pagetimes.in_address(f"https://quenby.example{other}") is None
