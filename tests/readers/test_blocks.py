"""Records of content systems, editors and messengers: where in them the text, the outlet and the day stand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from retold.model import Article
from retold.readers import fields, read
from retold.readers.content import Head
from retold.readers.formats import json_lines
from retold.settings import Clean

ONE, TWO = "The ferry to Gull Rock ran late on Monday.", "Nobody on the quay seemed to mind it."
PAGE = f"<!doctype html><html><head><title>Ferry late</title></head><body><article><h1>Ferry late</h1><p>{ONE}</p><p>{TWO} The lamp was lit, and the keeper went home at noon as on any day.</p></article></body></html>"


def articles(tmp_path: Path, name: str, text: str) -> list[Article]:
    (tmp_path / name).write_text(text, "utf-8")
    return [one for one in read([tmp_path / name], Clean()) if isinstance(one, Article)]


BODIES: dict[str, object] = {
    "blocks with data": {"blocks": [{"type": "paragraph", "data": {"text": ONE}}, {"type": "image", "data": {"text": "A quay."}}, {"type": "paragraph", "data": {"text": TWO}}]},
    "a tree of nodes": {"type": "doc", "content": [{"type": "paragraph", "content": [{"type": "text", "text": ONE[:9]}, {"type": "text", "text": ONE[9:]}]}, {"type": "paragraph", "content": [{"type": "text", "text": TWO}]}]},
    "blocks with spans": [{"_type": "block", "children": [{"_type": "span", "text": ONE[:9]}, {"_type": "span", "text": ONE[9:]}]}, {"_type": "block", "children": [{"_type": "span", "text": TWO}]}],
    "elements with links between": [{"type": "text", "content": ONE}, {"type": "interstitial_link", "content": "See also: a lamp"}, {"type": "text", "content": TWO}],
    "words and words with a form": [{"type": "bold", "text": ONE[:9]}, ONE[9:] + "\n\n" + TWO],
}  # fmt: skip


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES)
def test_pieces_of_a_paragraph_stay_one(body: object) -> None:
    found = fields.article({"title": "Ferry late", "body": body})
    assert found is not None and found.text == f"{ONE}\n\n{TWO}"


def test_an_export_of_a_channel_has_the_channel_for_its_outlet(tmp_path: Path) -> None:
    posts = [
        {
            "id": 4,
            "type": "message",
            "date": "2019-03-04T08:00:00",
            "from": "Quenby Now",
            "text": [ONE, {"type": "bold", "text": " Late."}],
        }
    ]
    (found,) = articles(tmp_path, "result.json", json.dumps({"name": "Quenby Now", "messages": posts}))
    assert (found.outlet, found.published, found.text) == (
        "Quenby Now",
        "2019-03-04T08:00:00",
        f"{ONE} Late.",
    )


def test_posts_lie_deep_in_the_backup_of_a_system(tmp_path: Path) -> None:
    backup = {
        "db": [
            {
                "meta": {"version": 5},
                "data": {
                    "posts": [{"title": "Ferry late", "plaintext": ONE, "published_at": "2019-03-04"}],
                    "users": [{"name": "Ida Corrie"}],
                },
            }
        ]
    }
    (found,) = articles(tmp_path, "backup.json", json.dumps(backup))
    assert (found.title, found.published) == ("Ferry late", "2019-03-04")


def test_three_fields_make_a_day_and_a_clock_goes_behind_one() -> None:
    parts = fields.article({"text": ONE, "year": 2019, "month": "3", "day": 4})
    clocked = fields.article({"text": ONE, "date": "4 March 2019", "time": "8:05"})
    plain = fields.article({"text": ONE, "published": "2019-03-05", "year": 1999, "month": 1, "day": 1})
    assert [one.published for one in (parts, clocked, plain) if one] == [
        "2019-03-04",
        "2019-03-04T08:05",
        "2019-03-05",
    ]


@pytest.mark.parametrize("before", ["pub_", "publication_", "date_", "Issue "])
def test_a_day_in_three_fields_may_say_in_each_name_what_day_it_is(before: str) -> None:
    given = {f"{before}year": 2019, f"{before}month": "3", f"{before}day": 4}
    found = fields.article({"text": ONE, **given})
    assert found is not None and found.published == "2019-03-04"


def test_the_year_month_and_day_of_something_else_are_no_day_of_publication() -> None:
    found = fields.article({"text": ONE, "birth_year": 1951, "birth_month": 3, "birth_day": 4})
    assert found is not None and found.published is None


def test_a_line_with_a_whole_page_is_read_as_that_page(tmp_path: Path) -> None:
    (found,) = articles(
        tmp_path, "crawl.jsonl", json.dumps({"url": "https://echo.example/ferry", "html": PAGE}) + "\n"
    )
    assert (found.title, found.url, found.text[: len(ONE)]) == (
        "Ferry late",
        "https://echo.example/ferry",
        ONE,
    )


def test_days_in_numbers_are_told_by_other_rows_of_their_column(tmp_path: Path) -> None:
    rows = f"paper,date,text\nEcho,03/04/2019,{ONE}\nPost,17/04/2019,{TWO}\n"
    assert [one.published for one in articles(tmp_path, "days.csv", rows)] == ["2019-04-03", "2019-04-17"]
    rows = rows.replace("17/04", "04/17")
    assert [one.published for one in articles(tmp_path, "months.csv", rows)] == ["2019-03-04", "2019-04-17"]
    unknown = articles(tmp_path, "either.csv", rows.replace("04/17", "05/06"))
    assert [one.published for one in unknown] == [None, None] or all(
        "/" in str(one.published) for one in unknown
    )


def test_what_an_export_writes_above_its_header_is_passed_over(tmp_path: Path) -> None:
    rows = f"Export of 4 March;;\n;;\nDate;Paper;Text\n2019-03-04;Quenby Echo;{ONE}\n"
    (found,) = articles(tmp_path, "export.csv", rows)
    assert (found.outlet, found.published, found.text) == ("Quenby Echo", "2019-03-04", ONE)


def test_fields_in_toml_and_names_linked_as_notes_link_them(tmp_path: Path) -> None:
    (toml,) = articles(
        tmp_path,
        "a.md",
        f'+++\ntitle = "Ferry late"\ndate = 2019-03-04T08:00:00Z\npaper = "Quenby Echo"\n+++\n\n{ONE}\n',
    )
    (note,) = articles(
        tmp_path,
        "b.md",
        f'---\ntitle: Ferry late\nauthor:\n  - "[[Ida Corrie]]"\npublished: 2019-03-04\n---\n{ONE}\n',
    )
    assert (toml.title, toml.outlet, toml.text, note.byline) == (
        "Ferry late",
        "Quenby Echo",
        ONE,
        "Ida Corrie",
    )


def test_pictures_of_a_feed_are_no_text(tmp_path: Path) -> None:
    feed = (
        '<rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/" xmlns:content="http://purl.org/rss/1.0/modules/content/">'
        '<channel><title>Quenby Echo</title><item><title>Ferry late</title><media:content url="q.jpg"><media:description>A quay.'
        f"</media:description></media:content><content:encoded><![CDATA[<p>{ONE}</p><p>{TWO}</p>]]></content:encoded></item></channel></rss>"
    )
    (found,) = articles(tmp_path, "feed.xml", feed)
    assert found.text == f"{ONE}\n\n{TWO}"


def test_a_mailbox_may_name_its_senders(tmp_path: Path) -> None:
    letters = "".join(
        f"From Quenby Echo <desk@echo.example> Mon Mar  4 08:0{n}:00 2019\nFrom: Quenby Echo <desk@echo.example>\nSubject: No {n}\n"
        f"Date: Mon, 04 Mar 2019 08:0{n}:00 +0000\n\n{ONE}\n\nFrom the quay nobody came.\n\n--\nGoodbye.\n\n"
        for n in (1, 2)
    )
    found = articles(tmp_path, "box.mbox", letters)
    assert [(one.title, one.text) for one in found] == [
        (f"No {n}", f"{ONE}\n\nFrom the quay nobody came.") for n in (1, 2)
    ]


def test_addresses_of_a_page_that_was_kept_are_those_it_had(tmp_path: Path) -> None:
    kept = PAGE.replace(
        "<title>",
        '<link rel="canonical" href="https://archive.example/web/20190305101112/https://echo.example/ferry"><title>',
    )
    saved = PAGE.replace(
        "<head>",
        "<!-- Page saved with SingleFile \n url: https://echo.example/ferry \n saved date: now --><head>",
    )
    found = [articles(tmp_path, f"{n}.html", one)[0].url for n, one in enumerate((kept, saved))]
    assert found == ["https://echo.example/ferry"] * 2


def test_a_page_within_a_line_is_still_a_line_of_records() -> None:
    line = json.dumps({"url": "https://echo.example/ferry", "html": PAGE}).encode()
    assert json_lines.FORMAT.probe(Head.of(line + b"\n" + line)) > 0
