"""What the fuzz campaign feeds with wild bytes, and what must hold whatever they are.

A target takes bytes and returns; whatever it raises is a find.
An error of the program's own tree is its answer to bad input, if it is one line that names the cure.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import retold
from retold import questions, settings
from retold.archive import store
from retold.errors import InputError, RetoldError, SettingsError, StoreError
from retold.model import Article, SetAside, Span
from retold.moments import moment
from retold.readers import stamps, witnesses
from retold.readers.limits import Limits
from retold.readers.reading import Reading
from retold.report import page, rows
from tests.samples import FERRY, ferry_articles

Target = Callable[[bytes], None]
SMALL = Limits(largest_bytes=200_000, free=2 << 20, most_blank=1_000)
SUFFIXES = (
    "", ".txt", ".html", ".jsonl", ".json", ".csv", ".tsv", ".xml", ".eml", ".mbox", ".zip", ".tar", ".gz", ".bz2",
    ".xz", ".zst", ".warc", ".arc", ".docx", ".odt", ".epub", ".md", ".rtf", ".pdf", ".xlsx", ".parquet", ".db",
    ".nxml", ".rss", ".mht", ".arrow", ".warc.gz",
)  # fmt: skip
LANGUAGES = (None, "de", "fr", "es", "xx", "zh")


@cache
def folder() -> Path:
    """A folder of this process for files that a target writes over and over; in memory where there is room."""
    memory = Path("/dev/shm")
    return Path(tempfile.mkdtemp(prefix="retold-fuzz-", dir=memory if memory.is_dir() else None))


def forget() -> None:
    """Remove the folder."""
    shutil.rmtree(folder(), ignore_errors=True)


@contextmanager
def answered(*kinds: type[RetoldError]) -> Iterator[None]:
    """Let errors of the program's own tree pass, if each is one short line."""
    try:
        yield
    except kinds as error:
        assert "\n" not in str(error) and len(str(error)) < 2_000, "an error is one line"


def text_of(data: bytes) -> str:
    """Bytes as text in which anything can stand, lone halves of pairs too."""
    try:
        return data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return "" if b"\xed" in data else data.decode("utf-8", "replace")


def inside(spans: Iterator[Span | None], text: str) -> None:
    """Every span lies in the text and holds something."""
    for span in spans:
        assert span is None or 0 <= span.start < span.end <= len(text), f"{span} of {len(text)} characters"


def readers(data: bytes) -> None:
    """A file of any content and name: articles, or lines with their cure."""
    if not data:
        return
    suffix = SUFFIXES[data[0] % len(SUFFIXES)]
    place = folder() / f"it{suffix}"
    place.write_bytes(data[1:])
    try:
        for found in Reading(SMALL).of([place]):
            if isinstance(found, SetAside):
                assert found.where and found.why and "\n" not in found.why
            else:
                assert found.id and isinstance(found.text, str)
                assert found.published is None or stamps.iso(found.published) is not None
    finally:
        place.unlink()


@cache
def _stored() -> tuple[Path, list[Path]]:
    """A small trace on disk and its files, in order."""
    place = folder() / "it.trace"
    retold.trace(ferry_articles()[:3]).save(place)
    return place, sorted(one for one in place.rglob("*") if one.is_file())


def archive(data: bytes) -> None:
    """A stored trace of which one file was overwritten: it opens and is shown, or one line says why not."""
    place, files = _stored()
    if not data:
        return
    file = files[data[0] % len(files)]
    kept = file.read_bytes()
    try:
        file.write_bytes(_patched(kept, data[1:]))
        with answered(StoreError, InputError):
            found = store.load(place)
            list(rows.rows(found))
            page.html(found)
    finally:
        file.write_bytes(kept)


def _patched(whole: bytes, change: bytes) -> bytes:
    """The file with some of it changed: two bytes say where, the rest stands there from then on."""
    if len(change) < 3:
        return change
    at = int.from_bytes(change[:2], "big") % (len(whole) + 1)
    return whole[:at] + change[2:] + whole[at + len(change) - 2 :]


def manifest(data: bytes) -> None:
    """A stored trace with any manifest."""
    place, files = _stored()
    (file,) = [one for one in files if one.name == "manifest.json"]
    kept = file.read_bytes()
    try:
        held = json.loads(kept)
        with suppress(ValueError, RecursionError):
            given = json.loads(text_of(data))
            held = {**held, **given} if isinstance(given, dict) else given
        file.write_text(json.dumps(held, default=str), encoding="utf-8")
        with answered(StoreError):
            list(rows.rows(store.load(place)))
    except RecursionError:
        pass  # of this test's own JSON
    finally:
        file.write_bytes(kept)


