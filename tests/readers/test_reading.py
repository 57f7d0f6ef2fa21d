"""Files, folders and globs: what is read, under which ids, and what is refused."""

from __future__ import annotations

import gzip
import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from retold.model import Article, SetAside
from retold.readers import read
from retold.readers.limits import Limits
from retold.readers.reading import Reading
from retold.settings import Clean

FERRY = "The ferry to Gull Rock ran late on Monday.\n\nNobody on the quay seemed to mind."


def take(*paths: str | Path, settings: Clean | None = None) -> tuple[list[Article], list[SetAside]]:
    found = list(read(paths, settings or Clean()))
    articles = [one for one in found if isinstance(one, Article)]
    return articles, [one for one in found if isinstance(one, SetAside)]


def write(folder: Path, name: str, content: str | bytes = FERRY) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def one_line(refused: list[SetAside], *words: str) -> None:
    """Exactly one line, that names these things."""
    assert len(refused) == 1, refused
    assert refused[0].where and refused[0].why and refused[0].cure
    for word in words:
        assert word in str(refused[0])


# ---- what is read ----


def test_a_folder_is_walked_in_order_and_ids_are_its_paths(tmp_path):
    for name in ("b.txt", "a.txt", "sub/c.txt", ".hidden.txt", ".git/d.txt"):
        write(tmp_path, name, f"{FERRY} {name}")
    articles, refused = take(tmp_path)
    assert [one.id for one in articles] == ["a", "b", "sub/c"]
    assert refused == []


def test_a_named_file_is_called_by_its_stem(tmp_path):
    articles, _ = take(write(tmp_path, "sub/report.of.monday.txt"))
    assert articles[0].id == "report.of.monday"


def test_two_files_of_one_stem_are_told_apart_by_their_suffix(tmp_path):
    write(tmp_path, "a.htm", f"<html><body><p>{FERRY}</p></body></html>")
    write(tmp_path, "a.txt")
    articles, refused = take(tmp_path)
    assert [one.id for one in articles] == ["a", "a.txt"]
    assert refused == []


def test_a_third_file_of_one_name_is_set_aside(tmp_path):
    for name in ("one/a.txt", "two/a.txt", "three/a.txt"):
        write(tmp_path, name, f"{FERRY} {name}")
    articles, refused = take(tmp_path / "one", tmp_path / "two", tmp_path / "three")
    assert [one.id for one in articles] == ["a", "a.txt"]
    one_line(refused, str(Path("three", "a.txt")), "taken", "rename")


def test_globs_are_sorted_and_an_existing_name_is_no_glob(tmp_path):
    write(tmp_path, "b.txt", FERRY + "b")
    write(tmp_path, "a.txt", FERRY + "a")
    write(tmp_path, "[x].txt", FERRY + "x")
    assert [one.id for one in take(tmp_path / "?.txt")[0]] == ["a", "b"]
    assert [one.id for one in take(tmp_path / "[x].txt")[0]] == ["[x]"]
    assert [one.id for one in take(tmp_path / "**" / "*.txt")[0]] == ["[x]", "a", "b"]


def test_files_about_a_folder_are_read_only_when_named(tmp_path):
    readme = write(tmp_path, "README.md")
    write(tmp_path, "LICENSE", "You may sail this boat.")
    write(tmp_path, "dispatch.md", "# Ferry late\n\n" + FERRY)
    articles, refused = take(tmp_path)
    assert [(one.id, one.title) for one in articles] == [("dispatch", "Ferry late")]
    assert refused == []
    assert len(take(readme)[0]) == 1


def test_a_description_beside_articles_is_passed_over_in_a_folder_and_refused_by_name(tmp_path):
    path = write(tmp_path, "truth.json", '{"edges": [["a", "b"]]}')
    write(tmp_path, "a.txt")
    articles, refused = take(tmp_path)
    assert len(articles) == 1 and refused == []
    one_line(take(path)[1], "truth.json", "no article")


def test_reading_is_lazy(tmp_path):
    write(tmp_path, "a.txt")
    write(tmp_path, "b.txt", "A text that is gone before its turn.")
    found: Iterator[object] = read([tmp_path], Clean())
    assert isinstance(next(found), Article)
    (tmp_path / "b.txt").unlink()
    assert isinstance(next(found), SetAside)


