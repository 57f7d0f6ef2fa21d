"""Where contents come from: files and folders, members of archives, addresses."""

from __future__ import annotations

from retold.readers.sources.addresses import AddressSource
from retold.readers.sources.base import Refused, Source
from retold.readers.sources.files import FileSource, named, unreadable
from retold.readers.sources.members import MemberSource, Unpacked, held, member

__all__ = [
    "AddressSource", "FileSource", "MemberSource", "Refused", "Source", "Unpacked", "held", "member", "named",
    "unreadable",
]  # fmt: skip
