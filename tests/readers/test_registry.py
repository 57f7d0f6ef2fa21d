"""A format is one object: the surest reads, suffixes come second, and a new one needs nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.model import Article
from retold.readers import formats, read, registry, witnesses
from retold.readers.content import Content, Head
from retold.readers.registry import Format, Found, Record, Registry
from retold.readers.sources import held
from retold.settings import Clean


def form(name: str, sure: float, *suffixes: str) -> Format[str]:
    return Format(name, suffixes, lambda _: sure, lambda _: name, "")


def choice(head: Head, *forms: Format[str]) -> str | None:
    found = Registry(list(forms)).choice(head)
    return None if found is None else found.name


@pytest.fixture
def own_formats() -> Iterator[Registry[Found]]:
    """The formats of articles, as they were again after the test."""
    kept = formats.registry()
    before = list(kept.formats)
    yield kept
    kept.formats[:] = before


# ---- which format reads ----


def test_the_surest_probe_wins_over_the_suffix() -> None:
    assert choice(Head(suffix=".b"), form("a", registry.LIKELY), form("b", registry.NO, ".b")) == "a"


def test_a_suffix_wins_where_no_content_is_told() -> None:
    assert choice(Head(suffix=".b"), form("a", registry.ANY), form("b", registry.NO, ".b")) == "b"


def test_a_probe_that_says_never_is_not_overruled_by_its_suffix() -> None:
    assert choice(Head(suffix=".b"), form("b", registry.NEVER, ".b")) is None


def test_of_two_equally_sure_formats_the_later_reads() -> None:
    assert choice(Head(), form("a", registry.LIKELY), form("b", registry.LIKELY)) == "b"


def test_what_nobody_claims_is_read_by_nobody() -> None:
    assert choice(Head(suffix=".c"), form("a", registry.NO, ".a")) is None


@pytest.mark.parametrize("kind", [formats, witnesses])
def test_every_format_file_is_found_by_itself(kind: object) -> None:
    folder = Path(str(kind.__file__)).parent
    holding = [file for file in folder.glob("*.py") if "\nFORMAT" in file.read_text(encoding="utf-8")]
    found = kind.registry().formats
    assert len(found) == len(holding) > 3
    assert len({one.name for one in found}) == len(found)


def test_every_suffix_has_a_dot_and_is_in_lower_case() -> None:
    for one in [*formats.registry().formats, *witnesses.registry().formats]:
        assert one.keeps
        assert all(suffix.startswith(".") and suffix == suffix.lower() for suffix in one.suffixes)


# ---- a format nobody thought of ----


def test_an_invented_binary_format_is_read_with_nothing_else_touched(own_formats, tmp_path: Path) -> None:
    def probe(head: Head) -> float:
        return registry.CERTAIN if head.data.startswith(b"\x00GULL") else registry.NO

    def reader(content: Content) -> Found:
        for number, text in enumerate(content.whole()[5:].split(b"\x00"), 1):
            yield Record(Article("", text.decode(), outlet="Gull Post"), f":{number}")

    own_formats.register(Format("gulls", (".gull",), probe, reader, "what gulls cry"))
    (tmp_path / "cries.bin").write_bytes(b"\x00GULLThe ferry sank.\x00Nobody minded.")
    found = list(read([tmp_path], Clean()))
    assert [(one.id, one.text, one.outlet) for one in found if isinstance(one, Article)] == [
        ("cries:1", "The ferry sank.", "Gull Post"),
        ("cries:2", "Nobody minded.", "Gull Post"),
    ]


def test_an_invented_container_gives_sources_that_their_own_formats_read(own_formats, tmp_path: Path) -> None:
    def probe(head: Head) -> float:
        return registry.CERTAIN if head.text.startswith("CRATE") else registry.NO

    def reader(content: Content) -> Found:
        for number, part in enumerate(content.whole().split(b"--")[1:]):
            yield held(
                content.source, f"{number}.html", part, url="https://gull.example/", outlet="Gull Post"
            )

    own_formats.register(Format("crate", (), probe, reader, ""))
    page = "<html><head><meta property='og:site_name' content='Quenby Echo'></head><body><p>The barge sank.</p></body></html>"
    (tmp_path / "all.txt").write_text(f"CRATE--<p>The ferry sank on Monday.</p>--{page}")
    found = list(read([tmp_path / "all.txt"], Clean()))
    assert [(one.id, one.outlet, one.url) for one in found if isinstance(one, Article)] == [
        ("0", "Gull Post", "https://gull.example/"),
        ("1", "Quenby Echo", "https://gull.example/"),
    ]


def test_a_reader_that_chokes_costs_its_file_and_no_other(own_formats, tmp_path: Path) -> None:
    def choke(_: Content) -> Found:
        raise ZeroDivisionError("no gulls")

    own_formats.register(Format("choking", (".gull",), lambda _: registry.NO, choke, ""))
    (tmp_path / "a.gull").write_text("a")
    (tmp_path / "b.txt").write_text("The ferry sank.")
    refused, article = read([tmp_path], Clean())
    assert "a.gull: cannot be read (ZeroDivisionError: no gulls)" in str(refused)
    assert isinstance(article, Article)


# ---- whatever bytes come ----


@given(
    st.binary(max_size=700), st.sampled_from(["", ".txt", ".zip", ".json", ".jsonl", ".csv", ".html", ".xml"])
)
def test_no_probe_raises_and_every_answer_is_one_of_the_scale(data: bytes, suffix: str) -> None:
    head = Head.of(data, suffix)
    scale = {
        getattr(registry, name) for name in ("NEVER", "NO", "ANY", "BY_SUFFIX", "SIGNED", "LIKELY", "CERTAIN")
    }
    for one in [*formats.registry().formats, *witnesses.registry().formats]:
        assert one.probe(head) in scale
        assert one.claim(head) in scale
