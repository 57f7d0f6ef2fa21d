"""A gzip stream: one content, packed."""

from __future__ import annotations

import gzip
import zlib
from dataclasses import replace
from functools import partial
from typing import BinaryIO, cast

from retold.readers.content import Content, Head
from retold.readers.registry import CERTAIN, NO, ArticleFormat, Format, Found
from retold.readers.sources import Refused, Unpacked, member

_MAGIC = b"\x1f\x8b"
_DAMAGE = (EOFError, zlib.error, gzip.BadGzipFile)
_PACKED = {".gz": "", ".tgz": ".tar"}


def _probe(head: Head) -> float:
    return CERTAIN if head.data.startswith(_MAGIC) else NO


def _read(content: Content) -> Found:
    """The packed content, which goes by the name of the file without its last suffix."""
    source, limits = content.source, content.limits
    if source.depth >= limits.deepest:
        raise Refused(content.where, f"lies in more than {limits.deepest} archives", "unpack it yourself")
    allowance = content.allowance()

    def opener() -> BinaryIO:
        packed = cast(BinaryIO, gzip.GzipFile(fileobj=content.stream()))
        return Unpacked(packed, content.where, "a gzip file", allowance, _DAMAGE).buffered()

    inside = member(source, "", opener, allowance)
    inside = replace(inside, name=source.name, where=source.where, named=source.named)
    copy = partial(content.identities.copied_stream, source, content.size)
    yield replace(inside, inner=_inner(source.name), copy=copy)


def _inner(name: str) -> str:
    """The name without the suffix of the packing: `a.csv` of `a.csv.gz`."""
    stem, dot, suffix = name.rpartition(".")
    return stem + _PACKED[dot + suffix.lower()] if dot + suffix.lower() in _PACKED else name


FORMAT: ArticleFormat = Format("gzip", tuple(_PACKED), _probe, _read, "the packed content, by its own format")
