"""Addresses of pages: fetched if somebody asks for it, stored as a web archive, and read from there.

`archived` is all that a caller needs; whatever can be fetched then lies in one file that the readers know.
Nothing in retold fetches without being asked to.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from retold.messages import N_
from retold.model import SetAside
from retold.readers.fetch import records
from retold.readers.fetch.listed import addresses_in, is_address
from retold.readers.fetch.reach import Unreachable
from retold.readers.fetch.visits import Manner, Visitor
from retold.version import __version__

__all__ = ["Manner", "addresses_in", "archive_at", "archived", "distinct", "free_name", "is_address"]
_CURE = N_("save the page yourself and give its file")


def archived(addresses: Iterable[str], into: Path, manner: Manner | None = None) -> Iterator[SetAside]:
    """Fetch pages into a new web archive; a line for each that could not be had, as they come.

    Every address is asked for once, by the rules of `Manner`: robots.txt, a pause for each host, limits of
    size and time, and no machine but those of the public net, at no redirect either. Raises `InputError` if
    the library that fetches is missing, and `OSError` if the archive cannot be written; an existing file is
    not overwritten.
    """
    with Visitor(manner or Manner()) as visitor, into.open("xb") as stream:
        stream.write(records.opening(f"retold/{__version__}", datetime.now(UTC)))
        for address in distinct(addresses):
            try:
                for answer in visitor.visit(address):
                    records.write(stream, answer)
            except Unreachable as why:
                yield SetAside(address, str(why), _CURE)


def distinct(addresses: Iterable[str]) -> list[str]:
    """The pages that addresses lead to, each once: what stands behind `#` is a place on a page.

    >>> distinct(["https://echo.example/a#top", "https://echo.example/a "])
    ['https://echo.example/a']
    """
    return list(dict.fromkeys(one.partition("#")[0].strip() for one in addresses))


@contextmanager
def archive_at(into: Path | None) -> Iterator[Path]:
    """Where the archive goes: the path given, or one in a folder that is gone afterwards."""
    if into is not None:
        yield into
        return
    with TemporaryDirectory(prefix="retold-") as folder:
        yield Path(folder) / "fetched.warc.gz"


def free_name(beside: Path) -> Path:
    """A name for the archive beside a trace that no file has yet."""
    stem = beside.name.removesuffix(".trace") or "retold"
    names = (
        beside.with_name(f"{stem}.fetched{mark}.warc.gz")
        for mark in ("", *(f"-{n}" for n in range(2, 10_000)))
    )
    return next(name for name in names if not name.exists())
