"""Readers of packed streams: one content, which goes by the name of the file without its last suffix."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import BinaryIO

from retold.messages import N_
from retold.readers.content import Content
from retold.readers.registry import Found
from retold.readers.sources import Refused, Unpacked, member


@dataclass(frozen=True, slots=True)
class Packing:
    """A way to pack a stream: its name with an article, what unpacks it, and what that raises for damage."""

    kind: str
    unpack: Callable[[BinaryIO], BinaryIO]
    damage: tuple[type[Exception], ...]
    suffixes: Mapping[str, str]  # of the packed file: of the content

    def read(self, content: Content) -> Found:
        """The packed content as a source; raises `Refused` where it lies too deep in archives."""
        source, limits = content.source, content.limits
        if source.depth >= limits.deepest:
            raise Refused(
                content.where,
                N_("lies in more than {deepest} archives").format(deepest=limits.deepest),
                N_("unpack it yourself"),
            )
        allowance = content.allowance()

        def opener() -> BinaryIO:
            unpacked = self.unpack(content.stream())
            return Unpacked(unpacked, content.where, self.kind, allowance, self.damage).buffered()

        inside = member(source, "", opener, allowance)
        inside = replace(inside, name=source.name, where=source.where, named=source.named)
        copy = partial(content.identities.copied_stream, source, content.size)
        yield replace(inside, inner=self.inner(source.name), copy=copy)

    def inner(self, name: str) -> str:
        """The name without the suffix of the packing: `a.csv` of `a.csv.gz`."""
        stem, dot, suffix = name.rpartition(".")
        packed = dot + suffix.lower()
        return stem + self.suffixes[packed] if packed in self.suffixes else name
