"""The article of a page that a script draws from data."""

from __future__ import annotations

import json

import pytest
from lxml import html

from retold.readers import scriptstate
from retold.readers.formats import html_page

TEXT = [
    "The ferry Vik lost a blade of its propeller off Lissel on Monday and drifted for two hours.",
    "A tug brought it in by noon. None of the ninety people aboard was hurt, the harbour office said.",
    "“We sang,” said Ada Brine, who was on her way to a wedding. The bride sang, too, from the quay.",
    "The blade will be looked for at low water. Until it is found a fishing boat carries the post across.",
]
RECORD = {"headline": "Ferry drifts off Lissel", "publishedAt": "2031-05-04T10:00:00Z", "authors": [{"name": "Jon Vik"}],
          "body": [{"type": "paragraph", "text": line} for line in TEXT]}  # fmt: skip
STATE = json.dumps({"props": {"page": {"related": [{"headline": "Fog"}], "story": RECORD}}})
SCRIPTS = (
    f'<script id="__NEXT_DATA__" type="application/json">{STATE}</script>',
    f"<script>window.__STATE__ = {STATE};</script>",
)


def page(script: str, shown: str = "") -> str:
    return f"<html><head><title>Ferry drifts off Lissel</title></head><body><div>{shown}</div>{script}</body></html>"


@pytest.mark.parametrize("script", SCRIPTS)
def test_a_page_that_shows_nothing_is_read_from_its_state(script: str) -> None:
    article = html_page.read(page(script))
    assert article is not None and not hasattr(article, "why")
    assert article.title == "Ferry drifts off Lissel" and article.byline == "Jon Vik"
    assert article.text.split("\n\n") == TEXT


def test_a_page_that_says_no_more_than_that_it_loads_is_read_from_its_state() -> None:
    assert html_page.read(page(SCRIPTS[0], "<div>Loading…</div>")).text.split("\n\n") == TEXT


def test_a_page_that_shows_its_text_is_not_read_from_its_state() -> None:
    shown = "".join(f"<p>{line * 2}</p>" for line in TEXT)
    assert scriptstate.thing(html.document_fromstring(page(SCRIPTS[0], shown))) is None


@pytest.mark.parametrize(
    "script", ["<script>window.x = 3;</script>", '<script type="application/json">{"a":</script>', ""]
)
def test_scripts_without_a_state_hold_no_article(script: str) -> None:
    assert scriptstate.thing(html.document_fromstring(page(script))) is None
