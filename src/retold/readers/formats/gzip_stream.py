"""A gzip stream (RFC 1952): one content, packed."""

from __future__ import annotations

import gzip
import zlib
from typing import BinaryIO, cast

from retold.messages import N_
from retold.readers.content import Head
from retold.readers.packed import Packing
from retold.readers.registry import CERTAIN, NO, ArticleFormat, Format

_MAGIC = b"\x1f\x8b"


def _probe(head: Head) -> float:
    return CERTAIN if head.data.startswith(_MAGIC) else NO


def _unpacked(stream: BinaryIO) -> BinaryIO:
    return cast(BinaryIO, gzip.GzipFile(fileobj=stream))


_GZIP = Packing(
    N_("a gzip file"), _unpacked, (EOFError, zlib.error, gzip.BadGzipFile), {".gz": "", ".tgz": ".tar"}
)

FORMAT: ArticleFormat = Format("gzip", (".gz", ".tgz"), _probe, _GZIP.read, "the content that is packed")
