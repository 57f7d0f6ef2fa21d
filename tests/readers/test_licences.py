"""The line by which an agency claims the rights in a report is part of its page's text, wherever it stands in it."""

from __future__ import annotations

import pytest

import retold
from retold.readers.formats import html_page

PARAGRAPHS = "".join(
    f"<p>The mail boat ran onto the sands off Quenby for the {n} time this week and sat there until the tide.</p>"
    for n in ("first", "second", "third", "fourth")
)
PAGE = "<html><head><title>Mail boat aground</title></head><body><main><article><h1>Mail boat aground</h1>{}</article></main>{}</body></html>"


def read(below: str, foot: str = "") -> retold.Article:
    return html_page.read(PAGE.format(PARAGRAPHS + below, foot))


@pytest.mark.parametrize(
    ("below", "name"),
    [
        ("<div>© 2025 AFP</div>", "Agence France-Presse"),
        ("<p>© 2025 dpa</p>", "Deutsche Presse-Agentur"),
        ("<p>© dpa-infocom, dpa:250502-99-000001/2</p>", "Deutsche Presse-Agentur"),
        ("<div>Copyright © 2025, dpa Deutsche Presse-Agentur GmbH</div>", "Deutsche Presse-Agentur"),
        ("<small>Copyright 2025 The Associated Press</small>", "Associated Press"),
        ("<footer class='foot'><span>(c) 2025 Reuters</span></footer>", "Reuters"),
    ],
)
def test_a_claim_of_an_agency_below_the_report_is_a_credit(below, name):
    assert name in [one.name for one in retold.credits(read(below))]


def test_a_claim_right_behind_the_article_is_a_credit():
    page = (
        PAGE.format(PARAGRAPHS, "")
        .replace("</article>", "</article><div>© 2025 dpa</div>")
        .replace("main>", "div>")
    )
    assert [one.name for one in retold.credits(html_page.read(page))] == ["Deutsche Presse-Agentur"]


@pytest.mark.parametrize(
    ("below", "foot"),
    [
        ("<div>© 2025 Quenby Echo</div>", ""),
        ("<figure><img src='a.png'><figcaption>The boat. © AFP</figcaption></figure>", ""),
        ("<div class='photo-credit'>© AFP</div>", ""),
        ("", "<footer><p>© 2025 AFP</p></footer>"),
    ],
)
def test_a_claim_of_the_paper_and_one_in_a_picture_or_the_foot_of_the_site_is_none(below, foot):
    found = read(below, foot)
    assert "©" not in found.text and not retold.credits(found)


def test_the_credit_of_an_agency_in_the_foot_of_the_article_is_kept_and_read():
    found = read("<footer><p>With reporting by Agence France-Presse</p></footer>")
    assert [one.name for one in retold.credits(found)] == ["Agence France-Presse"]


@pytest.mark.parametrize(
    ("below", "foot"),
    [
        ("<figure><figcaption>The sands, by Agence France-Presse</figcaption></figure>", ""),
        ("", "<footer><p>With reporting by Agence France-Presse</p></footer>"),
        ("<footer><p>AFP</p></footer>", ""),
        ("<footer><p>Edited by <a href='/o'>Odd Roe of Agence France-Presse</a></p></footer>", ""),
    ],
)
def test_the_credit_of_a_picture_or_of_the_whole_page_is_none_of_the_report(below, foot):
    assert "France" not in read(below, foot).text and not read(below, foot).text.endswith("AFP")
