"""Members of an archive as sources, within the limits and without a way out of the archive."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import BinaryIO

from retold.messages import N_
from retold.model import SetAside
from retold.readers.content import Content
from retold.readers.limits import Allowance
from retold.readers.names import climbs, describes_folder, is_hidden
from retold.readers.registry import Found
from retold.readers.sources import MemberSource, Refused, member
from retold.readers.sources.files import readable


@dataclass(frozen=True, slots=True)
class Entry:
    """A member as its archive lists it; `fault` says why it cannot be read, '' if it can."""

    name: str
    opener: Callable[[Allowance], BinaryIO]
    size: int
    fault: str = ""
    digest: bytes | None = None


def sources(content: Content, entries: Iterable[Entry]) -> Found:
    """The members that may be read, each as a source, and a line for each that may not.

    Hidden members and those that describe the archive are passed over, as in folders.
    Raises `Refused` where archives lie too deep in each other.
    """
    limits, allowance = content.limits, content.allowance()
    if content.source.depth >= limits.deepest:
        raise Refused(
            content.where,
            N_("lies in more than {deepest} archives").format(deepest=limits.deepest),
            N_("unpack it yourself"),
        )
    for number, entry in enumerate(entries):
        if allowance.left < 0:
            return
        if number == limits.most_members:
            why = N_("has more than {number:,} members; the rest is left out").format(number=number)
            yield SetAside(content.where, why, N_("split it, or unpack it yourself"))
            return
        yield from _source(content, entry, allowance)


def _source(content: Content, entry: Entry, allowance: Allowance) -> Iterator[MemberSource | SetAside]:
    name = PurePosixPath(readable(entry.name)).as_posix()  # `./a.txt` is `a.txt`
    where = f"{content.where}/{name}"
    if climbs(entry.name):
        yield SetAside(
            where, N_("has a name that leads out of its archive"), N_("pack it again under another name")
        )
    elif is_hidden(name) or describes_folder(name.rsplit("/", 1)[-1]):
        return
    elif entry.fault:
        yield SetAside(where, entry.fault, N_("unpack it yourself and give the file"))
    else:
        made = member(content.source, name, lambda: entry.opener(allowance), allowance)
        yield replace(made, size=entry.size, copy=lambda: _copy(content, where, entry.digest))


def _copy(content: Content, where: str, digest: bytes | None) -> SetAside | None:
    return None if digest is None else content.identities.known(where, digest)
