"""An xz stream: one content, packed; within a memory that no hostile dictionary passes."""

from __future__ import annotations

import io
import lzma
from typing import BinaryIO, cast

from retold import parameters
from retold.messages import N_
from retold.readers.content import Head
from retold.readers.packed import Packing
from retold.readers.registry import CERTAIN, NO, ArticleFormat, Format

_MAGIC = b"\xfd7zXZ\x00"
_MEMORY = parameters.of("readers", "xz_stream").integer("memory")
_TAKEN = parameters.of("readers", "xz_stream").integer("taken")


class _Unpacking(io.RawIOBase):
    """The unpacked bytes of one or several streams; the library's own reader of files has no limit."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._next()

    def _next(self) -> None:
        self._unpacker = lzma.LZMADecompressor(lzma.FORMAT_XZ, _MEMORY)

    def readable(self) -> bool:
        """Always: it is read and nothing else."""
        return True

    def read1(self, size: int) -> bytes:
        """The next bytes, at most `size`, b"" at the end; raises `LZMAError` or `EOFError` for damage."""
        packed = b""
        while True:
            if self._unpacker.eof:
                packed = self._unpacker.unused_data or self._stream.read(_TAKEN)
                if not packed.strip(b"\x00"):
                    return b""
                self._next()
            elif self._unpacker.needs_input:
                packed = self._stream.read(_TAKEN)
                if not packed:
                    raise EOFError("the stream breaks off")
            data = self._unpacker.decompress(packed, size)
            packed = b""
            if data:
                return data


def _unpacked(stream: BinaryIO) -> BinaryIO:
    return cast(BinaryIO, _Unpacking(stream))


_XZ = Packing(N_("an xz file"), _unpacked, (EOFError, lzma.LZMAError), {".xz": "", ".txz": ".tar"})


def _probe(head: Head) -> float:
    return CERTAIN if head.data.startswith(_MAGIC) else NO


FORMAT: ArticleFormat = Format("xz", (".xz", ".txz"), _probe, _XZ.read, "the content that is packed")
