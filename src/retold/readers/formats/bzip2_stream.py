"""A bzip2 stream: one content, packed."""

from __future__ import annotations

import bz2
import re
from typing import BinaryIO, cast

from retold.readers.content import Head
from retold.readers.packed import Packing
from retold.readers.registry import CERTAIN, NO, ArticleFormat, Format

_MAGIC = re.compile(rb"BZh[1-9](?:1AY&SY|\x17rE8P\x90)")  # the size of blocks, then a block or the end


def _probe(head: Head) -> float:
    return CERTAIN if _MAGIC.match(head.data) else NO


def _unpacked(stream: BinaryIO) -> BinaryIO:
    return cast(BinaryIO, bz2.BZ2File(stream))


_BZIP2 = Packing("a bzip2 file", _unpacked, (EOFError, OSError, ValueError), {".bz2": "", ".tbz": ".tar"})

FORMAT: ArticleFormat = Format("bzip2", (".bz2", ".tbz"), _probe, _BZIP2.read, "the content that is packed")
