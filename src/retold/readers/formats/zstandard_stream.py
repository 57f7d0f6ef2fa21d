"""A Zstandard stream (RFC 8878): one content, packed."""

from __future__ import annotations

from typing import BinaryIO, cast

from retold.messages import N_
from retold.readers.content import Head
from retold.readers.packed import Packing
from retold.readers.registry import CERTAIN, NO, ArticleFormat, Format

_MAGIC = b"\x28\xb5\x2f\xfd"


def _probe(head: Head) -> float:
    return CERTAIN if head.data.startswith(_MAGIC) else NO


def _unpacked(stream: BinaryIO) -> BinaryIO:
    import pyarrow as pa

    return cast(BinaryIO, pa.CompressedInputStream(pa.PythonFile(stream, mode="r"), "zstd"))


_ZSTANDARD = Packing(
    N_("a Zstandard file"),
    _unpacked,
    (EOFError, OSError, ValueError),
    {".zst": "", ".zstd": "", ".tzst": ".tar"},
)

FORMAT: ArticleFormat = Format(
    "Zstandard", (".zst", ".zstd", ".tzst"), _probe, _ZSTANDARD.read, "the content that is packed"
)
