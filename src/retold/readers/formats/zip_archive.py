"""A ZIP archive: its members. What is the body of one document (DOCX, EPUB …) is named and set aside."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from typing import BinaryIO, cast

from retold.messages import N_
from retold.readers import signatures
from retold.readers.archives import Entry, sources
from retold.readers.content import Content, Head
from retold.readers.limits import Allowance
from retold.readers.names import is_part_of_page
from retold.readers.registry import LIKELY, NO, ArticleFormat, Format, Found
from retold.readers.sources import Refused, Unpacked

_MAGIC = (b"PK\x03\x04", b"PK\x05\x06")
_DAMAGE = (EOFError, zlib.error, zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError)
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ENCRYPTED = 1  # the bit of a member's flags


def _probe(head: Head) -> float:
    return LIKELY if head.data.startswith(_MAGIC) else NO


def _read(content: Content) -> Found:
    with content.file() as stream:
        try:
            archive = zipfile.ZipFile(stream)
        except _DAMAGE as error:
            raise Refused(
                content.where, N_("is a ZIP archive that breaks off or is damaged"), N_("pack it again")
            ) from error
        with archive:
            kind = signatures.packed_document(set(archive.namelist()))
            if kind is not None:
                raise Refused(
                    content.where, N_("is {our_kind}, not text").format(our_kind=kind), signatures.CURE
                )
            yield from sources(content, _entries(archive, content.where))


def _entries(archive: zipfile.ZipFile, where: str) -> Iterator[Entry]:
    known = set(archive.namelist())
    for info in archive.infolist():
        if not (info.is_dir() or is_part_of_page(info.filename, known)):
            yield _entry(archive, info, where)


def _entry(archive: zipfile.ZipFile, info: zipfile.ZipInfo, where: str) -> Entry:
    place = f"{where}/{info.filename}"

    def opener(allowance: Allowance) -> BinaryIO:
        try:
            packed = cast(BinaryIO, archive.open(info))
        except _DAMAGE as error:
            raise Refused(place, N_("is a member that cannot be unpacked"), N_("pack it again")) from error
        return Unpacked(packed, place, N_("a member of a ZIP archive"), allowance, _DAMAGE).buffered()

    return Entry(info.filename, opener, info.file_size, _fault(info), f"{info.CRC}:{info.file_size}".encode())


def _fault(info: zipfile.ZipInfo) -> str:
    if info.flag_bits & _ENCRYPTED:
        return N_("is encrypted")
    return "" if info.compress_type in _METHODS else N_("is packed by a method that is not read")


FORMAT: ArticleFormat = Format("ZIP archive", (".zip",), _probe, _read, "every file in it, as of a folder")
