"""Documents that are ZIP archives of XML (DOCX, ODT, EPUB, XLSX): their members, within limits.

A member is unpacked through the same allowance as any archive's, and may not pass `largest_bytes`; XML that
declares entities is refused.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, BinaryIO, cast

from retold import parameters
from retold.messages import N_
from retold.readers import xmltree
from retold.readers.content import Content, Head
from retold.readers.limits import Allowance
from retold.readers.registry import CERTAIN, NO
from retold.readers.sources import Refused, Unpacked

_PK = b"PK\x03\x04"
_DAMAGE = (EOFError, zlib.error, zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError)
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # others may ask for gigabytes of memory
_A, _AN = N_("a {our_kind}"), N_("an {our_kind}")
_CHUNK = parameters.of("readers", "zipdocs").integer("chunk")


@dataclass(slots=True)
class Package:
    """An open document: its members by name."""

    archive: zipfile.ZipFile
    stream: BinaryIO
    content: Content
    kind: str  # with its article, for messages
    allowance: Allowance

    def names(self) -> list[str]:
        """The names of its members."""
        return self.archive.namelist()

    def read(self, name: str) -> bytes:
        """The bytes of a member; raises `Refused` where it is missing, damaged or too large."""
        largest = self.content.limits.largest_bytes
        try:
            stream = self.opened(name)
            data = stream.read(largest + 1)
        except KeyError as error:
            raise Refused(
                self.content.where,
                N_("is no {our_kind}: it has no {name}").format(our_kind=self.kind, name=name),
                N_("save it anew"),
            ) from error
        except _DAMAGE as error:
            raise Refused(
                self.content.where,
                N_("is {our_kind} that is damaged").format(our_kind=_a(self.kind)),
                N_("save it anew"),
            ) from error
        if len(data) > largest:
            cure = N_("split it, or raise [clean] largest_bytes")
            raise Refused(
                self.content.where,
                N_("is larger than {largest:,} bytes inside").format(largest=largest),
                cure,
            )
        return data

    def opened(self, name: str) -> BinaryIO:
        """A member as a stream within the allowance.

        Raises `KeyError` where it is missing, `Refused` where it is packed in an unusual way, or what a
        damaged archive raises.
        """
        if self.archive.getinfo(name).compress_type not in _METHODS:
            raise Refused(
                self.content.where,
                N_("is {our_kind} packed by a method that is not read").format(our_kind=_a(self.kind)),
                N_("save it anew"),
            )
        packed = cast(BinaryIO, self.archive.open(name))
        return Unpacked(packed, self.content.where, _a(self.kind), self.allowance, _DAMAGE).buffered()

    def tree(self, name: str) -> Any:
        """The root of a member that is XML, an lxml element."""
        return xmltree.root_of(self.read(name), self.content.where)

    def check(self) -> None:
        """Unpack every member once, for libraries that would unpack them without a limit."""
        for name in self.names():
            try:
                stream = self.opened(name)
                xmltree.refuse_entities(stream.read(_CHUNK), self.content.where)
                while stream.read(_CHUNK):
                    pass
            except _DAMAGE as error:
                why = N_("is {our_kind} that is damaged").format(our_kind=_a(self.kind))
                raise Refused(self.content.where, why, N_("save it anew")) from error


@contextmanager
def package(content: Content, kind: str) -> Iterator[Package]:
    """A document opened, closed at the end; raises `Refused` where it is no ZIP archive."""
    with content.file() as stream:
        try:
            archive = zipfile.ZipFile(stream)
        except _DAMAGE as error:
            raise Refused(
                content.where,
                N_("is {our_kind} that is damaged").format(our_kind=_a(kind)),
                N_("save it anew"),
            ) from error
        with archive:
            yield Package(archive, stream, content, kind, content.allowance())


def claim(head: Head, suffixes: tuple[str, ...], member: bytes) -> float:
    """How surely a content is a document with this member, by its suffix or the names in its beginning."""
    if not head.data.startswith(_PK):
        return NO
    return CERTAIN if head.suffix in suffixes or member in head.data else NO


def claim_by_mimetype(head: Head, mimetype: bytes) -> float:
    """The same for documents whose first member, stored as it is, names their type (OpenDocument, EPUB)."""
    first = head.data[30:230]  # where the first member has its name
    own = re.match(rb"mimetype(?:.{0,60}?)" + re.escape(mimetype), first, re.DOTALL)
    return CERTAIN if head.data.startswith(_PK) and own is not None else NO


def _a(kind: str) -> str:
    return (_AN if kind[0] in "AEIOaeio" else _A).format(our_kind=kind)
