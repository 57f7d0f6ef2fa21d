"""What agencies, feeds, archives and programs hand on: ninjs, NewsML-G2, JSON Feed, sitemaps, Europresse, ARC, CDX."""

from __future__ import annotations

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.model import Article, SetAside
from retold.readers import notices, read, webpages, webrecords
from retold.readers.content import Head
from retold.readers.formats import (
    arc_archive,
    archive_index,
    europresse,
    json_feed,
    newsml,
    ninjs,
    sitemap,
    trafilatura_xml,
)
from retold.settings import Clean

FERRY = "The ferry to Gull Rock ran late on Monday."
MIND = "Nobody on the quay seemed to mind."
BOTH = f"{FERRY}\n\n{MIND}"
MARKED = f"<p>{FERRY}</p><p>{MIND}</p>"
NINJS_1 = {
    "uri": "urn:gannet:7",
    "type": "text",
    "version": "2",
    "versioncreated": "2019-03-04T10:00:00+01:00",
    "firstcreated": "2019-03-04T09:00:00+01:00",
    "pubstatus": "usable",
    "headline": "Ferry late",
    "byline": "Ida Corrie",
    "slugline": "FERRY",
    "body_text": BOTH,
    "language": "en",
    "copyrightholder": "Gannet News",
    "ednote": "Adds the mind of the quay",
    "embargoed": "2019-03-04T11:00:00+01:00",
}
NINJS_3 = {
    "uri": "urn:gannet:8",
    "standard": {"name": "ninjs", "version": "3.0"},
    "type": "text",
    "versioncreated": "2019-03-04T10:00:00Z",
    "pubstatus": "usable",
    "headlines": [{"role": "short", "value": "Late"}, {"role": "main", "value": "Ferry late"}],
    "bodies": [{"role": "main", "contenttype": "text/html", "value": MARKED}],
    "by": "Ida Corrie",
    "infosources": [{"name": "Gannet News", "uri": "x"}],
    "language": "en",
}
NINJS_2 = {
    "uri": "urn:gannet:9",
    "type": "text",
    "version": "1",
    "versioncreated": "2019-03-04T10:00:00Z",
    "pubstatus": "usable",
    "headlines": [{"role": "main", "value": "Ferry late"}],
    "bodies": [{"role": "main", "value": BOTH}],
    "infosources": [{"name": "Gannet News"}],
    "by": "Ida Corrie",
}
NEWSML = f"""<?xml version='1.0' encoding='UTF-8'?>
<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/' guid='tag:gannet,2019:7' version='3' standard='NewsML-G2' standardversion='2.29'>
<rightsInfo><copyrightHolder literal='Gannet News'/></rightsInfo>
<itemMeta><itemClass qcode='ninat:text'/><provider qcode='nprov:GAN'><name>Gannet News</name></provider><versionCreated>2019-03-04T10:00:00+01:00</versionCreated><firstCreated>2019-03-04T09:00:00+01:00</firstCreated><embargoed>2019-03-04T11:00:00+01:00</embargoed><pubStatus qcode='stat:usable'/><edNote>Corrects the day.</edNote><signal qcode='sig:correction'/><link rel='irel:previousVersion' residref='tag:gannet,2019:6'/></itemMeta>
<contentMeta><urgency>4</urgency><slugline>FERRY</slugline><headline>Ferry late</headline><by>Ida Corrie</by><language tag='en-GB'/></contentMeta>
<contentSet><inlineXML contenttype='application/xhtml+xml'><html xmlns='http://www.w3.org/1999/xhtml'><head><title>x</title></head><body>{MARKED}</body></html></inlineXML></contentSet></newsItem>"""
FEED = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "Quenby Echo",
    "language": "en",
    "items": [
        {
            "id": "https://echo.example/f",
            "url": "https://echo.example/f",
            "title": "Ferry late",
            "content_html": MARKED,
            "date_published": "2019-03-04T08:00:00Z",
            "authors": [{"name": "Ida Corrie"}],
        },
        {"id": "2", "url": "https://echo.example/l", "summary": "A lamp."},
    ],
}
SITEMAP = "<?xml version='1.0'?><urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9' xmlns:news='http://www.google.com/schemas/sitemap-news/0.9'><url><loc>https://echo.example/f</loc><news:news><news:publication><news:name>Quenby Echo</news:name></news:publication><news:publication_date>2019-03-04</news:publication_date><news:title>Ferry late</news:title></news:news></url></urlset>"
TRAFILATURA = f"<doc sitename='Quenby Echo' title='Ferry late' author='Ida Corrie' date='2019-03-04' url='https://echo.example/f' hostname='echo.example' fingerprint='ab'><main><p>{FERRY}</p><list><item>{MIND}</item></list></main><comments><p>First!</p></comments></doc>"
EUROPRESSE = f"""<!DOCTYPE html><html><body><article><header><div class='rdp__DocPublicationName'><span class='DocPublicationName'>Quenby Echo, no. 22</span></div><span class='DocHeader'>News, Monday, March 4, 2019 510 words, p. 3</span><div class='titreArticle'><p class='titreArticleVisu'>Ferry late</p></div><div class='sm-margin-bottomNews'>Par Ida Corrie</div></header><section><div class='DocText clearfix'><div class='docOcurrContainer'>{MARKED}</div></div></section><span class='publiC-lblNodoc'>news·20190304·QE·0031</span></article>
<article><span class='DocPublicationName'>Gannet Post</span><span class='DocHeader'>mardi 5 mars 2019</span><div class='titreArticle'>Lamp</div><div class='docOcurrContainer'>The lamp is lit.</div></article></body></html>"""
PAGE = f"<html><head><title>Ferry late</title></head><body><article><h1>Ferry late</h1><p>{FERRY} The harbour office said so in the evening.</p><p>{MIND} The keeper lit the lamp as he always did at six.</p></article></body></html>".encode()


