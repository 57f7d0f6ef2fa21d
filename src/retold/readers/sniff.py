"""What a file is, told by its content first and by its suffix where the content is silent."""

from __future__ import annotations

import json
import re
from typing import Literal

Kind = Literal["text", "page", "lines", "json", "table", "xml"]

# First bytes of common formats (as registered by their makers) and what people call them.
_MAGIC = (
    (b"%PDF-", "a PDF"),
    (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF87a", "a GIF picture"),
    (b"GIF89a", "a GIF picture"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"PK\x05\x06", "a ZIP archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\xfd7zXZ\x00", "an XZ archive"),
    (b"BZh", "a BZIP2 archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (b"PAR1", "a Parquet file"),
    (b"ARROW1", "an Arrow file"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"{\\rtf", "an RTF document"),
    (b"ID3", "an MP3 recording"),
    (b"OggS", "an Ogg recording"),
    (b"RIFF", "a RIFF picture, sound or film"),
)
_GZIP = b"\x1f\x8b"
_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_CONTROL = bytes(set(range(32)) - set(b"\t\n\r\f\x1b\x08\x0b"))
_MOST_CONTROL = 0.02  # share of control bytes that no text reaches

_PAGE = re.compile(
    r"<!doctype\s+html|<html[\s>]|<(?:head|body|article|main|div|p|h1|meta|title|section|table|script)[\s>]",
    re.IGNORECASE,
)
_XML = re.compile(r"<\?xml\b|<(?:rss|feed|rdf:rdf|nitf|newsml|newsitem|urlset|opml|svg)\b", re.I)
_COMMENT = re.compile(r"\s*<!--.{0,4000}?-->", re.S)
_RECORDS = re.compile(r"\[\s*(?:\{|\]\s*\Z)")
_SUFFIXES: dict[str, Kind] = {
    ".jsonl": "lines", ".ndjson": "lines", ".json": "json", ".csv": "table", ".tsv": "table", ".tab": "table",
    ".html": "page", ".htm": "page", ".xhtml": "page", ".xml": "xml", ".rss": "xml", ".atom": "xml",
}  # fmt: skip


def is_gzip(head: bytes) -> bool:
    """Whether these first bytes open a gzip stream."""
    return head.startswith(_GZIP)


def binary(head: bytes) -> str | None:
    """What a binary file is, "a binary file" when that is unknown, None for text.

    >>> binary(b"%PDF-1.7 ...")
    'a PDF'
    >>> binary(b"The ferry sank.") is None
    True
    """
    for magic, name in _MAGIC:
        if head.startswith(magic):
            return name
    if head.startswith(_BOMS) or wide(head) is not None:
        return None
    control = len(head) - len(head.translate(None, _CONTROL))
    return "a binary file" if control > _MOST_CONTROL * len(head) else None


def wide(head: bytes) -> str | None:
    """The UTF-16 codec of text without a mark, told by where its zero bytes stand; else None.

    >>> wide("Ferry".encode("utf-16-le"))
    'utf-16-le'
    """
    if len(head) < 4:
        return None
    even, odd = head[0::2].count(0) / len(head[0::2]), head[1::2].count(0) / len(head[1::2])
    if odd > 0.4 and even < 0.05:
        return "utf-16-le"
    return "utf-16-be" if even > 0.4 and odd < 0.05 else None


def kind(head: str, suffix: str) -> Kind:
    """The format of a text file from its first characters, then from its suffix.

    >>> kind("<!DOCTYPE html><p>The ferry", ".txt")
    'page'
    >>> kind("The ferry sank.", ".txt")
    'text'
    """
    start = head.lstrip("\ufeff \t\r\n\f\v")
    by_suffix = _SUFFIXES.get(suffix)
    if start.startswith("<"):
        return _marked_up(start, by_suffix)
    if start.startswith("{"):
        return _object(start, by_suffix)
    if _RECORDS.match(start):
        return "json"
    if by_suffix in (None, "xml") or (by_suffix == "page" and "<" not in head):
        return "text"
    return by_suffix


def _marked_up(start: str, by_suffix: Kind | None) -> Kind:
    bare = _COMMENT.sub("", start[:20_000])
    opening = bare.lstrip()[:2_000]
    if _XML.match(opening) and not re.search(r"<html[\s>]|<!doctype\s+html", opening, re.I):
        return "xml"
    if _PAGE.search(opening):
        return "page"
    return by_suffix or "text"


def _object(start: str, by_suffix: Kind | None) -> Kind:
    """Objects on lines of their own, one object, or a text that opens with a brace."""
    first, _, rest = start.partition("\n")
    try:
        json.loads(first)
    except (ValueError, RecursionError):
        if by_suffix in ("lines", "json"):
            return by_suffix
        return "json" if re.match(r'\{\s*"', start) else "text"
    return "lines" if rest.strip() or by_suffix == "lines" else "json"
