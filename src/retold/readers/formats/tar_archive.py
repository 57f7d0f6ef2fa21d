"""A tar archive: its members, one after another as they stand in it."""

from __future__ import annotations

import tarfile
from collections.abc import Iterator
from typing import BinaryIO, cast

from retold.model import SetAside
from retold.readers.archives import Entry, sources
from retold.readers.content import Content, Head
from retold.readers.limits import Allowance
from retold.readers.registry import CERTAIN, NEVER, NO, ArticleFormat, Format, Found
from retold.readers.sources import Unpacked

_MAGIC = slice(257, 262)  # of the header of the first member (POSIX.1-1988, ustar)
_DAMAGE = (EOFError, tarfile.TarError, OSError, ValueError)


def _probe(head: Head) -> float:
    if len(head.data) < tarfile.BLOCKSIZE:
        return NEVER
    return CERTAIN if head.data[_MAGIC] == b"ustar" else NO


def _read(content: Content) -> Found:
    content.distinct()
    damaged = SetAside(content.where, "is a tar archive that breaks off or is damaged", "pack it again")
    try:
        with tarfile.open(fileobj=content.stream(), mode="r|") as archive:
            yield from sources(content, _entries(archive, content.where))
    except _DAMAGE:
        yield damaged


def _entries(archive: tarfile.TarFile, where: str) -> Iterator[Entry]:
    while (info := archive.next()) is not None:
        vars(archive)["members"].clear()  # or it keeps every header that it has seen
        if not info.isdir():
            yield _entry(archive, info, where)
    if archive.fileobj is None or archive.fileobj.tell() <= archive.offset:  # no block of zeros was read
        raise tarfile.ReadError("no end of the archive")


def _entry(archive: tarfile.TarFile, info: tarfile.TarInfo, where: str) -> Entry:
    place = f"{where}/{info.name}"

    def opener(allowance: Allowance) -> BinaryIO:
        packed = cast(BinaryIO, archive.extractfile(info))
        return Unpacked(packed, place, "a member of a tar archive", allowance, _DAMAGE).buffered()

    return Entry(info.name, opener, info.size, "" if info.isreg() else "is a link or a device, no file")


FORMAT: ArticleFormat = Format("tar archive", (".tar",), _probe, _read, "every file in it, as of a folder")