def take(tmp_path, text, name):
    data = text if isinstance(text, bytes) else (text if isinstance(text, str) else json.dumps(text)).encode()
    (tmp_path / name).write_bytes(data)
    return list(read([tmp_path / name], Clean()))


@pytest.mark.parametrize("item", [NINJS_1, NINJS_2, NINJS_3], ids="123")
def test_an_item_of_every_ninjs_gives_headline_provider_and_time(tmp_path, item):
    (found,) = take(tmp_path, item, "a.json")
    later = "#2" if item.get("version") == "2" else ""
    assert (found.id, found.title, found.outlet, found.byline, found.text) == (
        item["uri"] + later,
        "Ferry late",
        "Gannet News",
        "Ida Corrie",
        BOTH,
    )
    assert str(found.published).startswith("2019-03-04T") and found.extra["status"] == "usable"


def test_versions_of_one_item_in_two_files_are_two_articles_of_which_one_replaces_the_other(tmp_path):
    for number, text in (("1", BOTH), ("3", f"{BOTH} The lamp is lit.")):
        item = {**NINJS_1, "version": number, "body_text": text}
        (tmp_path / f"{number}.json").write_text(json.dumps(item))
    one, three = read([tmp_path / "1.json", tmp_path / "3.json"], Clean())
    assert (one.id, three.id) == (NINJS_1["uri"], f"{NINJS_1['uri']}#3")
    assert three.extra["replaces"] == (f"{NINJS_1['uri']}#2",)


def test_version_note_and_embargo_of_an_item_are_kept(tmp_path):
    (found,) = take(tmp_path, [NINJS_1], "a.json")
    assert (found.extra["version"], found.extra["note"], found.extra["embargo"]) == (
        "2",
        "Adds the mind of the quay",
        "2019-03-04T11:00:00+01:00",
    )


def test_an_item_that_withdraws_a_report_is_told_as_that(tmp_path):
    (bare,) = take(tmp_path, {**NINJS_1, "body_text": "", "pubstatus": "canceled"}, "a.json")
    (whole,) = take(tmp_path, {**NINJS_1, "pubstatus": "canceled"}, "b.json")
    assert isinstance(bare, SetAside) and "withdraws" in bare.why
    assert isinstance(whole, Article) and whole.extra["notice"] == "kill"


def test_a_news_item_gives_provider_times_and_what_it_replaces(tmp_path):
    (found,) = take(tmp_path, NEWSML, "a.xml")
    assert (found.id, found.title, found.outlet, found.byline, found.language, found.text) == (
        "tag:gannet,2019:7#3",
        "Ferry late",
        "Gannet News",
        "Ida Corrie",
        "en",
        BOTH,
    )
    assert (found.published, found.updated) == ("2019-03-04T09:00:00+01:00", "2019-03-04T10:00:00+01:00")
    assert found.extra["replaces"] == ("tag:gannet,2019:7#2", "tag:gannet,2019:6")
    assert (found.extra["version"], found.extra["notice"], found.extra["note"]) == (
        3,
        "correction",
        "Corrects the day.",
    )


