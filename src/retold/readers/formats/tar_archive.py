"""A tar archive: its members, one after another as they stand in it."""

from __future__ import annotations

import io
import tarfile
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import BinaryIO, cast

from retold import parameters
from retold.messages import N_
from retold.model import SetAside
from retold.readers.archives import Entry, sources
from retold.readers.content import Content, Head
from retold.readers.limits import Allowance
from retold.readers.names import PAGES, is_part_of_page, may_be_part_of_page
from retold.readers.registry import CERTAIN, NEVER, NO, ArticleFormat, Format, Found
from retold.readers.sources import Unpacked

_MAGIC = slice(257, 262)  # of the header of the first member (POSIX.1-1988, ustar)
_DAMAGE = (EOFError, tarfile.TarError, OSError, ValueError)
_MOST_HELD = parameters.of("readers", "tar_archive").integer("held")  # bytes of members that wait


def _probe(head: Head) -> float:
    if len(head.data) < tarfile.BLOCKSIZE:
        return NEVER
    return CERTAIN if head.data[_MAGIC] == b"ustar" else NO


def _read(content: Content) -> Found:
    content.distinct()
    damaged = SetAside(
        content.where, N_("is a tar archive that breaks off or is damaged"), N_("pack it again")
    )
    try:
        with tarfile.open(fileobj=content.stream(), mode="r|") as archive:
            yield from sources(content, _entries(archive, content.where))
    except _DAMAGE:
        yield damaged


def _entries(archive: tarfile.TarFile, where: str) -> Iterator[Entry]:
    """The members that are no parts of saved pages.

    A part may stand before its page, so what may be one waits, with its bytes, for the end of the archive.
    """
    pages: set[str] = set()
    waiting: list[Entry] = []
    broken: Exception | None = None
    try:
        for info in _files(archive):
            name = _name(info.name)
            pages |= {name} if name.lower().endswith(PAGES) else set()
            if is_part_of_page(name, pages):
                continue
            if may_be_part_of_page(name) and _may_wait(info, waiting):
                waiting.append(_held(archive, info))
            else:
                yield _entry(archive, info, where)
    except _DAMAGE as error:
        broken = error
    yield from (one for one in waiting if not is_part_of_page(_name(one.name), pages))
    if broken is not None:
        raise broken


def _files(archive: tarfile.TarFile) -> Iterator[tarfile.TarInfo]:
    """What is no folder; raises `tarfile.ReadError` where the archive breaks off."""
    while (info := archive.next()) is not None:
        vars(archive)["members"].clear()  # or it keeps every header that it has seen
        if not info.isdir():
            yield info
    if archive.fileobj is None or archive.fileobj.tell() <= archive.offset:  # no block of zeros was read
        raise tarfile.ReadError("no end of the archive")


def _name(written: str) -> str:
    return PurePosixPath(written).as_posix()  # `./a.html` is `a.html`


def _may_wait(info: tarfile.TarInfo, waiting: list[Entry]) -> bool:
    return info.isreg() and info.size + sum(one.size for one in waiting) <= _MOST_HELD


def _held(archive: tarfile.TarFile, info: tarfile.TarInfo) -> Entry:
    """A member whose bytes are taken now, because the archive cannot be wound back to it."""
    packed = archive.extractfile(info)
    data = b"" if packed is None else packed.read()
    return Entry(info.name, lambda _: io.BytesIO(data), len(data))


def _entry(archive: tarfile.TarFile, info: tarfile.TarInfo, where: str) -> Entry:
    place = f"{where}/{info.name}"

    def opener(allowance: Allowance) -> BinaryIO:
        packed = cast(BinaryIO, archive.extractfile(info))
        return Unpacked(packed, place, N_("a member of a tar archive"), allowance, _DAMAGE).buffered()

    return Entry(info.name, opener, info.size, "" if info.isreg() else N_("is a link or a device, no file"))


FORMAT: ArticleFormat = Format("tar archive", (".tar",), _probe, _read, "every file in it, as of a folder")
