"""Addresses: named, and refused, because nothing is fetched."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import BinaryIO

from retold.messages import N_
from retold.readers.sources.base import Refused, Source

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class AddressSource(Source):
    """An address. Opening it is refused."""

    def open(self) -> BinaryIO:
        """Raise `Refused`, whatever the address."""
        raise Refused(
            self.where,
            N_("is an address, and nothing is fetched"),
            N_("add --fetch, or save the page and give its file"),
        )


def is_address(given: str) -> bool:
    """Whether a string is an address and no path.

    >>> is_address("https://mercury.example/ferry"), is_address("wire/ferry.txt")
    (True, False)
    """
    return _ADDRESS.match(given) is not None


def address(given: str) -> AddressSource:
    """The source that an address names."""
    return AddressSource(name=given, where=given, named=True)
