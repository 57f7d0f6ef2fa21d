"""Records as programs and services export them: each field becomes what it is, and the rest is kept."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.errors import InputError
from retold.model import Article, SetAside
from retold.readers import exports, guide, read
from retold.readers.content import Head
from retold.readers.formats import collation_output
from retold.readers.limits import Limits
from retold.readers.reading import Reading
from retold.settings import Clean

FERRY = "The ferry to Gull Rock ran late on Monday."
MIND = "Nobody on the quay seemed to mind."
BOTH = f"{FERRY}\n\n{MIND}"

MEDIA_CLOUD = {
    "stories_id": 7,
    "title": "Ferry late",
    "url": "https://echo.example/f",
    "media_id": 3,
    "media_name": "Quenby Echo",
    "media_url": "https://echo.example",
    "publish_date": "2019-03-04 09:30:00",
    "language": "en",
    "text": BOTH,
    "indexed_date": "2019-04-01 00:00:00",
}
EVENT_REGISTRY = {
    "articles": {
        "results": [
            {
                "uri": "5520",
                "lang": "eng",
                "isDuplicate": False,
                "date": "2019-03-04",
                "time": "09:30:00",
                "dateTime": "2019-03-04T09:30:00Z",
                "dateTimePub": "2019-03-04T09:20:00Z",
                "dataType": "news",
                "sim": 0.5,
                "url": "https://echo.example/f",
                "title": "Ferry late",
                "body": BOTH,
                "source": {"uri": "echo.example", "dataType": "news", "title": "Quenby Echo"},
                "authors": [
                    {"uri": "ida@echo.example", "name": "Ida Corrie", "type": "author", "isAgency": False}
                ],
                "image": None,
                "eventUri": "eng-1",
                "sentiment": 0.1,
            }
        ],
        "totalResults": 1,
    }
}
NEWS_API = {
    "status": "ok",
    "totalResults": 1,
    "articles": [
        {
            "source": {"id": None, "name": "Quenby Echo"},
            "author": "Ida Corrie",
            "title": "Ferry late - Quenby Echo",
            "description": "A ferry.",
            "url": "https://echo.example/f",
            "urlToImage": None,
            "publishedAt": "2019-03-04T09:30:00Z",
            "content": f"{FERRY} {MIND} The lamp was… [+2290 chars]",
        }
    ],
}
NEWS_PLEASE = {
    "authors": ["Ida Corrie"],
    "date_download": "2019-04-01 00:00:00",
    "date_modify": None,
    "date_publish": "2019-03-04 09:30:00",
    "description": "A ferry.",
    "filename": "f.json",
    "image_url": None,
    "language": "en",
    "localpath": None,
    "maintext": f"{FERRY}\n{MIND}",
    "source_domain": "www.echo.example",
    "title": "Ferry late",
    "title_page": None,
    "title_rss": None,
    "url": "https://www.echo.example/f",
}
FUNDUS = {
    "title": "Ferry late",
    "authors": ["Ida Corrie"],
    "publishing_date": "2019-03-04 09:30:00+01:00",
    "topics": ["Sea"],
    "free_access": True,
    "publisher": "Quenby Echo",
    "body": {
        "summary": ["A ferry was late."],
        "sections": [
            {"headline": [], "paragraphs": [FERRY]},
            {"headline": ["The quay"], "paragraphs": [MIND]},
        ],
    },
    "html": {"requested_url": "https://echo.example/f"},
}
TRAFILATURA = {
    "title": "Ferry late",
    "author": "Ida Corrie",
    "hostname": "echo.example",
    "date": "2019-03-04",
    "fingerprint": "ab",
    "id": None,
    "license": None,
    "comments": "First!",
    "raw_text": f"{FERRY} {MIND}",
    "text": f"{FERRY}\n{MIND}",
    "language": None,
    "image": None,
    "pagetype": "article",
    "source": "https://echo.example/f",
    "source-hostname": "Quenby Echo",
    "excerpt": "A ferry.",
    "categories": "",
    "tags": "",
}
NEWSPAPER = {
    "url": "https://echo.example/f",
    "read_more_link": "",
    "language": "en",
    "title": "Ferry late",
    "top_image": "",
    "meta_img": "",
    "images": [],
    "movies": [],
    "keywords": ["ferry"],
    "keyword_scores": {"ferry": 1.0},
    "meta_keywords": [],
    "tags": None,
    "authors": ["Ida Corrie"],
    "publish_date": "2019-03-04T09:30:00",
    "summary": "",
    "meta_description": "",
    "meta_lang": "en",
    "meta_favicon": "",
    "meta_site_name": "Quenby Echo",
    "canonical_link": "https://echo.example/f",
    "text": BOTH,
}
GDELT = {
    "articles": [
        {
            "url": "https://echo.example/f",
            "url_mobile": "",
            "title": "Ferry late",
            "seendate": "20190304T093000Z",
            "socialimage": "",
            "domain": "echo.example",
            "language": "English",
            "sourcecountry": "Quenby",
        }
    ]
}
PASSIM = {
    "id": "qe/1919-03-04/p3#12",
    "cluster": 17,
    "size": 5,
    "pboiler": 0.0,
    "gid": 12,
    "uid": 34,
    "series": "quenbyecho",
    "corpus": "coast",
    "date": "1919-03-04",
    "title": "Quenby Echo",
    "text": f"{FERRY}\n{MIND}\n",
    "begin": 100,
    "end": 200,
    "pages": [],
    "page_access": "https://archive.example/p3",
}
COLLATEX = {
    "witnesses": [
        {"id": "A", "content": FERRY},
        {"id": "B", "tokens": [{"t": "The "}, {"t": "ferry "}, {"t": "sank."}]},
    ]
}
TABLE = {
    "witnesses": ["A", "B"],
    "table": [
        [[{"t": "The "}], [{"t": "ferry "}], [{"t": "sank."}]],
        [[{"t": "The "}], None, [{"t": "sank."}]],
    ],
}


def take(tmp_path, value, name="a.json"):
    (tmp_path / name).write_text(json.dumps(value))
    return list(read([tmp_path / name], Clean()))


@pytest.mark.parametrize(
    ("record", "outlet"),
    [
        (MEDIA_CLOUD, "Quenby Echo"),
        (EVENT_REGISTRY, "Quenby Echo"),
        (NEWS_API, "Quenby Echo"),
        (NEWS_PLEASE, "echo.example"),
        (FUNDUS, "Quenby Echo"),
        (TRAFILATURA, "Quenby Echo"),
        (NEWSPAPER, "Quenby Echo"),
    ],
    ids=["media_cloud", "event_registry", "news_api", "news_please", "fundus", "trafilatura", "newspaper4k"],
)
def test_a_record_gives_outlet_title_day_and_address(tmp_path, record, outlet):
    found = next(one for one in take(tmp_path, record) if isinstance(one, Article))
    assert (found.outlet, found.title, str(found.published)[:10]) == (outlet, "Ferry late", "2019-03-04")
    assert found.url in ("https://echo.example/f", "https://www.echo.example/f")
    assert (
        FERRY in found.text
        and MIND in found.text
        and "First!" not in found.text
        and "A ferry" not in found.text.replace(BOTH, "")
    )
    assert found.byline in ("Ida Corrie", None if record is MEDIA_CLOUD else "Ida Corrie")


def test_an_entry_without_a_text_names_the_page(tmp_path):
    (note,) = take(tmp_path, GDELT)
    assert isinstance(note, SetAside) and "GDELT" in note.why and "https://echo.example/f" in note.why


def test_the_series_of_passim_is_the_paper(tmp_path):
    (found,) = take(tmp_path, [PASSIM])
    assert (found.id, found.outlet, found.published, found.extra["cluster"]) == (
        "qe/1919-03-04/p3#12",
        "quenbyecho",
        "1919-03-04",
        17,
    )


def test_the_series_of_what_passim_is_given_is_the_paper_unless_a_field_names_one(tmp_path):
    given = {"id": "qe/1919-03-04/p3", "series": "quenbyecho", "date": "1919-03-04", "text": BOTH}
    (found,) = take(tmp_path, [given])
    assert found.outlet == "quenbyecho"
    (named,) = take(tmp_path, [{**given, "newspaper": "Quenby Echo"}])
    assert named.outlet == "Quenby Echo"


@pytest.mark.parametrize("value", [COLLATEX, TABLE])
def test_every_witness_of_a_collation_is_an_article(tmp_path, value):
    one, two = take(tmp_path, value)
    assert collation_output.FORMAT.probe(Head.of(json.dumps(value).encode())) == 1
    assert (one.id, two.id, two.text) == (
        "a:A",
        "a:B",
        "The ferry sank." if value is COLLATEX else "The sank.",
    )


def test_an_export_is_told_by_its_fields_and_not_by_fewer():
    assert exports.of(NEWS_PLEASE).name == "news-please" and exports.of({"maintext": BOTH}) is None
    assert len({one.name for one in exports.known()}) == len(exports.known()) >= 9


def test_a_chosen_field_wins_over_the_likeliest_and_is_said_so(tmp_path):
    (tmp_path / "a.csv").write_text(f"body,kommentar,paper\nA summary.,{FERRY},Quenby Echo\n")
    taken: list[guide.Taken] = []
    reading = Reading(
        Limits.of(Clean()), guide=guide.Guide(guide.chosen({"text": "Kommentar", "outlet": "paper"}), taken)
    )
    (found,) = reading.of([tmp_path / "a.csv"])
    assert (found.text, found.outlet) == (FERRY, "Quenby Echo")
    assert ("text", "kommentar", FERRY, "chosen") in taken
    with pytest.raises(InputError, match="no part 'texts'"):
        guide.chosen({"texts": "x"})


def test_a_guide_holds_only_while_its_reading_reads(tmp_path):
    (tmp_path / "a.jsonl").write_text(
        json.dumps({"text": "A summary.", "story": FERRY})
        + "\n"
        + json.dumps({"text": "Two.", "story": MIND})
    )
    guided = Reading(Limits.of(Clean()), guide=guide.Guide(guide.chosen({"text": "story"}))).of(
        [tmp_path / "a.jsonl"]
    )
    first = next(guided)
    assert [one.text for one in read([tmp_path / "a.jsonl"], Clean())] == ["A summary.", "Two."]
    assert [first.text, next(guided).text] == [FERRY, MIND]


@given(
    st.dictionaries(
        st.sampled_from(["witnesses", "table"]),
        st.recursive(
            st.text(max_size=3) | st.none(),
            lambda x: (
                st.lists(x, max_size=3)
                | st.dictionaries(st.sampled_from(["id", "t", "tokens", "content"]), x, max_size=3)
            ),
            max_leaves=10,
        ),
    )
)
def test_no_collation_raises(tmp_path_factory, value):
    for one in take(tmp_path_factory.mktemp("x"), {"witnesses": [{"id": "A", "content": "x"}], **value}):
        assert not isinstance(one, SetAside) or "cannot be read" not in one.why


def test_the_item_of_a_feed_reader_is_of_the_feed_that_it_came_from() -> None:
    item = {
        "title": "Ferry late", "origin": {"title": "Quenby Echo", "htmlUrl": "https://echo.example"},
        "alternate": [{"href": "https://echo.example/f"}], "published": 1551691800000, "crawled": 1551700000000,
        "content": {"content": f"<p>{FERRY}</p><p>{MIND}</p>"},
    }  # fmt: skip
    export = exports.of(item)
    assert export is not None
    found = exports.ours(item, export)
    assert (found["outlet"], found["url"]) == ("Quenby Echo", "https://echo.example/f")