def test_the_content_outweighs_the_suffix(tmp_path):
    write(tmp_path, "page.txt", f"<!DOCTYPE html><html><body><article><p>{FERRY}</p></article></body></html>")
    write(tmp_path, "rows.txt", '{"id": "r1", "text": "A row."}\n{"id": "r2", "text": "Another row."}\n')
    write(tmp_path, "list.txt", '[{"id": "l1", "text": "A record."}]')
    write(tmp_path, "zipped.txt", gzip.compress(b"A text in a packed file."))
    articles, refused = take(tmp_path)
    assert refused == []
    assert {one.id: one.text[:8] for one in articles} == {
        "page": "The ferr", "r1": "A row.", "r2": "Another ", "l1": "A record", "zipped": "A text i",
    }  # fmt: skip


def test_a_text_that_opens_with_a_bracket_or_brace_is_text(tmp_path):
    write(tmp_path, "a.txt", "[Update] The ferry sailed again on Tuesday.")
    write(tmp_path, "b.txt", "{A note from the editor} The ferry sailed.")
    write(tmp_path, "c.txt", "<Breaking> The ferry sailed.")
    assert [len(one.text) > 20 for one in take(tmp_path)[0]] == [True, True, True]


def test_a_ring_of_links_ends(tmp_path):
    write(tmp_path, "a.txt")
    (tmp_path / "ring").symlink_to(tmp_path)
    assert [one.id for one in take(tmp_path)[0]] == ["a"]


# ---- bad input: one line each, the rest goes on ----


def test_a_missing_path(tmp_path):
    write(tmp_path, "a.txt")
    articles, refused = take(tmp_path / "nowhere.txt", tmp_path / "a.txt")
    assert len(articles) == 1
    one_line(refused, "nowhere.txt", "does not exist")


def test_a_pattern_without_match_and_a_path_that_cannot_be(tmp_path):
    one_line(take(tmp_path / "*.xyz")[1], "matches no file")
    one_line(take("a\0b")[1])


def test_an_empty_folder(tmp_path):
    one_line(take(tmp_path)[1], str(tmp_path), "no file")


@pytest.mark.parametrize("content", [b"", b" \n\t\n", gzip.compress(b"", mtime=0)])
def test_an_empty_file(tmp_path, content):
    one_line(take(write(tmp_path, "a.txt", content))[1], "a.txt", "is empty")


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"%PDF-1.5\n%\xe2\xe3\xcf\xd3\n1 0 obj", "a PDF"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a PNG picture"),
        (b"PK\x03\x04\x14\0\0\0\x08\0", "a ZIP archive"),
        (bytes(range(256)) * 4, "a binary file"),
    ],
)
def test_a_binary_file_is_named_by_its_kind(tmp_path, content, kind):
    one_line(take(write(tmp_path, "a.txt", content))[1], "a.txt", kind)


def test_a_file_that_may_not_be_read(tmp_path, monkeypatch):
    path = write(tmp_path, "a.txt")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    one_line(take(path)[1], "a.txt", "Permission denied")


