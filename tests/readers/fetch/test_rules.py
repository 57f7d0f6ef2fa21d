"""What may be asked: the rules of a site, the numbers of machines, files of addresses."""

from __future__ import annotations

import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.readers.content import Head
from retold.readers.fetch import listed, reach, records, robots, transport, visits
from retold.readers.formats import address_list

RULES = """
User-agent: other
Disallow: /

User-agent: *
Disallow: /private  # not yours
Allow: /private/open
Disallow: /*?print
Disallow: /end$
Crawl-delay: 4
Sitemap: https://x.example/s.xml
"""


@pytest.mark.parametrize(
    ("target", "allowed"),
    [("/a", True), ("/private", False), ("/private/open/1", True), ("/a?print=1", False), ("/end", False), ("/end/1", True), ("/%70rivate/x", False)],
)  # fmt: skip
def test_the_longest_rule_that_fits_decides(target, allowed):
    assert robots.read(RULES, "retold").allows(target) is allowed


def test_a_group_that_names_the_program_replaces_that_for_all():
    rules = robots.read(RULES + "\nUser-agent: Retold\nAllow: /private\n", "retold")
    assert rules.allows("/private") and rules.delay is None
    assert robots.read(RULES, "retold").delay == 4
    assert robots.read("", "retold").allows("/") and not robots.NOTHING.allows("/")


@given(st.text(max_size=120), st.text(max_size=30))
def test_no_rules_raise(text, target):
    robots.read(text, "retold").allows(target)


@pytest.mark.parametrize(
    "number",
    ["127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1", "fd00::1", "ff02::1", "::ffff:127.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "2001:db8::1"],
)  # fmt: skip
def test_machines_within_a_house_are_not_public(number):
    assert not reach.is_public(ipaddress.ip_address(number))


def test_machines_of_the_net_are_public():
    assert all(
        map(
            reach.is_public,
            map(ipaddress.ip_address, ("93.184.216.34", "2606:2800:220:1::1", "::ffff:93.184.216.34")),
        )
    )


@pytest.mark.parametrize(
    "address", ["ftp://a.example/x", "file:///x", "http:///x", "http://a.example:22/", "http://ida:pw@a.example/", "http://a.example:99999/", "//a.example", "javascript:x", "http://[::1"],
)  # fmt: skip
def test_what_is_no_plain_address_of_the_web_is_refused(address):
    with pytest.raises(reach.Unreachable):
        reach.checked(address, None)


def test_an_address_is_taken_apart():
    assert reach.checked("https://Bücher.example/ö x?q=ü#top", None) == (
        "https",
        "xn--bcher-kva.example",
        443,
        "/%C3%B6%20x?q=%C3%BC",
    )


@given(st.text(max_size=60))
def test_no_address_raises_anything_else(text):
    try:
        reach.checked(text, None)
        reach.checked("http://" + text, None)
    except reach.Unreachable:
        pass


def test_a_file_of_addresses_holds_nothing_else(tmp_path):
    (tmp_path / "a.txt").write_text("# ferries\n\nhttps://a.example/1\n https://a.example/2 \n")
    (tmp_path / "b.txt").write_text("The ferry of https://a.example/1 ran late.\n")
    assert listed.addresses_in(str(tmp_path / "a.txt")) == ["https://a.example/1", "https://a.example/2"]
    assert listed.addresses_in(str(tmp_path / "b.txt")) == [] == listed.addresses_in(str(tmp_path))
    assert listed.addresses_in("http://a.example") == ["http://a.example"]


def test_a_list_of_addresses_is_told_and_prose_with_one_is_not():
    claim = address_list.FORMAT.claim
    assert claim(Head.of(b"https://a.example/1\nhttps://a.example/2\n", ".txt")) > 0.5
    assert claim(Head.of(b"https://a.example/1 was read by all.\n", ".txt")) < 0
    assert claim(Head.of(b"# Ferries\n\nThe ferry ran late.\n", ".txt")) < 0


def test_a_record_says_its_length_and_no_field_breaks_its_line():
    import gzip
    from datetime import UTC, datetime

    stored = gzip.decompress(
        records.record("response", datetime(2024, 3, 1, tzinfo=UTC), b"abc", {"X": "a\r\nb"})
    )
    assert (
        b"Content-Length: 3\r\n\r\nabc" in stored
        and b"X: a  b\r\n" in stored
        and b"WARC-Date: 2024-03-01T00:00:00Z" in stored
    )


def test_a_socket_of_this_machine_is_refused():
    with pytest.raises(reach.Unreachable):
        transport.Guarded(reach.is_public).connect_unix_socket("/run/x")
    assert visits.Manner().may_ask is reach.is_public
