"""The page: whole, self-contained, and safe against what articles hold."""

from __future__ import annotations

import base64
import hashlib
import html
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

import retold
from retold import questions
from retold.archive.store import Trace
from retold.errors import StoreError
from retold.model import Comparison
from retold.report import page

EVIL = "</p></script><script>alert(1)</script><img src=x onerror=alert(1)>\"'`{{7*7}}\x00\x1b[31m\u202e"
VOID = {"meta", "br", "img", "link", "hr", "input"}


class Outline(HTMLParser):
    """Elements, ids, links and words of a page; notes an end tag that closes nothing."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.stray: list[str] = []
        self.words = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.open and self.open[-1] == tag:
            self.open.pop()
        else:
            self.stray.append(tag)

    def handle_data(self, data: str) -> None:
        self.words += data


@pytest.fixture(scope="module")
def text(trace: Trace) -> str:
    return page.html(trace)


def test_the_page_is_well_formed(text: str) -> None:
    seen = Outline(text)
    assert not seen.stray
    assert not seen.open
    ids = [a["id"] for _, a in seen.tags if "id" in a]
    assert len(ids) == len(set(ids))
    targets = {
        (a.get("href") or "")[1:] for t, a in seen.tags if t == "a" and (a.get("href") or "").startswith("#")
    }
    assert targets <= set(ids)


def test_the_page_asks_nothing_of_a_network(text: str) -> None:
    seen = Outline(text)
    assert not [t for t, _ in seen.tags if t in ("link", "img", "iframe", "object", "base", "form")]
    assert not [a for _, a in seen.tags if "src" in a or "style" in a or any(n.startswith("on") for n in a)]
    assert "@import" not in text
    assert "url(" not in text


def test_the_policy_allows_just_this_style_and_this_script(text: str) -> None:
    policy = next(a["content"] or "" for t, a in Outline(text).tags if a.get("http-equiv"))
    assert "default-src 'none'" in policy
    for tag in ("style", "script"):
        (content,) = re.findall(rf"<{tag}>(.*?)</{tag}>", text, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy


def test_the_page_tells_what_was_found(text: str) -> None:
    words = " ".join(Outline(text).words.split())
    for told in (
        "2 reports · 4 June 2019, 07:10 – 6 June 2019 (UTC)",
        "8 articles, 2 origins: 7 go back to Saltmarsh Wire",
        "Ivo Tarrant in 5 versions · Signe Aldous in Morning Observer",
        "it has every reading of the other, and some of its own",
        "no common source found in this pile",
        "a line that the outlet prints under every report",
        "pier.bin: it is no text",
        "Venn Mirror Green shelters",
    ):
        assert told in words


def test_the_answer_comes_before_the_lineage_and_speakers_before_figures(text: str) -> None:
    places = [
        text.index(words)
        for words in ('class="answer"', ">speaker<", ">figure<", "Who had it from whom", "The texts")
    ]
    assert places == sorted(places)
    assert "Beside these" in text and "1 of little weight" in text


def test_every_finding_leads_to_its_characters(trace: Trace) -> None:
    text = page.html(trace)
    seen = Outline(text)
    ids = {a["id"] for _, a in seen.tags if "id" in a}
    links = [a["href"] or "" for t, a in seen.tags if t == "a" and a.get("class") == "go"]
    findings_shown = [a for t, a in seen.tags if t == "li" and (a.get("id") or "").startswith("f-")]
    assert len(links) == len(findings_shown) > 5
    assert {link[1:] for link in links} <= ids


def test_marked_characters_are_those_of_the_finding(trace: Trace) -> None:
    text = page.html(trace)
    marked = re.findall(r'<mark id="t-[^"]+" data-at="(\d+)-(\d+)"[^>]*>([^<]+)<', text)
    texts = [a.text for a in trace.articles]
    assert len(marked) > 5
    for start, _, words in marked:
        plain = html.unescape(words)
        assert any(one[int(start) : int(start) + len(plain)] == plain for one in texts), words


def test_nothing_an_article_holds_becomes_markup(trace: Trace) -> None:
    articles = tuple(
        replace(a, outlet=EVIL + a.id, title=EVIL, byline=EVIL, url="javascript:alert(1)", text=EVIL + a.text)
        for a in trace.articles
    )
    changes = tuple(replace(c, before=EVIL, after=EVIL) for c in trace.changes)
    furniture = ((trace.furniture[0][0], EVIL),)
    bad = replace(trace, articles=articles, changes=changes, furniture=furniture, manifest={"retold": EVIL})
    text = page.html(bad)
    seen = Outline(text)
    assert [t for t, _ in seen.tags].count("script") == 1
    assert not [a for t, a in seen.tags if t == "img" or any(n.startswith("on") for n in a)]
    assert not [a for t, a in seen.tags if (a.get("href") or "").startswith("javascript")]
    assert not set(text) & set("\x00\x1b\u202e")
    assert not seen.stray


def test_a_page_is_written_or_the_place_is_named(trace: Trace, tmp_path: Path) -> None:
    page.write(trace, tmp_path / "crane.html")
    assert (tmp_path / "crane.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    with pytest.raises(StoreError, match="choose a place"):
        page.write(trace, tmp_path / "nowhere" / "crane.html")


def test_a_stemma_makes_a_page(trace: Trace) -> None:
    text = page.stemma_html(trace.lineages["s1"])
    assert not Outline(text).stray
    assert "8 versions, 1 lost source, 2 origins" in text and "Saltmarsh Wire" in text


def test_an_empty_pile_makes_a_page() -> None:
    assert "No story in this pile" in page.html(Trace())


def test_a_story_without_a_lineage_makes_a_page(trace: Trace) -> None:
    assert "Crane falls" in page.html(replace(trace, lineages={}, changes=(), claims=(), statements=()))


def test_a_comparison_makes_a_page(trace: Trace) -> None:
    a, b = trace.articles[0], trace.articles[2]
    changes = tuple(c for c in trace.changes if {c.source, c.copy} == {a.id, b.id})
    text = page.compare_html(Comparison(a, b, (), changes, "common source", 0.99, 0.9, trace.statements))
    assert not Outline(text).stray
    assert "Both took text from a source that is neither of them." in text


def test_headlines_stand_above_the_texts_and_what_changed_in_them_leads_there() -> None:
    report = "The ferry lay off the pier all night with 40 people aboard. Nobody slept, a deck hand said."
    pair = [
        retold.Article(name, report, "Pier Mail", title=title, published=f"2016-05-02T{hour}:00:00Z")
        for name, title, hour in (("a", "Ferry may be sold", 10), ("b", "Ferry will be sold", 12))
    ]
    seen = Outline(page.compare_html(retold.compare(*pair)))
    assert not seen.stray
    words = " ".join(seen.words.split())
    assert "headline “Ferry may be sold” in Pier Mail (10:00)" in words
    assert "(headline)" in words and "Ferry ___ be sold" in words
    links = [attributes["href"] for tag, attributes in seen.tags if tag == "a" and "go" in str(attributes)]
    ids = [attributes.get("id") for _, attributes in seen.tags]
    assert links == ["#p1-h", "#p1-h"] and ids.count("p1-h") == 1


def test_a_stemma_with_its_witnesses_has_an_apparatus() -> None:
    table = {
        "A": ["the", "old", "sea", "was", "calm"],
        "B": ["the", "old", "sea", "was", "wild"],
        "C": ["the", "old", "lake", "was", "wild"],
    }
    text = page.stemma_html(retold.stemma(table), questions.aligned(table))
    seen = Outline(text)
    assert not seen.stray
    words = " ".join(seen.words.split())
    assert "“calm” in A" in words and "2 places at which witnesses differ" in words