def test_a_message_holds_several_items(tmp_path):
    item = NEWSML.partition("?>")[2].strip()
    other = (
        item.replace("2019:7", "2019:9").replace("Monday", "Tuesday").replace("version='3'", "version='1'")
    )
    one, two = take(
        tmp_path, f"<newsMessage xmlns='x'><itemSet>{item}{other}</itemSet></newsMessage>", "a.xml"
    )
    assert (one.id, two.id) == ("tag:gannet,2019:7#3", "tag:gannet,2019:9") and "Tuesday" in two.text


def test_a_word_that_also_withdraws_is_no_notice_in_a_headline():
    assert notices.kind("Cancel the ferry") is None and notices.kind("Update on the ferry: late") is None
    assert notices.kind("KILL: Ferry late") == "kill" and notices.extra(version="") == {}


def test_an_item_of_a_json_feed_with_a_text_is_an_article_of_the_feed(tmp_path):
    found, note = take(tmp_path, FEED, "feed.json")
    assert (found.title, found.outlet, found.url, found.byline, found.text) == (
        "Ferry late",
        "Quenby Echo",
        "https://echo.example/f",
        "Ida Corrie",
        BOTH,
    )
    assert str(found.published).startswith("2019-03-04T08:00") and "https://echo.example/l" in note.why


def test_a_sitemap_is_one_line_with_its_pages(tmp_path):
    (note,) = take(tmp_path, SITEMAP, "news.xml")
    assert "1 pages" in note.why and "https://echo.example/f (Ferry late, 2019-03-04)" in note.why


def test_a_document_of_trafilatura_gives_its_text_without_comments(tmp_path):
    (found,) = take(tmp_path, TRAFILATURA, "a.xml")
    assert (found.outlet, found.title, found.byline, found.published, found.url, found.text) == (
        "Quenby Echo",
        "Ferry late",
        "Ida Corrie",
        "2019-03-04",
        "https://echo.example/f",
        BOTH,
    )


def test_documents_of_europresse_are_told_apart(tmp_path):
    one, two = take(tmp_path, EUROPRESSE, "a.html")
    assert (one.outlet, one.published, one.title, one.byline, one.text) == (
        "Quenby Echo",
        "2019-03-04",
        "Ferry late",
        "Ida Corrie",
        BOTH,
    )
    assert one.extra["page"] == "3"
    assert (two.outlet, two.published, two.title, two.text) == (
        "Gannet Post",
        "2019-03-05",
        "Lamp",
        "The lamp is lit.",
    )


def arc(*blocks: bytes) -> bytes:
    head = b"1 0 Gull\nURL IP-address Archive-date Content-type Archive-length\n"
    whole = b"filedesc://a.arc 0.0.0.0 20190304000000 text/plain %d\n" % len(head) + head
    return whole + b"".join(
        b"\nhttps://echo.example/%d 1.2.3.4 20190304093000 text/html %d\n" % (i, len(one)) + one
        for i, one in enumerate(blocks)
    )


def test_a_page_of_an_arc_gives_its_article_with_its_address(tmp_path):
    answer = b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n" + PAGE
    (found,) = take(tmp_path, arc(answer, b"HTTP/1.0 404 No\r\nContent-Type: text/html\r\n\r\nx"), "a.arc")
    assert (found.title, found.url) == ("Ferry late", "https://echo.example/0")
    (broken,) = take(tmp_path, arc(answer)[:-300], "b.arc")
    assert "1 records that are damaged" in broken.why
    assert webpages.found and len(list(webrecords.arc_records(io.BytesIO(arc(answer)), 10**6))) == 1


@pytest.mark.parametrize(
    "line",
    [
        " CDX N b a m s k r M S V g\nexample,echo)/f 20190304093000 https://echo.example/f text/html 200 AAAA - - 100 0 part-1.warc.gz\n",
        'example,echo)/f 20190304093000 {"url": "https://echo.example/f", "filename": "part-1.warc.gz"}\n',
    ],
)
def test_an_index_of_an_archive_is_one_line_with_its_archives(tmp_path, line):
    (note,) = take(tmp_path, line, "a.cdx")
    assert "index" in note.why and "part-1.warc.gz" in note.cure


