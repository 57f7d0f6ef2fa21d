"""The suite of pages: its pages tell their truth, and its counts follow from what was read."""

from __future__ import annotations

import html
import re
from datetime import UTC, datetime

import pytest

from evaluation.generator import web_pages
from evaluation.suites import pages
from retold.model import Article


@pytest.mark.parametrize("layout", web_pages.layouts())
def test_every_layout_shows_its_headline_and_every_paragraph(layout: str) -> None:
    for page in web_pages.pages(layout):
        shown = re.sub(r"\\u([0-9a-f]{4})", lambda m: chr(int(m[1], 16)), html.unescape(page.html))
        assert all(paragraph in shown for paragraph in page.paragraphs)
        assert page.title[:24] in shown and page.day[:4] in page.html
        assert page.byline is None or page.byline.split(", ")[0] in shown


@pytest.mark.long
def test_there_are_more_than_thirty_layouts_and_none_gives_a_page_twice() -> None:
    assert len(web_pages.layouts()) >= 30
    assert len({page.html for layout in web_pages.layouts() for page in web_pages.pages(layout)}) == 4 * len(
        web_pages.layouts()
    )


def test_rights_and_losses_are_counted() -> None:
    page = next(web_pages.pages("01-linked-data-and-open-graph"))
    whole = Article(
        "a",
        "\n\n".join(page.paragraphs),
        outlet=page.outlet,
        title=page.title,
        byline=page.byline,
        published=page.minute,
    )
    assert (
        all(pages.rights(pages.Read(page, whole)).values())
        and pages.counted(pages.Read(page, whole))["losing"] == 0
    )
    empty = pages.Read(page, None)
    assert not any(pages.rights(empty).values()) and pages.counted(empty)["losing"] == 1


def test_a_minute_needs_a_zone_and_a_right_clock() -> None:
    page = next(web_pages.pages("01-linked-data-and-open-graph"))
    assert page.minute is not None
    for published in (
        page.day,
        page.minute.replace(tzinfo=None).isoformat(),
        datetime(2019, 1, 1, tzinfo=UTC),
    ):
        assert not pages.rights(pages.Read(page, Article("a", "x", published=published)))["minute"]
