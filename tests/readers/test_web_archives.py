"""Pages out of a web archive: with their address, and every damaged record costs itself alone."""

from __future__ import annotations

import gzip
import io
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from retold.model import Article, SetAside
from retold.readers import read, webrecords
from retold.readers.content import Head
from retold.readers.formats import web_archive
from retold.settings import Clean

PARAGRAPHS = (
    "The harbour council of Quenby voted on Thursday to keep its lighthouse lit for another winter.",
    "A motion to replace it with a buoy failed by seven votes to two, with one member asleep in his chair.",
)
PAGE = f"<html><head><title>Lamp stays lit</title></head><body><article><h1>Lamp stays lit</h1>{''.join(f'<p>{p}</p>' for p in PARAGRAPHS)}</article></body></html>".encode()


def record(
    block: bytes, kind: str = "response", address: str = "https://echo.example/lamp", size: int | None = None
) -> bytes:
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\nContent-Length: {len(block) if size is None else size}\r\n\r\n"
    return head.encode() + block + b"\r\n\r\n"


def answer(body: bytes, *fields: str, status: int = 200) -> bytes:
    head = "\r\n".join((f"HTTP/1.1 {status} OK", "Content-Type: text/html; charset=utf-8", *fields))
    return head.encode() + b"\r\n\r\n" + body


def articles(path: Path, data: bytes) -> tuple[list[Article], list[SetAside]]:
    path.write_bytes(data)
    found = list(read([path], Clean()))
    return [x for x in found if isinstance(x, Article)], [x for x in found if isinstance(x, SetAside)]


def test_a_page_gives_its_article_with_the_address_of_its_record(tmp_path):
    data = record(b"software: gull", "warcinfo") + record(answer(PAGE))
    (one,), notes = articles(tmp_path / "a.warc", data)
    assert (one.url, one.title, one.text) == (
        "https://echo.example/lamp",
        "Lamp stays lit",
        "\n\n".join(PARAGRAPHS),
    )
    assert not notes


def test_packed_and_chunked_answers_are_opened(tmp_path):
    packed = gzip.compress(PAGE)
    chunked = f"{len(PAGE):x}\r\n".encode() + PAGE + b"\r\n0\r\n\r\n"
    data = record(answer(packed, "Content-Encoding: gzip"), address="https://echo.example/1")
    data += record(answer(chunked, "Transfer-Encoding: chunked"), address="https://echo.example/2")
    found, _ = articles(tmp_path / "a.warc", data)
    assert [one.text for one in found] == ["\n\n".join(PARAGRAPHS)] * 2


def test_an_archive_that_is_packed_record_by_record_is_read(tmp_path):
    (one,), _ = articles(
        tmp_path / "a.warc.gz",
        gzip.compress(record(b"x: y", "warcinfo")) + gzip.compress(record(answer(PAGE))),
    )
    assert one.title == "Lamp stays lit"


def test_requests_errors_and_pictures_are_passed_over(tmp_path):
    data = (
        record(b"GET / HTTP/1.1", "request")
        + record(answer(PAGE, status=404))
        + record(b"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nx")
    )
    found, (note,) = articles(tmp_path / "a.warc", data)
    assert not found and "without a page" in note.why


def test_a_damaged_record_is_counted_and_the_next_is_read(tmp_path):
    data = (
        record(answer(b"\x1f\x8bnot packed", "Content-Encoding: gzip"))
        + record(answer(PAGE))
        + record(b"cut", size=999)
    )
    (one,), (note,) = articles(tmp_path / "a.warc", data)
    assert one.title == "Lamp stays lit" and "2 records" in note.why


def test_a_body_that_unpacks_to_too_much_is_damaged():
    block = answer(gzip.compress(bytes(10_000)), "Content-Encoding: gzip")
    (one,) = webrecords.records(io.BytesIO(record(block)), 5_000)
    try:
        webrecords.answer(one, 5_000)
    except ValueError as error:
        assert "too large" in str(error)
    else:
        raise AssertionError("it was unpacked")


def test_only_the_first_bytes_of_an_archive_are_claimed():
    assert (
        web_archive.FORMAT.probe(Head.of(b"WARC/1.1\r\n"))
        > web_archive.FORMAT.probe(Head.of(b"The WARC/1.1"))
        == 0
    )


@given(st.binary(max_size=300))
def test_no_bytes_raise(data):
    for one in webrecords.records(
        io.BytesIO(b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 200\r\n\r\nHTTP/1.1 200\r\n" + data),
        1000,
    ):
        try:
            webrecords.answer(one, 1000)
        except ValueError:
            continue


def test_the_charset_that_an_answer_names_in_its_head_counts(tmp_path):
    page = PAGE.decode().replace("lighthouse", "világítótorony ő")
    head = answer(page.encode("iso8859-2", "ignore")).replace(b"charset=utf-8", b"charset=ISO-8859-2")
    (one,), notes = articles(tmp_path / "a.warc", record(head))
    assert "világítótorony ő" in one.text and not notes


def test_an_answer_whose_head_names_a_charset_that_it_is_not_in_is_read_as_the_page_says(tmp_path):
    page = PAGE.replace(b"lighthouse", "világítótorony".encode())
    (one,), _ = articles(
        tmp_path / "a.warc", record(answer(page).replace(b"charset=utf-8", b"charset=us-nothing"))
    )
    assert "világítótorony" in one.text