@pytest.mark.parametrize(
    "form", [ninjs, newsml, json_feed, sitemap, trafilatura_xml, europresse, arc_archive, archive_index]
)
def test_none_of_them_claims_a_text_or_a_page(form):
    assert form.FORMAT.probe(Head.of(b"The ferry ran late.")) <= 0
    assert form.FORMAT.probe(Head.of(PAGE)) <= 0
    assert form.FORMAT.probe(Head.of(b'{"uri": "x", "text": "The ferry"}')) <= 0


@given(
    st.recursive(
        st.none() | st.text(max_size=8) | st.integers(),
        lambda x: (
            st.lists(x, max_size=3)
            | st.dictionaries(
                st.sampled_from(
                    [
                        "uri",
                        "bodies",
                        "headlines",
                        "value",
                        "role",
                        "items",
                        "title",
                        "version",
                        "altids",
                        "body_text",
                        "infosources",
                    ]
                ),
                x,
                max_size=4,
            )
        ),
        max_leaves=12,
    )
)
def test_no_json_raises(tmp_path_factory, value):
    folder = tmp_path_factory.mktemp("x")
    for kind in (
        {"uri": "u", "versioncreated": 1, "pubstatus": value, "bodies": value},
        {"uri": "u", "versioncreated": value, "body_text": value},
        {"version": "https://jsonfeed.org/version/1", "items": value},
    ):
        for one in take(folder, kind if not isinstance(value, dict) else {**kind, **value}, "a.json"):
            assert not isinstance(one, SetAside) or "cannot be read" not in one.why, one


@given(
    st.lists(
        st.sampled_from(
            [
                "<newsItem>",
                "</newsItem>",
                "<headline>",
                "</headline>",
                "<inlineXML>",
                "</inlineXML>",
                "<p>",
                "</p>",
                "x",
                "<urlset>",
                "<url>",
                "<loc>",
                "<doc a='b'><main>",
                "<article>",
                "<span class='DocPublicationName'>",
                "<div class='docOcurrContainer'>",
                "&amp;",
                "<!--",
            ]
        ),
        max_size=20,
    )
)
def test_no_markup_raises(tmp_path_factory, parts):
    for first in (
        "<newsItem guid='x' version='9'>",
        "<urlset>",
        "<doc a='b'><main>",
        "<html><span class='DocPublicationName'>",
    ):
        for one in take(tmp_path_factory.mktemp("x"), first + "".join(parts), "a.xml"):
            assert not isinstance(one, SetAside) or "cannot be read" not in one.why, one


@given(st.binary(max_size=120))
def test_no_records_raise(data):
    list(webrecords.arc_records(io.BytesIO(b"filedesc://a 0 0 t 3\nabc\n" + data), 1000))


def test_the_holder_of_the_rights_in_ninjs_2_is_the_provider(tmp_path):
    item = {
        "uri": "urn:x:1",
        "standard": {"name": "ninjs", "version": "2.1"},
        "headlines": [{"value": "Ferry late"}],
        "bodies": [{"value": "The ferry ran late."}],
        "rightsInfo": {"copyrightHolder": "Gannet News"},
    }
    (tmp_path / "a.json").write_text(json.dumps(item), encoding="utf-8")
    (found,) = read([tmp_path / "a.json"], Clean())
    assert (found.outlet, found.text) == ("Gannet News", "The ferry ran late.")


def test_an_older_download_of_europresse_has_its_text_in_another_container(tmp_path):
    (tmp_path / "a.html").write_text(EUROPRESSE.replace("docOcurrContainer", "inner"), encoding="utf-8")
    found = [one for one in read([tmp_path / "a.html"], Clean()) if isinstance(one, Article)]
    assert [one.title for one in found] == ["Ferry late"] and FERRY in found[0].text


def test_an_item_that_wraps_nitf_is_read_as_the_item(tmp_path):
    inside = f"<nitf><body><body.content>{MARKED}</body.content></body></nitf>"
    item = (
        "<?xml version='1.0'?><!-- from the desk -->\n"
        "<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/' guid='tag:gannet,2019:9' version='2'>"
        "<itemMeta><provider literal='Gannet'/><versionCreated>2019-03-04T10:00:00Z</versionCreated></itemMeta>"
        f"<contentSet><inlineXML>{inside}</inlineXML></contentSet></newsItem>"
    )
    path = tmp_path / "item.xml"
    path.write_text(item)
    (found,) = read([path], Clean())
    assert isinstance(found, Article) and (found.outlet, found.text) == ("Gannet", BOTH)
