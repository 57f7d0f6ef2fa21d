"""What is hostile is refused or read within a bound: bombs, pages without end, patterns that never come back."""

from __future__ import annotations

import gzip
import io
import json
import pkgutil
import re
import time
import zipfile
from importlib import import_module
from pathlib import Path

import pytest

from retold import readers
from retold.model import Article, SetAside
from retold.readers import furniture, markup, stamps
from retold.readers.limits import Limits
from retold.readers.reading import Reading

pytestmark = pytest.mark.long

FERRY = "The ferry to Gull Rock ran late on Monday, and nobody on the quay seemed to mind it much."
SMALL = Limits(largest_bytes=2_000_000, free=8 << 20, most_blank=10_000)
SEEDS = (" ", "a", "A", "1", "<", "-", "\n", '"', ".", ",", "a ", "A b ", "1 ", "<p ", "&", "[", "a:", "\t", "©", "© ", ". ", "| ", " - ", "A, ", "<!--", "AB-", "é", "\r\n", "_", "/", "{ ", "©1")  # fmt: skip


def take(path: Path, data: bytes) -> list[Article | SetAside]:
    path.write_bytes(data)
    return list(Reading(SMALL).of([path]))


def page(body: str) -> bytes:
    return f"<html><head><title>Ferry late</title></head><body><article><h1>Ferry late</h1><p>{FERRY}</p>{body}</article></body></html>".encode()


@pytest.mark.parametrize("name", ["a.txt.gz", "a.jsonl.gz", "a.csv.gz"])
def test_a_packed_file_of_line_breaks_is_refused_at_once(tmp_path, name):
    first = {"a.jsonl.gz": json.dumps({"text": FERRY}) + "\n", "a.csv.gz": f'text\n"{FERRY}"\n'}.get(name, "")
    began = time.process_time()
    found = take(tmp_path / name, gzip.compress(first.encode() + b"\n" * 100_000_000, 1))
    assert time.process_time() - began < 10
    assert any(isinstance(one, SetAside) and "blank" in one.why for one in found)
    assert [one.text for one in found if isinstance(one, Article)] == ([FERRY] if first else [])


@pytest.mark.parametrize(
    "body",
    ["<p>x</p>" * 60_000, "<div>" * 150_000, "<" * 1_500_000, "<p " + " ".join(f"a{i}=1" for i in range(9000)) + ">x</p>", "<a href='/'>x</a>" * 60_000],
    ids=["paragraphs", "nested", "angles", "attributes", "links"],
)  # fmt: skip
def test_a_page_that_no_report_needs_is_refused_before_it_is_parsed(tmp_path, body):
    began = time.process_time()
    (note,) = take(tmp_path / "a.html", page(body))
    assert isinstance(note, SetAside) and "no report has" in note.why and time.process_time() - began < 3


@pytest.mark.parametrize(
    "body",
    ["<p>" + "word " * 200_000 + "</p>", "<p class='" + "a " * 400_000 + "'>x</p>", "<span class='author'>x" * 3000, "<p>" + "© " * 300_000 + "</p>", "&amp;" * 200_000, "<p>The ferry x</p>" * 3000],
    ids=["one line", "one attribute", "bylines", "rights", "entities", "copies"],
)  # fmt: skip
def test_a_large_page_is_read_within_a_bound(tmp_path, body):
    began = time.process_time()
    (found,) = take(tmp_path / "a.html", page(body))
    assert time.process_time() - began < 20
    assert isinstance(found, SetAside) or FERRY in found.text


def test_a_line_without_end_is_left_out_and_named(tmp_path):
    rows = (
        json.dumps({"text": FERRY})
        + "\n"
        + json.dumps({"text": "w" * 3_000_000})
        + "\n"
        + json.dumps({"text": "The lamp."})
    )
    found = take(tmp_path / "a.jsonl", rows.encode())
    assert [one.text for one in found if isinstance(one, Article)] == [FERRY, "The lamp."]
    assert any(isinstance(one, SetAside) and "longer than" in one.why for one in found)


def test_names_that_climb_are_refused_in_every_archive(tmp_path):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("../../ferry.txt", FERRY)
        archive.writestr("ferry.txt", FERRY)
    note, found = take(tmp_path / "a.zip", out.getvalue())
    assert isinstance(note, SetAside) and "leads out" in note.why and isinstance(found, Article)
    assert not (tmp_path.parent / "ferry.txt").exists()


def test_json_without_end_in_depth_is_one_line(tmp_path):
    (note,) = take(tmp_path / "a.json", b'[{"text": ' + b"[" * 500_000)
    assert isinstance(note, SetAside)


def patterns() -> dict[str, re.Pattern[str] | re.Pattern[bytes]]:
    """Every pattern that a module of the readers holds, and those made from lists."""
    found: dict[str, re.Pattern[str] | re.Pattern[bytes]] = {}
    for module in pkgutil.walk_packages(readers.__path__, "retold.readers."):
        for name, value in vars(import_module(module.name)).items():
            if isinstance(value, re.Pattern):
                found[f"{module.name}.{name}"] = value
    made = furniture.patterns()
    found |= {f"furniture.{name}": getattr(made, name) for name in ("keep", "credits", "pictures", "rights")}
    return found | {f"stamps.{i}": form for i, form in enumerate(stamps._written().forms)}


def test_no_pattern_of_the_readers_goes_back_and_forth():
    """Search over a repeated piece may cost the square of its length at most, and lines are short."""
    for name, pattern in patterns().items():
        for seed in SEEDS:
            text = seed * (1500 // len(seed)) + "!"
            began = time.process_time()
            pattern.search(text.encode() if isinstance(pattern.pattern, bytes) else text)  # type: ignore[arg-type]  # its own kind
            assert time.process_time() - began < 0.5, (name, seed)


def test_a_page_of_usual_size_has_no_excess():
    assert markup.excess(page(f"<p>{FERRY}</p>" * 500).decode()) is None
