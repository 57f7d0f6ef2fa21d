"""Folders and archives give what lies in them, and nothing can lead out of them or go on for ever."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.model import Article, SetAside
from retold.readers import archives, formats, packed, read
from retold.readers.content import Head
from retold.readers.formats import (
    bzip2_stream,
    folder,
    gzip_stream,
    page_parts,
    tar_archive,
    xz_stream,
    zip_archive,
    zstandard_stream,
)
from retold.readers.limits import Limits
from retold.readers.reading import Reading
from retold.settings import Clean

FERRY = "The ferry to Gull Rock ran late on Monday.\n\nNobody on the quay seemed to mind."
BARGE = "The barge from Gull Rock came in on Tuesday.\n\nIts skipper would not say why."
PAGE = f"<!DOCTYPE html><html><body><article><p>{BARGE}</p></article></body></html>"
ROWS = '{"id": "r1", "text": "A row."}\n{"text": "Another row."}\n'
Pack = Callable[[dict[str, str | bytes]], bytes]


def zipped(members: dict[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def tarred(members: dict[str, str | bytes], mode: str = "w") -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=mode) as archive:  # type: ignore[call-overload]
        for name, content in members.items():
            data = content.encode() if isinstance(content, str) else content
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return out.getvalue()


def take(path: Path, limits: Limits | None = None) -> tuple[list[Article], list[SetAside]]:
    found = list(Reading(limits or Limits.of(Clean())).of([path]))
    articles = [one for one in found if isinstance(one, Article)]
    return articles, [one for one in found if isinstance(one, SetAside)]


def put(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


both = pytest.mark.parametrize(("pack", "name"), [(zipped, "all.zip"), (tarred, "all.tar")])


def test_each_container_is_in_the_registry() -> None:
    known = formats.registry().formats
    assert all(
        m.FORMAT in known for m in (bzip2_stream, folder, gzip_stream, page_parts, tar_archive, zip_archive)
    )


# ---- what is in them ----


@both
def test_an_archive_is_read_as_a_folder_is(tmp_path: Path, pack: Pack, name: str) -> None:
    members = {"sub/a.txt": FERRY, "b.html": PAGE, "rows.jsonl": ROWS, ".hidden.txt": FERRY, "README.md": "Of it.",
               "__MACOSX/a.txt": FERRY, "truth.json": "{\"edges\": []}"}  # fmt: skip
    articles, refused = take(put(tmp_path, name, pack(members)))
    assert {one.id: one.text[:9] for one in articles} == {
        "sub/a": "The ferry", "b": "The barge", "r1": "A row.", "rows:2": "Another r",
    }  # fmt: skip
    assert refused == []


def test_a_name_that_begins_at_the_archive_s_own_folder_is_the_plain_name(tmp_path: Path) -> None:
    articles, refused = take(put(tmp_path, "o.tar", tarred({"./sub/a.txt": FERRY, "./.hidden": FERRY})))
    assert [one.id for one in articles] == ["sub/a"] and refused == []


@both
def test_an_archive_in_a_folder_lends_its_name_to_the_ids(tmp_path: Path, pack: Pack, name: str) -> None:
    put(tmp_path, name, pack({"a.txt": FERRY}))
    put(tmp_path, "a.txt", BARGE.encode())
    assert [one.id for one in take(tmp_path)[0]] == ["a", f"{name}/a"]


def test_a_packed_archive_is_unpacked_twice(tmp_path: Path) -> None:
    for name in ("all.tgz", "all.tar.gz"):
        path = put(tmp_path, name, gzip.compress(tarred({"a.txt": FERRY, "b.html": PAGE})))
        assert [one.id for one in take(path)[0]] == ["a", "b"]


def test_a_packed_file_goes_by_its_name_without_the_packing(tmp_path: Path) -> None:
    path = put(tmp_path, "feed.jsonl.gz", gzip.compress(ROWS.encode()))
    assert [one.id for one in take(path)[0]] == ["r1", "feed:2"]
    put(tmp_path, "feed.txt.gz", gzip.compress(FERRY.encode()))
    assert [one.id for one in take(tmp_path / "feed.txt.gz")[0]] == ["feed"]


@pytest.mark.long
@pytest.mark.parametrize(("pack", "name"), [(gzip.compress, "a.jsonl.gz"), (bz2.compress, "a.jsonl.bz2")])
def test_every_packing_gives_the_same_and_breaks_off_with_one_line(tmp_path: Path, pack, name: str) -> None:
    rows = b"".join(b'{"text": "Row %d"}\n' % number for number in range(20_000))
    assert len(take(put(tmp_path, name, pack(rows)))[0]) == 20_000
    articles, refused = take(put(tmp_path, name, pack(rows)[:-20]))
    assert all(one.text.startswith("Row") for one in articles)
    assert [one.why.split(" that ")[1] for one in refused] == ["breaks off or is damaged"]


def test_the_suffix_of_a_packing_is_taken_off_and_no_other() -> None:
    one = packed.Packing("x", lambda stream: stream, (), {".gz": "", ".tgz": ".tar"})
    names = ("a.csv.gz", "a.TGZ", "a.b/c", "a.txt")
    assert [one.inner(name) for name in names] == ["a.csv", "a.tar", "a.b/c", "a.txt"]


def test_an_archive_within_an_archive_is_read(tmp_path: Path) -> None:
    inner = tarred({"a.txt": FERRY})
    assert [one.id for one in take(put(tmp_path, "o.zip", zipped({"i.tar": inner})))[0]] == ["i.tar/a"]


def test_the_same_rows_twice_in_one_zip_are_read_once(tmp_path: Path) -> None:
    rows = '{"text": "A row of its own."}\n{"text": "Another one."}\n'
    articles, refused = take(put(tmp_path, "o.zip", zipped({"a.jsonl": rows, "b.jsonl": rows})))
    assert [one.id for one in articles] == ["a:1", "a:2"]
    assert len(refused) == 1 and "the same as" in refused[0].why


def test_the_folder_beside_a_saved_page_belongs_to_the_page(tmp_path: Path) -> None:
    put(tmp_path, "Ferry late.html", PAGE.encode())
    (tmp_path / "Ferry late_files").mkdir()
    put(tmp_path / "Ferry late_files", "frame.html", PAGE.encode())
    (tmp_path / "case_files").mkdir()
    put(tmp_path / "case_files", "a.txt", FERRY.encode())
    articles, refused = take(tmp_path)
    assert [one.id for one in articles] == ["Ferry late", "case_files/a"]
    assert refused == []


@pytest.mark.parametrize(
    "name",
    [
        "Ferry late-Dateien",
        "Ferry late_fichiers",
        "Ferry late_archivos",
        "Ferry late-filer",
        "Ferry late_bestanden",
    ],
)
def test_the_folder_of_a_saved_page_is_known_in_other_languages(tmp_path: Path, name: str) -> None:
    put(tmp_path, "Ferry late.htm", PAGE.encode())
    (tmp_path / name).mkdir()
    put(tmp_path / name, "saved_resource.html", PAGE.encode())
    put(tmp_path / name, "style.css", b"p { margin: 0 }")
    articles, refused = take(tmp_path)
    assert ([one.id for one in articles], refused) == (["Ferry late"], [])


@pytest.mark.parametrize(
    ("page", "folder", "link"),
    [
        ("Ferry late.html", "Ferry late saved parts", "./Ferry%20late%20saved%20parts/app.js"),
        ("renamed.html", "Ferry & late-Dateien", "Ferry &amp; late-Dateien/app.js"),
    ],
)
def test_a_folder_from_which_a_page_takes_its_parts_belongs_to_it(
    tmp_path: Path, page: str, folder: str, link: str
) -> None:
    put(tmp_path, page, PAGE.replace("<p>", f'<script src="{link}"></script><p>', 1).encode())
    (tmp_path / folder).mkdir()
    put(tmp_path / folder, "saved_resource.html", PAGE.encode())
    articles, refused = take(tmp_path)
    assert ([one.id for one in articles], refused) == ([page.removesuffix(".html")], [])


def test_the_parts_of_a_saved_page_in_a_zip_belong_to_the_page(tmp_path: Path) -> None:
    members = {
        "quay/Ferry late.htm": PAGE,
        "quay/Ferry late-Dateien/frames/saved_resource.html": PAGE,
        "quay/case-Dateien/a.txt": FERRY,
    }
    articles, refused = take(put(tmp_path, "o.zip", zipped(members)))
    assert sorted(one.id.rsplit("/", 1)[-1] for one in articles) == ["Ferry late", "a"]
    assert refused == []


def test_a_folder_of_articles_is_read_whatever_a_page_beside_it_shows_of_it(tmp_path: Path) -> None:
    put(tmp_path, "index.html", PAGE.replace("<p>", '<img src="reports/quay.png"><p>', 1).encode())
    put(
        tmp_path,
        "reports 2.html",
        PAGE.replace("<p>", '<a href="reports 2 more/a.txt">More</a><p>', 1).encode(),
    )
    for name in ("reports", "reports 2 more"):
        (tmp_path / name).mkdir()
        put(tmp_path / name, "a.txt", FERRY.encode())
    articles, _ = take(tmp_path)
    assert {"reports/a", "reports 2 more/a"} <= {one.id for one in articles}


# ---- what they must not do ----


@both
@pytest.mark.parametrize(
    "bad", ["../out.txt", "/etc/out.txt", "a/../../out.txt", "C:\\out.txt", "..\\out.txt"]
)
def test_a_name_that_leads_out_is_refused_and_the_rest_is_read(
    tmp_path: Path, pack: Pack, name: str, bad: str
) -> None:
    articles, refused = take(put(tmp_path, name, pack({bad: FERRY, "a.txt": BARGE})))
    assert [one.id for one in articles] == ["a"]
    assert len(refused) == 1 and "leads out" in refused[0].why


@both
def test_a_bomb_is_refused_by_one_line(tmp_path: Path, pack: Pack, name: str) -> None:
    bomb = pack({f"{n}.txt": b"0" * 300_000 for n in range(40)})
    data = gzip.compress(bomb) if name.endswith(".tar") else bomb
    articles, refused = take(put(tmp_path, name, data), Limits(10**8, ratio=2, free=1_000_000))
    assert len(articles) < 5
    assert [one.why for one in refused if "far more" in one.why] == ["unpacks to far more than its size"]
    assert len(refused) == 1


def test_a_bomb_of_one_stream_is_refused_before_it_is_held(tmp_path: Path) -> None:
    path = put(tmp_path, "a.jsonl.gz", gzip.compress(b'{"text": "a"}\n' * 50_000))
    articles, refused = take(path, Limits(10**8, ratio=2, free=100_000))
    assert 0 < len(articles) < 10_000
    assert "far more" in refused[-1].why


def test_archives_too_deep_in_each_other_are_refused(tmp_path: Path) -> None:
    data = zipped({"a.txt": FERRY})
    for _ in range(6):
        data = zipped({"i.zip": data})
    articles, refused = take(put(tmp_path, "o.zip", data))
    assert articles == [] and "more than 4 archives" in refused[0].why


@both
def test_members_beyond_the_bound_are_left_out_with_a_line(tmp_path: Path, pack: Pack, name: str) -> None:
    members = {f"{n}.txt": f"{FERRY} {n}" for n in range(5)}
    articles, refused = take(put(tmp_path, name, pack(members)), Limits(10**6, most_members=3))
    assert len(articles) == 3
    assert len(refused) == 1 and "more than 3 members" in refused[0].why


def test_links_in_an_archive_are_not_followed(tmp_path: Path) -> None:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        link = tarfile.TarInfo("passwords.txt")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
    articles, refused = take(put(tmp_path, "o.tar", out.getvalue()))
    assert articles == [] and "link" in refused[0].why


def test_an_encrypted_member_is_named(tmp_path: Path) -> None:
    data = bytearray(zipped({"a.txt": FERRY}))
    directory = data.rindex(b"PK\x01\x02")
    data[6] |= 1
    data[directory + 8] |= 1
    assert [one.why for one in take(put(tmp_path, "o.zip", bytes(data)))[1]] == ["is encrypted"]


def test_an_office_document_is_named_and_not_unpacked(tmp_path: Path) -> None:
    path = put(tmp_path, "a.pptx", zipped({"[Content_Types].xml": "<x/>", "ppt/presentation.xml": "<x/>"}))
    assert "a PowerPoint presentation" in take(path)[1][0].why


@both
def test_a_broken_archive_is_one_line_and_gives_what_it_has(tmp_path: Path, pack: Pack, name: str) -> None:
    data = pack({f"{n}.txt": f"{FERRY} {n}" for n in range(9)})
    articles, refused = take(put(tmp_path, name, data[: len(data) // 2]))
    assert len(refused) == 1 and "damaged" in refused[0].why
    assert len(articles) == (0 if name == "all.zip" else 5)


def test_a_member_whose_bytes_are_not_those_that_were_packed_is_named(tmp_path: Path) -> None:
    data = bytearray(zipped({"a.txt": FERRY * 20, "b.txt": BARGE}))
    data[45] ^= 0xFF
    articles, refused = take(put(tmp_path, "o.zip", bytes(data)))
    assert [one.id for one in articles] == ["b"]
    assert "a.txt" in refused[0].where


def test_an_entry_says_why_it_cannot_be_read() -> None:
    assert archives.Entry("a", lambda _: io.BytesIO(), 0).fault == ""


# ---- whatever bytes come ----


@given(st.data())
def test_no_damage_raises(tmp_path_factory, data) -> None:
    members: dict[str, str | bytes] = {"a.txt": FERRY, "b/rows.jsonl": ROWS}
    whole = bytearray(data.draw(st.sampled_from([zipped(members), tarred(members), tarred(members, "w:gz")])))
    for place, byte in data.draw(
        st.lists(st.tuples(st.integers(0, len(whole) - 1), st.integers(0, 255)), max_size=9)
    ):
        whole[place] = byte
    cut = data.draw(st.integers(0, len(whole)))
    path = put(tmp_path_factory.mktemp("damage"), "a.bin", bytes(whole[:cut] if cut % 3 else whole))
    for one in read([path], Clean()):
        assert isinstance(one, (Article, SetAside))


def zstandard(data: bytes) -> bytes:
    import pyarrow as pa

    out = pa.BufferOutputStream()
    with pa.CompressedOutputStream(out, "zstd") as stream:
        stream.write(data)
    return out.getvalue().to_pybytes()


@pytest.mark.parametrize(("suffix", "packing"), [(".xz", lzma.compress), (".zst", zstandard)])
def test_a_stream_of_the_newer_packings_gives_its_content(
    tmp_path: Path, suffix: str, packing: Callable[[bytes], bytes]
) -> None:
    articles, notes = take(
        put(tmp_path, f"rows.jsonl{suffix}", packing(ROWS.encode()) + packing(b'{"text": "A third."}\n'))
    )
    assert [one.text for one in articles] == ["A row.", "Another row.", "A third."] and not notes


@pytest.mark.parametrize(("suffix", "packing"), [(".xz", lzma.compress), (".zst", zstandard)])
def test_a_stream_of_them_that_breaks_off_or_unpacks_too_far_is_one_line(
    tmp_path: Path, suffix: str, packing: Callable[[bytes], bytes]
) -> None:
    whole = packing(f"{FERRY}\n".encode() * 50)
    _, broken = take(put(tmp_path, f"a.txt{suffix}", whole[:-9]))
    _, bomb = take(
        put(tmp_path, f"b.txt{suffix}", packing(b"a b\n" * 1_000_000)), Limits(20_000_000, free=1 << 20)
    )
    assert len(broken) == len(bomb) == 1
    assert "breaks off or is damaged" in broken[0].why and "far more than its size" in bomb[0].why


def test_the_newer_packings_are_told_by_their_first_bytes() -> None:
    assert xz_stream.FORMAT.probe(Head.of(lzma.compress(b"x"))) == 1
    assert zstandard_stream.FORMAT.probe(Head.of(zstandard(b"x"))) == 1


SAVED = {
    "Ferry late.html": PAGE,
    "Ferry late_files/frame.html": "<html><body><p>A bank that lends to whoever asks.</p></body></html>",
    "Ferry late_files/logo.js.download": "var ferry = 1;",
}


@both
@pytest.mark.parametrize("order", [1, -1])
def test_the_parts_of_a_saved_page_in_an_archive_are_no_articles_in_whatever_order(
    tmp_path, pack, name, order
):
    path = put(tmp_path, name, pack(dict(list(SAVED.items())[::order])))
    articles, refused = take(path)
    assert [one.id for one in articles] == ["Ferry late"] and refused == []


def test_a_folder_of_an_archive_that_is_named_like_one_of_parts_is_read_where_no_page_is(tmp_path):
    path = put(tmp_path, "all.tar", tarred({"2019_files/a.txt": FERRY, "b.txt": BARGE}))
    articles, _ = take(path)
    assert {one.id for one in articles} == {"2019_files/a", "b"}


def test_what_waits_in_an_archive_that_breaks_off_is_read(tmp_path):
    whole = tarred({"2019_files/a.txt": FERRY, "b.txt": BARGE * 400})
    articles, refused = take(put(tmp_path, "all.tar", whole[: len(whole) // 2]))
    assert "2019_files/a" in {one.id for one in articles} and refused


def test_what_is_too_large_to_wait_is_read_at_once(tmp_path, monkeypatch):
    monkeypatch.setattr(tar_archive, "_MOST_HELD", 10)
    articles, _ = take(put(tmp_path, "all.tar", tarred({"2019_files/a.txt": FERRY, "b.txt": BARGE})))
    assert [one.id for one in articles] == ["2019_files/a", "b"]
