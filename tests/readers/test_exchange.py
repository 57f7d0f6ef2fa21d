"""XML that newsrooms hand on: feeds and reports in NITF."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.model import Article, SetAside
from retold.readers import read, xmltree
from retold.readers.content import Head
from retold.readers.formats import feed, nitf
from retold.settings import Clean

FERRY = "The ferry to Gull Rock ran late on Monday."
MIND = "Nobody on the quay seemed to mind."
MARKED = f"<p>{FERRY}</p><p>{MIND}</p>"
ITEM = f"<item><title>Ferry late</title><link>https://echo.example/f</link><pubDate>Mon, 04 Mar 2019 08:00:00 GMT</pubDate><content:encoded><![CDATA[{MARKED}]]></content:encoded></item>"
SUMMARY = "<item><title>Lamp lit</title><link>https://echo.example/l</link><description>A lamp.</description></item>"
RSS = f"<?xml version='1.0'?><rss version='2.0' xmlns:content='x'><channel><title>Quenby Echo</title>{ITEM}{SUMMARY}</channel></rss>"
ATOM = f"<feed xmlns='http://www.w3.org/2005/Atom'><title>Quenby Echo</title><entry><title>Ferry late</title><link href='https://echo.example/f'/><published>2019-03-04T08:00:00Z</published><author><name>Ida Corrie</name></author><content type='xhtml'><div>{MARKED}</div></content></entry></feed>"
NITF = f"<nitf><head><docdata><doc-id id-string='gan.7'/><date.issue norm='20190304T090000+0100'/><du-key key='FERRY'/></docdata><pubdata name='Gannet'/></head><body><body.head><hedline><hl1>Ferry late</hl1></hedline><byline>By <person>Ida Corrie</person></byline></body.head><body.content>{MARKED}</body.content></body></nitf>"


def take(tmp_path, text, name="a.xml"):
    (tmp_path / name).write_text(text)
    return list(read([tmp_path / name], Clean()))


@pytest.mark.parametrize("text", [RSS, ATOM])
def test_an_entry_with_a_whole_text_is_an_article_of_the_feed(tmp_path, text):
    found = take(tmp_path, text)[0]
    assert isinstance(found, Article)
    assert (found.outlet, found.title, found.url) == ("Quenby Echo", "Ferry late", "https://echo.example/f")
    assert str(found.published).startswith("2019-03-04T08:00:00")
    assert found.text.split() == f"{FERRY} {MIND}".split()


def test_an_entry_with_a_summary_alone_is_set_aside_with_its_link(tmp_path):
    note = take(tmp_path, RSS)[1]
    assert isinstance(note, SetAside) and "https://echo.example/l" in note.why


def test_a_report_in_nitf_gives_provider_times_and_slug(tmp_path):
    (found,) = take(tmp_path, NITF)
    assert isinstance(found, Article)
    assert (found.id, found.outlet, found.title, found.byline) == (
        "gan.7",
        "Gannet",
        "Ferry late",
        "Ida Corrie",
    )
    assert (found.published, found.text, found.extra["slug"]) == (
        "2019-03-04T09:00:00+01:00",
        f"{FERRY}\n\n{MIND}",
        "FERRY",
    )


def test_xml_that_declares_entities_is_refused(tmp_path):
    bomb = '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><rss><channel><title>&b;</title></channel></rss>'
    (note,) = take(tmp_path, bomb)
    assert isinstance(note, SetAside) and "entities" in note.why


def test_pages_are_neither_feeds_nor_reports_of_agencies():
    page = Head.of(b"<!DOCTYPE html><html><body><feed></feed></body></html>")
    assert feed.FORMAT.probe(page) == nitf.FORMAT.probe(page) == 0
    assert feed.FORMAT.probe(Head.of(b"The ferry")) < 0


def test_names_and_words_come_without_namespaces_and_line_ends():
    from lxml import etree

    root = etree.fromstring("<a xmlns:n='n'><n:B> two\n words </n:B><!-- c --></a>")
    assert (xmltree.first(root, "b"), xmltree.first(root, "c"), xmltree.words(None)) == ("two words", "", "")
    assert [xmltree.name(one) for one in xmltree.within(root, "b")] == ["b"]


@given(st.text(alphabet="<>/ab='&;!-[]item title", max_size=120))
def test_no_feed_raises(tmp_path_factory, text):
    path = tmp_path_factory.mktemp("feed") / "a.xml"
    path.write_text(f"<rss><channel><item>{text}")
    assert all(isinstance(one, (Article, SetAside)) for one in read([path], Clean()))


NOTED = f"<nitf><head><docdata><doc-id id-string='gan.8'/><doc.copyright holder='Gannet' year='2019'/></docdata></head><body><body.head><hedline><hl1>Ferry late</hl1></hedline><note><body.content><p>Desk: pictures to come.</p></body.content></note><byline>By Ida Corrie</byline></body.head><body.content><p>{FERRY}</p><media><media-caption><p>The quay at dawn.</p></media-caption></media><p><person>Odd Roe</person> did not seem to mind.</p></body.content></body></nitf>"


def test_a_note_of_the_desk_and_a_caption_are_no_text_of_a_report_in_nitf(tmp_path):
    (found,) = take(tmp_path, NOTED)
    assert found.text == f"{FERRY}\n\nOdd Roe did not seem to mind."
    assert (found.outlet, found.byline) == ("Gannet", "Ida Corrie")  # whom the report names wrote nothing


def test_a_relative_link_and_an_escaped_title_of_a_feed_are_opened(tmp_path):
    base = ATOM.replace("<feed ", "<feed xml:base='https://echo.example/news/' ").replace(
        "href='https://echo.example/f'", "href='f'"
    )
    text = base.replace("<title>Ferry late", "<title type='html'>Ferry &lt;em&gt;late&lt;/em&gt;")
    (found,) = take(tmp_path, text, "a.atom")
    assert (found.url, found.title) == ("https://echo.example/news/f", "Ferry late")


def test_a_base_that_is_no_address_leaves_the_link_as_it_stands(tmp_path):
    text = ATOM.replace("<feed ", "<feed xml:base='http://[' ").replace("https://echo.example/f", "f")
    (found,) = take(tmp_path, text, "a.atom")
    assert found.url == "f"


WHOLE = "".join(
    f"<p>{n} {FERRY} {MIND} Its skipper would not say why, and went home.</p>"
    for n in ("One:", "Two:", "Three:", "Four:")
)
SIGNED = "<p>The post <a href='/f'>Ferry late</a> appeared first on <a href='/'>Quenby Echo</a>.</p>"


def test_a_description_that_is_a_whole_report_is_one(tmp_path):
    text = SUMMARY.replace("A lamp.", f"<![CDATA[{WHOLE}]]>")
    (found,) = take(tmp_path, f"<rss version='2.0'><channel><title>Quenby Echo</title>{text}</channel></rss>")
    assert isinstance(found, Article) and found.text.count(MIND) == 4


def test_a_description_that_leads_on_is_a_summary(tmp_path):
    text = SUMMARY.replace("A lamp.", f"<![CDATA[{WHOLE}<p>And so on […]</p>]]>")
    (found,) = take(tmp_path, f"<rss version='2.0'><channel><title>Quenby Echo</title>{text}</channel></rss>")
    assert isinstance(found, SetAside)


def test_the_line_by_which_a_blog_system_signs_an_entry_is_no_text(tmp_path):
    found = take(tmp_path, RSS.replace(MARKED, MARKED + SIGNED))[0]
    assert found.text.endswith(MIND) and found.extra["furniture"]


def test_a_report_that_its_agency_cancels_in_nitf_keeps_its_id_beside_the_cancellation(tmp_path):
    kill = NITF.replace("<docdata>", "<docdata management-status='canceled'>")
    (found,) = take(tmp_path, kill)
    assert isinstance(found, Article)
    assert (found.id, found.extra["notice"], found.extra["status"]) == ("gan.7#kill", "kill", "canceled")
    (plain,) = take(tmp_path, NITF.replace("<docdata>", "<docdata management-status='usable'>"))
    assert isinstance(plain, Article) and plain.id == "gan.7" and "notice" not in plain.extra
    (empty,) = take(tmp_path, kill.replace(MARKED, ""))
    assert isinstance(empty, SetAside) and empty.why == "is a notice that withdraws a report (gan.7)"


def test_a_correction_in_nitf_is_one_whatever_it_says(tmp_path):
    (found,) = take(
        tmp_path, NITF.replace("<docdata>", "<docdata><correction info='The ferry was on time.'/>")
    )
    assert isinstance(found, Article)
    assert (found.extra["notice"], found.extra["correction"]) == ("correction", "The ferry was on time.")
