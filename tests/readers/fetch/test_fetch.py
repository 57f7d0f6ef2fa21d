"""Addresses: fetched when asked for, stored as a web archive, and read from it."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest

from retold import readers
from retold.model import Article, SetAside
from retold.readers import fetch
from retold.settings import Clean
from tests.readers.fetch.site import PAGE, REPORT, page, running


def taken(site, *addresses, into=None, **changed):
    read = list(readers.fetched(addresses, Clean(), into, site.manner(**changed)))
    return [one for one in read if isinstance(one, Article)], [
        one for one in read if isinstance(one, SetAside)
    ]


def test_a_page_is_fetched_stored_and_read_with_its_address(tmp_path: Path):
    with running({"/crates": page()}) as site:
        articles, notes = taken(site, site.at("/crates#top"), into=tmp_path / "a.warc.gz")
    assert [(one.title, one.text, one.url) for one in articles] == [("Crates", REPORT, site.at("/crates"))]
    assert notes == [] and site.asked == ["/robots.txt", "/crates"]
    again = [one for one in readers.read([tmp_path / "a.warc.gz"], Clean()) if isinstance(one, Article)]
    assert [one.text for one in again] == [REPORT]


def test_an_address_is_asked_for_once_and_nobody_is_told_more_than_the_name_of_the_program():
    with running({"/crates": page(Set_Cookie="a=b")}) as site:
        assert len(taken(site, site.at("/crates"), site.at("/crates"))[0]) == 1
    assert site.asked.count("/crates") == 1
    assert {name.lower() for name in site.heads[-1]} == {"host", "user-agent", "accept", "accept-encoding"}
    assert site.heads[-1]["User-Agent"].startswith("retold/")


def test_two_places_of_a_page_that_cannot_be_had_are_one_line():
    with running({"/robots.txt": page("User-agent: *\nDisallow: /", "text/plain")}) as site:
        articles, notes = taken(site, site.at("/crates#top"), site.at("/crates#foot"))
    assert articles == [] and [one.where for one in notes] == [site.at("/crates")]


def test_a_packed_answer_is_stored_as_it_came():
    packed = (200, {"Content-Type": "text/html", "Content-Encoding": "gzip"}, gzip.compress(PAGE.encode()))
    with running({"/crates": packed}) as site:
        assert [one.text for one in taken(site, site.at("/crates"))[0]] == [REPORT]


@pytest.mark.parametrize("rules", ["User-agent: *\nDisallow: /", "User-agent: retold\nDisallow: /cr*s$", "User-agent: retold/1\nUser-agent: other\nDisallow: /crates"])  # fmt: skip
def test_what_a_site_closes_to_programs_is_not_asked_for(rules):
    with running({"/crates": page(), "/robots.txt": page(rules, "text/plain")}) as site:
        articles, notes = taken(site, site.at("/crates"))
    assert articles == [] and site.asked == ["/robots.txt"] and "robots.txt" in notes[0].why


def test_a_site_whose_rules_cannot_be_had_is_not_asked():
    with running({"/crates": page(), "/robots.txt": page("", status=503)}) as site:
        articles, notes = taken(site, site.at("/crates"))
    assert (articles, len(notes), site.asked) == ([], 1, ["/robots.txt"])


def test_redirects_are_followed_checked_and_stored(tmp_path: Path):
    moved = page("", status=302, Location="/crates")
    with running({"/old": moved, "/crates": page()}) as site:
        articles, _ = taken(site, site.at("/old"), into=tmp_path / "a.warc.gz")
    assert [one.url for one in articles] == [site.at("/crates")]
    stored = gzip.decompress((tmp_path / "a.warc.gz").read_bytes()).decode()
    assert re.findall("WARC-Target-URI: (.*)\r", stored) == [site.at("/old"), site.at("/crates")]


def test_a_redirect_to_a_closed_page_to_nowhere_and_in_circles_ends():
    answers = {
        "/closed": page("", status=301, Location="/private"),
        "/file": page("", status=301, Location="file:///etc/passwd"),
        "/inner": page("", status=302, Location="http://10.0.0.1/keys"),
        "/circle": page("", status=302, Location="/circle"),
        "/private": page(),
        "/robots.txt": page("User-agent: *\nDisallow: /private", "text/plain"),
    }
    with running(answers) as site:
        for path, why in (
            ("/closed", "robots.txt"),
            ("/file", "no address of the web"),
            ("/inner", "port 80"),
            ("/circle", "too often"),
        ):
            articles, notes = taken(site, site.at(path))
            assert articles == [] and why in notes[0].why
        notes = taken(site, site.at("/inner"), ports=frozenset({80, site.port}))[1]
        assert "not of the public net" in notes[0].why
    assert "/private" not in site.asked


def test_too_large_and_other_things_are_left():
    answers = {"/large": page("x" * 5000), "/picture": page("x", "image/png"), "/gone": page("", status=410)}
    with running(answers) as site:
        whys = [taken(site, site.at(path), largest=4000)[1][0].why for path in answers]
    assert whys == ["is larger than 4,000 bytes", "is no page (image/png)", "answers 410 Gone"]


def test_each_host_is_given_its_pause():
    waits: list[float] = []
    with running({"/a": page(), "/b": page(PAGE.replace("crates", "casks"))}) as site:
        taken(site, site.at("/a"), site.at("/b"), sleep=waits.append, pause=7.0)
        assert len(waits) == 2 and all(6 < wait <= 7 for wait in waits)
        site.answers["/robots.txt"] = page("User-agent: *\nCrawl-delay: 9", "text/plain")
        waits.clear()
        taken(site, site.at("/a"), sleep=waits.append)
        assert waits and 8 < waits[0] <= 9
        assert "asks for" in taken(site, site.at("/a"), longest_pause=5.0)[1][0].why


def test_without_leave_this_machine_is_never_asked(tmp_path: Path):
    with running({"/crates": page()}) as site:
        for number, host in enumerate(("127.0.0.1", "localhost", "[::1]", "0x7f.1", "2130706433")):
            strict = fetch.Manner(ports=frozenset({site.port}))
            notes = list(fetch.archived([site.at("/crates", host)], tmp_path / str(number), strict))
            assert len(notes) == 1 and ("public net" in notes[0].why or "no machine" in notes[0].why)
    assert site.asked == []


def test_a_name_that_stands_for_another_machine_the_second_time_leads_nowhere(monkeypatch):
    """The number that was checked is the one that is connected to; nobody asks for the name again."""
    import socket

    from retold.readers.fetch import reach

    with running({"/crates": page(), "/robots.txt": page("", "text/plain", Connection="close")}) as site:
        numbers = iter(["127.0.0.1", "127.0.0.2", "127.0.0.2"])
        connected = []

        def named(host, port, *_, **__):
            if host != "rebinding.example":
                connected.append(host)
            number = next(numbers) if host == "rebinding.example" else host
            return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (number, port))]

        monkeypatch.setattr(reach.socket, "getaddrinfo", named)
        _, notes = taken(site, f"http://rebinding.example:{site.port}/crates")
    assert connected == ["127.0.0.1"] and "public net" in notes[0].why and site.asked == ["/robots.txt"]


def test_an_existing_archive_is_not_overwritten(tmp_path: Path):
    (tmp_path / "a").write_text("x")
    with running({}) as site, pytest.raises(FileExistsError):
        list(fetch.archived([site.at("/")], tmp_path / "a", site.manner()))
    (tmp_path / "monday.fetched.warc.gz").write_text("x")
    assert fetch.free_name(tmp_path / "monday.trace").name == "monday.fetched-2.warc.gz"
