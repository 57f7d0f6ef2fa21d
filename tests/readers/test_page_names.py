"""Who publishes a page and who wrote it, where nothing but the page itself says so."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from retold.readers import bylines, regions, sitenames

BODY = "<h1>Ferry late</h1><p>The ferry to Gull Rock ran late on Monday.</p>"


def tree(markup: str):
    return html.document_fromstring(f"<html><body>{markup}</body></html>")


@pytest.mark.parametrize(
    "markup",
    ["<p>© 2019 Quenby Echo. All rights reserved.</p>", "<img src='/logo.png' alt='Quenby Echo logo'>", "<a href='/'>Quenby Echo</a>", "<small>Copyright 2018-2019 Quenby Echo</small>"],
)  # fmt: skip
def test_a_name_in_the_title_and_in_one_more_place_is_the_outlets(markup):
    assert sitenames.of(tree(BODY + markup), "Ferry late | News | Quenby Echo", None) == "Quenby Echo"


def test_a_name_that_the_host_repeats_is_the_outlets():
    assert (
        sitenames.of(tree(BODY), "Ferry late - The Quenby Echo", "https://www.quenbyecho.example/f")
        == "The Quenby Echo"
    )


def test_a_host_is_no_name_with_its_www_either():
    page = tree(f"{BODY}<p>© 2019 www.quenbyecho.example</p>")
    stated = ["www.quenbyecho.example", "Quenby Echo"]
    assert sitenames.chosen(stated, page, None, "https://www.quenbyecho.example/f") == "Quenby Echo"
    assert sitenames.chosen(stated[:1], tree(BODY), None, None) == "www.quenbyecho.example"


@pytest.mark.parametrize(
    ("markup", "title"),
    [("<p>© 2019 Gull Holdings Ltd.</p>", "Ferry late - Harbour"), ("", "Ferry late - Harbour"), ("<p>© 2019 Gull Holdings</p>", None), ("<a href='/'>Home</a>", "Home | Ferry late")],
)  # fmt: skip
def test_one_place_alone_names_no_outlet(markup, title):
    assert sitenames.of(tree(BODY + markup), title, None) is None


@pytest.mark.parametrize(
    ("markup", "language", "names"),
    [
        ("<div class='author-card'><a class='author-name'>Ida Corrie</a><span class='author-role'>Harbour writer</span></div>", "en", "Ida Corrie"),
        ("<div>By <a rel='author'>Ida Corrie</a> and <a rel='author'>Tom Vale</a></div>", "en", "Ida Corrie, Tom Vale"),
        ("<p class='byline'>BY Ida Corrie</p>", "en", "Ida Corrie"),
        ("<p class='article__author'>Par <span class='author-name'>Ida Corrie</span></p>", "fr", "Ida Corrie"),
        ("<div data-testid='byline'>By <a>Ida Corrie</a></div>", "en", "Ida Corrie"),
        ("<p class='author'>Von Trapp</p>", "en", "Von Trapp"),
    ],
)  # fmt: skip
def test_a_byline_is_its_names_and_nothing_else(markup, language, names):
    page = tree(f"<h1>Ferry late</h1>{markup}")
    assert (
        ", ".join(bylines.visible(regions.of(regions.elements_of(page), page.find(".//h1")), language))
        == names
    )


def shown(markup):
    page = tree(markup)
    return bylines.visible(regions.of(regions.elements_of(page), page.find(".//h1")), "en")


def test_an_unmarked_byline_counts_below_the_headline_alone():
    assert shown("<h1>Ferry late</h1><div><p>By Ida Corrie and Tom Vale</p></div>") == [
        "Ida Corrie",
        "Tom Vale",
    ]
    assert shown("<p>By Ida Corrie</p><h1>Ferry late</h1><p>By noon the tide had turned.</p>") == []


def test_who_wrote_a_card_or_a_comment_did_not_write_the_report():
    card = "<div class='card'><h3>Gull</h3><span class='byline'>By Wim Sandvik</span></div>"
    comment = "<div class='comment'><cite class='comment-author'>Nell P</cite></div>"
    assert shown(f"{card}<h1>Ferry late</h1><p>The ferry ran late.</p>{comment}") == []


def test_a_line_of_a_name_and_an_office_and_a_link_to_a_writer_name_the_writer():
    assert shown("<h1>Ferry late</h1><div>Ida Corrie, Harbour Editor</div>") == ["Ida Corrie"]
    assert shown("<h1>Ferry late</h1><div><a href='/authors/ida'>Ida Corrie</a></div>") == ["Ida Corrie"]
    assert shown("<h1>Ferry late</h1><div>Gull Rock, Taven</div>") == []


def test_the_byline_of_a_page_is_no_line_of_its_report():
    assert bylines.is_byline("By Ida Corrie and Tom Vale", "Ida Corrie, Tom Vale", "en")
    assert not bylines.is_byline("By Ida Corrie's own account the ferry was late.", "Ida Corrie", "en")


@given(st.lists(st.sampled_from(["<a href='/'>", "</a>", "<p>", "©", "2019", "Echo", " ", "<span class='author'>", "By ", "</span>", "<img alt='logo'>", "|", "-", "<h1>", "</h1>"]), max_size=25))  # fmt: skip
def test_no_markup_raises(parts):
    made = tree("".join(["x", *parts]))
    sitenames.of(made, "".join(parts), "".join(parts))
    bylines.visible(regions.of(regions.elements_of(made), next(iter(made.iter("h1")), None)), "de")


def test_the_name_that_a_print_says_it_was_published_on_is_a_place_that_names_the_outlet():
    page = tree(
        f"<div class='print-site_name'>Published on <em>Quenby Echo</em> (https://www.quenbyecho.example)</div>{BODY}"
    )
    assert sitenames.of(page, "Ferry late", "https://www.quenbyecho.example/f") == "Quenby Echo"


def test_a_name_behind_a_low_line_is_read_where_words_are_not_parted():
    page = tree("<a href='/'>海鸥网</a><h1>渡轮晚点</h1>")
    assert sitenames.of(page, "渡轮晚点_海鸥网", None) == "海鸥网"


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Ida Corrie • 4 March 2019, 8:05 am", ["Ida Corrie"]),
        ("Ida Corrie, 4 March 2019, 8:05 am", ["Ida Corrie"]),
        ("Gull Rock • 4 March 2019", []),
        (
            "Reported by: Ida Corrie | Edited by: Tom Vale | Updated: 4 March 2019, 8:05 GMT | 4 min read | 31 comments",
            ["Ida Corrie"],
        ),
    ],
)
def test_a_row_of_writer_and_time_below_the_headline_names_the_writer(line, names):
    page = tree(
        f"<h1>Ferry late</h1><p class=meta>{line}</p><p>{'The ferry to Gull Rock ran late. ' * 5}</p>"
    )
    elements = regions.elements_of(page)
    heading = next(one for one in elements if one.tag == "h1")
    assert bylines.visible(regions.of(elements, heading), "en") == names


def test_the_reading_view_of_a_browser_names_the_writer_in_a_line_of_its_own():
    page = tree(
        f"<div><h1>Ferry late</h1><div class='credits reader-credits'>Ida Corrie</div></div><p>{'The ferry to Gull Rock ran late. ' * 5}</p>"
    )
    elements = regions.elements_of(page)
    heading = next(one for one in elements if one.tag == "h1")
    assert bylines.visible(regions.of(elements, heading), "en") == ["Ida Corrie"]