def toml(data: bytes) -> None:
    """A settings file: settings that print themselves and are read again, or one line."""
    place = folder() / "it.toml"
    place.write_bytes(data)
    with answered(SettingsError):
        found = settings.load(place)
        place.write_text(settings.to_toml(found), encoding="utf-8")
        assert settings.load(place) == found


STEMMA = (".nex", ".xml", ".json", ".tsv", ".csv", ".txt", "")


def stemma(data: bytes) -> None:
    """Nexus, TEI, CollateX, a table: witnesses and their lineage, or one line."""
    if not data:
        return
    place = folder() / f"it{STEMMA[data[0] % len(STEMMA)]}"
    place.write_bytes(data[1:])
    try:
        with answered(InputError):
            given = witnesses.read(place)
            assert given and all(isinstance(sigil, str) for sigil in given)
            if len(given) <= 6 and all(len(one) <= 200 for one in given.values()):
                found = questions.stemma(given)
                assert {node.id for node in found.nodes if node.seen} == set(given)
    finally:
        place.unlink()


def dates(data: bytes) -> None:
    """Days and times named in wild text, from wild days of publication; stamps; credits."""
    head, _, body = text_of(data).partition("\n")
    when = stamps.iso(head)
    known = moment(when)
    assert known is None or known.low <= known.high
    for day in (when, "2021-03-01", None):
        found = retold.dates(body, day)
        inside((one.span for one in found), body)
        assert all(one.value for one in found)


def credits(data: bytes) -> None:
    """Credits of wild text in any language."""
    text = text_of(data[1:])
    language = LANGUAGES[data[0] % len(LANGUAGES)] if data else None
    inside((one.span for one in retold.credits(Article("a", text, language=language))), text)


def speech(data: bytes) -> None:
    """Statements of wild text, by patterns: in languages that need no parser."""
    text = text_of(data[1:])
    _statements(Article("a", text, language=("de", "fr", "es")[data[0] % 3] if data else "de"))


def parsed(data: bytes) -> None:
    """Statements of wild text, by the parser."""
    _statements(Article("a", text_of(data), language="en"))


def _statements(article: Article) -> None:
    for one in retold.statements(article):
        inside(iter([*one.content, one.cue, one.speaker, one.addressee, one.occasion]), article.text)
        inside((party.mention for party in (*one.speakers, *one.addressees)), article.text)
        assert 0 <= one.support <= 1


def compare(data: bytes) -> None:
    """Two wild texts side by side: spans that hold, and the same relation either way round."""
    a, _, b = text_of(data).partition("\x00")
    one, two = Article("a", f"{FERRY} {a}"), Article("b", f"{b} {FERRY}")
    found = retold.compare(one, two)
    inside((p.a for p in found.passages), one.text)
    inside((p.b for p in found.passages), two.text)
    for change in found.changes:
        inside(iter(change.source_spans), (one if change.source == "a" else two).text)
        inside(iter(change.copy_spans), (two if change.copy == "b" else one).text)
    assert abs(found.derived - retold.compare(two, one).derived) < 1e-9


class _Tags(HTMLParser):
    """Counts elements and attributes that a page of ours never has."""

    def __init__(self) -> None:
        super().__init__()
        self.foreign: list[str] = []
        self.inside_script = 0

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag in {"iframe", "object", "embed", "base", "form", "img", "video", "audio", "link"}:
            self.foreign.append(tag)
        for name, value in attributes:
            address = not name.startswith("data-") and (value or "").strip().lower()
            if name.startswith("on") or (address and address.startswith(("javascript:", "data:text"))):
                self.foreign.append(f"{tag} {name}={value}")


def pages(data: bytes) -> None:
    """A page, rows and a screen of articles with wild fields: nothing of an article becomes markup."""
    from tests.views.lint import screen

    parts = (text_of(data).split("\n") + [""] * 8)[:8]
    names = dict(zip(("outlet", "title", "url", "byline"), parts, strict=False))
    copies = [
        replace(one, text=f"{one.text} {parts[4 + k]}", **(names if k else {}))
        for k, one in enumerate(ferry_articles()[:2])
    ]
    found = retold.trace([*copies, Article(parts[6] or "c", FERRY + parts[7], outlet=parts[5])])
    for line in rows.rows(found):
        json.loads(rows.line(line))
    assert "\x1b" not in screen(found, full=True)
    tags = _Tags()
    tags.feed(page.html(found))
    assert not tags.foreign, tags.foreign


TARGETS: dict[str, Target] = {
    "archive": archive, "compare": compare, "credits": credits, "dates": dates, "manifest": manifest,
    "pages": pages, "parsed": parsed, "readers": readers, "speech": speech, "stemma": stemma, "toml": toml,
}  # fmt: skip
