"""A page that only leads to other pages is no article; a live report and a weblog's page are."""

from __future__ import annotations

import pytest

from retold.model import Article
from retold.readers import teasers, walls
from retold.readers.formats import html_page

ITEMS = [
    ("Goats eat the wicks", "Two goats of the keeper ate every third wick of the lamp on Sunday night."),
    ("Ferry late again", "The ferry to Quenby came an hour late for the fourth day in a row on Monday."),
    ("Choir needs a bass", "The choir of the harbour church is looking for a bass who can also row a boat."),
    (
        "Pier to be tarred",
        "The pier will be tarred in May, the harbour office said, if the tar comes in time.",
    ),
    ("Eel prices fall", "Eels went for nine crowns a pound at Tuesday's market, two less than a week ago."),
]


def page(link: str, *, stamp: str = "") -> str:
    cards = "".join(
        f"<div><h2><a href='{link.format(n)}'>{head}</a></h2><p>{text}</p></div>"
        for n, (head, text) in enumerate(ITEMS)
    )
    head = '<link rel="canonical" href="https://echo.example/news">' + stamp
    return f"<html><head><title>Quenby Echo</title>{head}</head><body><main>{cards}</main></body></html>"


def test_a_page_of_teasers_is_set_aside_as_what_it_is():
    found = html_page.read(page("/n/{}"))
    assert isinstance(found, walls.Wall) and found == teasers.WALL


def test_a_link_may_stand_around_its_heading():
    cards = "".join(
        f"<div><a href='/n/{n}'><h3>{head}</h3></a><p>{text}</p></div>"
        for n, (head, text) in enumerate(ITEMS)
    )
    assert html_page.read(f"<html><body><main><h1>Coast</h1>{cards}</main></body></html>") == teasers.WALL


@pytest.mark.parametrize(
    ("link", "stamp"),
    [
        ("#post-{}", ""),
        ("/news?post={}", ""),
        ("/n/{}", '<meta property="article:published_time" content="2031-05-06T08:00:00Z">'),
    ],
)
def test_headings_that_lead_to_places_of_their_own_page_and_a_page_with_a_time_are_read(link, stamp):
    assert isinstance(html_page.read(page(link, stamp=stamp)), Article)


def test_a_report_with_headings_of_others_below_it_is_read():
    report = "".join(f"<p>{text} {text}</p>" for _, text in ITEMS)
    cards = "".join(f"<div><h3><a href='/n/{n}'>{head}</a></h3></div>" for n, (head, _) in enumerate(ITEMS))
    found = html_page.read(f"<html><body><article><h1>Lamp out</h1>{report}</article>{cards}</body></html>")
    assert isinstance(found, Article) and ITEMS[4][1] in found.text