def test_a_pipe_is_no_file_and_does_not_hang(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    one_line(take(tmp_path)[1], "pipe", "no regular file")


def test_bytes_that_are_no_utf8_are_decoded_and_it_is_said(tmp_path):
    text = "Le capitaine a déclaré que « la mer était trop agitée » pour le bac."
    articles, refused = take(write(tmp_path, "a.txt", text.encode("cp1252")))
    assert articles[0].text == text
    one_line(refused, "a.txt", "not valid UTF-8", "cp1252")


def test_an_article_without_text(tmp_path):
    one_line(take(write(tmp_path, "a.html", "<html><body><nav>Home</nav></body></html>"))[1], "without text")


def test_the_same_path_twice(tmp_path):
    path = write(tmp_path, "a.txt")
    articles, refused = take(path, tmp_path)
    assert len(articles) == 1
    one_line(refused, "a.txt", "same file again")


def test_two_files_of_the_same_words_may_be_two_publications_of_them(tmp_path):
    write(tmp_path, "agency.txt")
    write(tmp_path, "paper.txt")
    articles, refused = take(tmp_path)
    assert [one.id for one in articles] == ["agency", "paper"]
    assert refused == []


@pytest.mark.parametrize(
    "link",
    [
        "<link rel='canonical' href='https://quenbyecho.example/ferry'>",
        "<meta property='og:site_name' content='Quenby Echo'>",
    ],
)
def test_a_page_that_names_its_address_or_outlet_is_one_article_however_often_it_was_saved(tmp_path, link):
    for name in ("a.html", "b.html"):
        write(
            tmp_path, name, f"<html><head>{link}</head><body><article><p>{FERRY}</p></article></body></html>"
        )
    articles, refused = take(tmp_path)
    assert len(articles) == 1
    one_line(refused, "b.html", "the same as", "a.html")


def test_two_streamed_files_with_the_same_bytes(tmp_path):
    write(tmp_path, "a.jsonl", '{"text": "A row without an id."}\n{"text": "Another."}\n')
    write(tmp_path, "b.jsonl", '{"text": "A row without an id."}\n{"text": "Another."}\n')
    write(tmp_path, "c.jsonl", '{"text": "A row of its own, ok."}\n{"text": "Another."}\n')
    articles, refused = take(tmp_path)
    assert [one.id for one in articles] == ["a:1", "a:2", "c:1", "c:2"]
    one_line(refused, "b.jsonl", "the same as", "a.jsonl")


def test_a_file_above_the_bound_is_refused_unread_and_a_packed_one_unpacked_no_further(tmp_path):
    small = Clean(largest_bytes=1_000)
    write(tmp_path, "a.txt", "word " * 300)
    write(tmp_path, "b.txt", gzip.compress(b"word " * 100_000))
    articles, refused = take(tmp_path, settings=small)
    assert articles == []
    assert [one.why for one in refused] == ["is larger than 1,000 bytes"] * 2


def test_fifty_megabytes_are_refused_unread(tmp_path):
    with write(tmp_path, "a.txt").open("ab") as stream:
        stream.truncate(50_000_000)
    write(tmp_path, "b.txt", b"word " * 10_000_000)
    articles, refused = take(tmp_path)
    assert articles == [] and len(refused) == 2


def test_a_broken_gzip_file_gives_what_it_holds_and_one_line(tmp_path):
    rows = b"".join(
        json.dumps({"id": f"r{i}", "text": os.urandom(40).hex()}).encode() + b"\n" for i in range(99)
    )
    packed = gzip.compress(rows)
    articles, refused = take(write(tmp_path, "a.jsonl.gz", packed[: len(packed) // 2]))
    assert 10 < len(articles) < 99
    one_line(refused, "a.jsonl.gz", "breaks off")


def test_a_feed_without_an_entry_is_refused_by_name(tmp_path):
    one_line(take(write(tmp_path, "a.xml", "<?xml version='1.0'?><rss><channel/></rss>"))[1], "a.xml", "feed")


def test_a_name_that_is_no_unicode_gives_a_clean_id(tmp_path):
    path = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    try:
        Path(os.fsdecode(path)).write_text(FERRY)
    except OSError:
        pytest.skip("this file system takes Unicode names only")
    articles, _ = take(tmp_path)
    assert articles[0].id == "caf\ufffd"


@pytest.mark.long
def test_two_thousand_files_stream(tmp_path):
    for number in range(2_000):
        (tmp_path / f"{number:04}.txt").write_text(f"Boat number {number} came home.", encoding="utf-8")
    articles, refused = take(tmp_path)
    assert len(articles) == 2_000 and refused == []


def test_one_reading_knows_what_it_has_read_from_path_to_path(tmp_path):
    path = write(tmp_path, "a.txt")
    reading = Reading(Limits.of(Clean()))
    assert [type(one) for one in reading.of([path])] == [Article]
    assert [type(one) for one in reading.of([path])] == [SetAside]


def test_a_deep_folder_is_walked_to_its_end(tmp_path):
    folder = tmp_path
    for _ in range(300):
        folder = folder / "d"
        folder.mkdir()
    write(folder, "a.txt")
    assert [one.id.count("d/") for one in take(tmp_path)[0]] == [300]


def test_an_address_is_refused_by_one_line():
    one_line(take("https://echo.example/ferry")[1], "https://echo.example/ferry", "nothing is fetched")
