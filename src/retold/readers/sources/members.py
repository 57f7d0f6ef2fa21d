"""What lies inside of another source: a member of an archive, a packed stream, a record."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import BinaryIO, cast

from retold.messages import N_
from retold.model import SetAside
from retold.readers.limits import Allowance
from retold.readers.sources.base import Refused, Source, part


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberSource(Source):
    """A member; `opener` gives its bytes, once, while its container is open."""

    opener: Callable[[], BinaryIO]
    copy: Callable[[], SetAside | None] = lambda: None  # the line, where its container knows it for a copy

    def open(self) -> BinaryIO:
        """The bytes from the beginning."""
        return self.opener()


def member(parent: Source, name: str, opener: Callable[[], BinaryIO], allowance: Allowance) -> MemberSource:
    """A member of a container by its name inside; a named archive lends its name to no id, as a folder."""
    return MemberSource(
        name=name if parent.named else f"{parent.name}/{name}",
        where=f"{parent.where}/{name}",
        named=False,
        depth=parent.depth + 1,
        allowance=allowance,
        known=parent.known,
        opener=opener,
    )


def held(parent: Source, name: str, data: bytes, **known: str) -> MemberSource:
    """A member whose bytes are at hand, such as a record of a web archive.

    `known` gives fields for an article that has none of its own, such as the address it was fetched from.
    """
    made = member(parent, name, lambda: io.BytesIO(data), parent.allowance or Allowance(len(data)))
    return replace(made, size=len(data), known={**parent.known, **known})


class Unpacked(io.RawIOBase):
    """The bytes of a packed stream: within an allowance, and with one exception for every kind of damage."""

    def __init__(
        self,
        stream: BinaryIO,
        where: str,
        kind: str,
        allowance: Allowance,
        damage: tuple[type[Exception], ...],
    ) -> None:
        self._stream, self._where, self._kind = stream, where, kind
        self._allowance, self._damage = allowance, damage
        self._refused: Refused | None = None

    def readable(self) -> bool:
        """Always: it is read and nothing else."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """The next bytes; what was refused once stays refused."""
        if self._refused is None:
            try:
                return self._taken(buffer)
            except self._damage:
                why = N_("is {our_kind} that breaks off or is damaged").format(our_kind=self._kind)
                self._refused = Refused(self._where, why, N_("pack it again"))
        raise self._refused

    def close(self) -> None:
        """Close the packed stream with it."""
        self._stream.close()
        super().close()

    def _taken(self, buffer: memoryview) -> int:
        data = part(self._stream, len(buffer))
        if not self._allowance.spend(len(data)):
            cure = N_("unpack it yourself, if you trust it, and give the folder")
            self._refused = Refused(self._where, N_("unpacks to far more than its size"), cure)
            raise self._refused
        buffer[: len(data)] = data
        return len(data)

    def buffered(self) -> BinaryIO:
        """The same with a buffer, as every other stream."""
        return cast(BinaryIO, io.BufferedReader(self))
